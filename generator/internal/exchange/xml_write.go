package exchange

import (
	"bufio"
	"strings"
)

// An xmlWriter writes elements, one on a line and indented, but for those that
// are part of a text. Attributes are given as names and values by turns, those
// without a value are left out. What goes wrong, the buffer keeps until it is
// flushed.
type xmlWriter struct {
	*bufio.Writer
	depth int
}

// xmlEscaper writes out line feeds, too, so that no program breaks them up.
var xmlEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\t", "&#9;", "\n", "&#10;")

func (w *xmlWriter) raw(s string) { _, _ = w.WriteString(s) }

func (w *xmlWriter) chars(s string) { _, _ = xmlEscaper.WriteString(w.Writer, s) }

func (w *xmlWriter) tag(name string, attributes []string) {
	w.raw("<")
	w.raw(name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			w.raw(" ")
			w.raw(attributes[i])
			w.raw(`="`)
			w.chars(attributes[i+1])
			w.raw(`"`)
		}
	}
	w.raw(">")
}

func (w *xmlWriter) indent() {
	for range w.depth {
		w.raw("  ")
	}
}

func (w *xmlWriter) open(name string, attributes ...string) {
	w.indent()
	w.tag(name, attributes)
	w.raw("\n")
	w.depth++
}

func (w *xmlWriter) close(name string) {
	w.depth--
	w.indent()
	w.raw("</" + name + ">\n")
}

// inline writes an element within a text.
func (w *xmlWriter) inline(name, text string, attributes ...string) {
	w.tag(name, attributes)
	w.chars(text)
	w.raw("</")
	w.raw(name)
	w.raw(">")
}

// leaf writes an element with a text and no more.
func (w *xmlWriter) leaf(name, text string, attributes ...string) {
	w.indent()
	w.inline(name, text, attributes...)
	w.raw("\n")
}

// line writes an element whose content is a text with elements in it.
func (w *xmlWriter) line(name string, content func(), attributes ...string) {
	w.indent()
	w.tag(name, attributes)
	content()
	w.raw("</" + name + ">\n")
}

// around writes a text, each of its codes by a function.
func (w *xmlWriter) around(text string, codes []code, write func(i int, raw string)) {
	at := 0
	for i, c := range codes {
		w.chars(text[at:c.start])
		write(i, c.raw(text))
		at = c.end
	}
	w.chars(text[at:])
}
