package locale

import "unicode"

// Digit is the value of a decimal digit of any script, and whether r is one. Each
// range of Unicode's decimal digits is a row of tens, from zero to nine.
func Digit(r rune) (value byte, ok bool) {
	if '0' <= r && r <= '9' {
		return byte(r - '0'), true
	}
	if r < 0x80 || !unicode.Is(unicode.Nd, r) {
		return 0, false
	}
	for _, row := range unicode.Nd.R16 {
		if lo := rune(row.Lo); lo <= r && r <= rune(row.Hi) {
			return byte((r - lo) % 10), true
		}
	}
	for _, row := range unicode.Nd.R32 {
		if lo := rune(row.Lo); lo <= r && r <= rune(row.Hi) {
			return byte((r - lo) % 10), true
		}
	}
	return 0, false
}
