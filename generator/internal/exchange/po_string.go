package exchange

import (
	"strings"
	"unicode/utf8"
)

// poStrings reads what stands behind a keyword: one string in quotes or
// several. Fault is the identity of what is wrong at the byte where, or "".
func poStrings(b *strings.Builder, s string) (fault string, where int) {
	i := 0
	for {
		for i < len(s) && (s[i] == ' ' || s[i] == '\t') {
			i++
		}
		if i == len(s) {
			return "", 0
		}
		if s[i] != '"' {
			return "exchange-po-syntax", i
		}
		open := i
		for i++; ; {
			plain := strings.IndexAny(s[i:], `"\`)
			if plain < 0 {
				return "exchange-po-string", open
			}
			b.WriteString(s[i : i+plain])
			if i += plain; s[i] == '"' {
				i++
				break
			}
			n := poEscape(b, s[i+1:])
			if n == 0 {
				return "exchange-po-escape", i
			}
			i += 1 + n
		}
	}
}

// poEscape reads what follows a backslash and returns its length, or 0 where it
// means nothing.
func poEscape(b *strings.Builder, s string) int {
	if s == "" {
		return 0
	}
	const names, values = `ntabfrv\"`, "\n\t\a\b\f\r\v\\\""
	if i := strings.IndexByte(names, s[0]); i >= 0 {
		b.WriteByte(values[i])
		return 1
	}
	// Numbers are bytes, of which the texts have those of ASCII only.
	number := func(digits string, base, from, most int) int {
		value, n := 0, from
		for n < len(s) && n < most {
			d := strings.IndexByte(digits, s[n]|0x20)
			if d < 0 {
				break
			}
			value, n = value*base+d, n+1
		}
		if n == from || value >= utf8.RuneSelf {
			return 0
		}
		b.WriteByte(byte(value))
		return n
	}
	if s[0] == 'x' {
		return number("0123456789abcdef", 16, 1, 3)
	}
	return number("01234567", 8, 0, 3)
}
