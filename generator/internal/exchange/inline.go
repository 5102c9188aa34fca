package exchange

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// A code is a part of a text that is no words: Markdown's marks, the target of
// a link, a shortcode, a placeholder, a line break.
type code struct {
	start, end int // bytes of the text
	kind       string
	pair       int // the index of the other one of a pair; -1 for one that stands alone
}

// The kinds of codes.
const (
	strong      = "bold"
	emphasis    = "italic"
	strike      = "x-strike"
	link        = "link"
	image       = "x-image"
	lineBreak   = "lb"
	codeSpan    = "x-code"
	footnote    = "x-footnote"
	address     = "x-url" // a link that shows its address
	attribute   = "x-attribute"
	shortcode   = "x-shortcode"
	placeholder = "x-placeholder"
)

var (
	placeholderPattern = regexp.MustCompile(`\{\{\s*\.\w+\s*\}\}`)
	// What Hugo takes for a call of a shortcode: delimiters, perhaps
	// commented out, a slash, the name, arguments in which quotes may hold
	// the delimiters.
	shortcodePattern = regexp.MustCompile("\\{\\{[<%](?:/\\*)?\\s*(/)?\\s*([^\\s>%/\"`]*)(?:\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`|[^\"`])*?[>%]\\}\\}")
	autolinkPattern  = regexp.MustCompile(`^<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>`)
	urlPattern       = regexp.MustCompile(`^https?://[^\s<>\[\]|"]+`)
	footnotePattern  = regexp.MustCompile(`^\[\^[^\]\s]+\]`)
	referencePattern = regexp.MustCompile(`^\[[^\[\]\n]*\]`)
	attributePattern = regexp.MustCompile(`^\{[#.][^{}\n]*\}\s*$`)
)

// codes finds the codes of a text, in its order. Of the strings of the
// interface, which are no Markdown, they are placeholders and line breaks. What
// is not found is text: nothing is lost by it.
func (u *Unit) codes(text string) []code {
	s := inlineScanner{text: text, masked: text}
	s.templates(u.Page != Strings)
	s.scan(u.Page != Strings)
	s.pairEmphasis()
	return s.sorted()
}

type inlineScanner struct {
	text, masked string // masked has a letter for every byte of shortcodes and placeholders
	alone        []code
	pairs        [][2]code
	calls        []code // shortcodes and placeholders, in order
	brackets     []bracket
	runs         []run
	backticks    map[int][]int // the places of runs of backticks by their length
}

// templates finds shortcodes and placeholders.
func (s *inlineScanner) templates(shortcodes bool) {
	if !strings.Contains(s.text, "{{") {
		return
	}
	for _, m := range placeholderPattern.FindAllStringIndex(s.text, -1) {
		s.calls = append(s.calls, code{start: m[0], end: m[1], kind: placeholder})
	}
	type opened struct {
		name string
		code code
	}
	var open []opened
	if shortcodes {
		for _, m := range shortcodePattern.FindAllStringSubmatchIndex(s.text, -1) {
			c, name := code{start: m[0], end: m[1], kind: shortcode}, s.text[m[4]:m[5]]
			switch comment := strings.HasPrefix(s.text[m[0]+3:], "/*"); {
			case comment:
				s.calls = append(s.calls, c)
			case m[2] < 0:
				open = append(open, opened{name, c})
			default:
				at := len(open) - 1
				for ; at >= max(0, len(open)-maxNested) && open[at].name != name; at-- {
				}
				if at < 0 || open[at].name != name {
					s.calls = append(s.calls, c)
					break
				}
				s.pairs = append(s.pairs, [2]code{open[at].code, c})
				for _, o := range open[at+1:] {
					s.calls = append(s.calls, o.code)
				}
				open = open[:at]
			}
		}
	}
	for _, o := range open {
		s.calls = append(s.calls, o.code)
	}
	masked := []byte(s.text)
	mask := func(c code) {
		for i := c.start; i < c.end; i++ {
			masked[i] = 'x'
		}
	}
	for _, c := range s.calls {
		mask(c)
	}
	for _, p := range s.pairs {
		mask(p[0])
		mask(p[1])
	}
	s.masked = string(masked)
	s.alone = append(s.alone, s.calls...)
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
			s.brackets = append(s.brackets, bracket{i, i + 2, image})
			return 2
		}
	case '[':
		if n := match(footnotePattern, footnote); n > 0 {
			return n
		}
		s.brackets = append(s.brackets, bracket{i, i + 1, link})
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

// maxTarget is how long the target of a link with its title may be.
const maxTarget = 4000

// closeBracket ends a link or an image where a target follows, in round or in
// square brackets.
func (s *inlineScanner) closeBracket(i int) int {
	if len(s.brackets) == 0 {
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

// sorted are the codes in the order of the text.
func (s *inlineScanner) sorted() []code {
	all := make([]code, 0, len(s.alone)+2*len(s.pairs))
	for _, c := range s.alone {
		c.pair = -1
		all = append(all, c)
	}
	for i, p := range s.pairs {
		p[0].pair, p[1].pair = i, i
		all = append(all, p[0], p[1])
	}
	slices.SortFunc(all, func(a, b code) int { return cmp.Compare(a.start, b.start) })
	// What stands within another code, as a shortcode in a link's target, is
	// part of it.
	first := map[int]int{}
	kept, end := all[:0], 0
	for _, c := range all {
		if c.start >= end {
			kept, end = append(kept, c), c.end
		}
	}
	for i := range kept {
		if p := kept[i].pair; p >= 0 {
			if j, ok := first[p]; ok {
				kept[i].pair, kept[j].pair = j, i
				delete(first, p)
			} else {
				first[p] = i
			}
		}
	}
	for _, i := range first { // the other one was within a code
		kept[i].pair = -1
	}
	return kept
}

// raw is the code itself.
func (c code) raw(text string) string { return text[c.start:c.end] }

// key is the same for codes that are the same; a pair has one key, that of its
// first.
func key(text string, codes []code, i int) string {
	c := codes[i]
	if c.pair < 0 {
		return c.raw(text)
	}
	return c.raw(text) + "\x00" + codes[c.pair].raw(text)
}

// numbers gives each code a number from 1, both of a pair the same. Codes that
// another text has too get its numbers, which taken has by key; new ones get
// numbers from next on. It returns the numbers by key, and the next one.
func numbers(text string, codes []code, taken map[string][]int, next int) (ids []int, byKey map[string][]int, after int) {
	ids, byKey = make([]int, len(codes)), map[string][]int{}
	rest := map[string][]int{}
	for k, v := range taken {
		rest[k] = v
	}
	for i, c := range codes {
		if c.pair >= 0 && c.pair < i {
			ids[i] = ids[c.pair]
			continue
		}
		k := key(text, codes, i)
		if free := rest[k]; len(free) > 0 {
			ids[i], rest[k] = free[0], free[1:]
		} else {
			ids[i] = next
			next++
		}
		byKey[k] = append(byKey[k], ids[i])
	}
	return ids, byKey, next
}
