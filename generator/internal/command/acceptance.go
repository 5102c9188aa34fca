package command

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// acceptance is one run of locale accept.
type acceptance struct {
	*app
	project  *project.Project
	root     string
	language locale.Language
	// whole says that no pages were named: all of the language is meant.
	whole, dryRun bool
	pages         []acceptedPage
	untranslated  int // pages without a translation, where all are meant
	stays         diag.List
}

// acceptedPage is a page with what becomes of its record.
type acceptedPage struct {
	*project.Translation
	// units are those that did not count as current on the record's word.
	units       []translation.Unit
	before, now []byte // the record, nil for none
}

// read compares the pages. Where a file of one of them cannot be read rightly,
// all are refused: a record written over it would lose what it says.
func (w *acceptance) read(pages []string) error {
	slices.Sort(pages)
	step, end := w.counting()
	compared := w.project.Translations(w.language, slices.Compact(pages), step)
	end()
	damaged := w.unreadable(compared)
	if damaged.Sort(); len(damaged) > 0 {
		w.print(damaged)
		w.say("error", "say-accept-damaged", nil)
		return errRefused
	}
	for _, t := range compared {
		switch {
		case slices.ContainsFunc(t.Units, func(u translation.Unit) bool { return len(u.Target) > 0 }):
			w.pages = append(w.pages, acceptedPage{Translation: t})
		case w.whole:
			if t.Path != project.StringsPath {
				w.untranslated++
			}
		default:
			return &refusal{diag.Diagnostic{File: t.File(w.project), Rule: "accept", ID: "accept-untranslated", Args: map[string]any{"Page": t.Path, "Tag": w.language.Tag}}}
		}
	}
	return nil
}

// unreadable are the problems that keep files of translations from being read.
func (w *acceptance) unreadable(compared []*project.Translation) diag.List {
	var found diag.List
	inFile := map[string]diag.List{}
	for _, d := range w.project.Problems.Only(diag.Error) {
		inFile[d.File] = append(inFile[d.File], d)
	}
	for _, t := range compared {
		own := slices.Clone(t.Problems)
		for _, file := range t.Files(w.project) {
			// A folder may be what cannot be read.
			for at := file; at != "."; at = path.Dir(at) {
				own = append(own, inFile[at]...)
			}
		}
		if _, err := os.Lstat(w.name(t)); err == nil && t.Record == nil && len(own) == 0 {
			own.Add(diag.Diagnostic{File: t.RecordFile, Line: 1, Column: 1, Rule: "locale", ID: "locale-unreadable", Severity: diag.Error})
		}
		if file := t.Broken(w.project); file != "" && len(own) == 0 {
			own.Add(diag.Diagnostic{File: file, Line: 1, Column: 1, Rule: "locale", ID: "locale-unreadable", Severity: diag.Error})
		}
		found = append(found, own...)
	}
	return found
}

// name is where the record of a translation stands on the disk.
func (w *acceptance) name(t *project.Translation) string {
	return filepath.Join(w.root, filepath.FromSlash(t.RecordFile))
}

// choose decides what is accepted: the blocks that are named, or all.
func (w *acceptance) choose(blocks []string) error {
	for i := range w.pages {
		page := &w.pages[i]
		chosen := map[string]bool{} // by the ID of the first block of the source
		for _, name := range blocks {
			units, err := findUnits(page.Translation, name)
			if err != nil {
				return err
			}
			for _, u := range units {
				if d, stays := w.staysAsItIs(page.Translation, u); stays {
					d.Severity = diag.Error
					return &refusal{d}
				}
				chosen[u.Source[0].ID] = true
			}
		}
		take := func(u translation.Unit) bool { return len(blocks) == 0 || len(u.Source) > 0 && chosen[u.Source[0].ID] }
		for _, u := range page.Units {
			switch d, stays := w.staysAsItIs(page.Translation, u); {
			case stays && len(blocks) == 0:
				w.stays.Add(d)
			case !stays && take(u) && !(u.Recorded && u.State == translation.Current):
				page.units = append(page.units, u)
			}
		}
		if page.Record != nil {
			page.before = page.Record.Bytes()
		}
		if record := translation.Accept(page.Units, take); page.Record != nil || len(record.Entries) > 0 {
			page.now = record.Bytes()
		}
	}
	return nil
}

