package exchange

import (
	"bytes"
	"cmp"
	"encoding/xml"
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
			r.add(r.line(), 0, "exchange-xml", map[string]any{"Detail": "a second root element"})
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

// tag is a language of a file. Each page has its own, nearly always the same.
func (r *xliffReader) tag(e xml.StartElement, name string) string {
	value := attr(e, name)
	if value != "" && (value == r.file.Source || value == r.file.Target) {
		return value
	}
	l, err := locale.Parse(strings.ReplaceAll(value, "_", "-"))
	if err != nil {
		r.add(r.line(), 0, "exchange-language", map[string]any{"Tag": excerpt(cmp.Or(value, `""`))})
		return ""
	}
	return l.Tag
}
