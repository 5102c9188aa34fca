package resolution

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

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
	c := context{line: l, end: 1, lower: startsLower(l.text), indented: l.indent >= 2 || l.bullet != ""}
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
		c.end = 1
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
	case c.fit == fitFull && c.end < 0.5:
		cost += 0.4
	case c.fit == fitShort:
		cost *= 0.5
	}
	return cost
}

func (e *expansion) goOn(c context) {
	if e.depth == 0 || e.titled {
		return
	}
	cost := 3 * c.end
	switch {
	case e.empty:
		cost = -0.3
	case c.previous != nil && c.previous.leadOnly && c.end < 0.5:
		cost = 0 // the line before is a lead word by itself
	case c.fit == fitFull && !c.blank && c.end == 1 && c.lower && e.ranks[e.depth-1].counting != unnumbered && !c.label.ok():
		cost = 0.9 // the paragraph has two clauses
	case c.fit == fitFull && !c.blank && c.end < 1:
		// A full line breaks anywhere, behind a full stop or comma as well.
		cost = 1.6 * c.end * c.end
		if !c.lower && c.end > 0 && c.lead.class != leadUnknown {
			cost += 0.8
			if c.lead.known {
				cost += 0.5
			}
		}
	case c.blank && c.end >= 0.9 && !c.lower && e.ranks[0].counting != unnumbered && c.lead.class == leadUnknown && c.bullet == "" && !e.colon:
		cost = 1.8 // a second sub-paragraph of a numbered one
	default:
		if c.fit == fitShort && !c.blank {
			cost += 0.8
			if c.lead.known && !c.lower {
				cost += 0.6
			}
		}
		if c.lower && c.end == 0.5 && (c.lead.class == leadUnknown || isFunctionWord(strings.ToLower(firstWord(c.text)))) {
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
		if c.label.readings[0].cost < 0.5 && e.expects(c.label.readings) {
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
		if r.depth > 0 || r.cost > 0.5 || !next && (r.value != 1 || e.choice.missing) {
			continue
		}
		s := e.state
		s.ranks[k] = rank{r.counting, int16(r.value)}
		e.add(0.1+r.cost, c.after(s, false), choice{reading: int16(i), label: r.label})
	}
}

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
		if c.label.ok() && e.expects(c.label.readings) {
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
	if c.line.end == 1 {
		cost += 1.2
	}
	if c.label.ok() && e.expects(c.label.readings) {
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
	case c.blank && c.end >= 0.5: // a comma ends a paragraph of a preamble
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
		if e.expects(c.label.readings) {
			cost += 3
		} else if c.label.readings[0].cost < 0.5 {
			cost += 0.5
		}
	}
	switch {
	case c.lead.class == leadRecital && e.acting:
	case c.lead.known && !c.lower && c.line.end >= 0.5:
		cost += 1.5
	case c.lead.class != leadUnknown && (c.line.end == 1 || c.lead.class == leadOperative && !c.lower):
		cost += 0.8
	}
	if c.line.end == 1 {
		cost += 0.5
	}
	s := e.state
	s.over = true
	e.add(cost, s, choice{move: tail, reading: -1})
}

// mayExpect reports whether any reading, however doubtful, is the next of an
// open list.
func (e *expansion) mayExpect(list []reading) bool {
	for _, r := range list {
		for k := range e.depth {
			if e.ranks[k].counting == r.counting && int(e.ranks[k].value)+1 == r.value {
				return true
			}
		}
	}
	return false
}

// expects reports whether a printed reading is the next of an open list.
func (e *expansion) expects(list []reading) bool {
	for _, r := range list {
		for k := range e.depth {
			if r.cost < 0.5 && e.ranks[k].counting == r.counting && int(e.ranks[k].value)+1 == r.value {
				return true
			}
		}
	}
	return false
}

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
		if r.value == 1 && e.ranks[0].counting != r.counting && e.mayExpect(c.label.readings) {
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

func (e *expansion) numberedPoints(c context, index int, r reading) {
	if e.depth == 0 {
		return
	}
	cost := r.cost + c.broken()
	if r.counting == upper || r.counting == upperRoman {
		cost += 0.5
	}
	if e.empty {
		cost += 1.5
	}
	if !c.lower && c.lead.known && c.lead.class == leadOperative && !e.colon {
		cost += 0.6
	}
	for k := 1; k <= int(e.depth) && k < maxDepth; k++ {
		if r.depth > 0 && r.depth != k {
			continue
		}
		s := state{depth: int8(k) + 1, ranks: e.ranks, acting: e.acting}
		clear(s.ranks[k:])
		s.ranks[k] = rank{r.counting, int16(r.value)}
		stepCost := 0.0
		if parent := decimalValue(lastPart(r.parent)); r.depth > 0 && parent != int(e.ranks[k-1].value) {
			cost += 2
		}
		if k < int(e.depth) {
			stepCost = e.step(k, r)
			switch {
			case e.ranks[k].counting == unnumbered && r.value == 1 && c.label.alone && !c.blank:
				stepCost = 0.5 // the label of the text before it, a line late
			case e.ranks[k].counting != r.counting:
				stepCost += 1.5 // a second list below one parent
			}
		} else {
			stepCost = e.open(c, r.value, r.depth > 0)
			if r.counting == decimal && r.depth == 0 && !c.indented && !c.label.bracketed() {
				stepCost++ // most numbers at the margin are paragraphs
			}
		}
		e.add(cost+stepCost, c.after(s, c.label.alone), choice{move: point, level: int8(k), reading: int16(index), label: r.label})
	}
}

// open is what it costs to begin a list below the element read last.
func (e *expansion) open(c context, value int, named bool) float64 {
	cost := 0.3
	if !e.colon && !named {
		cost += 1.2
		if c.previous != nil && c.previous.stop {
			cost += 0.6
		}
	}
	if value > 1 {
		cost += 2.5 + min(0.2*float64(value), 2)
	}
	return cost
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
	if c.label.ok() && c.label.readings[0].cost < 0.5 {
		cost += 2
	} else if e.mayExpect(c.label.readings) {
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
	if n := c.next; n != nil && n.label.alone && !n.blank && e.expects(n.label.readings) {
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

// plainPoint reads a line as a point that has no label or has lost it.
func (e *expansion) plainPoint(c context) {
	if e.depth == 0 || e.empty {
		return
	}
	base := 0.8 + c.broken()
	if c.bullet == "" {
		base += 0.7 + 2*(1-c.end)
		if !c.lower {
			base++
		}
	}
	if c.label.ok() && c.label.readings[0].cost < 0.5 {
		base += 2
	} else if e.mayExpect(c.label.readings) {
		base++
	}
	if n := c.next; n != nil && n.label.alone && !n.blank && e.expects(n.label.readings) {
		base -= 1.5 // its label stands a line late
	}
	if !c.lower && c.lead.known && c.bullet != "" && !e.colon {
		base++
	}
	for k := 1; k <= int(e.depth) && k < maxDepth; k++ {
		s := state{depth: int8(k) + 1, ranks: e.ranks, acting: e.acting}
		clear(s.ranks[k:])
		open := k == int(e.depth)
		numbered := !open && e.ranks[k].counting != unnumbered
		cost := base
		if open {
			cost += e.open(c, 1, false)
		} else if !numbered {
			cost -= 0.7
		}
		if !numbered {
			e.add(cost, c.after(s, false), choice{move: point, level: int8(k), reading: -1})
			if second := e.secondToCome(); open && second != unnumbered {
				s.ranks[k] = rank{second, 1}
				e.add(cost-0.4, c.after(s, false), choice{move: point, level: int8(k), reading: -1, missing: true, label: second.write(1)})
			}
			continue
		}
		s.ranks[k] = e.ranks[k]
		e.add(cost+1.5, c.after(s, false), choice{move: point, level: int8(k), reading: -1})
		s.ranks[k].value++
		label := s.ranks[k].counting.write(int(s.ranks[k].value))
		e.add(cost+0.2, c.after(s, false), choice{move: point, level: int8(k), reading: -1, missing: true, label: label})
	}
}

// secondToCome is the counting of the next list whose second label stands
// below without its first: that one was lost.
func (e *expansion) secondToCome() counting {
	first := map[counting]bool{}
	for _, l := range e.lines[e.at+1 : min(len(e.lines), int(e.at)+14)] {
		for _, r := range l.label.readings {
			switch {
			case r.cost > 0 || r.depth > 0:
			case r.value == 1:
				first[r.counting] = true
			case r.value == 2 && !first[r.counting]:
				return r.counting
			case r.value == 2:
				first[r.counting] = false
			}
		}
	}
	return unnumbered
}

// lastPart is the "1" of "3.1".
func lastPart(s string) string {
	_, last, _ := cutLast(s)
	return last
}
