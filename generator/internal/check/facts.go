package check

import (
	"maps"
	"net/url"
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// factBase wants the register of facts to be consistent: every document and fact
// has an identity of its own and what it cannot do without, and every fact names
// a document that is there.
func factBase(p *project.Project, report func(diag.Diagnostic)) {
	if p.Facts == nil {
		return
	}
	f := factFinder{p.Facts, report, map[string]int{}}
	for i := range p.Facts.Documents {
		d := &p.Facts.Documents[i]
		f.identity("document", d.ID, project.ItemID(d.ID), d)
		f.wants(d, "group", d.Group, "title", d.Title)
		if d.Date != "" && !project.CitedDate(d.Date) {
			f.at(d, "date", "facts-date", map[string]any{"Date": d.Date})
		}
		f.address(d, d.URL)
	}
	documents := slices.Sorted(maps.Keys(f.seen))
	f.seen = map[string]int{}
	for i := range p.Facts.Facts {
		one := &p.Facts.Facts[i]
		f.identity("fact", one.ID, project.FactID(one.ID), one)
		f.wants(one, "says", one.Says, "mark", one.Mark)
		f.address(one, one.URL)
		switch {
		case one.In == "" && one.Mark != project.MarkKnown:
			f.wants(one, "in", "")
		case one.In != "" && p.Facts.Document(one.In) == nil:
			reportNearest(func(id string, args map[string]any) { f.at(one, "in", id, args) }, "facts-document",
				map[string]any{"Document": one.In}, project.Nearest(one.In, documents))
		}
	}
	for i := range p.Facts.LeftOut {
		out := &p.Facts.LeftOut[i]
		f.wants(out, "why", out.Why)
		if len(out.Numbers)+len(out.Words) == 0 {
			f.wants(out, "numbers", "")
		}
	}
}

// positioned is an entry of a data file.
type positioned interface {
	Position(field string) (line, column int)
}

type factFinder struct {
	base   *project.FactBase
	report func(diag.Diagnostic)
	seen   map[string]int // the lines of the identities of one list
}

func (f *factFinder) at(entry positioned, field, id string, args map[string]any) {
	line, column := entry.Position(field)
	f.report(diag.Diagnostic{File: f.base.File, Line: line, Column: column, ID: id, Args: args})
}

// identity wants an entry to have an identity that no other has. What it may be is
// said in the text of the kind.
func (f *factFinder) identity(kind, id string, valid bool, entry positioned) {
	line, _ := entry.Position("id")
	first, twice := f.seen[id]
	switch {
	case id == "":
		f.wants(entry, "id", "")
	case !valid:
		f.at(entry, "id", "facts-id-"+kind, map[string]any{"Entry": id})
	case twice:
		f.at(entry, "id", "facts-twice", map[string]any{"Entry": id, "First": first})
	}
	if !twice && id != "" {
		f.seen[id] = line
	}
}

// wants reports the fields that are empty, of pairs of a name and a value.
func (f *factFinder) wants(entry positioned, pairs ...string) {
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			f.at(entry, pairs[i], "facts-field", map[string]any{"Field": pairs[i]})
		}
	}
}

func (f *factFinder) address(entry positioned, link string) {
	if link == "" {
		return
	}
	if u, err := url.Parse(link); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" {
		f.at(entry, "url", "facts-url", map[string]any{"Link": link})
	}
}
