package rewrite

import (
	"bytes"
	"slices"
	"strings"
)

// intoMap adds the field that the path names from part i on to a map that lacks
// it.
func (f *fieldWriter) intoMap(n *node, i int) error {
	if n.style == flowMap {
		f.intoFlow(n, i)
		return nil
	}
	in := strings.Repeat(" ", n.indent)
	for _, value := range f.values(plain) {
		text, ok := f.render(f.path[i:], n.indent, value)
		if !ok {
			break
		}
		if len(n.entries) == 0 { // the front matter has nothing
			f.way(splice{span: span{len(f.src), len(f.src)}, text: text + f.newline})
			continue
		}
		if before := f.before(n, i); before != nil {
			f.way(f.under(before.value.end, in+text))
		} else {
			at := n.entries[0].start
			f.way(splice{span: span{at, at}, text: text + f.newline + in})
		}
	}
	return f.made(n)
}

// before is the field of a map that the one named by part i of the path is to
// follow, or nil where it comes first.
func (f *fieldWriter) before(n *node, i int) *entry {
	parent := slices.DeleteFunc(slices.Clone(f.path[:i]), isIndex)
	order := fieldOrder[strings.Join(parent, ".")]
	at := slices.Index(order, f.path[i])
	if at < 0 {
		return &n.entries[len(n.entries)-1]
	}
	for _, name := range slices.Backward(order[:at]) {
		if e := n.field(name); e != nil {
			return e
		}
	}
	return nil
}

// under puts a text below the line in which end stands.
func (f *fieldWriter) under(end int, text string) splice {
	stop := lineStop(f.src, end)
	return splice{span: span{stop, stop}, text: f.newline + text}
}

// append adds an item to a list that has some.
func (f *fieldWriter) append(n *node, i int) error {
	if n.style == flowList {
		f.intoFlow(n, i)
		return nil
	}
	for _, value := range f.values(plain) {
		if text, ok := f.item(f.path[i+1:], n.indent, value); ok {
			f.way(f.under(n.end, strings.Repeat(" ", n.indent)+text))
		}
	}
	return f.made(n)
}

// fill makes a map or list of a value that has nothing, so that it holds what
// the path names from part i on. indent is that of what the value stands in.
func (f *fieldWriter) fill(n *node, indent, i int, inItem bool) error {
	for _, value := range f.values(plain) {
		text, ok := f.render(f.path[i:], indent+2, value)
		switch {
		case !ok:
		case inItem && n.style == empty:
			f.way(splice{span: n.span, text: " " + text})
		case inItem:
			f.way(splice{span: n.span, text: text})
		default:
			before := bytes.TrimRight(f.src[:n.start], " \t")
			f.way(splice{span: span{len(before), n.end}}, f.under(n.end, strings.Repeat(" ", indent+2)+text))
		}
	}
	if n.style == flowMap || n.style == flowList {
		f.intoFlow(n, i)
	}
	return f.made(n)
}

// made refuses what found no way: an item that is not the first of a new list.
func (f *fieldWriter) made(n *node) error {
	if len(f.ways) == 0 {
		return fault("rewrite-field-item", "Field", f.edit.Path, "Count", 0).at(f.src, n.start)
	}
	return nil
}

// render writes what a path names as a block that is indent far in; its first
// line is not.
func (f *fieldWriter) render(path []string, indent int, value string) (string, bool) {
	in := strings.Repeat(" ", indent+2)
	switch {
	case path[0] == "0":
		return f.item(path[1:], indent, value)
	case isIndex(path[0]):
		return "", false
	case len(path) == 1:
		return path[0] + ": " + value, true
	}
	text, ok := f.render(path[1:], indent+2, value)
	return path[0] + ":" + f.newline + in + text, ok
}

// item writes what a path names in a new item of a list.
func (f *fieldWriter) item(path []string, indent int, value string) (string, bool) {
	if len(path) == 0 {
		return "- " + value, true
	}
	text, ok := f.render(path, indent+2, value)
	return "- " + text, ok
}

// intoFlow adds what the path names from part i on to a map or list in brackets.
func (f *fieldWriter) intoFlow(n *node, i int) {
	text := DoubleQuoted(f.edit.Text)
	for _, name := range slices.Backward(f.path[i+1:]) {
		if isIndex(name) {
			text = "[" + text + "]"
		} else {
			text = "{" + name + ": " + text + "}"
		}
	}
	if !isIndex(f.path[i]) {
		text = f.path[i] + ": " + text
	}
	at := n.start + 1
	if len(n.entries) > 0 {
		at, text = n.entries[len(n.entries)-1].value.end, ", "+text
	}
	f.way(splice{span: span{at, at}, text: text})
}
