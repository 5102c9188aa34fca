package rewrite

import (
	"bytes"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/markdown"
)

// newcomer is a block to insert.
type newcomer struct {
	BlockEdit
	parser *markdown.Parser
	body   []byte
	leaves []leaf
	// previous is what is inserted at the same place before it, or nil.
	previous *change
	// last is true where nothing is inserted at the same place behind it.
	last bool
}

// change finds the ways to insert the block.
func (n *newcomer) change() (change, *Error) {
	c := change{mark: n.Prefix}
	kinds, ok := containers(c.mark)
	if !ok {
		return c, fault("rewrite-block-prefix", "Prefix", c.mark)
	}
	at, before := placeBehind(n.body, n.leaves, n.Start)
	c.span = span{at, at}
	isRow := n.Tight && before != nil && before.columns > 0
	switch {
	case n.previous != nil: // as if it stood there already
		c.mark = siblingMark([]leaf{{mark: n.previous.mark}}, leaf{}, c.mark)
	case before != nil:
		c.mark = siblingMark(n.leaves, *before, c.mark)
	}
	w := words{parser: n.parser, newline: lineEnd(n.body), mark: continued(c.mark)}
	parts := paragraphs(n.Text)
	model := leaf{kind: paragraphKind}
	switch level := strings.Count(c.mark, "#"); {
	case level > 0:
		w.kind = "heading" + strconv.Itoa(level)
		model.kind = w.kind
	case isRow:
		w.kind, model.kind, model.columns = rowKind, rowKind, before.columns
		kinds, c.mark = before.path, before.mark
	}
	if err := w.allowed(parts, model); err != nil {
		return c, err
	}
	indented := strings.HasPrefix(c.mark, " ") || isRow
	c.fits = func(l leaf) bool {
		kind := strings.Replace(l.kind, textKind, paragraphKind, 1)
		return kind == model.kind && strings.HasSuffix(l.path, kinds) && (indented || kinds != "" || l.path == "")
	}
	for _, inner := range w.ways(parts) {
		c.ways = append(c.ways, n.around(at, before, inner, c.mark, w.newline)...)
	}
	return c, nil
}

// placeBehind is the end of the last line of the block that ends at a place, or
// that the place is in, with the block; the first line that is not blank for the
// beginning.
func placeBehind(body []byte, leaves []leaf, at int) (int, *leaf) {
	if at == 0 {
		for at < len(body) && len(bytes.TrimSpace(body[at:lineStop(body, at)])) == 0 {
			at = nextLine(body, at)
		}
		return at, nil
	}
	var before *leaf
	for i := range leaves {
		if l := &leaves[i]; l.start >= 0 && l.start < at && (before == nil || l.start > before.start) {
			before = l
		}
	}
	stop := lineStop(body, at)
	if before != nil && before.outer > stop && at >= before.start && at <= before.end {
		stop = before.outer
	}
	return stop, before
}

// around puts the lines before and behind the block that part it from its
// neighbours.
func (n *newcomer) around(at int, before *leaf, inner way, mark, newline string) []way {
	suffix := ""
	if n.Suffix != "" {
		suffix = " " + strings.TrimSpace(n.Suffix)
	}
	build := func(head, tail string) way {
		w := inner
		w.text = head + mark + inner.text + suffix + tail
		w.start = len(head)
		w.end = len(head) + len(mark) + len(inner.text)
		return w
	}
	head, tail := newline+newline, ""
	if n.Tight {
		head = newline
	}
	if before == nil && at == lineStart(n.body, at) { // the beginning
		switch {
		case n.previous != nil:
		case at == 0 && len(n.body) == 0:
			head = newline
		default:
			head = ""
		}
		switch {
		case n.last && at < len(n.body):
			tail = newline + newline
		case n.last:
			tail = newline
		}
		return []way{build(head, tail)}
	}
	if next := nextLine(n.body, at); n.last && next < len(n.body) && !isEmpty(n.body, next) {
		tail = newline
	}
	if !n.Tight {
		return []way{build(head, tail)}
	}
	blank := ""
	if before != nil {
		blank = strings.TrimRight(continued(before.mark), " \t")
	}
	if tail != "" {
		tail += blank
	}
	return []way{build(head, ""), build(newline+blank+newline, tail)}
}

var marker = regexp.MustCompile(`^(?:>|[-+*](?:[ \t]|$)|([0-9]{1,9})([.)])(?:[ \t]|$)|\[\^[^\]]+\]:|:[ \t]|(#{1,6})(?:[ \t]|$))`)

// containers is the path of the blocks that a mark opens; ok is false of what is
// no mark.
func containers(mark string) (path string, ok bool) {
	for {
		mark = strings.TrimLeft(mark, " \t")
		if mark == "" {
			return path, true
		}
		m := marker.FindStringSubmatch(mark)
		if m == nil {
			return "", false
		}
		switch mark[0] {
		case '>':
			path += "/Blockquote"
		case '#':
		case ':':
			path += "/DefinitionDescription"
		case '[':
			path += "/footnote" + strings.NewReplacer("[^", "(", "]:", ")").Replace(m[0])
		default:
			sign := mark[0]
			if m[2] != "" {
				sign = m[2][0]
			}
			path += "/list(" + string(sign) + ")/ListItem"
		}
		mark = mark[len(m[0]):]
	}
}

// siblingMark is the mark of a new item of a list: that of the item before it in
// the same list, with the next number, or the one that was given where it begins
// a list.
func siblingMark(leaves []leaf, before leaf, mark string) string {
	kinds, _ := containers(mark)
	if !strings.HasSuffix(kinds, "/ListItem") {
		return mark
	}
	indent := len(mark) - len(strings.TrimLeft(mark, " "))
	for i := slices.IndexFunc(leaves, func(l leaf) bool { return l.start == before.start }); i >= 0; i-- {
		other := leaves[i].mark
		own, ok := containers(other)
		if !ok || own == "" || indent < len(other)-len(strings.TrimLeft(other, " ")) {
			if leaves[i].path == "" {
				return mark // out of the list
			}
			continue
		}
		if own != kinds || indent >= len(other) {
			return mark
		}
		return numbers.ReplaceAllStringFunc(other, func(number string) string {
			n, err := strconv.Atoi(number)
			if err != nil {
				return number
			}
			return strconv.Itoa(n + 1)
		})
	}
	return mark
}

var numbers = regexp.MustCompile(`[0-9]+`)
