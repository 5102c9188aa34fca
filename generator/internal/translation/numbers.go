package translation

import (
	"strings"

	"resolutionsite/generator/internal/locale"
)

// Numbers gives the runs of digits of a text in its order, in the digits of
// ASCII: those of Arabic and other scripts are the same numbers.
func Numbers(text string) []string {
	var found []string
	var b strings.Builder
	for _, r := range text + " " {
		if digit, ok := locale.Digit(r); ok {
			b.WriteByte('0' + digit)
		} else if b.Len() > 0 {
			found = append(found, b.String())
			b.Reset()
		}
	}
	return found
}
