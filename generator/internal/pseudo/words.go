package pseudo

import (
	"regexp"
	"strings"
	"unicode"
)

// kept is what is not words in a string or a field: placeholders, addresses of
// pages and people.
var kept = regexp.MustCompile(`\{\{.*?\}\}|https?://\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+`)

// Text changes the words of a string or a field and puts it in the brackets of
// the pseudo-locale. A text without words stays as it is.
func (l Locale) Text(s string) string {
	changed := l.between(s, kept)
	if changed == s {
		return s
	}
	bare := strings.TrimSpace(changed)
	start := strings.Index(changed, bare)
	return changed[:start] + l.open + bare + l.close + changed[start+len(bare):]
}

// between changes the words of s but for those that a pattern matches.
func (l Locale) between(s string, except *regexp.Regexp) string {
	var b strings.Builder
	from := 0
	for _, m := range except.FindAllStringIndex(s, -1) {
		b.WriteString(l.words(s[from:m[0]]))
		b.WriteString(s[m[0]:m[1]])
		from = m[1]
	}
	b.WriteString(l.words(s[from:]))
	return b.String()
}

// words changes every word of s. What has a digit in it is a number or a label,
// such as 13e, and stays.
func (l Locale) words(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); {
		end, digit := i, false
		for end < len(runes) && (unicode.IsLetter(runes[end]) || unicode.IsNumber(runes[end]) || unicode.Is(unicode.Mn, runes[end])) {
			digit = digit || unicode.IsNumber(runes[end])
			end++
		}
		switch {
		case end == i:
			b.WriteRune(runes[i])
			i++
			continue
		case digit:
			b.WriteString(string(runes[i:end]))
		default:
			b.WriteString(l.word(string(runes[i:end])))
		}
		i = end
	}
	return b.String()
}
