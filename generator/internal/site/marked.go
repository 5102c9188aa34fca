package site

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// markedFolder is the folder of the stage with copies of pages whose readers are
// told of single parts. They take the place of the pages; files beside those
// stay where they are.
const markedFolder = "marked"

// edit puts a text in the place of some bytes of a page's body.
type edit struct {
	at, end int
	text    string
}

// marked is the copy of a page.
type marked struct {
	page  *project.Page
	front []byte // what stands before the body
	edits []edit // in the order of their places
}

// mark stages the copies. The resolution has no need of one: its page shows what
// was read of the body.
func (s *Stage) mark(files map[string][]byte) error {
	s.marked = map[string]*marked{}
	for key, pages := range s.translated {
		for _, t := range pages {
			if !t.told() || t.Page.Resolution != nil {
				continue
			}
			edits := markings(t)
			if len(edits) == 0 {
				continue
			}
			m := &marked{page: t.Page, edits: edits}
			if i := slices.IndexFunc(s.project.Files, func(f *project.File) bool { return f.Path == t.Page.File }); i >= 0 {
				m.front = bytes.TrimSuffix(s.project.Files[i].Text, t.Page.Body)
			}
			name := markedFolder + "/" + key + "/" + strings.TrimPrefix(t.Page.File, s.project.Folders[key]+"/")
			files[name] = slices.Concat(m.front, apply(t.Page.Body, edits))
			s.marked[filepath.Join(s.Dir, filepath.FromSlash(name))] = m
		}
	}
	return nil
}

func sortEdits(edits []edit) {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.at - b.at })
}

// apply makes edits, which are in the order of their places.
func apply(body []byte, edits []edit) []byte {
	var out []byte
	at := 0
	for _, e := range edits {
		out = append(out, body[at:e.at]...)
		out = append(out, e.text...)
		at = e.end
	}
	return append(out, body[at:]...)
}

// origin is the place in an editor's file that a place in a copy was made of.
func (s *Stage) origin(file string, line, column int) (string, int, int) {
	m := s.marked[file]
	if m == nil || line < 1 {
		return file, line, column
	}
	copied := slices.Concat(m.front, apply(m.page.Body, m.edits))
	offset := -len(m.front)
	for range line - 1 {
		next := bytes.IndexByte(copied, '\n')
		if next < 0 {
			break
		}
		copied, offset = copied[next+1:], offset+next+1
	}
	offset += max(0, column-1)
	file = filepath.Join(s.Root, filepath.FromSlash(m.page.File))
	if offset < 0 { // in the front matter, which is as it was
		return file, line, column
	}
	for _, e := range m.edits {
		if offset < e.at {
			break
		}
		if offset < e.at+len(e.text) {
			offset = e.at
			break
		}
		offset += e.end - e.at - len(e.text)
	}
	at, in := m.page.PositionInBody(offset)
	if column < 1 {
		in = column
	}
	return file, at, in
}

// originOf gives a diagnostic of a copy the place in the editor's file.
func (s *Stage) originOf(d *diag.Diagnostic, file string) string {
	if s == nil {
		return file
	}
	file, d.Line, d.Column = s.origin(file, d.Line, d.Column)
	return file
}

// originIn puts the names of editors' files in the place of those of copies.
func (s *Stage) originIn(message string) string {
	if s == nil {
		return message
	}
	for copied, m := range s.marked {
		message = strings.ReplaceAll(message, copied, filepath.Join(s.Root, filepath.FromSlash(m.page.File)))
	}
	return message
}

// ownBlock is the last argument of a call that makes a block of its own.
const ownBlock = "block"

// call is the call of a shortcode of the program's own, in a folder that no page
// may call.
func call(words ...string) string {
	var b strings.Builder
	b.WriteString("{{< state/" + words[0])
	for _, a := range words[1:] {
		fmt.Fprintf(&b, " %q", a)
	}
	b.WriteString(" >}}")
	return b.String()
}
