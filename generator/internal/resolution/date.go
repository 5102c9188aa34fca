package resolution

import (
	"fmt"
	"strings"
	"unicode"
)

// findDate finds the first date with a named month in s, in any of the known
// languages and orders ("25 November 2024", "November 25, 2024", "le 1er mai
// 2024", "25 de noviembre de 2024"), or one in ISO 8601.
func findDate(s string) string {
	fields := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;()*_.:", r)
	})
	for i, f := range fields {
		if len(f) == 10 && f[4] == '-' && f[7] == '-' {
			if y, m, d := decimalValue(f[:4]), decimalValue(f[5:7]), decimalValue(f[8:]); isDate(y, m, d) {
				return f
			}
		}
		month := words().months[f]
		if month == 0 {
			continue
		}
		day, year := 0, 0
		for j := max(0, i-2); j <= min(len(fields)-1, i+3); j++ {
			n := decimalValue(ordinal(asciiDigits(fields[j])))
			switch {
			case n >= 1 && n <= 31 && day == 0 && j != i:
				day = n
			case n >= 1900 && n <= 2200 && year == 0 && j > i:
				year = n
			}
		}
		if isDate(year, month, day) {
			return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
		}
	}
	return ""
}

func isDate(y, m, d int) bool {
	return y >= 1000 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= 31
}

// ordinal cuts the ending of "1st", "2nd", "1er" and "1º" off.
func ordinal(s string) string {
	for _, e := range []string{"st", "nd", "rd", "th", "er", "º", "°"} {
		if t, ok := strings.CutSuffix(s, e); ok && t != "" && isDigit(rune(t[len(t)-1])) {
			return t
		}
	}
	return s
}
