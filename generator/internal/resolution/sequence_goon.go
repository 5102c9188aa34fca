package resolution

import (
	"strings"
)

func (e *expansion) goOn(c context) {
	if e.depth == 0 || e.titled {
		return
	}
	cost := 3 * c.end
	switch {
	case e.empty:
		cost = -0.3
	case c.previous != nil && c.previous.leadOnly && c.end < endComma:
		cost = 0 // the line before is a lead word by itself
	case c.fit == fitFull && !c.blank && c.end == endSemicolon && c.lower && e.ranks[e.depth-1].counting != unnumbered && !c.label.ok():
		cost = 0.9 // the paragraph has two clauses
	case c.fit == fitFull && !c.blank && c.end < endSemicolon:
		// A full line breaks anywhere, behind a full stop or comma as well.
		cost = 1.6 * c.end * c.end
		if !c.lower && c.end > 0 && c.lead.class != leadUnknown {
			cost += 0.8
			if c.lead.known {
				cost += 0.5
			}
		}
	case c.blank && c.end >= endStop && !c.lower && e.ranks[0].counting != unnumbered && c.lead.class == leadUnknown && c.bullet == "" && !e.colon:
		cost = 1.8 // a second sub-paragraph of a numbered one
	default:
		if c.fit == fitShort && !c.blank {
			cost += 0.8
			if c.lead.known && !c.lower {
				cost += 0.6
			}
		}
		if c.lower && c.end == endComma && (c.lead.class == leadUnknown || isFunctionWord(strings.ToLower(firstWord(c.text)))) {
			cost = 0.7 // a comma, and no beginning behind it
		}
		if c.blank && !c.gap && !c.margin {
			cost += 1.2
		}
		if !c.lower {
			cost += 0.3
			if c.lead.class != leadUnknown && (c.end > 0 || c.blank) {
				cost += 0.8
			}
		}
	}
	if c.bullet != "" {
		cost += 1.5
	}
	if c.margin || (c.symbol || c.page) && c.line.end == 0 {
		cost += 1.2
	}
	if c.label.ok() {
		cost += 0.3
		if c.label.readings[0].cost < printed && e.expects(c.label.readings, printed) {
			cost += 1.5
		}
	}
	e.add(cost, c.after(e.state, false), choice{reading: -1})
	if (e.choice.move == paragraph || e.choice.move == point) && e.choice.reading < 0 && !c.blank &&
		(c.lower && c.end == 0 || c.label.alone && e.choice.missing) {
		e.lateLabel(c)
	}
}

// lateLabel reads the label at the beginning of an element's second line as
// the element's own.
func (e *expansion) lateLabel(c context) {
	k := e.choice.level
	was := e.ranks[k]
	for i, r := range c.label.readings {
		next := r.counting == was.counting && r.value == int(was.value)+1
		if e.choice.missing { // it was restored already
			next = r.counting == was.counting && r.value == int(was.value)
		}
		if r.depth > 0 || r.cost > printed || !next && (r.value != 1 || e.choice.missing) {
			continue
		}
		s := e.state
		s.ranks[k] = rank{r.counting, int16(r.value)}
		e.add(0.1+r.cost, c.after(s, false), choice{reading: int16(i), label: r.label})
	}
}

// expects reports whether one of the readings that cost less than below is the
// next of an open list.
func (e *expansion) expects(list []reading, below float64) bool {
	for _, r := range list {
		for k := range e.depth {
			if r.cost < below && e.ranks[k].counting == r.counting && int(e.ranks[k].value)+1 == r.value {
				return true
			}
		}
	}
	return false
}
