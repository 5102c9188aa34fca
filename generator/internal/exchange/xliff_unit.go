package exchange

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
)

// A part is a trans-unit: a unit, or one form of it.
type part struct {
	form                string
	source, was, target string
	state               string
	translate           bool
	said                Unit // File, Line, Notes, Comments, MaxLength, Base, At
}

func (r *xliffReader) transUnit(e xml.StartElement) part {
	id := attr(e, "id")
	p := part{translate: attr(e, "translate") != "no"}
	p.said.At = r.line()
	if open := strings.LastIndexByte(id, '['); open >= 0 && strings.HasSuffix(id, "]") {
		p.form = id[open+1 : len(id)-1]
	}
	if n, err := strconv.ParseUint(attr(e, "maxwidth"), 10, 31); err == nil {
		p.said.MaxLength = int(n)
	}
	name := r.page + " " + id
	codes := map[string]string{}
	for {
		e, ok := r.child()
		if !ok {
			return p
		}
		switch e.Name.Local {
		case "source":
			p.source = r.content(name, codes, true)
		case "target":
			p.said.At, p.state = r.line(), attr(e, "state")
			p.target = r.content(name, codes, false)
		case "note":
			if n := r.text(); attr(e, "from") == "translator" {
				p.said.Comments = append(p.said.Comments, n)
			} else {
				p.said.Notes = append(p.said.Notes, n)
			}
		case "context-group":
			r.contexts(&p.said)
		case "alt-trans":
			was := r.altTrans(name, attr(e, "alttranstype") == previousVersion)
			p.was = cmp.Or(p.was, was)
		default:
			r.skip()
		}
	}
}

func (r *xliffReader) contexts(said *Unit) {
	for {
		e, ok := r.child()
		if !ok {
			return
		}
		switch value := strings.TrimSpace(r.text()); attr(e, "context-type") {
		case "sourcefile":
			said.File = value
		case "linenumber":
			if n, err := strconv.ParseUint(value, 10, 31); err == nil {
				said.Line = int(n)
			}
		case baseContext:
			said.Base = value
		}
	}
}

// altTrans is the source of an earlier version, "" of any other.
func (r *xliffReader) altTrans(name string, wanted bool) string {
	was, codes := "", map[string]string{}
	for {
		e, ok := r.child()
		if !ok {
			return was
		}
		if wanted && e.Name.Local == "source" {
			was = r.content(name, codes, true)
		} else {
			r.skip()
		}
	}
}

// content is a text with its codes. Those of the source are put into codes by
// kind and id; in the target, each stands for one element that is empty. Not
// for more: a small file must not become a large text.
func (r *xliffReader) content(name string, codes map[string]string, source bool) string {
	var b strings.Builder
	for {
		switch t := r.next().(type) {
		case xml.CharData:
			b.Write(t)
		case xml.StartElement:
			line, text := r.line(), r.content(name, codes, source)
			k := ""
			switch t.Name.Local {
			case "bpt", "bx":
				k = "b"
			case "ept", "ex":
				k = "e"
			case "ph", "x", "it":
				k = "p"
			case "mrk", "sub":
				b.WriteString(text)
				continue
			}
			switch id := k + attr(t, "id"); {
			case source && text != "":
				codes[id] = text
			case !source && text == "":
				text = codes[id]
				delete(codes, id)
			}
			if k == "" || text == "" {
				r.add(line, 0, "exchange-xliff-inline", map[string]any{"Unit": named(name), "Element": "<" + excerpt(t.Name.Local) + ">"})
			}
			b.WriteString(text)
		default:
			return b.String()
		}
	}
}

// finish makes a unit of its parts.
func (r *xliffReader) finish(parts []part, id string, plural bool) {
	if r.ended { // cut off within it
		return
	}
	u := Unit{Page: r.page, ID: id, State: Current}
	forms := r.file.PluralForms
	name, line := named(u.Name()), r.line()
	if plural {
		u.Target = make([]string, len(forms))
	}
	seen := map[string]bool{}
	for i, p := range parts {
		if i == 0 {
			line = p.said.At
		}
		place := slices.Index(forms, p.form)
		if untouched(p.state) && p.target == p.source {
			p.target = ""
		}
		switch {
		case !plural || p.form == "one":
			u.Source, u.Was = p.source, p.was
		default:
			u.SourcePlural, u.WasPlural = p.source, p.was
		}
		u.Notes, u.Comments = append(u.Notes, p.said.Notes...), append(u.Comments, p.said.Comments...)
		u.File, u.Line, u.Base = cmp.Or(u.File, p.said.File), cmp.Or(u.Line, p.said.Line), cmp.Or(u.Base, p.said.Base)
		u.MaxLength = cmp.Or(u.MaxLength, p.said.MaxLength)
		if !p.translate && (plural && place < 0) {
			continue
		}
		switch {
		case plural && (place < 0 || seen[p.form]):
			r.add(p.said.At, 0, "exchange-plural-extra", map[string]any{"Unit": name, "Form": excerpt(p.form)})
		case plural:
			seen[p.form], u.Target[place] = true, p.target
		default:
			u.Target = []string{p.target}
		}
		u.At = cmp.Or(u.At, p.said.At)
		if p.target != "" && !finished(p.state) {
			u.State = Outdated
		}
	}
	for _, form := range forms {
		if plural && !seen[form] {
			u.State = Outdated
			r.add(line, 0, "exchange-plural-missing", map[string]any{"Unit": name, "Form": form})
		}
	}
	if plural && u.SourcePlural == "" {
		r.add(line, 0, "exchange-source-empty", map[string]any{"Unit": name})
		return
	}
	r.take(u, line)
}

// untouched is the state of a target that programs fill with the source.
func untouched(state string) bool { return state == "new" || state == needsTranslation }

// finished reports whether a target's state says that it is the translation of
// the source. A program that leaves "new" as it was has translated the text all
// the same.
func finished(state string) bool {
	return slices.Contains([]string{"", "new", needsTranslation, "translated", "final", "signed-off"}, state)
}
