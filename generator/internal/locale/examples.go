package locale

import (
	"slices"
	"strconv"
	"strings"
)

// PluralExamples are numbers that take a plural form, for people who translate
// it: "1", "2–4, 22–24 …". Whole numbers where the form has some.
func (l Language) PluralExamples(category string) string {
	const most = 3
	var small, large, fractions, wholes []string // the last such as 1.0
	from := -1
	open := false // the last range has no end that we know of
	selected := selections(l.PluralBase, pluralSamples)
	for i, n := range pluralSamples {
		number, err := strconv.Atoi(n)
		if selected[i] != category {
			continue
		}
		switch {
		case err != nil && strings.HasSuffix(n, "0"):
			wholes = append(wholes, n)
		case err != nil:
			fractions = append(fractions, n)
		case number > maxSample:
			large = append(large, n)
		default:
			next := number < maxSample && selected[i+1] == category
			if from < 0 {
				from = number
			}
			if !next {
				open = number == maxSample
				small = append(small, span(from, number, open))
				from = -1
			}
		}
	}
	examples := small
	if len(small) == 0 {
		examples, open = slices.Concat(large, fractions, wholes), true
	}
	if len(examples) == 1 && !open && (len(small) == 0 || len(large) == 0) {
		return examples[0]
	}
	return strings.Join(examples[:min(len(examples), most)], ", ") + " …"
}

// span writes a range of numbers.
func span(from, to int, open bool) string {
	switch {
	case from == to:
		return strconv.Itoa(from)
	case open:
		return strconv.Itoa(from) + ", " + strconv.Itoa(from+1)
	case to == from+1:
		return strconv.Itoa(from) + ", " + strconv.Itoa(to)
	default:
		return strconv.Itoa(from) + "–" + strconv.Itoa(to)
	}
}
