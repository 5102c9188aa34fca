package resolution

import (
	"strings"
)

// leaveTail takes what stands behind the text: what says when and where it was
// adopted goes into the note, the rest is left out.
func (r *reader) leaveTail(lines []line) {
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && !lines[end].blank {
			end++
		}
		block := joinRaw(lines[i:end])
		for _, l := range lines[i:end] {
			if r.text.Number == "" {
				r.text.Number = numberedBySign(strings.Fields(bare(l.raw)))
			}
		}
		if r.text.Adopted == "" && isClosing(block) {
			for _, l := range lines[i:end] {
				r.repair(l.number, "tail-moved", l.raw, bare(l.raw), 0.6)
			}
			r.takeNote(lines[i:end])
		} else {
			for _, l := range lines[i:end] {
				r.repair(l.number, "back-matter", l.raw, "", 0.6)
			}
		}
		i = end
	}
}

// isClosing reports whether a block at the end says when or where the text was
// adopted: "107th plenary meeting, 2 September 2022".
func isClosing(block string) bool {
	return len(block) < 400 && (findDate(block) != "" || isNote(line{raw: block}, block))
}

// crossHeading is the heading above e. It is reported: whether a line is a
// heading or text is a matter of judgement.
func (r *reader) crossHeading(e *element) string {
	if len(e.heading) == 0 {
		return ""
	}
	pieces := make([]piece, len(e.heading))
	for i, l := range e.heading {
		pieces[i] = piece{strings.TrimLeft(l.raw, "# "), l.number, false}
		if pieces[i].text == l.raw { // nothing marks it as one
			r.repair(l.number, "heading", l.raw, l.raw, 0.75)
		}
	}
	return r.inline(pieces).Plain()
}
