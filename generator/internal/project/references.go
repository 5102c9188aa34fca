package project

import (
	"bytes"
	"path"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/resolution"
)

// ReferencesFile is the name of the list of cross references, beside the
// resolution's page of each language. It is not published.
const ReferencesFile = "references.yaml"

// References is what the words of a resolution in one language refer to.
type References struct {
	File    string
	Entries []Reference // in the order of the file
}

// Reference says where some words of the resolution lead: to another document,
// by URL, or to a part or page of the site, by To.
type Reference struct {
	// Text is the words as they stand in the text.
	Text string
	// In is the identity of the part that they stand in; "" for wherever they
	// stand.
	In string
	// URL is the address of a document elsewhere, Title its name, and Fact the
	// entry of the fact base that it is taken from.
	URL, Title, Fact string
	// To is a part of the same text, such as "p9", or a page, "/about/#why".
	To string

	value *Value
}

// Position returns where a field of the reference stands, or the reference
// itself.
func (r *Reference) Position(field string) (line, column int) { return r.value.position(field) }

// referencesSchema is every field the file may have.
var referencesSchema = shape{kind: Map, fields: map[string]shape{
	"references": {kind: List, item: &shape{kind: Map, fields: map[string]shape{
		"text": text, "in": text, "url": text, "title": text, "fact": text, "to": text,
	}}},
}}

// loadReferences reads the references beside each language's resolution.
func (p *Project) loadReferences() {
	for _, r := range p.Resolutions {
		file := p.readable(path.Join(path.Dir(r.Page.File), ReferencesFile))
		if file == nil {
			continue
		}
		if tree := p.readData(file, "references-", referencesSchema); tree != nil {
			r.References = readReferences(file.Path, tree)
		}
	}
}

// readData reads a data file and reports what is not as its schema has it, with
// texts whose identities begin with the rule's name, a hyphen behind it; nil where
// there is nothing to read.
func (p *Project) readData(file *File, rule string, schema shape) *Value {
	tree, found := anyYAML(bytes.TrimPrefix(file.Text, []byte("\ufeff")), 0, maxData)
	if tree != nil {
		found = append(found, schema.judge(tree, "")...)
	}
	for _, d := range found {
		d.File = file.Path
		if rest, ok := strings.CutPrefix(d.ID, "front-matter-"); ok {
			d.Rule = strings.TrimSuffix(rule, "-")
			switch {
			case rest == "syntax" || rest == "size" || rest == "plain": // its text names the front matter
				d.ID = rule + rest
			case d.Args["Field"] == "":
				d.ID, d.Args = rule+"root", nil
			}
		}
		p.problem(d)
	}
	if tree == nil {
		p.illegible[file.Path] = true
	}
	return tree
}

// Illegible reports whether a data file of the reference language is there and
// nothing of it could be read: what it does not hold is then no fault of who
// names it.
func (p *Project) Illegible(name string) bool {
	return p.illegible[path.Join(p.Folder(p.Reference), name)]
}

func readReferences(file string, tree *Value) *References {
	list := &References{File: file}
	items := tree.items("references")
	for i := range items {
		item := &items[i]
		if item.Kind != Map { // reported by the schema
			continue
		}
		list.Entries = append(list.Entries, Reference{
			// The text has its white space in normal form.
			Text: resolution.Inline{{Text: item.text("text")}}.Normal().Plain(),
			In:   item.text("in"), URL: item.text("url"), Title: item.text("title"), Fact: item.text("fact"), To: item.text("to"),
			value: item,
		})
	}
	return list
}

// unread reports data files that stand where nobody reads them: in a folder
// without the resolution, or, for the registers, in another language. Beside a
// page that cannot be read they wait for it.
func (p *Project) unread() {
	read := map[string]bool{path.Join(p.Folder(p.Reference), FactsFile): true}
	for key, r := range p.Resolutions {
		dir := path.Dir(r.Page.File)
		read[path.Join(dir, ReferencesFile)] = true
		read[path.Join(dir, RegisterFile)] = read[path.Join(dir, RegisterFile)] || key == p.Reference.Key
	}
	for _, page := range p.Pages {
		if page.Broken() {
			read[path.Join(path.Dir(page.File), ReferencesFile)] = true
			read[path.Join(path.Dir(page.File), RegisterFile)] = true
		}
	}
	for _, f := range p.Files {
		name := path.Base(f.Path)
		if name != ReferencesFile && name != RegisterFile && name != FactsFile || !strings.HasPrefix(f.Path, "content/") || read[f.Path] {
			continue
		}
		p.note(diag.Diagnostic{File: f.Path, Rule: "file-unread", ID: "file-unread-" + strings.TrimSuffix(name, path.Ext(name)), Severity: diag.Warning})
	}
}
