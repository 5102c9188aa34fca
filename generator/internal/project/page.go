package project

import (
	"path"
	"strings"

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

// PositionInBody turns a byte offset in Body into a line and column of the
// file.
func (p *Page) PositionInBody(offset int) (line, column int) {
	line, column = position(p.Body, offset)
	return line + p.BodyLine - 1, column
}
