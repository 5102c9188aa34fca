package exchange

import (
	"cmp"
	"regexp"
	"slices"
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
	autolinkPattern  = regexp.MustCompile(`^<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>`)
	urlPattern       = regexp.MustCompile(`^https?://[^\s<>\[\]|"]+`)
	footnotePattern  = regexp.MustCompile(`^\[\^[^\[\]\s]+\]`)
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
	if len(codes) == 0 {
		return nil, taken, next
	}
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
