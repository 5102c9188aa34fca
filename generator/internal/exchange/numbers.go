package exchange

import (
	"slices"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/locale"
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
		if _, ok := locale.Digit(runes[i]); !ok {
			i++
			continue
		}
		start, part := i, []byte{}
		var n number
		for ; i < len(runes); i++ {
			r := runes[i]
			if digit, ok := locale.Digit(r); ok {
				part = append(part, '0'+digit)
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
