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

// without leaves out the leaves that are taken away.
func without(leaves []leaf, gone []span) []leaf {
	if len(gone) == 0 {
		return leaves
	}
	return slices.DeleteFunc(slices.Clone(leaves), func(l leaf) bool { return isGone(l.start, gone) })
}

func isGone(at int, gone []span) bool {
	return slices.ContainsFunc(gone, func(s span) bool { return s.start <= at && at < s.end })
}

// aside moves an insertion behind a block that is taken away to the one before
// it.
func aside(leaves []leaf, gone []span, e BlockEdit) BlockEdit {
	if !isGone(e.Start-1, gone) {
		return e
	}
	at := 0
	for _, l := range without(leaves, gone) {
		if l.start < e.Start {
			at = max(at, l.end)
		}
	}
	e.Start, e.End = at, at
	return e
}
