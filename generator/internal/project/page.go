package project

import (
	"path"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
)

// Page is one page in one language, as it was written.
type Page struct {
	Language locale.Language
	// File is the path from the project's root, such as
	// "content/fr/resolution/13e/index.md".
	File string
	// Path is the page's address without the language, such as
	// "/resolution/13e/"; the same in every language.
	Path string
	FrontMatter
	// Body is the Markdown below the front matter, and BodyLine the line of
	// the file that it begins on.
	Body     []byte
	BodyLine int

	document *Document
	blocks   blocks
	marks    marks
}

// pagePath turns a file name below the language's folder into an address.
func pagePath(rel string) string {
	dir, base := path.Split(strings.ToLower(rel))
	name := strings.TrimSuffix(base, path.Ext(base))
	if name != "index" && name != "_index" {
		dir += name + "/"
	}
	return "/" + strings.TrimPrefix(dir, "/")
}

// TypeOf is the type of the pages at a path, which the reference language's says,
// or that of the first language which has the page; "" where it is their folder's.
func (p *Project) TypeOf(at string) string {
	if page := p.Source(p.Reference, at); page != nil {
		return page.Type
	}
	for _, l := range p.Languages {
		if page := p.Page(l.Key, at); page != nil {
			return page.Type
		}
	}
	return ""
}

// PositionInBody turns a byte offset in Body into a line and column of the
// file.
func (p *Page) PositionInBody(offset int) (line, column int) {
	if p.marks == nil {
		p.marks = newMarks(p.Body)
	}
	line, column = p.marks.position(p.Body, offset)
	return line + p.BodyLine - 1, column
}

// marks are the places of every so many bytes of a text, from which others are
// counted: a text of one long line may be full of faults.
type marks []mark

type mark struct{ line, column int }

const markDistance = 1 << 10

func newMarks(src []byte) marks {
	m := marks{{1, 1}}
	for start := 0; start+markDistance <= len(src); start += markDistance {
		m = append(m, m[len(m)-1].after(src[start:start+markDistance]))
	}
	return m
}

func (m marks) position(src []byte, offset int) (line, column int) {
	offset = max(0, min(offset, len(src)))
	i := offset / markDistance
	at := m[i].after(src[i*markDistance : offset])
	return at.line, at.column
}

// after is the place behind a piece of text that begins at m.
func (m mark) after(src []byte) mark {
	if line, column := diag.Position(src, len(src)); line == 1 {
		m.column += column - 1
	} else {
		m.line, m.column = m.line+line-1, column
	}
	return m
}
