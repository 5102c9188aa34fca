package exchange

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A run is a row of *, _ or ~ that may open or close emphasis (CommonMark 0.31,
// section 6.2, and GitHub's strikethrough).
type run struct {
	start, length, whole int
	mark                 byte
	opens, closes        bool
}

// emphasisRun notes the run at byte i and returns its length.
func (s *inlineScanner) emphasisRun(i int) int {
	m, mark := s.masked, s.masked[i]
	n := len(m[i:]) - len(strings.TrimLeft(m[i:], string(mark)))
	before, _ := utf8.DecodeLastRuneInString(m[:i])
	after, _ := utf8.DecodeRuneInString(m[i+n:])
	space := func(at bool, r rune) bool { return at || unicode.IsSpace(r) }
	punctuation := func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }
	spaceBefore, spaceAfter := space(i == 0, before), space(i+n == len(m), after)
	left := !spaceAfter && (!punctuation(after) || spaceBefore || punctuation(before))
	right := !spaceBefore && (!punctuation(before) || spaceAfter || punctuation(after))
	r := run{start: i, length: n, whole: n, mark: mark, opens: left, closes: right}
	if mark == '_' {
		r.opens, r.closes = left && (!right || punctuation(before)), right && (!left || punctuation(after))
	}
	if mark != '~' || n <= 2 {
		s.runs = append(s.runs, r)
	}
	return n
}

// pairEmphasis finds which runs belong together.
func (s *inlineScanner) pairEmphasis() {
	var open []run
	for _, r := range s.runs {
		for r.closes && r.length > 0 {
			at := len(open) - 1
			for ; at >= max(0, len(open)-maxNested) && !open[at].matches(r); at-- {
			}
			if at < max(0, len(open)-maxNested) {
				break
			}
			o := &open[at]
			n, kind := 1, emphasis
			switch {
			case r.mark == '~':
				n, kind = r.length, strike
			case o.length >= 2 && r.length >= 2:
				n, kind = 2, strong
			}
			end := o.start + o.length
			s.pairs = append(s.pairs, [2]code{{start: end - n, end: end, kind: kind}, {start: r.start, end: r.start + n, kind: kind}})
			o.length -= n
			r.start, r.length = r.start+n, r.length-n
			open = open[:at+1]
			if o.length == 0 {
				open = open[:at]
			}
		}
		if r.opens && r.length > 0 {
			open = append(open, r)
		}
	}
}

// matches reports whether o opens what r closes.
func (o run) matches(r run) bool {
	if o.mark != r.mark || o.mark == '~' && o.length != r.length {
		return false
	}
	// The rule of three: one that could do both joins only what fits.
	return !(o.closes || r.opens) || (o.whole+r.whole)%3 != 0 || o.whole%3 == 0 && r.whole%3 == 0
}
