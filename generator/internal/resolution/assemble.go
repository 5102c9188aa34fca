package resolution

import (
	"slices"
	"strings"
)

// An element is a paragraph or point while it is put together.
type element struct {
	label   string
	printed bool // the label is in the source, at this place
	pieces  []piece
	line    int
	turn    float64 // how surely the operative part begins here
	rank    counting
	points  []*element
	heading []line // the cross-heading before it
}

func (e *element) empty() bool { return len(e.pieces) == 0 }

// textLine is where its text begins: its label can stand on a line by itself.
func (e *element) textLine() int {
	if e.empty() {
		return e.line
	}
	return e.pieces[0].line
}

// opening is the first n words of its first line.
func (e *element) opening(n int) string {
	if e.empty() {
		return ""
	}
	return excerpt(e.pieces[0].text, n)
}

// assemble builds the paragraphs from the lines and the readings chosen.
func (r *reader) assemble(lines []line, choices []choice) []*element {
	var list []*element
	var open [maxDepth]*element
	var headings, tailLines []line
	turn := 0.0 // how surely the operative part begins with the next element
	gap := false
	depth := 0
	for i, l := range lines {
		c := choices[i]
		turn = max(turn, l.turn)
		switch c.move {
		case leftOut:
			rule := "page-mark"
			if !l.page {
				rule = "running-header"
			}
			r.repair(l.number, rule, l.raw, "", 0.7)
			gap = true
			continue
		case heading:
			headings = append(headings, l)
			if isHinge(l) && l.lead.class == leadOperative {
				turn = max(turn, turnOfFormula)
			}
			continue
		case footnote, footnoteGoesOn:
			r.addNote(l, c.move == footnoteGoesOn)
			continue
		case tail:
			tailLines = append(tailLines, l)
			continue
		}
		if c.move == goesOn {
			e := open[depth]
			wide := (l.blank || gap) && !e.empty()
			if wide {
				last := e.pieces[len(e.pieces)-1].text
				from, to := tailWords(last), excerpt(l.raw, 3)
				r.repair(l.number, "lines-joined", from+" / "+to, from+" "+to, 0.75)
			}
			text := l.raw
			if c.reading >= 0 {
				text = l.label.rest
				if n := len(r.repairs) - 1; n >= 0 && r.repairs[n].Rule == "label-missing" && r.repairs[n].Line == e.line {
					r.repairs = r.repairs[:n]
				}
				e.label, e.printed, e.rank = c.label, true, l.label.readings[c.reading].counting
				r.repair(l.number, "label-displaced", e.opening(3)+" / "+l.label.form, e.label+". "+e.opening(3), 0.7)
			}
			e.pieces = append(e.pieces, piece{text, l.number, wide})
			gap, turn = false, 0
			continue
		}
		e := &element{label: c.label, line: l.number, turn: turn, heading: headings}
		headings, gap, turn = nil, false, 0
		text := l.text
		if c.reading >= 0 {
			e.printed = true
			e.rank = l.label.readings[c.reading].counting
			text = l.label.rest
		}
		if text != "" {
			e.pieces = []piece{{text, l.number, false}}
		}
		depth = int(c.level)
		open[depth] = e
		if depth == 0 {
			list = append(list, e)
		} else {
			parent := open[depth-1]
			if n := len(parent.points); c.missing && n > 0 {
				if above, _, ok := cutLast(parent.points[n-1].label); ok {
					e.label = above + "." + e.label
				}
			}
			parent.points = append(parent.points, e)
		}
		r.logLabel(l, c, e)
	}
	r.mendFirst(list)
	r.leaveTail(append(headings, tailLines...)) // no paragraph follows the last heading
	return r.mendDisplaced(list)
}

