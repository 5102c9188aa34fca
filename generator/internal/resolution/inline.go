package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style is how a run of text is set.
type Style int

// The styles of a run. Strong includes text that is both strong and emphasised.
const (
	Plain Style = iota
	Emphasis
	Strong
)

// Run is a stretch of text in one style.
type Run struct {
	Text  string
	Style Style
}

// Inline is the text of a paragraph or point. In its normal form no run is
// empty, neighbours differ in style, styled runs neither begin nor end with
// white space, and white space that could break a line is a single space,
// with none at the two ends. No-break spaces are kept.
type Inline []Run

// Plain returns the text without its styles.
func (in Inline) Plain() string {
	var b strings.Builder
	for _, r := range in {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Normal returns the normal form; nil for a text without characters.
func (in Inline) Normal() Inline {
	n := normalizer{}
	for _, r := range in {
		n.run(r)
	}
	n.flush()
	return n.out
}

// A normalizer writes runs in normal form: white space is held back until
// it is known that a character follows, and in which style.
type normalizer struct {
	out   Inline
	open  strings.Builder // the text of the last run of out
	held  string          // white space not yet written
	style Style           // the style the held white space stands in
}

func (n *normalizer) run(r Run) {
	text := strings.ToValidUTF8(r.Text, "\uFFFD")
	for len(text) > 0 {
		space := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
		if space > 0 {
			n.hold(text[:space], r.Style)
			text = text[space:]
			continue
		}
		word := strings.IndexFunc(text, unicode.IsSpace)
		if word < 0 {
			word = len(text)
		}
		n.word(text[:word], r.Style)
		text = text[word:]
	}
}

func (n *normalizer) hold(space string, s Style) {
	if n.held == "" {
		n.style = s
	} else if n.style != s {
		n.style = Plain
	}
	n.held += space
}

func (n *normalizer) word(word string, s Style) {
	if n.held != "" {
		space := collapseSpace(n.held)
		n.held = ""
		switch last := len(n.out) - 1; {
		case last < 0:
			// Nothing precedes: the text begins with its first character.
		case n.out[last].Style == s && n.style == s:
			n.append(space, s)
		default:
			n.append(space, Plain)
		}
	}
	n.append(word, s)
}

func (n *normalizer) append(text string, s Style) {
	if last := len(n.out) - 1; last < 0 || n.out[last].Style != s {
		n.flush()
		n.out = append(n.out, Run{Style: s})
	}
	n.open.WriteString(text)
}

// flush gives the last run its text.
func (n *normalizer) flush() {
	if last := len(n.out) - 1; last >= 0 {
		n.out[last].Text = n.open.String()
		n.open = strings.Builder{}
	}
}

// collapse is the normal form of a plain string.
func collapse(s string) string { return Inline{{Text: s}}.Normal().Plain() }

// collapseSpace turns each stretch of breaking white space into one space and
// keeps the no-break ones.
func collapseSpace(s string) string {
	var b strings.Builder
	broke := false
	for _, r := range s {
		if noBreak(r) {
			b.WriteRune(r)
			broke = false
			continue
		}
		if !broke {
			b.WriteByte(' ')
		}
		broke = true
	}
	return b.String()
}

// noBreak reports whether r is white space that is part of the text: the
// no-break spaces of French punctuation and the fixed ones of typesetting.
func noBreak(r rune) bool {
	return r > 0x85 && unicode.IsSpace(r) && r != '\u2028' && r != '\u2029'
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
