package exchange

import (
	"slices"
	"strings"
	"unicode"
)

// A number as it is written: its digits in ASCII without what groups and
// divides them, which each language writes in its own way.
type number struct {
	written string
	parts   []string // the digits between separators
}

// value is all digits, without zeros in front.
func (n number) value() string { return trimZeros(strings.Join(n.parts, "")) }

func trimZeros(digits string) string {
	if s := strings.TrimLeft(digits, "0"); s != "" {
		return s
	}
	return "0"
}

type numbersOf []number

// separators stand between the digits of a number: points, commas, the Arabic
// ones, apostrophes and spaces that do not break.
const separators = ".,\u066b\u066c'\u2019\u00a0\u202f\u2009"

// numbersIn finds the numbers of a text in the digits of any script.
func numbersIn(text string) numbersOf {
	var all numbersOf
	runes := []rune(text)
	for i := 0; i < len(runes); {
		if !unicode.Is(unicode.Nd, runes[i]) {
			i++
			continue
		}
		start, part := i, []byte{}
		var n number
		for ; i < len(runes); i++ {
			if r := runes[i]; unicode.Is(unicode.Nd, r) {
				part = append(part, digit(r))
			} else if strings.ContainsRune(separators, r) && i+1 < len(runes) && unicode.Is(unicode.Nd, runes[i+1]) {
				n.parts, part = append(n.parts, string(part)), nil
			} else {
				break
			}
		}
		n.parts = append(n.parts, string(part))
		n.written = string(runes[start:i])
		all = append(all, n)
	}
	return all
}

// digit is the ASCII digit with the value of r. The ranges of Unicode's decimal
// digits are rows of ten, from zero to nine.
func digit(r rune) byte {
	if r <= '9' {
		return byte(r)
	}
	for _, row := range unicode.Nd.R16 {
		if rune(row.Lo) <= r && r <= rune(row.Hi) {
			return byte('0' + (r-rune(row.Lo))%10)
		}
	}
	for _, row := range unicode.Nd.R32 {
		if rune(row.Lo) <= r && r <= rune(row.Hi) {
			return byte('0' + (r-rune(row.Lo))%10)
		}
	}
	return '0'
}

func (all numbersOf) values() []string {
	var values []string
	for _, n := range all {
		values = append(values, n.value())
	}
	return values
}

// written is how the text writes a value.
func (all numbersOf) written(value string) string {
	i := slices.IndexFunc(all, func(n number) bool { return n.value() == value })
	return excerpt(all[i].written)
}

// same reports whether two texts have the same numbers: as numbers, or part by
// part, as the day, month and year of a date, or digit by digit, as a telephone
// number that is grouped in another way.
func (all numbersOf) same(others numbersOf) bool {
	equal := func(list func(numbersOf) []string) bool {
		a, b := list(all), list(others)
		slices.Sort(a)
		slices.Sort(b)
		return slices.Equal(a, b)
	}
	return equal(numbersOf.values) || equal(numbersOf.parts) || all.digits() == others.digits()
}

func (all numbersOf) parts() []string {
	var parts []string
	for _, n := range all {
		for _, p := range n.parts {
			parts = append(parts, trimZeros(p))
		}
	}
	return parts
}

func (all numbersOf) digits() string {
	var b strings.Builder
	for _, n := range all {
		for _, p := range n.parts {
			b.WriteString(p)
		}
	}
	return b.String()
}
