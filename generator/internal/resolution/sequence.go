package resolution

import (
	"cmp"
	"math"
	"slices"
)

// The search weighs what each line can be by costs. A cost of 1 is one sign
// against a reading, such as a paragraph that begins in mid-sentence; 0.3 is a
// hint, 2 and more take several signs on the other side. The least sum over
// all lines wins, so only differences count: where a rule makes one reading
// cheaper, it has to stay dearer than what is printed plainly. The values were
// fitted to the texts of testdata/texts and to the damages that are put into
// them; a change of one shows there.

// What a line is to the text.
type move int8

const (
	goesOn         move = iota // it continues what precedes
	paragraph                  // it begins a paragraph
	point                      // it begins a point
	leftOut                    // it is a page mark or a running header
	heading                    // it is a cross-heading, or goes on with one
	footnote                   // it is a footnote
	footnoteGoesOn             // it goes on with one
	tail                       // the text has ended before it
)

// A choice is how one line is read.
type choice struct {
	move    move
	level   int8  // of a point, from 1
	reading int16 // index into the label's readings; -1 for none
	missing bool  // a label belongs here and was lost
	label   string
}

// A rank is one open level of numbering. The zero value is an unnumbered one.
type rank struct {
	counting counting
	value    int16
}

const maxDepth = 5

// A state is everything about the lines read so far on which the reading of
// the next depends; that makes the search dynamic programming.
type state struct {
	depth  int8 // levels open; 0 before the first paragraph
	ranks  [maxDepth]rank
	empty  bool // a label still waits for its text
	colon  bool // the element read last ends with a colon
	titled bool // a heading waits for its paragraph
	over   bool // the text has ended
	noting bool // the line before belongs to a footnote
	acting bool // an operative paragraph has begun
}

type node struct {
	state
	cost   float64
	before int32
	last   int32 // the line that was taken last, -1 for none
	choice choice
}

// beam is how many states are kept for each line.
const beam = 14

// hopeless is how far behind the cheapest a state is given up.
const hopeless = 7

// readSequence finds the cheapest reading of all lines together: each label by
// itself may mean several things, but only one meaning lets the lists count.
// Time is linear in the number of lines.
func readSequence(lines []line, w wrapping) []choice {
	nodes := []node{{before: -1, last: -1}}
	from, to := 0, 1
	next := expansion{lines: lines, wrapping: w}
	for i := range lines {
		next.out = next.out[:0]
		for n := from; n < to; n++ {
			next.from = int32(n)
			next.node = nodes[n]
			next.expand(i)
		}
		from = len(nodes)
		for _, j := range next.cheapest() {
			candidate := next.out[j]
			if len(nodes)-from == beam {
				break
			}
			if !slices.ContainsFunc(nodes[from:], func(n node) bool { return n.state == candidate.state }) {
				nodes = append(nodes, candidate)
			}
		}
		to = len(nodes)
	}
	choices := make([]choice, len(lines))
	at := int32(from) // the cheapest of the last line
	for i := len(lines) - 1; i >= 0; i-- {
		choices[i] = nodes[at].choice
		at = nodes[at].before
	}
	return choices
}

// An expansion collects what a line can be after one state.
type expansion struct {
	node
	lines    []line
	wrapping wrapping
	from     int32
	at       int32 // the line
	out      []node
	order    []int32
}

func (e *expansion) add(cost float64, s state, c choice) {
	last := e.at
	switch c.move {
	case leftOut, footnote, footnoteGoesOn:
		last = e.last
	default:
		s.noting = false
	}
	e.out = append(e.out, node{state: s, cost: e.cost + cost, before: e.from, last: last, choice: c})
}

// cheapest orders the candidates that have a chance by cost, those found
// first before others of the same cost.
func (e *expansion) cheapest() []int32 {
	least := math.Inf(1)
	for i := range e.out {
		least = min(least, e.out[i].cost)
	}
	e.order = e.order[:0]
	for i := range e.out {
		if e.out[i].cost <= least+hopeless {
			e.order = append(e.order, int32(i))
		}
	}
	slices.SortFunc(e.order, func(a, b int32) int {
		return cmp.Or(cmp.Compare(e.out[a].cost, e.out[b].cost), cmp.Compare(a, b))
	})
	return e.order
}

func (e *expansion) expand(i int) {
	e.at = int32(i)
	l := &e.lines[i]
	c := context{line: l, end: endSemicolon, lower: startsLower(l.text), indented: l.indent >= 2 || l.bullet != ""}
	if l.label.ok() {
		c.lower = startsLower(l.label.rest)
	}
	if e.last >= 0 {
		c.previous = &e.lines[e.last]
		c.end = c.previous.end
		c.fit = e.wrapping.fits(c.previous, l)
		if int(e.last) < i-1 { // what was left out between the two hides the break
			c.fit, c.gap = fitUnknown, true
		}
	}
	if i+1 < len(e.lines) {
		c.next = &e.lines[i+1]
	}
	e.footnote(c)
	switch {
	case e.over:
		e.tail(c)
		return
	case e.empty:
		c.end, c.waiting = 0, true
	case e.titled:
		c.end = endSemicolon
	}
	e.goOn(c)
	for i, r := range l.label.readings {
		e.numberedParagraph(c, i, r)
		e.numberedPoints(c, i, r)
	}
	e.plainParagraph(c)
	e.plainPoint(c)
	e.heading(c)
	e.tail(c)
	if l.page || l.symbol || l.margin {
		cost := 1.2
		switch {
		case l.symbol:
			cost = 0.6
		case l.margin:
			cost = 0.9
		case c.next != nil && startsLower(c.next.text) && c.end == 0:
			cost = 0.8 // it divides a sentence
		}
		e.add(cost, e.state, choice{move: leftOut, reading: -1})
	}
}

// A context is what the line itself adds to every transition.
type context struct {
	*line
	previous *line   // the line taken before, nil at the beginning
	next     *line   // the line that follows, nil at the end
	end      float64 // how surely the line before ended something
	fit      fit     // whether the line before was full
	waiting  bool    // the line before is a label by itself
	gap      bool    // something was left out between the two
	lower    bool    // the text begins with a small letter
	indented bool
}

// acts reports whether the line opens like an operative paragraph.
func (c context) acts() bool { return c.lead.class == leadOperative && c.lead.known }

// after is the state once the line's own text has been taken in.
func (c context) after(s state, labelOnly bool) state {
	s.empty = labelOnly
	s.colon = c.line.colon
	s.titled = false
	return s
}

// broken is what it costs to begin something new where the line before did
// not end anything.
func (c context) broken() float64 {
	if c.waiting { // a label without its text ends nothing and hides nothing
		return 0
	}
	cost := 1 - c.end
	switch {
	case c.blank:
		cost *= 0.3
	case c.fit == fitFull && c.end < endComma:
		cost += 0.4
	case c.fit == fitShort:
		cost *= 0.5
	}
	return cost
}
