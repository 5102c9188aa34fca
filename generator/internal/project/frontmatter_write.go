package project

import (
	"bytes"
	"errors"
	"fmt"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/rewrite"
)

// ParsePage reads the file of a page by itself. It has neither language nor
// address.
func ParsePage(file []byte) (*Page, error) {
	front, body, line, problem := splitFrontMatter(file)
	if problem != nil {
		return nil, errors.New(problem.ID)
	}
	page := &Page{Body: body, BodyLine: line}
	var found diag.List
	page.FrontMatter, found = parseFrontMatter(front)
	if page.broken || found.HasErrors() {
		return nil, fmt.Errorf("the front matter cannot be read")
	}
	return page, nil
}

// NewHead begins a translation of a page: a front matter without words yet, which
// says that nobody has reviewed it, and of a resolution what is the same in every
// language.
func NewHead(source *Page) []byte {
	var b bytes.Buffer
	b.WriteString("---\nreview: unreviewed\n")
	if r := source.Resolution; r != nil {
		b.WriteString("resolution:\n")
		for _, f := range [][2]string{{"kind", r.Kind}, {"number", r.Number}, {"adopted", r.Adopted}} {
			if f[1] != "" {
				fmt.Fprintf(&b, "  %s: %s\n", f[0], rewrite.DoubleQuoted(f[1]))
			}
		}
		b.WriteString("  status: unofficial\n")
	}
	b.WriteString("---\n")
	return b.Bytes()
}
