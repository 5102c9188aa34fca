package resolution

import (
	"cmp"
	"slices"
	"strconv"
)

// A foundNote is a footnote of the text, with where it stands.
type foundNote struct {
	mark   string // as it is in the model, unlike all others: pages may count anew
	pieces []piece
	line   int
}

// noteFor finds the footnote that a call on a line means: the next one with
// its mark or, where the notes stand before it, the last.
func (r *reader) noteFor(mark string, line int) (*foundNote, bool) {
	list := r.notes[mark] // by line
	i, _ := slices.BinarySearchFunc(list, line, func(n *foundNote, line int) int { return cmp.Compare(n.line, line) })
	switch {
	case i < len(list):
		return list[i], true
	case i > 0:
		return list[i-1], true
	}
	return nil, false
}

// addNote begins a footnote, or goes on with the one begun last.
func (r *reader) addNote(l line, goesOn bool) {
	if last := len(r.footnotes) - 1; goesOn && last >= 0 {
		r.footnotes[last].pieces = append(r.footnotes[last].pieces, piece{l.raw, l.number, false})
		r.repair(l.number, "footnote-moved", l.raw, l.raw, 0.8)
		return
	}
	if r.notes == nil {
		r.notes, r.marks = map[string][]*foundNote{}, map[string]bool{}
	}
	mark := l.note.mark
	unique := mark
	for n := len(r.notes[mark]) + 1; r.marks[unique]; n++ {
		unique = mark + "-" + strconv.Itoa(n)
	}
	r.marks[unique] = true
	note := &foundNote{unique, []piece{{l.note.rest, l.number, false}}, l.number}
	r.notes[mark] = append(r.notes[mark], note)
	r.footnotes = append(r.footnotes, note)
	r.repair(l.number, "footnote-moved", l.raw, unique+" "+l.note.rest, 0.95-0.2*min(1, l.note.doubt))
}

// setFootnotes puts the footnotes into the text, in their order.
func (r *reader) setFootnotes() {
	for _, n := range r.footnotes {
		r.text.Footnotes = append(r.text.Footnotes, Footnote{Mark: n.mark, Text: r.inline(n.pieces), Line: n.line})
	}
}
