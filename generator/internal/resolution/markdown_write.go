package resolution

import (
	"fmt"
	"strings"
	"unicode"
)

// breakLine is the thematic break between preamble and operative part.
const breakLine = "***"

// formulaWords is the length up to which a first block is read as the formula.
const formulaWords = 16

// Markdown writes the body of t, without front matter, in the canonical form
// (see the package documentation). The texts are written in their normal form.
func (t *Text) Markdown() []byte {
	var b strings.Builder
	formula := collapse(t.Formula)
	if formula != "" {
		b.WriteString(writeInline(Inline{{Text: formula}}, false) + "\n\n")
	}
	for i, p := range t.Recitals {
		in := p.Text.Normal()
		like := i == 0 && formula == "" && p.Heading == "" && p.Label == "" && len(p.Points) == 0 && formulaLike(in)
		writeParagraph(&b, p, writeInline(in, like))
	}
	b.WriteString(breakLine + "\n")
	for _, p := range t.Operative {
		b.WriteByte('\n')
		writeParagraph(&b, p, writeInline(p.Text.Normal(), false))
	}
	for _, f := range t.Footnotes {
		b.WriteString("[^" + f.Mark + "]: " + writeInline(f.Text.Normal(), false) + "\n\n")
	}
	return []byte(strings.TrimSuffix(b.String(), "\n\n") + "\n")
}

func writeParagraph(b *strings.Builder, p Paragraph, text string) {
	if heading := collapse(p.Heading); heading != "" {
		b.WriteString("## " + writeInline(Inline{{Text: heading}}, false) + "\n\n")
	}
	b.WriteString(labelled(p.Label, text) + "\n")
	if len(p.Points) > 0 {
		b.WriteByte('\n')
		// Below a list item points are indented to belong to it; below a plain
		// paragraph an indented block would be shown as code.
		indent := 0
		if listItem(p.Label) {
			indent = max(4, len(p.Label)+2)
		}
		writePoints(b, p.Points, indent)
	}
	b.WriteByte('\n')
}

func writePoints(b *strings.Builder, points []Point, indent int) {
	for _, p := range points {
		line := "- " + labelled(p.Label, writeInline(p.Text.Normal(), false))
		b.WriteString(strings.Repeat(" ", indent) + strings.TrimRight(line, " ") + "\n")
		writePoints(b, p.Points, indent+4)
	}
}

func labelled(label, text string) string {
	if label == "" {
		return text
	}
	return strings.TrimRight(label+". "+text, " ")
}

// listItem reports whether CommonMark reads "label." as an ordered list.
func listItem(label string) bool {
	return label != "" && len(label) <= 9 && strings.Trim(label, "0123456789") == ""
}

var marks = map[Style]string{Plain: "", Emphasis: "*", Strong: "**"}

// writeInline writes a text in normal form, every character that Markdown,
// HTML or Hugo would read escaped. With escapeLast its last character is
// escaped as well: the sign that a recital is not the formula.
func writeInline(in Inline, escapeLast bool) string {
	var b strings.Builder
	for i, r := range in {
		text, tail := r.Text, ""
		if r.Style == Call {
			b.WriteString("[^" + text + "]")
			continue
		}
		if i > 0 && in[i-1].Style == Call && r.Style == Plain && text[0] == ':' { // or it would define a footnote
			b.WriteByte('\\')
		}
		if escapeLast && i == len(in)-1 {
			last := lastRune(text)
			text = strings.TrimSuffix(text, string(last))
			tail = fmt.Sprintf("&#%d;", last)
			if strings.ContainsRune(plainEnds, last) {
				tail = `\` + string(last)
			}
		}
		mark := marks[r.Style]
		b.WriteString(mark + escape(text, i == 0 && r.Style == Plain) + tail + mark)
	}
	return b.String()
}

func escape(s string, start bool) string {
	at := -1
	if start {
		at = startEscape(s)
	}
	var b strings.Builder
	for i, r := range s {
		next := rune(0)
		if j := i + len(string(r)); j < len(s) {
			next = firstRune(s[j:])
		}
		if i == at || strings.ContainsRune("*_\\`[]<~", r) ||
			r == '&' && (next == '#' || unicode.IsLetter(next)) ||
			r == '{' && next == '{' { // a Hugo shortcode
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// startEscape returns the offset of the character that would make Markdown or
// this package's parser read the beginning of s as structure, or -1.
func startEscape(s string) int {
	if strings.ContainsRune("-+#>=|:", firstRune(s)) {
		return 0
	}
	if digits := len(s) - len(strings.TrimLeft(s, "0123456789")); digits > 0 && digits < len(s) {
		if c := s[digits]; (c == '.' || c == ')') && (digits+1 == len(s) || s[digits+1] == ' ') {
			return digits
		}
	}
	if label, _, ok := cutLabel(s); ok {
		return len(label)
	}
	return -1
}

// cutLabel splits "13. text" and "a." into label and text.
func cutLabel(s string) (label, rest string, ok bool) {
	for i := 0; i < len(s) && i <= 24 && s[i] != ' '; i++ {
		if s[i] == '.' && (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') {
			return s[:i], strings.TrimLeft(s[i+1:], " \n"), validLabel(s[:i])
		}
	}
	return "", s, false
}

// formulaLike reports whether a first block would be read as the formula:
// short, and set in one style throughout, punctuation aside.
func formulaLike(in Inline) bool {
	style, letters := Plain, false
	for _, r := range in {
		if r.Style == Call {
			return false // a formula is plain
		}
		if strings.IndexFunc(r.Text, unicode.IsLetter) < 0 {
			continue
		}
		if letters && r.Style != style {
			return false
		}
		style, letters = r.Style, true
	}
	return letters && len(strings.Fields(in.Plain())) <= formulaWords
}

// plainEnds are the marks that are never escaped for another reason.
const plainEnds = ",.;!?"

// escapedLast recognises what writeInline does with escapeLast.
func escapedLast(s string) bool {
	s = strings.TrimRight(s, "*_")
	if body, ok := strings.CutSuffix(s, ";"); ok {
		bare := strings.TrimRight(body, "0123456789")
		if len(bare) < len(body) && strings.HasSuffix(bare, "&#") {
			return true
		}
	}
	if s == "" || !strings.ContainsRune(plainEnds, lastRune(s)) {
		return false
	}
	slashes := len(s) - 1 - len(strings.TrimRight(s[:len(s)-1], `\`))
	return slashes%2 == 1
}
