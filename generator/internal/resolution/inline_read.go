package resolution

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A piece is what one line gives to a text.
type piece struct {
	text string
	line int
	gap  bool // a blank line or something left out stands before it
}

// inline reads the pieces of one text, with whatever is wrong with their
// emphasis, escapes and footnote calls mended and recorded.
func (r *reader) inline(pieces []piece) Inline {
	s := inlineReader{reader: r}
	s.join(pieces)
	s.scan()
	s.pair()
	return s.runs()
}

// An inlineReader works in three passes: it takes the text apart, decides
// which marks belong together, and writes runs.
type inlineReader struct {
	*reader
	src   string
	at    []int // where each piece begins in src
	lines []int // the line of each piece
	piece int   // the piece last asked for
	parts []inlinePart
}

// A part is a stretch of text or a mark of emphasis.
type inlinePart struct {
	text   string
	mark   string
	call   bool // it is the call of the footnote text
	offset int
	role   int8 // of a mark: 0 undecided, 1 opens, 2 closes, 3 is left out
}

// join puts the pieces behind each other. A word divided at the end of a line
// is put together if the text has it undivided elsewhere.
func (s *inlineReader) join(pieces []piece) {
	var b []byte
	tail := ""
	for i, p := range pieces {
		text := p.text
		if i > 0 {
			hyphen := hyphenAtEnd(tail)
			first := lastWord(strings.TrimSuffix(tail, hyphen))
			switch {
			case hyphen == "" || p.gap && !startsLower(text) || !isWord(firstRune(text)) || first == "":
				b = append(b, ' ')
			case !startsLower(text) && hyphen == "-": // a name: "Secretary-" and "General"
			default:
				second := firstWord(text)
				if confidence := s.divided(first, second, hyphen); confidence > 0 {
					s.repair(pieces[i-1].line, "hyphen", first+hyphen+" "+second, first+second, confidence)
					b = b[:len(b)-len(hyphen)]
				}
			}
		}
		s.at = append(s.at, len(b))
		s.lines = append(s.lines, p.line)
		b = append(b, text...)
		if text != "" {
			tail = text
		}
	}
	s.src = string(b)
}

// hyphenAtEnd is the hyphen that s ends with, printed or soft; "" where it ends
// with none.
func hyphenAtEnd(s string) string {
	for _, hyphen := range []string{"-", "\u00ad"} {
		if strings.HasSuffix(s, hyphen) {
			return hyphen
		}
	}
	return ""
}

// divided says how surely first and second, with a hyphen between them at the
// end of a line, are one word: 0 where the hyphen is the word's own.
func (s *inlineReader) divided(first, second, hyphen string) float64 {
	first, second = strings.ToLower(first), strings.ToLower(second)
	switch {
	case first == "" || second == "":
		return 0
	case hyphen != "-":
		return 0.95
	case s.vocabulary[first+"-"+second] > 0:
		return 0
	case s.vocabulary[first+second] > 0:
		return 0.9
	case words().hyphened[first] || words().hyphened["-"+second] || utf8.RuneCountInString(first) < 2:
		return 0
	case s.vocabulary[first] > 1 && s.vocabulary[second] > 1:
		return 0 // two words that stand elsewhere by themselves
	}
	return 0.7
}

// line is the source line of an offset; offsets are asked for in order.
func (s *inlineReader) line(offset int) int {
	if s.piece >= len(s.at) || s.at[s.piece] > offset {
		s.piece = 0
	}
	for s.piece+1 < len(s.at) && s.at[s.piece+1] <= offset {
		s.piece++
	}
	return s.lines[s.piece]
}

// callMark is what special returns as the mark of a footnote's call.
const callMark = "call"

func (s *inlineReader) scan() {
	start := 0
	flush := func(end int) {
		if end > start {
			s.parts = append(s.parts, inlinePart{text: s.src[start:end], offset: start})
		}
	}
	for i := 0; i < len(s.src); {
		length, text, mark := s.special(i)
		if length == 0 {
			_, n := utf8.DecodeRuneInString(s.src[i:])
			i += n
			continue
		}
		flush(i)
		if mark == callMark {
			s.parts = append(s.parts, inlinePart{text: text, call: true, offset: i})
		} else if mark != "" || text != "" {
			s.parts = append(s.parts, inlinePart{text: text, mark: mark, offset: i})
		}
		i += length
		start = i
	}
	flush(len(s.src))
}

