package locale

import (
	"fmt"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// InvalidTag is the error for a name that is not a BCP 47 language tag.
type InvalidTag struct {
	Tag string
	// Suggestion is a valid tag in lower case that was probably meant, or "".
	Suggestion string
}

func (e *InvalidTag) Error() string {
	return fmt.Sprintf("%q is not a BCP 47 language tag", e.Tag)
}

// suggest finds the tag that was probably meant: with hyphens for underscores
// and spaces, or by the language's English or own name.
func suggest(name string) string {
	plain := strings.ToLower(strings.NewReplacer("_", "-", " ", "-").Replace(name))
	if tag, err := language.Raw.Parse(plain); err == nil && tag != language.Und {
		return strings.ToLower(tag.String())
	}
	english := display.English.Languages()
	for _, tag := range display.Supported.Tags() {
		if strings.EqualFold(english.Name(tag), plain) || strings.EqualFold(display.Self.Name(tag), name) {
			return strings.ToLower(tag.String())
		}
	}
	// All that have an English name, which are more than have data.
	for _, code := range codes() {
		if base, err := language.ParseBase(code); err == nil && strings.EqualFold(english.Name(base), plain) {
			return base.String()
		}
	}
	// A known language with something unknown behind it: offer the language.
	if head, _, found := strings.Cut(plain, "-"); found {
		if tag, err := language.Raw.Parse(head); err == nil && tag != language.Und {
			return head
		}
	}
	return ""
}

// codes are all that could be the code of a language (ISO 639), the short ones
// first.
func codes() []string {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	var short, long []string
	for _, a := range letters {
		for _, b := range letters {
			short = append(short, string([]rune{a, b}))
			for _, c := range letters {
				long = append(long, string([]rune{a, b, c}))
			}
		}
	}
	return append(short, long...)
}
