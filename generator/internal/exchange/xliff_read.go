package exchange

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/locale"
)

// ReadXLIFF reads XLIFF 1.2 as WriteXLIFF, or a program that worked on its
// file, wrote it. Elements that it does not know are left out. A file with
// faults must not be used.
func ReadXLIFF(src []byte) (File, []Fault) {
	r := xliffReader{units: units{seen: map[[2]string]int{}}}
	if !r.readable(src) {
		return File{}, r.list
	}
	r.xmlReader = newXMLReader(bytes.TrimPrefix(src, []byte("\ufeff")), xliffNamespace, &r.units.faults)
	for first := true; ; {
		e, ok := r.child()
		if !ok && r.ended {
			if first && r.list == nil {
				r.add(1, 0, "exchange-xml", map[string]any{"Detail": "no element"})
			}
			break
		}
		if ok && first {
			first = false
			r.root(e)
		} else if ok {
			r.skip()
		}
	}
	return r.file, r.list
}

type xliffReader struct {
	units
	*xmlReader
	page string
}

// child is the next element within the one that is being read, false at its
// end.
func (r *xliffReader) child() (xml.StartElement, bool) {
	for {
		switch t := r.next().(type) {
		case xml.StartElement:
			return t, true
		case xml.CharData:
		default:
			return xml.StartElement{}, false
		}
	}
}

func (r *xliffReader) root(e xml.StartElement) {
	if version := attr(e, "version"); e.Name.Local != "xliff" || e.Name.Space != xliffNamespace || version != "1.2" {
		r.add(r.line(), 0, "exchange-xliff-version", map[string]any{"Found": excerpt(strings.TrimSpace(e.Name.Local + " " + version))})
		r.ended = true
		return
	}
	files := 0
	for {
		e, ok := r.child()
		if !ok {
			break
		}
		if e.Name.Local != "file" {
			r.skip()
			continue
		}
		files++
		r.readFile(e, files == 1)
	}
	if files == 0 && !r.ended {
		r.add(r.line(), 0, "exchange-xliff-version", map[string]any{"Found": "xliff 1.2 without <file>"})
	}
}

// readFile reads a page; the first one says what the languages are.
func (r *xliffReader) readFile(e xml.StartElement, first bool) {
	r.page = attr(e, "original")
	source, target := r.tag(e, "source-language"), r.tag(e, "target-language")
	f := &r.file
	if first {
		f.Source, f.Target, f.Date = source, target, validDate(attr(e, "date"))
		if l, err := locale.Parse(target); err == nil {
			f.Direction, f.PluralForms = l.Direction, l.PluralForms
		}
	} else if source != "" && target != "" && (source != f.Source || target != f.Target) {
		r.add(r.line(), 0, "exchange-language-mixed", map[string]any{"Tag": source + " → " + target, "Other": f.Source + " → " + f.Target})
	}
	r.bodies()
}

// bodies reads what may hold units: the rest of a file, a body or a group.
func (r *xliffReader) bodies() {
	for {
		e, ok := r.child()
		switch {
		case !ok:
			return
		case e.Name.Local == "trans-unit":
			r.finish([]part{r.transUnit(e)}, attr(e, "id"), false)
		case e.Name.Local == "group" && attr(e, "restype") == pluralGroup:
			var parts []part
			for {
				inner, ok := r.child()
				if !ok {
					break
				}
				if inner.Name.Local == "trans-unit" {
					parts = append(parts, r.transUnit(inner))
				} else {
					r.skip()
				}
			}
			r.finish(parts, attr(e, "id"), true)
		case e.Name.Local == "body", e.Name.Local == "group":
			r.bodies()
		default:
			r.skip()
		}
	}
}

// tag is a language of a file.
func (r *xliffReader) tag(e xml.StartElement, name string) string {
	value := attr(e, name)
	l, err := locale.Parse(strings.ReplaceAll(value, "_", "-"))
	if err != nil {
		r.add(r.line(), 0, "exchange-language", map[string]any{"Tag": excerpt(value)})
		return ""
	}
	return l.Tag
}

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
			p.was += r.altTrans(name, attr(e, "alttranstype") == previousVersion)
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
// kind and id; in the target, they stand for elements that are empty.
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
			id := k + attr(t, "id")
			if text == "" {
				text = codes[id]
			} else if source {
				codes[id] = text
			}
			if k == "" || text == "" {
				r.add(line, 0, "exchange-xliff-inline", map[string]any{"Unit": excerpt(name), "Element": "<" + excerpt(t.Name.Local) + ">"})
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
	name, line := excerpt(u.Name()), r.line()
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
		u.File, u.Line, u.Base = first(u.File, p.said.File), first(u.Line, p.said.Line), first(u.Base, p.said.Base)
		u.MaxLength = first(u.MaxLength, p.said.MaxLength)
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
		u.At = first(u.At, p.said.At)
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

// first is a, or b where a says nothing.
func first[T comparable](a, b T) T {
	var nothing T
	if a != nothing {
		return a
	}
	return b
}

// untouched is the state of a target that programs fill with the source.
func untouched(state string) bool { return state == "new" || state == "needs-translation" }

// finished reports whether a target's state says that it is the translation of
// the source. A program that leaves "new" as it
// was has translated the text all the same.
func finished(state string) bool {
	return slices.Contains([]string{"", "new", "needs-translation", "translated", "final", "signed-off"}, state)
}
