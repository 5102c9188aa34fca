package resolution

import (
	"slices"
	"strings"
)

// findStart finds where the text proper begins: the line of the formula (-1
// where there is none before the first paragraph) and the line after the
// front matter.
func findStart(lines []line) (formula, start int) {
	for i, l := range lines {
		switch {
		case wrappedFormula(lines, i) > 0:
			return i, i + wrappedFormula(lines, i)
		case isFormula(l) || i+1 < len(lines) && (isLongFormula(l, lines[i+1]) || isListedFormula(l, lines[i+1])):
			return i, i + 1
		case opensText(lines, i):
			return -1, reachBack(lines, firstOfList(lines, i))
		}
	}
	// Nothing opens a text by itself: a first label may have been misread.
	for i, l := range lines {
		if misreadFirst(l) && slices.ContainsFunc(lines[i+1:min(len(lines), i+12)], func(l line) bool { return hasReading(l, 2, 0.5) }) {
			return -1, i
		}
	}
	return -1, len(lines)
}

// firstOfList follows the numbers before line i down: "2." and a misread "l."
// before the "3." that was recognised.
func firstOfList(lines []line, i int) int {
	value := 0
	for _, r := range lines[i].label.readings {
		if r.counting == decimal && r.depth == 0 && r.cost < printed {
			value = r.value
		}
	}
	if value == 0 { // a number may have been lost
		for j := i - 1; j >= 0 && j >= i-8 && value == 0; j-- {
			for _, r := range lines[j].label.readings {
				if r.counting == decimal && r.depth == 0 && r.cost < certain && r.value < 30 && len(strings.Fields(lines[j].label.rest)) > 4 {
					i, value = j, r.value
				}
			}
		}
	}
	for j := i - 1; j >= 0 && value > 1; j-- {
		if hasReading(lines[j], value-1, 1.1) && !lines[j].label.alone {
			i, value = j, value-1
		}
	}
	return i
}

// misreadFirst reports whether a line may have the first label of a list,
// misread, and a paragraph behind it.
func misreadFirst(l line) bool {
	return hasReading(l, 1, 1.1) && len(strings.Fields(l.label.rest)) > 4
}

// hasReading reports whether the label of l can be a number with a value.
func hasReading(l line, value int, cost float64) bool {
	return slices.ContainsFunc(l.label.readings, func(r reading) bool {
		return r.value == value && r.cost < cost && r.depth == 0 && (r.counting == decimal || r.counting == upperRoman)
	})
}

// reachBack takes the paragraphs before the one that was recognised into the
// text: long ones that end like paragraphs.
func reachBack(lines []line, i int) int {
	for j := i - 1; j >= 0; j-- {
		l := lines[j]
		switch {
		case (l.end == endSemicolon || l.end == endComma) && l.words > 9 && !l.colon && !isNote(l, l.raw):
			i = j
		case l.words > 2 || l.end >= endStop || l.page || l.symbol:
			return i
		}
	}
	return i
}

// opensText reports whether line i is a first paragraph: numbered 1 or A, or
// with a known lead word in a block that ends like a paragraph.
func opensText(lines []line, i int) bool {
	l := lines[i]
	for _, r := range l.label.readings {
		if r.cost < printed && r.value == 1 && r.depth == 0 && (l.label.alone || l.lead.class != leadUnknown || len(strings.Fields(l.label.rest)) > 5) {
			return true
		}
	}
	if l.lead.class == leadUnknown || isCaps(bare(l.raw)) || strings.HasPrefix(l.raw, "#") {
		return false
	}
	if !l.lead.known && l.text == bare(l.text) && l.bullet == "" {
		return false
	}
	if isNote(l, l.raw) {
		return false
	}
	last := i
	for last+1 < len(lines) && !lines[last+1].blank && lines[last].end < endStop && last < i+40 {
		last++
	}
	if end := lines[last].end; l.lead.class == leadRecital && (end == endStop || end == endComma && l.words < 4) {
		return false // a sentence of the front matter that opens like a recital
	}
	return lines[last].end >= endComma
}
