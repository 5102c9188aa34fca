package exchange

import (
	"bufio"
	"io"
	"strconv"
	"time"
)

// WriteTMX writes the current translations as a translation memory, TMX 1.4
// (level 2): for programs that suggest what was translated before. A unit's
// tuid is its page and its id, with the form of a string behind it.
func WriteTMX(w io.Writer, f File) error {
	x := tmxWriter{xmlWriter{bufio.NewWriter(w), 0}, f}
	date := ""
	if t, err := time.Parse(time.RFC3339, f.Date); err == nil {
		date = t.UTC().Format("20060102T150405Z")
	}
	x.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	x.open("tmx", "version", "1.4")
	x.indent()
	x.inline("header", "", "creationtool", "generator", "creationtoolversion", "1", "segtype", "block", "o-tmf", "Markdown",
		"adminlang", "en", "srclang", f.Source, "datatype", "unknown", "creationdate", date)
	x.raw("\n")
	x.open("body")
	for _, u := range f.Units {
		if err := u.writable(); err != nil {
			return err
		}
		u := u.normal(len(f.PluralForms))
		if u.State != Current {
			continue
		}
		if !u.Plural() {
			x.pair(&u, u.Name(), u.Source, u.Target[0])
			continue
		}
		for i, form := range f.PluralForms {
			source := u.SourcePlural
			if form == "one" {
				source = u.Source
			}
			x.pair(&u, u.Name()+"["+form+"]", source, u.Target[i])
		}
	}
	x.close("body")
	x.close("tmx")
	return x.Flush()
}

type tmxWriter struct {
	xmlWriter
	file File
}

func (x *tmxWriter) pair(u *Unit, id, source, target string) {
	x.open("tu", "tuid", id)
	codes := u.codes(source)
	ids, known, next := numbers(source, codes, nil, 1)
	x.variant(x.file.Source, source, codes, ids)
	codes = u.codes(target)
	ids, _, _ = numbers(target, codes, known, next)
	x.variant(x.file.Target, target, codes, ids)
	x.close("tu")
}

// variant writes a text in one language. Codes that are the same in both have
// the same x; i joins the two of a pair.
func (x *tmxWriter) variant(lang, text string, codes []code, ids []int) {
	x.open("tuv", "xml:lang", lang)
	x.line("seg", func() {
		x.around(text, codes, func(i int, raw string) {
			c, id := codes[i], strconv.Itoa(ids[i])
			switch {
			case c.pair < 0:
				x.inline("ph", raw, "x", id, "type", c.kind)
			case c.pair > i:
				x.inline("bpt", raw, "i", id, "x", id, "type", c.kind)
			default:
				x.inline("ept", raw, "i", id)
			}
		})
	})
	x.close("tuv")
}
