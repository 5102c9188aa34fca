package project

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// MaxFileSize is the size in bytes up to which a file of the project is read.
const MaxFileSize = 1 << 20

// File is one file below content/ or i18n/.
type File struct {
	Path string // slash-separated, from the project's root
	Size int64
	// Text is the content of a text file of at most MaxFileSize bytes; nil
	// for every other file.
	Text []byte
}

// textExtensions are the files that people write as text, which must be UTF-8.
var textExtensions = []string{".md", ".toml", ".txt", ".yaml", ".yml", ".json", ".csv", ".xml", ".html", ".svg", ".ics"}

// IsText reports whether the file's name says that people write it as text.
func IsText(name string) bool {
	return slices.Contains(textExtensions, strings.ToLower(path.Ext(name)))
}

// readFile reads a file once and remembers it in Files. A file that is too
// large, or no text, is remembered by name and size only.
func (p *Project) readFile(name string) ([]byte, error) {
	info, err := fs.Stat(p.FS, name)
	if err != nil {
		return nil, err
	}
	f := &File{Path: name, Size: info.Size()}
	p.Files = append(p.Files, f)
	if f.Size > MaxFileSize || !IsText(name) || !info.Mode().IsRegular() {
		return nil, nil
	}
	f.Text, err = fs.ReadFile(p.FS, name)
	return f.Text, err
}
