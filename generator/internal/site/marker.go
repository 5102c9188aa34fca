package site

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"resolutionsite/generator/internal/markdown"
	"resolutionsite/generator/internal/translation"
)

// A marker finds the edits that tell readers of a page what has become of each
// of its blocks: marks on an ordinary page, the words of the original on a
// critical one.
type marker struct {
	t     *translated
	body  []byte
	edits []edit
	// failed is set where a block of the original has no place in the
	// translation's Markdown.
	failed bool
}

// markings are the edits of a page, in the order of their places. Where a page's
// Markdown would not stand them, a critical page shows the original as a whole,
// and an ordinary one says how much is outdated, but not where.
func markings(t *translated) []edit {
	m := &marker{t: t, body: t.Page.Body}
	switch {
	case t.Source == nil && t.critical:
		return []edit{{0, len(m.body), ""}}
	case t.Source == nil:
		return nil // the head of the page says it of all
	case t.critical:
		m.critical()
	default:
		m.ordinary()
	}
	sortEdits(m.edits)
	if len(m.edits) == 0 || !m.failed && !m.overlap() && m.holds() {
		return m.edits
	}
	if !t.critical {
		return nil
	}
	// Footnotes are shown below everything else.
	var notes []edit
	for _, b := range t.Source.Blocks().Body {
		if b.Kind == translation.Note {
			notes = append(notes, edit{b.Start, b.End, original(string(t.Source.Body[b.Start:b.End]))})
		}
	}
	sortEdits(notes)
	return []edit{{0, len(m.body), call("whole") + "\n\n" + string(apply(t.Source.Body, notes)) + "\n\n" + call("whole-end") + "\n"}}
}

// ordinary marks what does not say what the original says now.
func (m *marker) ordinary() {
	var last *translation.Block // that the units before stand in
	gap := false
	for _, u := range m.t.Units {
		if u.Name() != "" {
			continue
		}
		switch st := stateOf(u); st {
		case stateMissing:
			if !gap {
				m.gap(last, "mark", string(st), anchorOf(m.t.Source, u.Source[0].Start))
			}
			gap = true
			continue
		case stateOutdated, stateUnsure:
			for _, b := range u.Target {
				m.mark(b, "mark", string(st), anchorOf(m.t.Source, u.Source[0].Start))
			}
		case stateOrphan, stateAlone:
			for _, b := range u.Target {
				m.mark(b, "mark", string(st), "")
			}
		}
		gap, last = false, lastOf(u)
	}
}

func lastOf(u translation.Unit) *translation.Block {
	last := slices.MaxFunc(u.Target, func(a, b translation.Block) int { return a.Start - b.Start })
	return &last
}

func (m *marker) edit(at, end int, text string) { m.edits = append(m.edits, edit{at, end, text}) }

// mark puts a mark at the beginning of a block; below one whose text is used
// elsewhere as well, or holds no marks.
func (m *marker) mark(b translation.Block, mark ...string) {
	switch {
	case b.Kind.IsHeading() || b.Kind == translation.Code:
		m.behind(b, mark...)
	case b.Kind == translation.Row:
		at := m.firstCell(b)
		m.edit(at, at, call(mark...)+" ")
	default:
		at := b.Start + len(taskBox.Find(m.body[b.Start:b.End]))
		m.edit(at, at, call(mark...)+" ")
	}
}

// taskBox makes a list item one that can be done.
var taskBox = regexp.MustCompile(`^\[[ xX]\]\s+`)

// gap puts a mark behind a block, in it where it is part of a larger whole; nil
// means the beginning of the page.
func (m *marker) gap(b *translation.Block, mark ...string) {
	switch {
	case b == nil:
		m.edit(0, 0, call(append(mark, ownBlock)...)+"\n\n")
	case b.Kind == translation.Row:
		at := m.lastCell(*b)
		m.edit(at, at, " "+call(mark...))
	case b.Kind == translation.Paragraph || b.Kind.IsHeading() || b.Kind == translation.Code:
		m.behind(*b, mark...)
	default:
		m.edit(b.End, b.End, " "+call(mark...))
	}
}

