package translation

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Phrase is a pattern of words. A star stands for any letters of a word, so that
// its forms are found as well: "violence* sexuelle* liée* aux conflits"; before a
// word it stands for what Arabic writes together with it. Case, the form of
// apostrophes and quotation marks, Arabic vowel signs, and what is between words
// (spaces, hyphens, apostrophes, marks of emphasis) do not count.
type Phrase struct{ words []*regexp.Regexp }

// NewPhrase reads a pattern; it is empty where no word is left.
func NewPhrase(pattern string) Phrase {
	var p Phrase
	for _, word := range phraseWords(pattern, true) {
		parts := strings.Split(word, "*")
		for i := range parts {
			parts[i] = regexp.QuoteMeta(parts[i])
		}
		p.words = append(p.words, regexp.MustCompile("^"+strings.Join(parts, ".*")+"$"))
	}
	return p
}

// Empty reports whether the pattern has no word.
func (p Phrase) Empty() bool { return len(p.words) == 0 }

// In reports whether a text has the phrase.
func (p Phrase) In(text string) bool { return p.Found(WordsOf(text)) != "" }

// Words are the words of a text, as phrases are compared with them.
type Words []string

// WordsOf takes a text apart once, for many phrases.
func WordsOf(text string) Words { return phraseWords(text, false) }

// Found is what a text has of the phrase, in small letters; "" where it has not.
func (p Phrase) Found(words Words) string {
	for i := 0; !p.Empty() && i+len(p.words) <= len(words); i++ {
		if p.at(words[i:]) {
			return strings.Join(words[i:i+len(p.words)], " ")
		}
	}
	return ""
}

// Begins reports whether a text begins with the phrase.
func (p Phrase) Begins(text string) bool {
	words := phraseWords(text, false)
	return !p.Empty() && len(p.words) <= len(words) && p.at(words)
}

func (p Phrase) at(words []string) bool {
	for i, w := range p.words {
		if !w.MatchString(words[i]) {
			return false
		}
	}
	return true
}

// phraseWords are the words of a text, folded.
func phraseWords(text string, pattern bool) []string {
	text = tidied(norm.NFC.String(linkTarget.ReplaceAllString(text, "]()")))
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r) && unicode.Is(unicode.Arabic, r), r >= '\u064b' && r <= '\u0652', r == '\u0640', unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, strings.ToLower(text))
	return strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !(pattern && r == '*')
	})
}
