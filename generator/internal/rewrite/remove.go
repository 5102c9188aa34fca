package rewrite

import (
	"bytes"
	"slices"
)

// removal takes away the lines of a block, and one of two empty lines around it.
func removal(body []byte, l leaf) change {
	c := change{old: &l, span: span{lineStart(body, l.start), nextLine(body, l.outer)}, ways: []way{{}}}
	if (c.start == 0 || isEmpty(body, lineStart(body, c.start-1))) && c.end < len(body) && isEmpty(body, c.end) {
		c.end = nextLine(body, c.end)
	}
	return c
}

func isEmpty(body []byte, line int) bool {
	return len(bytes.Trim(body[line:lineStop(body, line)], " \t\r>")) == 0
}

// trimEnd takes away the empty lines above what is taken away at the end.
func trimEnd(body []byte, changes []change) {
	end := len(body)
	i := len(changes)
	for i > 0 && changes[i-1].end == end && changes[i-1].edit.Remove {
		i--
		end = changes[i].start
	}
	for i < len(changes) && changes[i].start > 0 && isEmpty(body, lineStart(body, changes[i].start-1)) {
		changes[i].start = lineStart(body, changes[i].start-1)
	}
}

// aside is where an insertion goes: behind a block that stays.
func aside(leaves []leaf, gone []span, at int) int {
	isGone := func(at int) bool {
		return slices.ContainsFunc(gone, func(s span) bool { return s.start <= at && at < s.end })
	}
	if !isGone(at - 1) {
		return at
	}
	before := 0
	for _, l := range leaves {
		if l.start < at && !isGone(l.start) {
			before = max(before, l.end)
		}
	}
	return before
}
