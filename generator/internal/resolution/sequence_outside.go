package resolution

import (
	"strings"
	"unicode"
)

// footnote reads a line as a footnote, or as more of one: both stand outside
// the text, which goes on behind them as if they were not there.
func (e *expansion) footnote(c context) {
	s := e.state
	s.noting = true
	if e.noting {
		before := &e.lines[e.at-1]
		cost := 0.2 + 2.5*before.end
		if c.blank {
			cost += 1.5
		}
		if c.label.ok() && e.expects(c.label.readings, printed) {
			cost += 1.5
		}
		if e.wrapping.fits(before, c.line) == fitShort {
			cost++
		}
		e.add(cost, s, choice{move: footnoteGoesOn, reading: -1})
	}
	if !c.note.called {
		return
	}
	cost := 0.2 + c.note.doubt
	if e.noting { // footnotes stand together
		cost = min(cost, 0.2)
	}
	if c.line.end == endSemicolon {
		cost += 1.2
	}
	if c.label.ok() && e.expects(c.label.readings, printed) {
		cost += 0.8
	}
	if c.lead.known {
		cost += 0.8
	}
	e.add(cost, s, choice{move: footnote, reading: -1})
}

// headingWords is the length up to which a line is taken for a heading.
const headingWords = 16

// heading reads a line as a cross-heading: a short line by itself that ends
// nothing, where something ended before and something begins after it.
func (e *expansion) heading(c context) {
	if c.next == nil || e.empty {
		return
	}
	if isHinge(*c.line) && !startsLower(c.next.text) {
		cost := 0.1 + 0.5*(1-c.end)
		if !c.caps {
			cost += 0.2
		}
		s := e.state
		s.titled, s.colon = true, false
		s.acting = s.acting || c.acts()
		e.add(cost, s, choice{move: heading, reading: -1})
		return
	}
	if c.line.end > 0 || c.bullet != "" || c.lower || c.line.leadOnly {
		return
	}
	if c.words > headingWords || len(c.raw) > 160 || !hasLetter(c.raw) {
		return
	}
	cost := 0.9
	if c.label.ok() {
		r := c.label.readings[0]
		if r.counting != upper && r.counting != upperRoman || c.label.alone {
			return
		}
		cost += 0.3
	}
	goesOn := e.titled && !c.blank
	switch {
	case goesOn:
		cost = 0.3
	case c.blank && c.end >= endComma: // a comma ends a paragraph of a preamble
		cost += 0.4 * (1 - c.end)
	case c.blank:
		cost += 2
	default:
		cost += 0.5 + 3*(1-c.end)
	}
	switch n := c.next; {
	case n.label.ok() || n.bullet != "":
	case startsLower(n.text):
		cost += 3
	case !n.blank:
		cost += 0.8
	}
	if c.lead.class != leadUnknown {
		cost += 0.3
		if c.lead.known {
			cost += 0.7
		}
	}
	if strings.HasPrefix(c.raw, "#") || c.caps || bare(c.raw) != c.raw && strings.HasPrefix(c.raw, "*") {
		cost -= 0.6
	}
	if e.colon {
		cost++
	}
	if c.margin {
		cost++
	}
	s := e.state
	s.titled, s.colon = true, false
	e.add(cost, s, choice{move: heading, reading: -1})
}

// isHinge recognises a lead word that stands by itself over a part of the text:
// "RESUELVE:", "CONSIDERANDO:", "Décide :".
func isHinge(l line) bool {
	b := bare(l.raw)
	return l.lead.known && l.leadOnly && !l.label.ok() && l.bullet == "" && len(strings.Fields(b)) <= 4 && (l.colon || isCaps(b))
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// tail reads a line as what stands behind the text: signatures, dates, the
// furniture of a page. What looks like a part of the text is dear.
func (e *expansion) tail(c context) {
	if e.depth == 0 || e.empty || e.titled {
		return
	}
	cost := 0.12
	if !e.over {
		cost = 1.1 + 3*(1-c.end)
		switch {
		case c.previous != nil && c.previous.stop:
			cost -= 0.5
		case e.colon:
			cost += 3
		}
		if !c.blank {
			cost += 0.4
		}
		if c.words <= 6 && c.line.end == 0 || c.cut || c.furniture {
			cost -= 0.4
		}
	}
	if c.note.called {
		cost++
	}
	if c.label.ok() && !c.label.alone {
		if e.expects(c.label.readings, printed) {
			cost += 3
		} else if c.label.readings[0].cost < printed {
			cost += 0.5
		}
	}
	switch {
	case c.lead.class == leadRecital && e.acting:
	case c.lead.known && !c.lower && c.line.end >= endComma:
		cost += 1.5
	case c.lead.class != leadUnknown && (c.line.end == endSemicolon || c.lead.class == leadOperative && !c.lower):
		cost += 0.8
	}
	if c.line.end == endSemicolon {
		cost += 0.5
	}
	s := e.state
	s.over = true
	e.add(cost, s, choice{move: tail, reading: -1})
}
