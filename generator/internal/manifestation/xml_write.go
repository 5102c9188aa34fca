package manifestation

import (
	"encoding/xml"
	"strings"
)

// An xmlWriter writes elements, one on a line and indented, but for those that
// are part of a text. Attributes are given as names and values by turns.
type xmlWriter struct {
	strings.Builder
	depth int
}

func (w *xmlWriter) raw(s string) { w.WriteString(s) }

// chars writes text. What XML cannot hold becomes U+FFFD; texts in normal form
// have none of it.
func (w *xmlWriter) chars(s string) {
	_ = xml.EscapeText(&w.Builder, []byte(s)) // a strings.Builder never fails
}

func (w *xmlWriter) start(name string, attributes []string) {
	w.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		w.raw(" " + attributes[i] + `="`)
		w.chars(attributes[i+1])
		w.raw(`"`)
	}
}

// tag writes a start tag within a text.
func (w *xmlWriter) tag(name string, attributes ...string) {
	w.start(name, attributes)
	w.raw(">")
}

func (w *xmlWriter) inlineLeaf(name, text string, attributes ...string) {
	w.tag(name, attributes...)
	w.chars(text)
	w.raw("</" + name + ">")
}

func (w *xmlWriter) inlineEmpty(name string, attributes ...string) {
	w.start(name, attributes)
	w.raw("/>")
}

func (w *xmlWriter) indent() { w.raw(strings.Repeat("  ", w.depth)) }

func (w *xmlWriter) open(name string, attributes ...string) {
	w.indent()
	w.tag(name, attributes...)
	w.raw("\n")
	w.depth++
}

func (w *xmlWriter) close(name string) {
	w.depth--
	w.indent()
	w.raw("</" + name + ">\n")
}

func (w *xmlWriter) empty(name string, attributes ...string) {
	w.indent()
	w.inlineEmpty(name, attributes...)
	w.raw("\n")
}

func (w *xmlWriter) leaf(name, text string, attributes ...string) {
	w.indent()
	w.inlineLeaf(name, text, attributes...)
	w.raw("\n")
}

// line writes an element whose content is text, on one line.
func (w *xmlWriter) line(name string, content func(), attributes ...string) {
	w.indent()
	w.tag(name, attributes...)
	content()
	w.raw("</" + name + ">\n")
}
