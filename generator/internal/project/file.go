package project

import (
	"errors"
	"io"
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

// readFile reads a file once and remembers it in Files; see readFile below. The
// text is nil as well for a file that cannot be read, which is a problem of the
// project like any other.
func (p *Project) readFile(name string) []byte {
	f, problem := readFile(p.FS, name)
	if f != nil {
		p.Files = append(p.Files, f)
	}
	if problem != nil {
		p.problem(*problem)
		return nil
	}
	return f.Text
}

// readFile reads a file. Of one that is too large, or no text, only name and
// size are read.
func readFile(fsys fs.FS, name string) (f *File, problem *diag.Diagnostic) {
	f = &File{Path: name}
	var err error
	if IsText(name) {
		f.Size, f.Text, err = readText(fsys, name)
	}
	if err != nil || !IsText(name) {
		info, statErr := fs.Stat(fsys, name)
		if statErr != nil {
			f, err = nil, statErr
		} else {
			f.Size = info.Size()
		}
	}
	if err == nil {
		return f, nil
	}
	detail := err
	if inner := (*fs.PathError)(nil); errors.As(err, &inner) {
		detail = inner.Err
	}
	return f, &diag.Diagnostic{File: name, Rule: "file-unreadable", ID: "file-unreadable", Args: map[string]any{"Detail": detail.Error()}}
}

// readText reads a file, if it is not too large, with as few calls of the system
// as there can be: a project may have a hundred thousand.
func readText(fsys fs.FS, name string) (size int64, text []byte, err error) {
	file, err := fsys.Open(name)
	if err != nil {
		return 0, nil, err
	}
	defer file.Close() // read only: nothing to lose
	info, err := file.Stat()
	if err != nil {
		return 0, nil, err
	}
	if info.Size() > MaxFileSize {
		return info.Size(), nil, nil
	}
	text = make([]byte, info.Size())
	n, err := io.ReadFull(file, text)
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) { // it has become shorter
		err = nil
	}
	if err != nil {
		return info.Size(), nil, err
	}
	return info.Size(), text[:n], nil
}

// isOrdinary reports a problem for what is neither a file nor a folder. Hugo
// passes over symbolic links, which may lead out of the project, and a pipe
// would never end.
func (p *Project) isOrdinary(name string, entry fs.DirEntry) bool {
	if problem := extraordinary(name, entry); problem != nil {
		p.problem(*problem)
		return false
	}
	return true
}

func extraordinary(name string, entry fs.DirEntry) *diag.Diagnostic {
	if entry.IsDir() || entry.Type().IsRegular() {
		return nil
	}
	return &diag.Diagnostic{File: name, Rule: "file-kind", ID: "file-kind"}
}
