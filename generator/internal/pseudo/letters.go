package pseudo

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A Locale is one pseudo-locale.
type Locale struct {
	// Tag is its BCP 47 tag. A catalogue and a folder of content have it in
	// lower case.
	Tag string
	// open and close stand around every text.
	open, close string
	letters     map[rune]rune
	// longer is by how many letters a word of n letters grows.
	longer func(n int) int
}

// Locales are the pseudo-locales.
func Locales() []Locale {
	return []Locale{
		{
			Tag: "en-XA", open: "⟦", close: "⟧", longer: twoFifths,
			letters: table(
				"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
				"ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
			),
		},
		{
			Tag: "ar-XB", longer: func(int) int { return 0 },
			letters: table("abcdefghijklmnopqrstuvwxyz", "ابصدهفغحيجكلمنوثقرستعضطخشز"),
		},
	}
}

// Find returns the pseudo-locale of a tag, in any casing.
func Find(tag string) (Locale, bool) {
	for _, l := range Locales() {
		if strings.EqualFold(l.Tag, tag) {
			return l, true
		}
	}
	return Locale{}, false
}

func table(from, to string) map[rune]rune {
	letters, other := map[rune]rune{}, []rune(to)
	for i, r := range []rune(from) {
		letters[r] = other[i]
	}
	return letters
}

// twoFifths makes a text of words of n letters and a space two fifths longer.
func twoFifths(n int) int { return (2*(n+1) + 2) / 5 }

// vowels are repeated where a word grows, as readers draw words out.
const vowels = "aeiouyAEIOUY"

// word changes one word. Accents are taken off first: they are the pseudo
// locale's own. Letters that are no Latin ones stay.
func (l Locale) word(s string) string {
	plain := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	count := len([]rune(plain))
	more := l.longer(count)
	var b strings.Builder
	for i, r := range []rune(plain) {
		changed, ok := l.letters[r]
		if !ok {
			if changed, ok = l.letters[unicode.ToLower(r)]; !ok {
				b.WriteRune(r)
				continue
			}
		}
		b.WriteRune(changed)
		if more > 0 && strings.ContainsRune(vowels, r) {
			b.WriteRune(changed)
			more--
		}
		for ; more > 0 && i == count-1; more-- {
			b.WriteRune(changed)
		}
	}
	return b.String()
}
