package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resolutionsite/generator/internal/locale"
)

// numeral is a number of a text.
type numeral struct {
	// value is its digits in ASCII, without what divides thousands.
	value string
	// word is the letters that stand directly behind it: "th" of 70th.
	word       string
	start, end int // bytes, of the digits
}

// thousands are what may divide them, in one language or another.
const thousands = ",.'\u2019\u00a0\u202f\u2009\u066c"

// numerals finds the numbers of a text, in the digits of any script. Digits behind
// a Latin letter are part of a name: A4, p9.
func numerals(text string) []numeral {
	var all []numeral
	before := rune(0)
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if _, ok := locale.Digit(r); !ok {
			before, at = r, at+size
			continue
		}
		digits, end := digitsAt(text, at)
		if len(digits) <= 3 {
			for {
				sep, size := utf8.DecodeRuneInString(text[end:])
				more, next := digitsAt(text, end+size)
				if size == 0 || !strings.ContainsRune(thousands, sep) || len(more) != 3 {
					break
				}
				digits, end = digits+more, next
			}
		}
		for { // decimals, and dates of digits
			more, next := digitsAt(text, min(end+1, len(text)))
			if !strings.HasPrefix(text[end:], ".") || more == "" {
				break
			}
			digits, end = digits+"."+more, next
		}
		n := numeral{value: digits, start: at, end: end}
		n.word = text[end : end+len(text[end:])-len(strings.TrimLeftFunc(text[end:], unicode.IsLetter))]
		if !unicode.Is(unicode.Latin, before) {
			all = append(all, n)
		}
		before, at = '0', end
	}
	return all
}

// hasValue reports whether one of the numbers has a value.
func hasValue(all []numeral, value string) bool {
	return slices.ContainsFunc(all, func(n numeral) bool { return n.value == value })
}

// digitsAt are the digits that stand at a byte of a text, and where they end.
func digitsAt(text string, at int) (string, int) {
	var digits []byte
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		digit, ok := locale.Digit(r)
		if !ok {
			break
		}
		digits, at = append(digits, '0'+digit), at+size
	}
	return string(digits), at
}

// notProse is what a reader of a text does not see, or no author of the page has
// written as prose: targets of links, anchors, notes, shortcodes, code, addresses.
var notProse = regexp.MustCompile("(?s)\\]\\([^)]*\\)|\\[\\^[^\\]]*\\]|\\{\\{.*?\\}\\}|\\{#[^}]*\\}|`[^`]*`|https?://\\S+|[^\\s<>()]+@[^\\s<>()]+|&#?\\w+;")

// proseOf is a text with spaces, as many bytes, in the place of what is not prose.
func proseOf(text string) string {
	return notProse.ReplaceAllStringFunc(text, func(s string) string { return strings.Repeat(" ", len(s)) })
}

// asciiDigits writes the digits of a text in ASCII.
func asciiDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if digit, ok := locale.Digit(r); ok {
			return rune('0' + digit)
		}
		return r
	}, text)
}
