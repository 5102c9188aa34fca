package listing

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// sortedAs is what a title is looked up by: without the signs before its first
// word, and in Arabic without the article and the signs of a letter. Readers of
// Arabic look for القرار under ق, and for إنذار under ا.
func sortedAs(title string) string {
	words := strings.TrimLeftFunc(title, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) })
	if words == "" {
		return title
	}
	if !unicode.Is(unicode.Arabic, first(words)) {
		return words
	}
	var plain []rune
	for _, r := range norm.NFD.String(words) {
		// Vowel signs, and the hamza and madda that NFD parts from their letter.
		if !unicode.Is(unicode.Mn, r) && r != tatweel {
			plain = append(plain, r)
		}
	}
	return withoutArticle(string(plain))
}

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
