package project

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
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

// Text is the content of a text file that was read, nil of any other.
func (p *Project) Text(name string) []byte {
	if f := p.readable(name); f != nil {
		return f.Text
	}
	return nil
}

// readFile reads a file once and remembers it in Files. A file that is too
// large, or no text, is remembered by name and size only. The text is nil as
// well for a file that cannot be read, which is a problem of the project like
// any other.
func (p *Project) readFile(name string) []byte {
	info, err := fs.Stat(p.FS, name)
	var f *File
	if err == nil {
		f = &File{Path: name, Size: info.Size()}
		p.Files = append(p.Files, f)
		if f.Size <= MaxFileSize && IsText(name) {
			f.Text, err = fs.ReadFile(p.FS, name)
		}
	}
	if err != nil {
		detail := err
		if inner := (*fs.PathError)(nil); errors.As(err, &inner) {
			detail = inner.Err
		}
		p.problem(diag.Diagnostic{File: name, Rule: "file-unreadable", ID: "file-unreadable", Args: map[string]any{"Detail": detail.Error()}})
		return nil
	}
	return f.Text
}

// isOrdinary reports a problem for what is neither a file nor a folder. Hugo
// passes over symbolic links, which may lead out of the project, and a pipe
// would never end.
func (p *Project) isOrdinary(name string, entry fs.DirEntry) bool {
	if entry.IsDir() || entry.Type().IsRegular() {
		return true
	}
	p.problem(diag.Diagnostic{File: name, Rule: "file-kind", ID: "file-kind"})
	return false
}
