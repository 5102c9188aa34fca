package resolution

import (
	"strings"
	"unicode"

	"resolutionsite/generator/internal/diag"
)

// ParseMarkdown reads the canonical form: the body of a page, without front
// matter. It fills Formula, Recitals, Operative and Footnotes. Lines count
// from the first line of body. Diagnostics have no File; the documentation of
// the package lists them. What could be read is returned whatever they say.
func ParseMarkdown(body []byte) (*Text, diag.List) {
	p := blockParser{}
	lines := strings.Split(strings.TrimPrefix(string(body), "\uFEFF"), "\n")
	for i, line := range lines {
		p.line(i+1, line)
	}
	p.flush()
	p.finish(len(lines))
	checkLabels(p.recitals, p.operative, &p.diags)
	t := &Text{Formula: p.formula, Recitals: p.recitals, Operative: p.operative, Footnotes: p.footnotes}
	p.checkCalls(t)
	return t, p.diags
}

// A blockParser takes one line at a time and builds paragraphs and points.
type blockParser struct {
	formula   string
	recitals  []Paragraph
	operative []Paragraph
	footnotes []Footnote
	diags     diag.List

	breakAt int   // line of the thematic break, 0 before it
	blank   bool  // the previous line was blank
	heading block // waits for its paragraph
	block   block
	first   string // source of the first block while it may be the formula
	stack   []level
}

// A block is the source of one text: a paragraph or a point.
type block struct {
	label  string
	parts  []part
	point  bool
	mark   string // of the footnote it defines
	indent int
	line   int
}

// A part is what one line contributes to a block; column is where it begins.
type part struct {
	text         string
	line, column int
}

// A level is a list that is open, at its indentation.
type level struct {
	indent int
	points *[]Point
}

func (p *blockParser) report(line, column int, rule string, severity diag.Severity, args map[string]any) {
	p.diags.Add(diag.Diagnostic{Line: line, Column: column, Rule: rule, Severity: severity, ID: rule, Args: args})
}

func (p *blockParser) line(number int, raw string) {
	raw = strings.TrimRight(raw, " \t\r")
	text := strings.TrimLeft(raw, " \t")
	if text == "" {
		p.blank = true
		return
	}
	indent := width(raw[:len(raw)-len(text)])
	column := len(raw) - len(text) + 1
	afterBlank := p.blank || (p.block.line == 0)
	p.blank = false

	if isBreak(text) && (text[0] == '*' || afterBlank) {
		p.flush()
		p.strayHeading()
		if p.breakAt > 0 {
			p.report(number, column, "resolution-break-repeated", diag.Error, map[string]any{"first": p.breakAt})
		} else {
			p.breakAt = number
		}
		return
	}
	if heading, ok := strings.CutPrefix(text, "## "); ok {
		p.flush()
		p.strayHeading()
		p.heading = block{line: number, parts: []part{{heading, number, column + 3}}}
		return
	}
	if mark, body, ok := cutFootnote(text); ok {
		p.flush()
		p.block = block{mark: mark, line: number}
		p.add(body, number, column+len([]rune(text))-len([]rune(body)))
		return
	}
	if mark := blockMark(text); mark != "" {
		p.report(number, column, "resolution-markup", diag.Error, map[string]any{"mark": mark})
	}
	if rest, ok := bullet(text); ok {
		p.flush()
		label, body, found := cutLabel(rest)
		if !found {
			label, body = "", rest
		}
		p.block = block{label: label, point: true, indent: indent, line: number}
		p.add(body, number, column+len([]rune(text))-len([]rune(body)))
		return
	}
	label, body, labelled := cutLabel(text)
	switch {
	case labelled && indent < 4 && (afterBlank || listItem(label)):
		p.flush()
		p.block = block{label: label, line: number}
		p.add(body, number, column+len([]rune(text))-len([]rune(body)))
	case afterBlank && (indent < 2 || p.block.line == 0):
		p.flush()
		p.block = block{line: number}
		p.add(text, number, column)
	default:
		if afterBlank {
			p.report(number, column, "resolution-block-stray", diag.Error, nil)
		}
		p.add(text, number, column)
	}
}

func (p *blockParser) add(text string, line, column int) {
	p.block.parts = append(p.block.parts, part{text, line, column})
}

// flush ends the open block and puts it where it belongs.
func (p *blockParser) flush() {
	b := p.block
	p.block = block{}
	if b.line == 0 {
		return
	}
	source, in := p.inline(b.parts)
	switch {
	case b.mark != "":
		p.stack = nil
		p.footnotes = append(p.footnotes, Footnote{Mark: b.mark, Text: in, Line: b.line})
		return
	case b.point:
		p.flushPoint(b, in)
		return
	}
	p.stack = nil
	paragraph := Paragraph{Heading: p.takeHeading(), Label: b.label, Text: in, Line: b.line}
	if p.breakAt > 0 {
		p.operative = append(p.operative, paragraph)
		return
	}
	if len(p.recitals) == 0 && p.formula == "" && b.label == "" {
		p.first = source
	}
	p.settleFormula()
	p.recitals = append(p.recitals, paragraph)
}

