package diag

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Text writes the list for people, and for the editors and tools that know the
// form of compilers:
//
//	content/en/_index.md:7:3: error: the link /helb/ leads to no page
//	  hint: did you mean /help/?
//
// The words error, warning, note and hint are the same in every language. With
// colour, they are coloured by ANSI escapes. Controls that come from a file are
// written out, so that they do nothing to the terminal.
func (l List) Text(w io.Writer, colour bool) error {
	paint := func(code, s string) string {
		if !colour {
			return s
		}
		return "\x1b[" + code + "m" + s + "\x1b[0m"
	}
	var b strings.Builder
	for _, d := range l {
		if place := Visible(d.Place()); place != "" {
			b.WriteString(paint("1", place) + ": ")
		}
		code := map[Severity]string{Error: "1;31", Warning: "1;33", Note: "1;36"}[d.Severity]
		fmt.Fprintf(&b, "%s: %s\n", paint(code, d.Severity.String()), Visible(d.Message))
		if d.Hint != "" {
			fmt.Fprintf(&b, "  %s: %s\n", paint("36", "hint"), Visible(d.Hint))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// Visible writes out what a terminal would obey instead of showing it, such as
// an escape sequence that stands in the file: \x1b.
func Visible(s string) string {
	if !strings.ContainsFunc(s, hidden) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i, r := range s {
		if _, size := utf8.DecodeRuneInString(s[i:]); r == utf8.RuneError && size == 1 {
			fmt.Fprintf(&b, `\x%02x`, s[i])
		} else if hidden(r) {
			quoted := strconv.QuoteRune(r)
			b.WriteString(quoted[1 : len(quoted)-1])
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// hidden reports controls, and those of the direction of text.
func hidden(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }

// Place is "file:line:column", as far as they are known.
func (d Diagnostic) Place() string {
	switch {
	case d.File == "":
		return ""
	case d.Line == 0:
		return d.File
	case d.Column == 0:
		return fmt.Sprintf("%s:%d", d.File, d.Line)
	default:
		return fmt.Sprintf("%s:%d:%d", d.File, d.Line, d.Column)
	}
}
