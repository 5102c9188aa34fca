package exchange

import (
	"regexp"
	"slices"
	"strings"
)

// An inlineScanner finds the codes of a text.
type inlineScanner struct {
	text, masked string // masked has a letter for every byte of shortcodes and placeholders
	alone        []code
	pairs        [][2]code
	brackets     []bracket
	runs         []run
	refused      int           // brackets without a target behind them
	backticks    map[int][]int // the places of runs of backticks by their length
}

// maxNested is how far back the other one of a pair is looked for.
const maxNested = 50

// scan finds all other codes but emphasis, of which it notes the marks.
func (s *inlineScanner) scan(markdown bool) {
	m := s.masked
	for i := 0; i < len(m); {
		n := 1
		if m[i] == '\n' {
			s.add(i, i+1, lineBreak)
		} else if markdown {
			n = s.mark(i)
		}
		i += n
	}
}

func (s *inlineScanner) add(start, end int, kind string) int {
	s.alone = append(s.alone, code{start: start, end: end, kind: kind})
	return end - start
}

// mark looks at one byte of Markdown and returns how many it has dealt with.
func (s *inlineScanner) mark(i int) int {
	m := s.masked
	match := func(pattern *regexp.Regexp, kind string) int {
		if found := pattern.FindString(m[i:]); found != "" {
			return s.add(i, i+len(found), kind)
		}
		return 0
	}
	switch m[i] {
	case '\\':
		if i+1 < len(m) && isPunctuation(m[i+1]) {
			return 2
		}
	case '`':
		return s.codeSpan(i)
	case '<':
		return max(1, match(autolinkPattern, address))
	case '{':
		return max(1, match(attributePattern, attribute))
	case 'h':
		if (strings.HasPrefix(m[i:], "http://") || strings.HasPrefix(m[i:], "https://")) && (i == 0 || !isWord(m[i-1])) {
			found := strings.TrimRight(urlPattern.FindString(m[i:]), "?!.,:;*_~')")
			if len(found) > len("https://") {
				return s.add(i, i+len(found), address)
			}
		}
	case '!':
		if i+1 < len(m) && m[i+1] == '[' {
			s.openBracket(bracket{i, i + 2, image})
			return 2
		}
	case '[':
		if n := match(footnotePattern, footnote); n > 0 {
			return n
		}
		s.openBracket(bracket{i, i + 1, link})
	case ']':
		return s.closeBracket(i)
	case '*', '_', '~':
		return s.emphasisRun(i)
	}
	return 1
}

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7f && !isWord(c)
}

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'
}

// codeSpan reads a run of backticks and, where one of the same length follows,
// what is between them.
func (s *inlineScanner) codeSpan(i int) int {
	length := func(at int) int {
		return len(s.masked[at:]) - len(strings.TrimLeft(s.masked[at:], "`"))
	}
	if s.backticks == nil {
		s.backticks = map[int][]int{}
		for at := i; at < len(s.masked); at++ {
			if s.masked[at] == '`' {
				n := length(at)
				s.backticks[n] = append(s.backticks[n], at)
				at += n - 1
			}
		}
	}
	n := length(i)
	places := s.backticks[n]
	if next, found := slices.BinarySearch(places, i+1); next < len(places) && !found {
		return s.add(i, places[next]+n, codeSpan)
	}
	return n
}

type bracket struct {
	start, end int
	kind       string
}

// openBracket notes a bracket; of too many, the outer ones are forgotten.
func (s *inlineScanner) openBracket(b bracket) {
	if len(s.brackets) == 2*maxNested {
		s.brackets = append(s.brackets[:0], s.brackets[maxNested:]...)
	}
	s.brackets = append(s.brackets, b)
}

// maxTarget is how long the target of a link with its title may be.
const maxTarget = 2000

// closeBracket ends a link or an image where a target follows, in round or in
// square brackets.
func (s *inlineScanner) closeBracket(i int) int {
	if len(s.brackets) == 0 || s.refused == maxRefused {
		return 1
	}
	b := s.brackets[len(s.brackets)-1]
	s.brackets = s.brackets[:len(s.brackets)-1]
	rest := s.masked[i+1:]
	rest = rest[:min(len(rest), maxTarget)]
	n := 0
	if strings.HasPrefix(rest, "(") {
		n = targetLength(rest)
	} else {
		n = len(referencePattern.FindString(rest))
	}
	if n == 0 {
		s.refused++
		return 1
	}
	s.pairs = append(s.pairs, [2]code{{start: b.start, end: b.end, kind: b.kind}, {start: i, end: i + 1 + n, kind: b.kind}})
	if b.kind == link { // no link in a link
		s.brackets = slices.DeleteFunc(s.brackets, func(b bracket) bool { return b.kind == link })
	}
	return 1 + n
}

// targetLength is the length of "(target "title")", 0 where s is none.
func targetLength(s string) int {
	depth, quote := 0, byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\n':
			return 0
		case c == '\\':
			i++
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' && (s[i-1] == ' ' || s[i-1] == '\t'):
			quote = c
		case c == '<' && s[i-1] == '(':
			quote = '>'
		case c == '(':
			depth++
		case c == ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return 0
}
