package exchange

import (
	"bufio"
	"io"
	"slices"
	"strconv"

	"resolutionsite/generator/internal/locale"
)

// xliffNamespace is that of XLIFF 1.2 (OASIS, 2008).
const xliffNamespace = "urn:oasis:names:tc:xliff:document:1.2"

// The elements and attributes that reader and writer share.
const (
	pluralGroup     = "x-gettext-plurals"
	baseContext     = "x-translation-base"
	previousVersion = "previous-version"
	needsReview     = "needs-review-translation"
	// needsTranslation is the state of a copy of the source.
	needsTranslation = "needs-translation"
)

// WriteXLIFF writes XLIFF 1.2. It returns an error for a text that no file can
// carry, and the writer's.
func WriteXLIFF(w io.Writer, f File) error {
	for _, tag := range []string{f.Source, f.Target} {
		if _, err := locale.Parse(tag); err != nil {
			return err
		}
	}
	x := xliffWriter{xmlWriter{bufio.NewWriter(w), 0}, f}
	x.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	x.open("xliff", "version", "1.2", "xmlns", xliffNamespace)
	units := f.Units
	for first := true; first || len(units) > 0; first = false {
		n := 0
		for n < len(units) && units[n].Page == units[0].Page {
			n++
		}
		page, kind := Strings, "x-markdown"
		if n > 0 {
			page = units[0].Page
		}
		if page == Strings {
			kind = "plaintext"
		}
		x.open("file", "original", page, "source-language", f.Source, "target-language", f.Target,
			"datatype", kind, "date", validDate(f.Date))
		x.open("body")
		for _, u := range units[:n] {
			if err := u.writable(); err != nil {
				return err
			}
			x.unit(u.normal(len(f.PluralForms)))
		}
		x.close("body")
		x.close("file")
		units = units[n:]
	}
	x.close("xliff")
	return x.Flush()
}

type xliffWriter struct {
	xmlWriter
	file File
}

func (x *xliffWriter) unit(u Unit) {
	if !u.Plural() {
		x.transUnit(&u, u.ID, u.Source, u.Was, u.Target, true, true)
		return
	}
	x.open("group", "restype", pluralGroup, "id", u.ID, "resname", u.ID)
	forms := x.file.PluralForms
	for i, form := range forms {
		source, was := u.SourcePlural, u.WasPlural
		if form == "one" {
			source, was = u.Source, u.Was
		}
		var target []string
		if u.Target != nil {
			target = u.Target[i : i+1]
		}
		x.transUnit(&u, u.ID+"["+form+"]", source, was, target, i == 0, true)
	}
	if !slices.Contains(forms, "one") {
		x.transUnit(&u, u.ID+"[one]", u.Source, u.Was, nil, false, false)
	}
	x.close("group")
}

// transUnit writes a unit or one form of it; the first has what is said of all.
func (x *xliffWriter) transUnit(u *Unit, id, source, was string, target []string, first, translate bool) {
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	approved, state := "no", needsReview
	if u.State == Current {
		approved, state = "yes", "translated"
	}
	attributes := []string{"id", id, "resname", id, "xml:space", "preserve"}
	if !translate {
		attributes = append(attributes, "translate", "no")
	} else if u.State != Missing {
		attributes = append(attributes, "approved", approved)
	}
	if u.MaxLength > 0 && translate {
		attributes = append(attributes, "maxwidth", number(u.MaxLength), "size-unit", "char")
	}
	x.open("trans-unit", attributes...)
	shown := target
	if x.file.CopySource && translate && u.State != Current {
		shown, state = []string{source}, needsTranslation
	}
	sourceCodes := u.codes(source)
	ids, known, next := numbers(source, sourceCodes, nil, 1)
	x.line("source", func() { x.content(source, sourceCodes, ids) }, "xml:lang", x.file.Source)
	if len(shown) > 0 && shown[0] != "" {
		x.other(u, "target", shown[0], known, next, "xml:lang", x.file.Target, "state", state)
	}
	if first {
		if u.File != "" {
			x.open("context-group", "purpose", "location")
			x.leaf("context", u.File, "context-type", "sourcefile")
			if u.Line > 0 {
				x.leaf("context", number(u.Line), "context-type", "linenumber")
			}
			x.close("context-group")
		}
		if u.Base != "" {
			x.open("context-group", "purpose", "x-base")
			x.leaf("context", u.Base, "context-type", baseContext)
			x.close("context-group")
		}
		for _, n := range u.Notes {
			x.leaf("note", n, "from", "developer")
		}
		for _, c := range u.Comments {
			x.leaf("note", c, "from", "translator")
		}
	}
	if was != "" {
		x.open("alt-trans", "alttranstype", previousVersion)
		x.other(u, "source", was, known, next, "xml:lang", x.file.Source)
		text := ""
		if len(target) > 0 {
			text = target[0]
		}
		x.other(u, "target", text, known, next, "xml:lang", x.file.Target)
		x.close("alt-trans")
	}
	x.close("trans-unit")
}

// other writes a text whose codes have the numbers that those of the source
// have, known by key, where they are the same.
func (x *xliffWriter) other(u *Unit, name, text string, known map[string][]int, next int, attributes ...string) {
	codes := u.codes(text)
	ids, _, _ := numbers(text, codes, known, next)
	x.line(name, func() { x.content(text, codes, ids) }, attributes...)
}

// content writes a text, its codes as inline elements.
func (x *xliffWriter) content(text string, codes []code, ids []int) {
	x.around(text, codes, func(i int, raw string) {
		c, id := codes[i], strconv.Itoa(ids[i])
		switch {
		case c.pair < 0 && (c.kind == link || c.kind == strong || c.kind == emphasis): // kinds of pairs only
			x.inline("ph", raw, "id", id)
		case c.pair < 0:
			x.inline("ph", raw, "id", id, "ctype", c.kind)
		case c.pair > i:
			x.inline("bpt", raw, "id", id, "ctype", c.kind)
		default:
			x.inline("ept", raw, "id", id)
		}
	})
}
