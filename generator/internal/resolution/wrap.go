package resolution

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// wrapping is what the line breaks of a source mean. Where lines were broken
// at a width, a full line says nothing about what follows it; where they were
// not, every break was meant.
type wrapping struct {
	width int // in characters, 0 where lines were not broken at a width
}

// maxWidth is the widest line that counts as broken by a machine: the text
// layer of a landscape page has less.
const maxWidth = 150

// findWrapping measures the lines of the text proper: they were broken at a
// width if many end in mid-sentence and the long ones are about equally long.
func findWrapping(lines []line) wrapping {
	var lengths []int
	open := 0
	for i, l := range lines {
		n := l.indent + utf8.RuneCountInString(l.raw)
		lengths = append(lengths, n)
		if i+1 < len(lines) && l.end == 0 && !l.leadOnly && !l.label.alone && n > 30 && !lines[i+1].label.ok() {
			open++
		}
	}
	if open < 3 || 5*open < len(lengths) {
		return wrapping{}
	}
	slices.Sort(lengths)
	width := lengths[len(lengths)*9/10]
	if width > maxWidth || width < 30 {
		return wrapping{}
	}
	return wrapping{width}
}

// A fit says whether a line was broken because it was full.
type fit int8

const (
	fitUnknown fit = iota // lines are not broken at a width
	fitShort              // the next word would have had room: the break was meant
	fitFull               // it would not
)

// fits compares a line and what follows it with the width.
func (w wrapping) fits(l, next *line) fit {
	if w.width == 0 {
		return fitUnknown
	}
	if next.apart {
		return fitUnknown
	}
	first, _, _ := strings.Cut(strings.TrimSpace(next.raw), " ")
	room := w.width - l.indent - utf8.RuneCountInString(l.raw) - 1 - utf8.RuneCountInString(first)
	switch {
	case room <= w.width/10:
		return fitFull
	case room > w.width/5:
		return fitShort
	}
	return fitUnknown
}

// closeGaps forgets the blank lines of a source that has one after every
// line: there they mean nothing.
func closeGaps(lines []line) {
	blank, open := 0, 0
	for i, l := range lines {
		if l.blank {
			blank++
			if i > 0 && lines[i-1].end == 0 && !lines[i-1].leadOnly && startsLower(l.raw) {
				open++
			}
		}
	}
	if 10*blank < 9*len(lines) || 4*open < len(lines) {
		return
	}
	for i := range lines {
		if i > 0 && lines[i-1].end < endComma {
			lines[i].blank = false
		}
	}
}
