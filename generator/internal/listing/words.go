package listing

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// sortedAs is what a title in a language is looked up by: without the signs
// before its first word, in Arabic script without the signs of a letter, and in
// Arabic without the article. Readers of Arabic look for القرار under ق, and for
// إنذار under ا.
func sortedAs(title, tag string) string {
	words := strings.TrimLeftFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if words == "" {
		return title
	}
	if !unicode.Is(unicode.Arabic, first(words)) {
		return words
	}
	// NFC keeps the hamza and the madda with their letter: إلزام begins with
	// another letter than the article. What it leaves apart are vowel signs.
	words = plain(norm.NFC.String(words))
	if base, _ := language.Make(tag).Base(); base == arabic {
		words = withoutArticle(words)
	}
	return plain(norm.NFD.String(words))
}

// plain leaves out the signs that stand apart from their letter, and what
// lengthens a word.
func plain(words string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || r == tatweel {
			return -1
		}
		return r
	}, words)
}

var arabic, _ = language.Arabic.Base()

const (
	tatweel = 'ـ'  // lengthens a word, says nothing
	article = "ال" // "the", written as one word with what follows
)

// withoutArticle leaves out the article where at least two letters follow:
// what is shorter is another word.
func withoutArticle(words string) string {
	rest, has := strings.CutPrefix(words, article)
	word, _, _ := strings.Cut(rest, " ")
	if has && len([]rune(word)) >= 2 {
		return rest
	}
	return words
}