func (m *marker) firstCell(b translation.Block) int {
	at := b.Start
	if m.body[at] == '|' {
		at++
	}
	for at < b.End && (m.body[at] == ' ' || m.body[at] == '\t') {
		at++
	}
	return at
}

func (m *marker) lastCell(b translation.Block) int {
	if m.body[b.End-1] == '|' && (b.End < 2 || m.body[b.End-2] != '\\') {
		return b.Start + len(bytes.TrimRight(m.body[b.Start:b.End-1], " \t"))
	}
	return b.End
}

// behind puts a mark behind a block, as a block of its own.
func (m *marker) behind(b translation.Block, mark ...string) {
	at := m.lastLine(b)
	prefix := continued(b.Mark)
	blank := "\n" + strings.TrimRight(prefix, " ")
	text := blank + "\n" + prefix + call(append(mark, ownBlock)...)
	if next := bytes.TrimLeft(m.body[at:], "\n"); len(next) > 0 && len(m.body[at:])-len(next) < 2 {
		text += blank
	}
	m.edit(at, at, text)
}

// lastLine is the end of the last line of a block, with what closes it.
func (m *marker) lastLine(b translation.Block) int {
	at := m.lineEnd(b.End)
	underlined := b.Kind.IsHeading() && !strings.Contains(b.Mark, "#")
	next := bytes.TrimLeft(m.body[at:m.lineEnd(min(at+1, len(m.body)))], " \t\n>")
	fenced := b.Kind == translation.Code && (bytes.HasPrefix(next, []byte("```")) || bytes.HasPrefix(next, []byte("~~~")))
	header := b.Kind == translation.Row && delimiter(string(next))
	if underlined || fenced || header {
		at = m.lineEnd(at + 1)
	}
	return at
}

// delimiter reports whether a line parts the head of a table from its rows.
func delimiter(line string) bool {
	return strings.Contains(line, "-") && strings.Trim(line, "|-: \t\r") == ""
}

func (m *marker) lineEnd(at int) int {
	if at >= len(m.body) {
		return len(m.body)
	}
	if i := bytes.IndexByte(m.body[at:], '\n'); i >= 0 {
		return at + i
	}
	return len(m.body)
}

var headingMark = regexp.MustCompile(`#+\s*$`)

// continued is what stands before the further lines of a block, by what stands
// before its first: the signs of quotations stay, those of lists make room.
func continued(mark string) string {
	return strings.Map(func(r rune) rune {
		if r == '>' {
			return r
		}
		return ' '
	}, headingMark.ReplaceAllString(mark, ""))
}

var stateCall = regexp.MustCompile(`\{\{< state/[^>]*>\}\}`)

// overlap reports whether two edits, which are in order, are of the same bytes.
func (m *marker) overlap() bool {
	for i := 1; i < len(m.edits); i++ {
		if m.edits[i].at < m.edits[i-1].end {
			return true
		}
	}
	return false
}

// holds reports whether the edited page has the blocks that it is to have: those
// of the translation on an ordinary page, on a critical one the original's where
// the translation's may not be shown.
func (m *marker) holds() bool {
	var want []string
	for _, u := range m.t.Units {
		blocks := u.Target
		if m.t.critical {
			switch stateOf(u) {
			case stateOutdated, stateUnsure, stateMissing:
				blocks = u.Source
			case stateOrphan:
				blocks = nil
			}
		}
		for _, b := range blocks {
			if u.Name() == "" {
				want = append(want, wordsOf(b))
			}
		}
	}
	var got []string
	for _, b := range splitter.Split(apply(m.body, m.edits)) {
		got = append(got, wordsOf(b))
	}
	slices.Sort(want)
	slices.Sort(got)
	return slices.Equal(want, got)
}

// wordsOf is the text of a block without marks, and of a row without what parts
// its cells.
func wordsOf(b translation.Block) string {
	text := stateCall.ReplaceAllString(b.Text, "")
	if b.Kind == translation.Row {
		text = strings.Join(markdown.Cells(text), "|")
	}
	return translation.Normalize(strings.ReplaceAll(text, "\\\n", "\n"))
}

var splitter = translation.NewSplitter()