// staysAsItIs says of a unit that nobody can accept why not.
func (w *acceptance) staysAsItIs(t *project.Translation, u translation.Unit) (diag.Diagnostic, bool) {
	d := diag.Diagnostic{Rule: "accept", Severity: diag.Note}
	switch u.State {
	case translation.Missing:
		at := t.SourcePlace(w.project, u.Source[0])
		d.File, d.Line, d.Column = at.File, at.Line, at.Column
		d.ID, d.Args = "accept-missing", map[string]any{"Text": glimpse(u.Source), "File": t.File(w.project), "Tag": w.language.Tag}
	case translation.Orphan:
		at := t.TargetPlace(w.project, u.Target[0])
		d.File, d.Line, d.Column = at.File, at.Line, at.Column
		d.ID, d.Args = "accept-orphan", map[string]any{"Text": glimpse(u.Target)}
	default:
		return d, false
	}
	return d, true
}

// changed are the pages whose records change.
func (w *acceptance) changed() []acceptedPage {
	var pages []acceptedPage
	for _, page := range w.pages {
		if !bytes.Equal(page.before, page.now) {
			pages = append(pages, page)
		}
	}
	return pages
}

// count is how many blocks are accepted.
func (w *acceptance) count() int {
	n := 0
	for _, page := range w.pages {
		n += len(page.units)
	}
	return n
}

// list says what is accepted, and what stays: block by block where pages were
// named, else by page.
func (w *acceptance) list() error {
	for _, page := range w.pages {
		if w.whole && len(page.units) > 0 {
			fmt.Fprintln(w.Stdout, diag.Visible(page.Path)+"  "+w.printer.Text("say-accept-page", map[string]any{"Count": len(page.units)}))
			continue
		}
		for _, u := range page.units {
			at := page.TargetPlace(w.project, u.Target[0])
			fmt.Fprintf(w.Stdout, "%s:%d:%d: %s\n", diag.Visible(at.File), at.Line, at.Column, glimpse(u.Target))
		}
	}
	missing, orphans := 0, 0
	for _, d := range w.stays {
		if d.ID == "accept-missing" {
			missing++
		} else {
			orphans++
		}
	}
	if !w.whole {
		w.stays.Sort()
		w.print(w.stays)
	} else {
		if missing > 0 {
			w.say("note", "say-accept-missing", map[string]any{"Count": missing})
		}
		if orphans > 0 {
			w.say("note", "say-accept-orphans", map[string]any{"Count": orphans})
		}
		if w.untranslated > 0 {
			w.say("note", "say-accept-untranslated", map[string]any{"Count": w.untranslated})
		}
	}
	id := "say-accepted"
	if w.dryRun {
		id = "say-accepted-dry"
	}
	_, err := fmt.Fprintln(w.Stdout, w.printer.Text(id, map[string]any{"Count": w.count(), "Records": len(w.changed())}))
	return err
}

// write writes the records that change, each whole or not at all.
func (w *acceptance) write(ctx context.Context) error {
	written := 0
	for _, page := range w.changed() {
		err := ctx.Err()
		if err == nil {
			err = w.writeRecord(page)
		}
		if err != nil {
			if written > 0 {
				w.say("note", "say-accept-partly", map[string]any{"Count": written})
			}
			if ctx.Err() != nil {
				return &refusal{diag.Diagnostic{Rule: "accept", ID: "accept-interrupted"}}
			}
			return err
		}
		written++
	}
	return nil
}

func (w *acceptance) writeRecord(page acceptedPage) error {
	name := w.name(page.Translation)
	// The strings of a language may be all that it has.
	if err := os.MkdirAll(filepath.Dir(name), fs.FileMode(0o755)); err != nil {
		return err
	}
	return replaceFile(name, page.now)
}

// glimpse is the beginning of a text, on one line.
func glimpse(blocks []translation.Block) string {
	const most = 60
	text := []rune(strings.Join(strings.Fields(blocks[0].Text), " "))
	if len(text) > most {
		text = append(text[:most-1], '…')
	}
	return diag.Visible(string(text))
}
