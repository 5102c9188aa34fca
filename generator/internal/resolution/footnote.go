package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A footnote is found from its two ends: a line that begins with a mark, and a
// call of that mark in a line before it. Either alone means nothing: lines
// begin with numbers, and digits stand behind words.

// A noteLine is what a line says about being a footnote.
type noteLine struct {
	mark   string
	rest   string  // the line without the mark
	doubt  float64 // 0 where mark and call are printed in a form of their own
	called bool    // the mark is called before the line
}

// readNoteLine reads "[^1]: text", "^{1} text", "¹ text", "[1] text", "(1)
// text", "1 text", "1. text" and "* text".
func readNoteLine(s string) noteLine {
	if mark, rest, ok := cutFootnote(s); ok {
		return noteLine{mark: mark, rest: rest}
	}
	for _, form := range []struct {
		open, close string
		doubt       float64
	}{{"^{", "}", 0}, {"[", "]", 0}, {"(", ")", 0.1}} {
		if body, ok := strings.CutPrefix(s, form.open); ok {
			mark, _, ok := strings.Cut(body[:min(len(body), 8)], form.close)
			if ok && noteMark(mark) {
				return noteOf(mark, body[len(mark)+len(form.close):], form.doubt)
			}
		}
	}
	if caret, ok := strings.CutPrefix(s, "^"); ok {
		if n := len(caret) - len(strings.TrimLeft(caret, "0123456789")); n > 0 && n <= 2 {
			return noteOf(caret[:n], caret[n:], 0)
		}
	}
	if n := superscript(s); n > 0 {
		return noteOf(plainDigits(s[:n]), s[n:], 0)
	}
	stars := len(s) - len(strings.TrimLeft(strings.TrimPrefix(s, `\`), "*†‡"))
	if stars > 0 && stars <= 4 {
		return noteOf(strings.TrimPrefix(s[:stars], `\`), s[stars:], 0.2)
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits == 0 || digits > 2 || digits == len(s) {
		return noteLine{}
	}
	rest := strings.TrimPrefix(s[digits:], ".")
	if !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\t") {
		return noteLine{}
	}
	return noteOf(s[:digits], rest, 0.3)
}

func noteOf(mark, rest string, doubt float64) noteLine {
	rest = strings.TrimLeftFunc(rest, unicode.IsSpace)
	if !hasLetter(rest) {
		return noteLine{}
	}
	return noteLine{mark: mark, rest: rest, doubt: doubt}
}

// noteMark reports whether s is a number of one or two digits, or stars.
func noteMark(s string) bool {
	return s != "" && len(s) <= 4 && (strings.Trim(s, "0123456789") == "" && len(s) <= 2 || strings.Trim(s, "*†‡") == "")
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// superscript is the length of the superscript digits s begins with.
func superscript(s string) int {
	return len(s) - len(strings.TrimLeft(s, superscripts))
}

func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(superscripts, r); i >= 0 {
			return rune('0' + utf8.RuneCountInString(superscripts[:i]))
		}
		return r
	}, s)
}

// evidence is what makes something the call of a footnote.
type evidence int8

const (
	byForm      evidence = iota // its form alone: a superscript, ^{1}
	byNote                      // that there is such a footnote: a digit or (1) behind a word
	behindDigit                 // that no other call of it is found: "2019/882(2)"
)

// callAt reads the call of a footnote at the beginning of rest, where before
// is what precedes it on the line: its length, its mark and what makes it one.
func callAt(before, rest string) (length int, mark string, by evidence) {
	for _, form := range []struct{ open, close string }{{"^{", "}"}, {"[^", "]"}, {"[", "]"}, {"(", ")"}} {
		if body, ok := strings.CutPrefix(rest, form.open); ok {
			mark, _, ok := strings.Cut(body[:min(len(body), 12)], form.close)
			if !ok || mark == "" || strings.IndexFunc(mark, unicode.IsSpace) >= 0 {
				return 0, "", 0
			}
			by = byForm
			weak := form.open == "[" || form.open == "("
			if apart := strings.TrimSuffix(before, " "); weak && apart != before && noteMark(mark) && lastLetter(apart) != ' ' {
				return len(form.open) + len(mark) + len(form.close), mark, behindDigit // "artículo 35 (1)"
			}
			switch {
			case weak && (!noteMark(mark) || !endsWord(before) && !unicode.IsDigit(lastLetter(before))):
				return 0, "", 0
			case weak && !endsWord(before):
				by = behindDigit
			case weak:
				by = byNote
			}
			return len(form.open) + len(mark) + len(form.close), mark, by
		}
	}
	by = byNote
	switch punctuated := lastLetter(before) != lastRune(before); {
	case endsWord(before):
	case (punctuated || strings.ContainsRune(superscripts, firstRune(rest)) || rest[0] == '^') && isDigit(lastLetter(before)):
		by = behindDigit // "since 1995,1"
	default:
		return 0, "", 0
	}
	if caret, ok := strings.CutPrefix(rest, "^"); ok {
		if n := len(caret) - len(strings.TrimLeft(caret, "0123456789")); n > 0 && n <= 2 {
			return 1 + n, caret[:n], byForm
		}
		return 0, "", 0
	}
	if strings.HasPrefix(rest, `\*`) {
		return 2, "*", byForm
	}
	if n := superscript(rest); n > 0 {
		if by == byNote {
			by = byForm
		}
		return n, plainDigits(rest[:n]), by
	}
	if r := firstRune(rest); r == '†' || r == '‡' {
		return len(string(r)), string(r), byForm
	}
	digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
	if digits == 0 || digits > 2 {
		return 0, "", 0
	}
	if last := lastLetter(before); !unicode.IsLower(last) && unicode.IsLetter(last) {
		return 0, "", 0 // "G20", "NATO2"
	}
	if next := firstRune(rest[digits:]); digits < len(rest) && (isWord(next) || strings.ContainsRune("/-–%°", next)) {
		return 0, "", 0
	}
	return digits, rest[:digits], by
}

// endsWord reports whether s ends with a letter, or with punctuation behind
// one: where a call can stand.
func endsWord(s string) bool {
	return unicode.IsLetter(lastLetter(s))
}

// lastLetter is the last rune of s, one mark of punctuation and emphasis
// aside, or a space where there is none.
func lastLetter(s string) rune {
	s = strings.TrimRight(s, "*_")
	r := lastRune(s)
	if strings.ContainsRune(".,;:)”\"’»", r) {
		r = lastRune(s[:len(s)-len(string(r))])
	}
	if r == utf8.RuneError {
		return ' '
	}
	return r
}

// markNotes finds the lines that are footnotes: those whose mark a line
// before them calls. It returns the marks, and the lines of calls that stand
// behind a digit and are the only ones of their mark.
func markNotes(lines []line) (marks map[string]bool, behindDigits map[string]int) {
	wanted := map[string]bool{}
	for i := range lines {
		if n := readNoteLine(lines[i].raw); n.mark != "" {
			lines[i].note = n
			wanted[n.mark] = true
		}
	}
	if len(wanted) == 0 {
		return nil, nil
	}
	called := map[string]float64{} // mark → doubt
	behindDigits = map[string]int{}
	for i := range lines {
		l := &lines[i]
		l.calls(func(_, _ int, mark string, by evidence) {
			switch old, known := called[mark]; {
			case !wanted[mark]:
			case by == behindDigit:
				if _, known := behindDigits[mark]; !known {
					behindDigits[mark] = l.number
				}
			case by == byNote && !known:
				called[mark] = 0.2
			case by == byForm && old > 0 || !known:
				called[mark] = 0
			}
		})
	}
	for mark := range called {
		delete(behindDigits, mark)
	}
	for i := range lines {
		n := &lines[i].note
		if doubt, ok := called[n.mark]; ok {
			n.called, n.doubt = true, n.doubt+doubt
		} else if at, ok := behindDigits[n.mark]; ok && at < lines[i].number {
			n.called, n.doubt = true, n.doubt+0.3
		}
	}
	return wanted, behindDigits
}

// cutNoteCalls takes the calls of the footnotes that there are out of a line of
// the front matter, where the model has no place for them.
func (r *reader) cutNoteCalls(l line, marks map[string]bool) line {
	type cut struct{ at, length int }
	var cuts []cut
	l.calls(func(at, length int, mark string, by evidence) {
		if marks[mark] && by != behindDigit {
			cuts = append(cuts, cut{at, length})
		}
	})
	clean := l.raw
	for i := len(cuts) - 1; i >= 0; i-- {
		clean = clean[:cuts[i].at] + clean[cuts[i].at+cuts[i].length:]
	}
	if clean == l.raw {
		return l
	}
	r.repair(l.number, "footnote-mark", l.raw, clean, 0.9)
	return retake(l, clean, r.opt.Language)
}

// oddRuns reports whether s has an odd number of runs of stars, so that one of
// them sets nothing apart.
func oddRuns(s string) bool {
	odd := false
	for i := 0; i < len(s); i++ {
		if s[i] == '*' && (i == 0 || s[i-1] != '*') {
			odd = !odd
		}
	}
	return odd
}

// calls calls f for everything in the line that can be the call of a
// footnote, its beginning aside.
func (l *line) calls(f func(at, length int, mark string, by evidence)) {
	s := l.raw
	single := oddRuns(s)
	for i := 0; i < len(s); {
		c := s[i]
		if i > 0 && (c == '^' || c == '[' || c == '(' || c == '\\' || c >= 0x80 || isDigit(rune(c))) {
			if n, mark, by := callAt(s[max(0, i-16):i], s[i:]); n > 0 {
				f(i, n, mark, by)
				i += n
				continue
			}
			for isDigit(rune(c)) && i+1 < len(s) && isDigit(rune(s[i+1])) {
				i++ // the digits of one number are tried once
			}
		}
		if c == '*' && i > 0 && single && (endsWord(s[max(0, i-16):i]) || isDigit(rune(s[i-1]))) {
			n := len(s) - i - len(strings.TrimLeft(s[i:], "*"))
			if i+n == len(s) || strings.IndexByte(" ,;.:", s[i+n]) >= 0 {
				f(i, n, s[i:i+n], byNote)
			}
			i += n
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
}
