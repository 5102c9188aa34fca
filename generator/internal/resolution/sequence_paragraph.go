package resolution

import (
	"unicode"
)

func (e *expansion) numberedParagraph(c context, index int, r reading) {
	if r.depth > 0 {
		return
	}
	cost := r.cost + c.broken() + [...]float64{decimal: 0, upper: 0.3, upperRoman: 0.6, cyrillic: 2, lower: 2, lowerRoman: 2.2}[r.counting]
	if e.depth > 0 && e.ranks[0].counting == r.counting && r.counting != decimal && unicode.IsUpper(firstRune(r.label)) {
		cost = r.cost + c.broken() // the list counts so
	}
	if !c.lower && c.lead.class == leadRecital || e.depth == 1 && e.ranks[0].counting == r.counting {
		cost -= [...]float64{cyrillic: 1, lower: 1.2, lowerRoman: 1.6}[r.counting]
	}
	if c.lower && c.lead.class == leadUnknown && !c.label.alone {
		cost += 0.8
	}
	if c.label.bracketed() {
		cost += 0.4
	}
	if e.depth == 0 {
		cost += min(0.5*float64(r.value-1), 3)
	} else {
		step := e.step(0, r)
		if r.value == 1 && e.ranks[0].counting != r.counting && e.expects(c.label.readings, anyDoubt) {
			step += 0.8 // it can be the next label, misread
		}
		if r.value == 1 && !e.acting && c.lead.class == leadOperative && c.lead.known {
			step = min(step, 0.4) // operative paragraphs often count anew
		}
		cost += step
	}
	if e.empty {
		cost += 0.8
	}
	if e.colon && r.value == 1 && !c.lead.known {
		cost += 0.6 // the colon promises points
	}
	s := state{depth: 1, acting: e.acting || c.acts()}
	s.ranks[0] = rank{r.counting, int16(r.value)}
	e.add(cost, c.after(s, c.label.alone), choice{move: paragraph, reading: int16(index), label: r.label})
}

// step is what it costs that r follows at level k.
func (e *expansion) step(k int, r reading) float64 {
	was := e.ranks[k]
	gap := r.value - int(was.value)
	switch {
	case was.counting != r.counting && r.value == 1:
		return 0.4
	case was.counting != r.counting:
		return 3.5
	case gap == 1:
		return 0
	case gap > 1:
		return 1.5 + min(0.3*float64(gap), 4)
	case r.value == 1 && e.titled:
		return 0.3
	case r.value == 1:
		return 2
	default:
		return 4.5
	}
}

func (e *expansion) plainParagraph(c context) {
	cost := 0.2
	numbered := e.depth > 0 && e.ranks[0].counting != unnumbered
	if numbered {
		cost = 1
	}
	if c.lead.class == leadUnknown {
		cost++
		if numbered {
			cost += 0.5
		}
	} else if c.end > 0 || c.blank {
		cost -= 0.2
	}
	if c.lower && c.lead.class == leadUnknown {
		cost += 2
	} else if c.lower && c.bullet == "" {
		cost++
	}
	if c.bullet != "" && c.lead.class == leadUnknown {
		cost++
	}
	if e.depth > 0 {
		cost += 1.5 * c.broken()
		if !c.blank {
			cost += 0.4
		}
	}
	if c.label.ok() && c.label.readings[0].cost < printed {
		cost += 2
	} else if e.expects(c.label.readings, anyDoubt) {
		cost++
	}
	if e.empty {
		cost += 3
	}
	if c.standsAlone() {
		cost += 0.8
		if !c.lead.known {
			cost += 0.7
		}
	}
	if n := c.next; n != nil && n.label.alone && !n.blank && e.expects(n.label.readings, printed) {
		cost -= 1.5 // its label stands a line late
	}
	if e.acting && (c.lead.class == leadRecital || c.lead.class == leadUnknown) {
		cost += 0.5 // the preamble is over
	}
	s := state{depth: 1, acting: e.acting || c.acts()}
	if begins := c.acts() && !e.acting; e.depth > 0 && !begins {
		s.ranks[0] = e.ranks[0]
	}
	e.add(cost, c.after(s, false), choice{move: paragraph, reading: -1})
	if numbered {
		s.ranks[0] = e.ranks[0]
		s.ranks[0].value++
		label := s.ranks[0].counting.write(int(s.ranks[0].value))
		begins := c.acts() && !e.acting // where the numbers may end
		if c.lead.known && !c.lower && !begins && !(c.next != nil && c.next.label.alone) {
			cost -= 0.7 // it opens like its neighbours
		}
		e.add(cost+0.5, c.after(s, false), choice{move: paragraph, reading: -1, missing: true, label: label})
	}
}

// standsAlone reports whether the line ends nothing and nothing goes on with
// it, as a heading does.
func (c context) standsAlone() bool {
	n := c.next
	return c.line.end == 0 && !c.line.leadOnly && n != nil && (n.label.ok() || n.blank && !startsLower(n.text))
}
