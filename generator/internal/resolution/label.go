package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxRoman bounds the Roman numerals that are read as labels, so that words
// such as "mix" are not.
const maxRoman = 89

// validLabel reports whether s can stand as a label in the canonical
// Markdown: numbers with dots (3.1), optionally followed by one letter or
// bis, ter, quater; a single letter, or the same letter twice or three times;
// or a Roman numeral up to 89.
func validLabel(s string) bool {
	if s == "" || len(s) > 24 {
		return false
	}
	if rest := strings.TrimLeftFunc(s, unicode.IsDigit); len(rest) < len(s) {
		for strings.HasPrefix(rest, ".") {
			next := strings.TrimLeftFunc(rest[1:], unicode.IsDigit)
			if len(next) == len(rest)-1 {
				return false
			}
			rest = next
		}
		return rest == "" || rest == "bis" || rest == "ter" || rest == "quater" || oneLetter(rest)
	}
	return oneLetter(s) || repeatedLetter(s) || romanValue(s) > 0
}

func oneLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || !unicode.IsLetter(r) {
		return false
	}
	// An Arabic letter may carry a tatweel to keep its shape: "هـ".
	rest := s[n:]
	return rest == "" || rest == "\u0640"
}

func repeatedLetter(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 || !unicode.IsLetter(r) || len(s) > 3*n {
		return false
	}
	return len(s) > n && strings.Trim(s, string(r)) == ""
}

// romanValue returns the value of a well-formed Roman numeral in one case, or
// 0 where s is none or is above maxRoman.
func romanValue(s string) int {
	lower := strings.ToLower(s)
	if s == "" || len(s) > 8 || (s != lower && s != strings.ToUpper(s)) {
		return 0
	}
	total, previous := 0, 0
	for i := len(lower) - 1; i >= 0; i-- {
		v := map[byte]int{'i': 1, 'v': 5, 'x': 10, 'l': 50}[lower[i]]
		switch {
		case v == 0:
			return 0
		case v < previous:
			total -= v
		default:
			total += v
			previous = v
		}
	}
	if total < 1 || total > maxRoman || romanLabel(total) != lower {
		return 0
	}
	return total
}

// romanLabel writes n, from 1 to maxRoman, in lower-case Roman numerals.
func romanLabel(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.value {
			b.WriteString(d.text)
			n -= d.value
		}
	}
	return b.String()
}

// letterLabel writes n, from 1, as a letter label: a … z, aa, bb, …
func letterLabel(n int) string {
	if n < 1 {
		return ""
	}
	return strings.Repeat(string(rune('a'+(n-1)%26)), 1+(n-1)/26)
}

// letterValue is the inverse of letterLabel; 0 where s is no letter label.
func letterValue(s string) int {
	s = strings.ToLower(s)
	if s == "" || s[0] < 'a' || s[0] > 'z' || strings.Trim(s, s[:1]) != "" || len(s) > 3 {
		return 0
	}
	return int(s[0]-'a') + 1 + 26*(len(s)-1)
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// digitValue is the value of a decimal digit of any script, or -1.
func digitValue(r rune) int {
	if !unicode.IsDigit(r) {
		return -1
	}
	// Unicode keeps the ten digits of a script together and in order.
	below := 0
	for unicode.IsDigit(r - rune(below) - 1) {
		below++
	}
	return below % 10
}
