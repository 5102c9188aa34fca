package rewrite

import (
	"slices"
	"strings"

	"resolutionsite/generator/internal/markdown"
)

// page writes changes and looks at what has become of the blocks.
type page struct{ parser *markdown.Parser }

// solve makes the changes, each in the first way that leaves all other blocks as
// they are. leaves are those of body; those of the result are returned with it.
func (p *page) solve(body []byte, leaves []leaf, changes []change) ([]byte, []leaf, error) {
	result, after, ok := p.try(body, leaves, changes, 0)
	switch {
	case ok:
		return result, after, nil
	case len(changes) == 1:
		for i := range changes[0].ways[1:] {
			if result, after, ok = p.try(body, leaves, changes, i+1); ok {
				return result, after, nil
			}
		}
		return nil, nil, refused(body, changes[0])
	}
	// What stands behind goes first: the places before it stay what they were.
	half := len(changes) / 2
	body, leaves, err := p.solve(body, leaves, changes[half:])
	if err != nil {
		return nil, nil, err
	}
	return p.solve(body, leaves, changes[:half])
}

// refused says why no way was good.
func refused(body []byte, c change) *Error {
	id := "rewrite-block-structure"
	for line := range strings.SplitSeq(c.edit.Text, "\n") {
		if strings.HasPrefix(strings.TrimSpace(line), "<") {
			id = "rewrite-block-html"
		}
	}
	return c.edit.fault(body, fault(id, "Text", short(c.edit.Text)))
}

// try makes the changes in one way and reports whether the blocks are then as
// they should be.
func (p *page) try(body []byte, leaves []leaf, changes []change, number int) ([]byte, []leaf, bool) {
	var splices []splice
	places := make([]span, len(changes)) // of the new blocks in the result
	moved := 0
	replaced := map[int]bool{}
	inserts := false
	for i, c := range changes {
		w := c.ways[number]
		splices = append(splices, splice{span: c.span, text: w.text})
		places[i] = span{c.start + moved + w.start, c.start + moved + w.end}
		moved += len(w.text) - (c.end - c.start)
		if c.old != nil {
			replaced[c.old.start] = true
		}
		inserts = inserts || c.old == nil || len(w.want) == 0
	}
	result := apply(body, splices)
	after := outline(p.parser, result)
	rest, made := divide(after, places)
	var before []leaf
	for _, l := range leaves {
		if l.start < 0 || !replaced[l.start] {
			before = append(before, l)
		}
	}
	if !slices.EqualFunc(before, rest, func(a, b leaf) bool { return same(a, b, inserts) && a.text == b.text }) {
		return nil, nil, false
	}
	if !p.keepsCalls(body, changes, result, places) {
		return nil, nil, false
	}
	for i, c := range changes {
		want := c.ways[number].want
		if len(made[i]) != len(want) {
			return nil, nil, false
		}
		for j, l := range made[i] {
			if l.text != want[j] || c.old != nil && !same(*c.old, l, inserts) || c.old == nil && !c.fits(l) {
				return nil, nil, false
			}
		}
	}
	return result, after, true
}

// keepsCalls reports whether the shortcodes outside the changes are what they
// were: one that is not closed in a new text would go on into the next.
func (p *page) keepsCalls(before []byte, changes []change, after []byte, places []span) bool {
	var old []span
	for _, c := range changes {
		old = append(old, c.span)
	}
	was, ok := callsOutside(before, old)
	is, still := callsOutside(after, places)
	return slices.Equal(was, is) && (still || !ok)
}

// callsOutside gives the shortcodes of a page that do not stand in one of the
// places, and whether none stands in one by a part only.
func callsOutside(body []byte, places []span) (calls []string, whole bool) {
	whole = true
	_, all := markdown.Mask(body)
	for _, call := range all {
		i, _ := slices.BinarySearchFunc(places, call.Start, func(s span, at int) int { return s.end - at - 1 })
		switch {
		case i == len(places) || call.End <= places[i].start:
			calls = append(calls, string(body[call.Start:call.End]))
		case call.Start < places[i].start || call.End > places[i].end:
			whole = false
		}
	}
	return calls, whole
}

// same reports whether two blocks are of one kind and stand in the same blocks.
// Where blocks are inserted or taken away, these may have got other numbers, and a list may
// have got blank lines.
func same(a, b leaf, inserts bool) bool {
	if inserts {
		return a.path == b.path && strings.Replace(a.kind, textKind, paragraphKind, 1) == strings.Replace(b.kind, textKind, paragraphKind, 1)
	}
	return a.where == b.where && a.kind == b.kind
}

// divide parts the leaves that stand in one of the places from the rest.
func divide(leaves []leaf, places []span) (rest []leaf, made [][]leaf) {
	made = make([][]leaf, len(places))
	for _, l := range leaves {
		i, _ := slices.BinarySearchFunc(places, l.start, func(s span, at int) int { return s.end - at - 1 })
		if l.start >= 0 && i < len(places) && places[i].start <= l.start && l.start < places[i].end {
			made[i] = append(made[i], l)
		} else {
			rest = append(rest, l)
		}
	}
	return rest, made
}
