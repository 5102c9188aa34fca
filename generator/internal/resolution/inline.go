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
	// Call is the call of a footnote: its text is the footnote's mark, which
	// is no part of the text that is read or quoted.
	Call
)

// Run is a stretch of text in one style.
type Run struct {
	Text  string
	Style Style
}

// Inline is the text of a paragraph or point. In its normal form no run is
// empty, neighbours differ in style, styled runs neither begin nor end with
// white space, and white space that could break a line is a single space,
// with none at the two ends. No-break spaces are kept. A call stands by
// itself, its mark without white space. Characters that XML cannot hold are
// replaced by U+FFFD, so that every format can carry a normal text.
type Inline []Run

// Plain returns the text without its styles and without calls of footnotes.
func (in Inline) Plain() string {
	var b strings.Builder
	for _, r := range in {
		if r.Style != Call {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// emphasised reports whether the run is set apart from plain text.
func (r Run) emphasised() bool { return r.Style == Emphasis || r.Style == Strong }

// Normal returns the normal form; nil for a text without characters.
func (in Inline) Normal() Inline {
	n := normalizer{}
	for _, r := range in {
		n.run(r)
	}
	n.flush()
	return n.out
}

// legible replaces by U+FFFD what no text can hold in every format: bytes that
// are not UTF-8, and the control characters and noncharacters that XML 1.0
// excludes. White space is kept, for the normal form to deal with.
func legible(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && !unicode.IsSpace(r) || r == '\uFFFE' || r == '\uFFFF' {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
}

// A normalizer writes runs in normal form: white space is held back until
// it is known that a character follows, and in which style.
type normalizer struct {
	out   Inline
	open  strings.Builder // the text of the last run of out
	held  string          // white space not yet written
	style Style           // the style the held white space stands in
	text  bool            // a word has been written
}

func (n *normalizer) run(r Run) {
	text := legible(r.Text)
	if r.Style == Call {
		n.call(text)
		return
	}
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

// call writes the call of a footnote right behind the word before it.
func (n *normalizer) call(mark string) {
	if mark = normalMark(mark); mark != "" {
		n.append(mark, Call)
	}
}

// normalMark leaves out of a footnote's mark what Markdown cannot hold there.
func normalMark(mark string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("[]\\", r) {
			return -1
		}
		return r
	}, mark)
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
		case !n.text:
			// Nothing precedes: the text begins with its first character.
		case n.out[last].Style == s && n.style == s:
			n.append(space, s)
		default:
			n.append(space, Plain)
		}
	}
	n.append(word, s)
	n.text = true
}

func (n *normalizer) append(text string, s Style) {
	if last := len(n.out) - 1; last < 0 || n.out[last].Style != s || s == Call {
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

// lastRune is the last character of s, U+FFFD where it has none.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// firstRune is the first character of s, U+FFFD where it has none.
func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