// settleFormula takes the first recital as the formula once it is known that
// it has no points.
func (p *blockParser) settleFormula() {
	if p.first == "" || p.formula != "" || len(p.recitals) != 1 {
		return
	}
	r := p.recitals[0]
	if r.Heading == "" && r.Label == "" && len(r.Points) == 0 && formulaLike(r.Text) && !escapedLast(p.first) {
		p.formula, p.recitals = r.Text.Plain(), nil
	}
	p.first = ""
}

// takeHeading gives the heading that waits to the paragraph that follows it.
func (p *blockParser) takeHeading() string {
	if p.heading.line == 0 {
		return ""
	}
	_, in := p.inline(p.heading.parts)
	p.heading = block{}
	return in.Plain()
}

// strayHeading reports a heading that no paragraph follows.
func (p *blockParser) strayHeading() {
	if p.heading.line > 0 {
		p.report(p.heading.line, 1, "resolution-heading-stray", diag.Error, nil)
		p.heading = block{}
	}
}

// checkCalls reports calls of footnotes that are not there, and footnotes that
// are there twice.
func (p *blockParser) checkCalls(t *Text) {
	defined := map[string]int{}
	for _, f := range t.Footnotes {
		if first, ok := defined[f.Mark]; ok {
			p.report(f.Line, 1, "resolution-footnote-repeated", diag.Error, map[string]any{"mark": f.Mark, "first": first})
			continue
		}
		defined[f.Mark] = f.Line
	}
	for _, e := range t.Elements() {
		for _, r := range e.Text {
			if r.Style == Call && defined[r.Text] == 0 {
				p.report(e.Line, 1, "resolution-footnote-missing", diag.Error, map[string]any{"mark": r.Text})
			}
		}
	}
}

func (p *blockParser) flushPoint(b block, in Inline) {
	list := p.current()
	if list == nil {
		p.report(b.line, b.indent+1, "resolution-point-stray", diag.Error, nil)
		return
	}
	for len(p.stack) > 0 && b.indent < p.stack[len(p.stack)-1].indent+2 {
		p.stack = p.stack[:len(p.stack)-1]
	}
	if n := len(p.stack); n > 0 {
		above := *p.stack[n-1].points
		list = &above[len(above)-1].Points
	}
	*list = append(*list, Point{Label: b.label, Text: in, Line: b.line})
	p.stack = append(p.stack, level{b.indent, list})
}

// current is the list of points of the paragraph read last.
func (p *blockParser) current() *[]Point {
	list := p.recitals
	if p.breakAt > 0 {
		list = p.operative
	}
	if len(list) == 0 {
		return nil
	}
	return &list[len(list)-1].Points
}

func (p *blockParser) finish(lines int) {
	p.settleFormula()
	p.strayHeading()
	switch {
	case p.breakAt == 0:
		p.report(lines, 1, "resolution-break-missing", diag.Error, nil)
	case len(p.operative) == 0:
		p.report(p.breakAt, 1, "resolution-operative-missing", diag.Error, nil)
	}
}

// bullet cuts the mark of a list entry off.
func bullet(s string) (rest string, ok bool) {
	if s == "-" || s == "+" {
		return "", true
	}
	if strings.HasPrefix(s, "- ") || strings.HasPrefix(s, "* ") || strings.HasPrefix(s, "+ ") {
		return strings.TrimLeft(s[2:], " \t"), true
	}
	return s, false
}

// cutFootnote splits "[^1]: text" into mark and text.
func cutFootnote(s string) (mark, rest string, ok bool) {
	s, ok = strings.CutPrefix(s, "[^")
	if !ok {
		return "", "", false
	}
	mark, rest, ok = strings.Cut(s, "]:")
	return mark, strings.TrimLeft(rest, " \t"), ok && validMark(mark)
}

// validMark reports whether s can be the mark of a footnote.
func validMark(s string) bool {
	return s != "" && strings.IndexFunc(s, unicode.IsSpace) < 0 && !strings.ContainsAny(s, "[]\\")
}

// isBreak recognises a thematic break.
func isBreak(s string) bool {
	bare := strings.ReplaceAll(strings.ReplaceAll(s, " ", ""), "\t", "")
	return len(bare) >= 3 && strings.ContainsRune("*-_", rune(bare[0])) && strings.Trim(bare, bare[:1]) == ""
}

// blockMark names the Markdown block that s would begin and a resolution
// does not have.
func blockMark(s string) string {
	for _, mark := range []string{"```", "~~~", ">", "| "} {
		if strings.HasPrefix(s, mark) {
			return strings.TrimSpace(mark)
		}
	}
	if h := strings.TrimLeft(s, "#"); len(h) < len(s) && len(s)-len(h) <= 6 && (h == "" || h[0] == ' ') {
		return s[:len(s)-len(h)]
	}
	if strings.Trim(s, "=") == "" || strings.Trim(s, "-") == "" && len(s) > 1 {
		return s[:1]
	}
	return ""
}

// width is the number of columns that white space takes, with tab stops of 4.
func width(space string) int {
	n := 0
	for _, c := range space {
		if c == '\t' {
			n += 4 - n%4
		} else {
			n++
		}
	}
	return n
}