// special reads an escape, a footnote call, a character reference or a mark
// of emphasis at offset i; length 0 where there is none.
func (s *inlineReader) special(i int) (length int, text, mark string) {
	rest := s.src[i:]
	if n, mark, by := s.callAt(i); n > 0 {
		note, found := s.noteFor(mark, s.line(i))
		if by == behindDigit && s.behindDigits[mark] != s.line(i) {
			found = false
		}
		if found || by == byForm {
			s.repair(s.line(i), "footnote-mark", rest[:n], "", 0.9)
			if found {
				return n, note.mark, callMark
			}
			// Two words that only the call divided stay divided.
			if n < len(rest) && isWord(firstRune(rest[n:])) && i > 0 && isWord(lastRune(s.src[:i])) {
				text = " "
			}
			return n, text, ""
		}
		if isDigit(rune(rest[0])) { // the digits of one number are tried once
			return n, rest[:n], ""
		}
	}
	switch rest[0] {
	case '\\':
		if len(rest) > 1 && isPunct(rest[1]) {
			return 2, rest[1:2], ""
		}
	case '&':
		if end := strings.IndexByte(rest[:min(len(rest), 34)], ';'); end > 1 && isReference(rest[1:end]) {
			if decoded := html.UnescapeString(rest[:end+1]); decoded != rest[:end+1] && !strings.ContainsFunc(decoded, unicode.IsControl) {
				if decoded == "\u00a0" && (end+1 == len(rest) || !strings.ContainsRune(";:!?»%", firstRune(rest[end+1:]))) {
					decoded = " " // a web page's, not the text's
				}
				before, after := wordAround(s.src, i, i+end+1, decoded)
				s.repair(s.line(i), "entity", before, after, 0.95)
				return end + 1, decoded, ""
			}
		}
	case '*', '_':
		n := len(rest) - len(strings.TrimLeft(rest, rest[:1]))
		before, after := rune(' '), rune(' ')
		if i > 0 {
			before = lastRune(s.src[:i])
		}
		if n < len(rest) {
			after = firstRune(rest[n:])
		}
		if rest[0] == '_' && (isWord(before) && isWord(after) || n > 3) {
			return n, rest[:n], ""
		}
		if n == 1 && unicode.IsSpace(before) && unicode.IsSpace(after) {
			return n, rest[:n], ""
		}
		return n, "", rest[:n]
	}
	return 0, "", ""
}

// callAt reads the call of a footnote at offset i.
func (s *inlineReader) callAt(i int) (length int, mark string, by evidence) {
	if c := s.src[i]; c < 0x80 && !isDigit(rune(c)) && strings.IndexByte(`^[(\`, c) < 0 {
		return 0, "", 0 // most characters begin none
	}
	return callAt(s.src[max(0, i-16):i], s.src[i:])
}

// wordAround is the word that src[i:j] stands in, with it and with text in
// its place.
func wordAround(src string, i, j int, text string) (before, after string) {
	head, tail := lastWord(src[max(0, i-80):i]), firstWord(src[j:min(len(src), j+80)])
	return head + src[i:j] + tail, head + text + tail
}

// cutCalls removes what has the form of a footnote's call from a single line,
// and stars at its end. called says whether there was a call.
func cutCalls(s string) (clean string, called bool) {
	var b strings.Builder
	for i := 0; i < len(s); {
		if n, _, by := callAt(s[max(0, i-16):i], s[i:]); n > 0 && by == byForm {
			i += n
			called = true
			continue
		}
		b.WriteByte(s[i])
		i++
	}
	return strings.TrimSpace(strings.TrimRight(b.String(), "*")), called
}

// pair decides which marks belong together; the others are left out.
func (s *inlineReader) pair() {
	later := map[string]int{}
	for _, p := range s.parts {
		if p.mark != "" {
			later[p.mark]++
		}
	}
	open := -1
	for i := range s.parts {
		p := &s.parts[i]
		if p.mark == "" {
			continue
		}
		later[p.mark]--
		switch {
		case open >= 0 && s.parts[open].mark == p.mark:
			p.role = 2
			open = -1
		case open < 0 && later[p.mark] > 0 && len(p.mark) <= 3:
			p.role = 1
			open = i
		case s.callByStars(p):
		default:
			p.role = 3
			// What was opened and never closed may have been meant to set
			// something apart: --strict asks.
			rule, confidence := "stray-emphasis", 0.75
			if p.offset > 0 && !unicode.IsSpace(lastRune(s.src[:p.offset])) {
				confidence = 0.9
				if p.mark == "*" {
					rule = "footnote-mark"
				}
			}
			s.repair(s.line(p.offset), rule, p.mark, "", confidence)
		}
	}
}

// callByStars takes a mark that sets nothing apart as the call of a footnote,
// where there is one with that mark.
func (s *inlineReader) callByStars(p *inlinePart) bool {
	note, found := s.noteFor(p.mark, s.line(p.offset))
	if !found || p.offset == 0 || unicode.IsSpace(lastRune(s.src[:p.offset])) {
		return false
	}
	s.repair(s.line(p.offset), "footnote-mark", p.mark, "", 0.9)
	p.text, p.mark, p.call = note.mark, "", true
	return true
}

func (s *inlineReader) runs() Inline {
	var out Inline
	style := Plain
	for i, p := range s.parts {
		switch {
		case p.call:
			if n := len(out); n > 0 && i+1 < len(s.parts) && strings.ContainsRune(",.;:)", firstRune(s.parts[i+1].text)) {
				out[n-1].Text = strings.TrimRight(out[n-1].Text, " ") // "35 (1),"
			}
			out = append(out, Run{p.text, Call})
		case p.mark == "":
			out = append(out, Run{p.text, style})
		case p.role == 1 && len(p.mark) == 1:
			style = Emphasis
		case p.role == 1:
			style = Strong
		case p.role == 2:
			style = Plain
		}
	}
	return s.mendBoundaries(out.Normal()).Normal()
}

func firstWord(s string) string {
	if n := strings.IndexFunc(s, func(r rune) bool { return !isWord(r) }); n >= 0 {
		return s[:n]
	}
	return s
}

func lastWord(s string) string {
	n := strings.LastIndexFunc(s, func(r rune) bool { return !isWord(r) })
	if n < 0 {
		return s
	}
	_, width := utf8.DecodeRuneInString(s[n:]) // 1 where s was cut inside a rune
	return s[n+width:]
}

// startsLower reports whether the first letter of s, marks aside, is small.
func startsLower(s string) bool {
	return unicode.IsLower(firstRune(strings.TrimLeft(s, `*_\"“«'(`)))
}
