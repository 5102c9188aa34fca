package translation

import (
	"strings"
	"unicode"
)

// Numbers gives the runs of digits of a text in its order, in the digits of
// ASCII: those of Arabic and other scripts are the same numbers.
func Numbers(text string) []string {
	var found []string
	var b strings.Builder
	for _, r := range text + " " {
		if digit, ok := digitOf(r); ok {
			b.WriteByte('0' + digit)
		} else if b.Len() > 0 {
			found = append(found, b.String())
			b.Reset()
		}
	}
	return found
}

// digitOf is the value of a decimal digit of any script: their ten stand in a
// row in Unicode, and each range of the table begins with a zero.
func digitOf(r rune) (byte, bool) {
	if '0' <= r && r <= '9' {
		return byte(r - '0'), true
	}
	if r < 0x80 || !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	for _, table := range unicode.Nd.R16 {
		if lo := rune(table.Lo); lo <= r && r <= rune(table.Hi) {
			return byte((r - lo) % 10), true
		}
	}
	for _, table := range unicode.Nd.R32 {
		if lo := rune(table.Lo); lo <= r && r <= rune(table.Hi) {
			return byte((r - lo) % 10), true
		}
	}
	return 0, false
}
