package rewrite

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/markdown"
)

// BlockEdit is the new text of a block of a page, or a new block.
type BlockEdit struct {
	// Start and End are the bytes of the block's text in the body, without what
	// marks the block. Where both are the same, a block is inserted behind the
	// one that ends there, or at the beginning where they are 0.
	Start, End int
	// Text is Markdown on one line; "\n" is a hard break, "\n\n" the border of
	// two paragraphs. Of code, it is the lines.
	Text string
	// Prefix is what stands before the text of a new block: "## ", "- ", "1. ",
	// "> ", "". A list goes on with its own indentation and numbers.
	Prefix string
	// Tight is true of a new block that is put into the list, quote or table of
	// the one before, without a blank line.
	Tight bool
	// Suffix is what stands behind the text of a new heading: "{#id}".
	Suffix string
	// Remove takes the block away with its lines.
	Remove bool
	// number is its place in the list that was given, from 1.
	number int
}

// fault gives an error the edit and its place.
func (e BlockEdit) fault(body []byte, err *Error) *Error {
	err.Edit = e.number
	return err.at(body, e.Start)
}

// isNew reports whether the edit inserts a block.
func (e BlockEdit) isNew() bool { return e.Start == e.End }

// Body returns the text of a page with other texts of blocks. The edits are in
// the order of their places, and do not overlap; blocks inserted at one place
// keep their order.
func Body(body []byte, edits []BlockEdit) ([]byte, error) {
	p := &page{parser: markdown.NewBlocks()}
	leaves := outline(p.parser, body)
	byStart := map[int]*leaf{}
	for i := range leaves {
		byStart[leaves[i].start] = &leaves[i]
	}
	edits, err := checked(body, leaves, byStart, edits)
	if err != nil {
		return nil, err
	}
	var changes []change
	for i, e := range edits {
		var c change
		var refusal *Error
		switch l := byStart[e.Start]; {
		case e.isNew():
			n := newcomer{BlockEdit: e, parser: p.parser, body: body, leaves: leaves}
			n.last = i+1 == len(edits) || !edits[i+1].isNew() || edits[i+1].Start != e.Start
			if i > 0 && edits[i-1].isNew() && edits[i-1].Start == e.Start {
				n.previous = &changes[len(changes)-1]
			}
			c, refusal = n.change()
		case e.Remove:
			c = removal(body, *l)
		case l.text == e.Text || !strings.HasPrefix(l.kind, codeKind) && l.text == normal(e.Text):
			continue
		default:
			c, refusal = replacement(p.parser, body, *l, e.Text)
		}
		if c.edit = e; refusal != nil {
			return nil, e.fault(body, refusal)
		}
		changes = append(changes, c)
	}
	if len(changes) == 0 {
		return body, nil
	}
	trimEnd(body, changes)
	for i := range changes[1:] {
		if changes[i+1].start < changes[i].end { // two blocks on one line
			return nil, changes[i+1].edit.fault(body, fault("rewrite-block-place"))
		}
	}
	result, _, err := p.solve(body, leaves, changes)
	return result, err
}