// logLabel records what was changed about the label of a line.
func (r *reader) logLabel(l line, c choice, e *element) {
	if c.missing {
		words := excerpt(l.text, 4)
		mark := ""
		if l.bullet != "" {
			mark = l.bullet + " "
		}
		r.repair(l.number, "label-missing", mark+words, e.label+". "+words, 0.8)
		return
	}
	if c.reading < 0 {
		if l.bullet != "" && c.move == paragraph {
			r.repair(l.number, "stray-dash", l.bullet, "", 0.95)
		}
		return
	}
	// In the canonical form points have the dash and are indented.
	if l.bullet != "" && (c.move == paragraph || l.indent < 4 || l.bullet != "-") {
		r.repair(l.number, "stray-dash", l.bullet+" "+l.label.form, l.label.form, 0.98)
	}
	form := l.label.form
	if e.label != l.label.raw {
		r.repair(l.number, "label-misread", form, e.label+".", 0.9)
		form = e.label + "."
	} else if l.label.escaped {
		r.repair(l.number, "label-escaped", form, e.label+".", 0.98)
	}
	if l.label.glued {
		next := firstWord(strings.TrimLeft(l.label.rest, "*_"))
		r.repair(l.number, "label-glued", form+next, form+" "+next, 0.95)
	}
}

// mendFirst gives the first label of a list back: one text without a label
// before the second of its kind.
func (r *reader) mendFirst(list []*element) {
	for _, e := range list {
		r.mendFirst(e.points)
	}
	for i := 0; i+1 < len(list); i++ {
		first, second := list[i], list[i+1]
		above, last, dotted := cutLast(second.label)
		if first.label != "" || first.empty() || !second.printed || second.empty() || second.rank.value(last) != 2 {
			continue
		}
		label := second.rank.write(1)
		if dotted {
			label = above + "." + label
		}
		if slices.ContainsFunc(list[:i], func(e *element) bool { return e.label == label }) {
			continue
		}
		text := first.opening(4)
		r.repair(first.line, "label-missing", text, label+". "+text, 0.75)
		first.label, first.rank = label, second.rank
	}
}

// mendDisplaced gives labels that stand a line too early or too late back to
// their texts: in a list, a label without text and a text without label are
// the two ends of a stretch that slipped by one.
func (r *reader) mendDisplaced(list []*element) []*element {
	for _, e := range list {
		e.points = r.mendDisplaced(e.points)
	}
	for i, e := range list {
		if e == nil || len(e.points) > 0 {
			continue
		}
		switch {
		case e.label == "" && !e.empty():
			end := slipEnd(list, i, func(x *element) bool { return x.empty() && x.printed })
			if end < 0 {
				continue
			}
			// Each label belongs to the text before it.
			for j := i; j < end; j++ {
				r.displaced(list[j], list[j+1].line, list[j+1].label)
				list[j].label, list[j].rank = list[j+1].label, list[j+1].rank
			}
			list[end-1].points = append(list[end-1].points, list[end].points...)
			list[end] = nil
		case e.printed && e.empty():
			end := slipEnd(list, i, func(x *element) bool { return x.label == "" && !x.empty() })
			if end < 0 {
				continue
			}
			// Each text belongs to the label before it.
			for j := end; j > i; j-- {
				r.displaced(list[j], list[j].line, list[j-1].label)
				list[j].label, list[j].rank = list[j-1].label, list[j-1].rank
			}
			list[i+1].heading, list[i+1].turn = e.heading, e.turn
			list[i] = nil
		}
	}
	return slices.DeleteFunc(list, func(e *element) bool { return e == nil })
}

// slipEnd finds the other end of a stretch of labelled texts after i, within
// the few that can slip together; -1 where there is none. Nothing slips past a
// heading or a break.
func slipEnd(list []*element, i int, other func(*element) bool) int {
	for j := i + 1; j < len(list) && j <= i+60; j++ {
		if list[j] == nil || list[j].heading != nil || list[j].turn > 0 {
			return -1
		}
		if other(list[j]) {
			return j
		}
		if list[j].label == "" || list[j].empty() || len(list[j].points) > 0 {
			return -1
		}
	}
	return -1
}

// displaced records that the label moved; both are in the source already.
func (r *reader) displaced(e *element, line int, to string) {
	text := e.opening(4)
	r.repair(line, "label-displaced", text+" / "+to+".", to+". "+text, 0.7)
}

// excerpt is the first n words of s.
func excerpt(s string, n int) string {
	fields := strings.Fields(s[:min(len(s), 100*n)])
	return strings.ToValidUTF8(strings.Join(fields[:min(n, len(fields))], " "), "")
}

// tailWords is the last three words of s.
func tailWords(s string) string {
	fields := strings.Fields(s[max(0, len(s)-200):])
	return strings.ToValidUTF8(strings.Join(fields[max(0, len(fields)-3):], " "), "")
}
