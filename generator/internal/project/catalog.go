package project

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
)

// Catalog is the set of interface strings of one language, read from
// i18n/<tag>.toml in the format of go-i18n.
type Catalog struct {
	File     string
	Messages []Message // in the order of the file
	index    map[string]int
	broken   bool
}

// Broken reports whether the file could not be read, so that what it lacks
// means nothing.
func (c *Catalog) Broken() bool { return c.broken }

// Message is one string of a catalogue.
type Message struct {
	Key string
	// Forms are the texts by CLDR plural category; a string without plural
	// forms has the one form "other".
	Forms []Form
	// Plural is true where the file gives forms by name.
	Plural bool
	// The place of the first form.
	Line, Column int
}

// Form is one plural form of a message.
type Form struct {
	Category, Text string
	Line, Column   int
}

// Blank reports whether the form says nothing.
func (f Form) Blank() bool { return strings.TrimSpace(f.Text) == "" }

// Message finds a message by its key.
func (c *Catalog) Message(key string) (Message, bool) {
	i, ok := c.index[key]
	if !ok {
		return Message{}, false
	}
	return c.Messages[i], true
}

// Blank reports whether the message says nothing, in any form.
func (m Message) Blank() bool {
	return !slices.ContainsFunc(m.Forms, func(f Form) bool { return !f.Blank() })
}

// Form returns the text of a plural category and whether the message has it: an
// empty one is yet to be written.
func (m Message) Form(category string) (Form, bool) {
	i := slices.IndexFunc(m.Forms, func(f Form) bool { return f.Category == category && !f.Blank() })
	if i < 0 {
		return Form{}, false
	}
	return m.Forms[i], true
}

// StringNotes are what the comments of a catalogue say of its strings, by key: a
// comment speaks of the strings below it up to the next empty line.
func (p *Project) StringNotes(c *Catalog) map[string][]string {
	notes := map[string][]string{}
	file := p.readable(c.File)
	if file == nil {
		return notes
	}
	lines := strings.Split(string(file.Text), "\n")
	above := make([][]string, len(lines)+1) // what is said at each line
	var said []string
	for i, line := range lines {
		switch line = strings.TrimSpace(line); {
		case line == "":
			said = nil
		case line[0] == '#':
			if i > 0 && !strings.HasPrefix(strings.TrimSpace(lines[i-1]), "#") {
				said = nil
			}
			said = append(slices.Clone(said), strings.TrimSpace(strings.TrimLeft(line, "#")))
		}
		above[i] = said
	}
	for _, m := range c.Messages {
		if m.Line >= 1 && m.Line <= len(lines) && len(above[m.Line-1]) > 0 {
			notes[m.Key] = []string{strings.Join(above[m.Line-1], " ")}
		}
	}
	return notes
}

// categories are the names that go-i18n reads as plural forms.
var categories = []string{"zero", "one", "two", "few", "many", "other"}

// annotations are the names go-i18n keeps for other uses; they are not texts.
// At the top of a file it keeps the name translation as well.
var annotations = []string{"id", "description", "hash", "leftDelim", "rightDelim"}

func (p *Project) loadCatalogs() error {
	entries, err := fs.ReadDir(p.FS, "i18n")
	if errors.Is(err, fs.ErrNotExist) {
		entries = nil
	} else if err != nil {
		return err
	}
	for _, entry := range entries {
		file := "i18n/" + entry.Name()
		if strings.HasPrefix(entry.Name(), ".") || !p.isOrdinary(file, entry) {
			continue
		}
		name, isTOML := strings.CutSuffix(entry.Name(), ".toml")
		if entry.IsDir() || !isTOML {
			p.problem(diag.Diagnostic{File: file, Rule: "catalog", ID: "catalog-foreign-file"})
			continue
		}
		if p.leftOut(name) {
			continue
		}
		data := p.readFile(file)
		lang, err := locale.Parse(name)
		if err != nil {
			p.problem(InvalidTag(file, err))
			continue
		}
		if other, exists := p.Catalogs[lang.Key]; exists {
			p.problem(diag.Diagnostic{File: file, Rule: "catalog", ID: "catalog-twice", Args: map[string]any{"Other": other.File}})
			continue
		}
		catalog := &Catalog{File: file, index: map[string]int{}}
		if data == nil || !utf8.Valid(data) { // rules file-size and utf-8 report it
			catalog.broken = true
		} else {
			p.readCatalog(catalog, data)
		}
		p.Catalogs[lang.Key] = catalog
		p.Languages = append(p.Languages, lang)
	}
	reference := p.Config.ReferenceLanguage
	slices.SortFunc(p.Languages, func(a, b locale.Language) int {
		if (a.Key == reference) != (b.Key == reference) {
			if a.Key == reference {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Key, b.Key)
	})
	if _, ok := p.Catalogs[reference]; !ok {
		if _, err := locale.Parse(reference); err != nil {
			return nil // reported in hugo.toml, where it is to be mended
		}
		p.problem(diag.Diagnostic{File: path.Join("i18n", reference+".toml"), Rule: "catalog", ID: "catalog-no-reference", Args: map[string]any{"Language": reference}})
		return nil
	}
	p.Reference = p.Languages[0]
	return nil
}

// readCatalog fills c from TOML. The strict parser judges the file, the
// position-keeping one then reads it.
func (p *Project) readCatalog(c *Catalog, data []byte) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	var judged map[string]any
	if err := toml.Unmarshal(data, &judged); err != nil {
		p.tomlProblem(c.File, "catalog", data, err)
		c.broken = true
		return
	}
	for key := range tomlKeys(data) {
		p.addString(c, key)
	}
}

func (p *Project) addString(c *Catalog, k tomlKey) {
	key := k.path[0]
	category := "other"
	if len(k.path) == 2 {
		category = k.path[1]
	}
	bad := func(id string, args map[string]any) {
		args["Key"] = strings.Join(k.path, ".")
		p.problem(diag.Diagnostic{File: c.File, Line: k.line, Column: k.column, Rule: "catalog", ID: id, Args: args})
	}
	switch {
	case slices.Contains(categories, key) || slices.Contains(annotations, key) || key == "translation":
		bad("catalog-reserved-key", map[string]any{})
		return
	case slices.Contains(annotations, category):
		return
	case len(k.path) > 2 || k.kind != unstable.String:
		bad("catalog-value", map[string]any{})
		return
	case !slices.Contains(categories, category):
		bad("catalog-category", map[string]any{"Category": category, "Categories": strings.Join(categories, ", ")})
		return
	}
	i, known := c.index[key]
	if !known {
		i = len(c.Messages)
		c.index[key] = i
		c.Messages = append(c.Messages, Message{Key: key, Line: k.line, Column: k.column})
	}
	m := &c.Messages[i]
	m.Plural = m.Plural || len(k.path) == 2
	m.Forms = append(m.Forms, Form{Category: category, Text: k.text, Line: k.line, Column: k.column})
}

// InvalidTag says where a name is no language tag, and what was probably meant.
func InvalidTag(file string, err error) diag.Diagnostic {
	d := diag.Diagnostic{File: file, Rule: "language-tag", ID: "language-tag", Severity: diag.Error, Args: map[string]any{"Tag": err.Error()}}
	var invalid *locale.InvalidTag
	if errors.As(err, &invalid) {
		d.Args = map[string]any{"Tag": invalid.Tag, "Suggestion": invalid.Suggestion}
		if invalid.Suggestion != "" {
			d.ID = "language-tag-suggestion"
		}
	}
	return d
}