// checked refuses edits that can be none, and moves insertions behind blocks that
// are taken away to the blocks before those.
func checked(body []byte, leaves []leaf, byStart map[int]*leaf, edits []BlockEdit) ([]BlockEdit, error) {
	edits = slices.Clone(edits)
	last := 0
	var gone []span
	for i := range edits {
		e := &edits[i]
		e.number = i + 1
		e.Text = strings.ReplaceAll(e.Text, "\r\n", "\n")
		l := byStart[e.Start]
		switch {
		case e.Start < last || e.End < e.Start || e.End > len(body), !e.isNew() && (l == nil || l.end != e.End):
			return nil, e.fault(body, fault("rewrite-block-place"))
		case e.isNew():
			e.Start = aside(leaves, gone, e.Start)
			e.End = e.Start
		case e.Remove:
			gone = append(gone, removal(body, *l).span)
		}
		last = max(last, e.End)
		if err := writable(strconv.Quote(short(e.Text)), e.Text); err != nil {
			return nil, e.fault(body, err)
		}
		if !e.Remove && strings.TrimSpace(e.Text) == "" {
			return nil, e.fault(body, fault("rewrite-block-empty"))
		}
	}
	slices.SortStableFunc(edits, func(a, b BlockEdit) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return edits, nil
}

// change is an edit with the ways to write it, the best first.
type change struct {
	edit BlockEdit
	span
	ways []way
	// old is the block that is replaced, nil where one is inserted.
	old *leaf
	// mark is what stands before the text of an inserted one.
	mark string
	// fits reports whether a block is of the kind that an inserted one is to be.
	fits func(leaf) bool
}

// way is one way to write a change: the bytes, where in them the blocks are, and
// the words that are to be read then.
type way struct {
	text       string
	start, end int
	want       []string
}

// replacement finds the ways to put a text in the place of another.
func replacement(parser *markdown.Parser, body []byte, l leaf, text string) (change, *Error) {
	c := change{span: l.span, old: &l}
	newline := lineEnd(body)
	if strings.HasPrefix(l.kind, codeKind) {
		text = strings.TrimRight(text, "\n")
		c.start = lineStart(body, l.start) + len(l.mark)
		lines := strings.Split(text, "\n")
		for i, line := range lines[1:] {
			if lines[i+1] = l.mark + line; line == "" {
				lines[i+1] = strings.TrimRight(l.mark, " \t")
			}
		}
		code := strings.Join(lines, newline)
		c.ways = []way{{text: code, end: len(code), want: []string{text}}}
		return c, nil
	}
	w := words{parser: parser, newline: newline, mark: continued(l.mark), kind: l.kind, spaces: spacesBreak.Match(body[l.start:l.end])}
	parts := paragraphs(text)
	if err := w.allowed(parts, l); err != nil {
		return c, err
	}
	c.ways = w.ways(parts)
	return c, nil
}

var spacesBreak = regexp.MustCompile(`  \r?\n`)

// paragraphs splits a text at blank lines.
func paragraphs(text string) []string {
	var parts []string
	part := ""
	for line := range strings.SplitSeq(normal(text), "\n") {
		switch {
		case line == "" && part != "":
			parts = append(parts, part)
			part = ""
		case line != "" && part != "":
			part += "\n" + line
		default:
			part += line
		}
	}
	return append(parts, part)
}

// words writes paragraphs of one block.
type words struct {
	parser              *markdown.Parser
	newline, mark, kind string
	spaces              bool // hard breaks are written as two spaces
}

// allowed refuses what the kind of block cannot hold.
func (w words) allowed(parts []string, l leaf) *Error {
	isRow := l.columns > 0
	single := isRow || l.kind == termKind || strings.HasPrefix(l.kind, "heading")
	switch {
	case single && (len(parts) > 1 || strings.Contains(parts[0], "\n")):
		return fault("rewrite-block-break", "Text", short(parts[0]))
	case len(parts) > 1 && l.kind == textKind:
		return fault("rewrite-block-paragraphs", "Text", short(parts[0]))
	case isRow:
		if n := len(markdown.Cells(parts[0])); n != l.columns && n != len(markdown.Cells(l.text)) {
			return fault("rewrite-block-cells", "Text", short(parts[0]), "Wanted", l.columns, "Found", n)
		}
	}
	return nil
}

// ways gives the paragraphs as they are and with what may need it escaped. What
// is words even by itself comes first.
func (w words) ways(parts []string) []way {
	escapes := []func(string) string{func(line string) string { return line }, escapeLine}
	switch {
	case strings.HasPrefix(w.kind, "heading"):
		escapes[1] = escapeHeading
		escapes = append(escapes, func(line string) string { return escapeHeading(escapeLine(line)) })
	case strings.HasPrefix(parts[0], "|") && (w.kind == rowKind || strings.HasPrefix(w.kind, headKind)):
		escapes = escapes[:1] // it begins a cell
	}
	var ways, doubtful []way
	for _, escape := range escapes {
		if written := w.write(parts, escape); w.isWords(parts, escape) {
			ways = append(ways, written)
		} else {
			doubtful = append(doubtful, written)
		}
	}
	return append(ways, doubtful...)
}

// isWords reports whether paragraphs are nothing but words behind another
// paragraph.
func (w words) isWords(parts []string, escape func(string) string) bool {
	w.mark = ""
	alone := w.write(parts, escape)
	if strings.HasPrefix(w.kind, "heading") {
		alone.text = "# " + alone.text
	}
	leaves := outline(w.parser, []byte("x\n\n"+alone.text))
	return len(leaves) > 0 && slices.EqualFunc(leaves[1:], alone.want, func(l leaf, want string) bool {
		return l.text == want && l.path == "" && (l.kind == paragraphKind || l.kind == "heading1")
	})
}

func (w words) write(parts []string, escape func(string) string) way {
	var out way
	var written []string
	for _, part := range parts {
		lines := strings.Split(part, "\n")
		text := ""
		for i := range lines {
			lines[i] = escape(lines[i])
			text += lines[i]
			slashes := len(lines[i]) - len(strings.TrimRight(lines[i], `\`))
			switch {
			case i == len(lines)-1:
			case w.spaces || slashes%2 == 1:
				text += "  " + w.newline + w.mark
			default:
				text += `\` + w.newline + w.mark
			}
		}
		written = append(written, text)
		out.want = append(out.want, strings.Join(lines, "\n"))
	}
	out.text = strings.Join(written, w.newline+strings.TrimRight(w.mark, " \t")+w.newline+w.mark)
	out.end = len(out.text)
	return out
}

// short is the beginning of a text, to name it by.
func short(text string) string {
	text = strings.ReplaceAll(text, "\n", " ")
	const most = 40
	if r := []rune(text); len(r) > most {
		return string(r[:most]) + "…"
	}
	return text
}
