package langid

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/bidi"
)

// unicodeScripts gives the names of Unicode's scripts by the code of ISO 15924.
var unicodeScripts = sync.OnceValue(func() map[string][]string {
	scripts := map[string][]string{}
	for _, line := range dataLines("scripts.txt") {
		fields := strings.Fields(line)
		scripts[fields[0]] = fields[1:]
	}
	return scripts
})

// script is the code of the script that a language is written in, "" where it
// is not known.
func script(tag language.Tag) string {
	code, confidence := tag.Script()
	if confidence == language.No {
		return ""
	}
	return code.String()
}

// neutral are letters that no script claims for itself.
var neutral = []*unicode.RangeTable{unicode.Common, unicode.Inherited}

// Writes reports whether the language is written with all letters of a word.
// Of a language whose letters are not known every word is taken to be its own.
func Writes(tag language.Tag, word string) bool {
	names, known := unicodeScripts()[script(tag)]
	if !known {
		return true
	}
	for _, r := range word {
		if !unicode.IsLetter(r) || unicode.In(r, neutral...) {
			continue
		}
		own := false
		for _, name := range names {
			own = own || unicode.Is(unicode.Scripts[name], r)
		}
		if !own {
			return false
		}
	}
	return true
}

// ScriptOf names the script of the first letter of a word that belongs to one,
// as Unicode does: "Arabic".
func ScriptOf(word string) string {
	for _, r := range word {
		if !unicode.IsLetter(r) || unicode.In(r, neutral...) {
			continue
		}
		for name, table := range unicode.Scripts {
			if unicode.Is(table, r) {
				return name
			}
		}
	}
	return ""
}

// Direction is ltr or rtl by the first letter of a word that has a direction of
// its own, else "".
func Direction(word string) string {
	for _, r := range word {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return "ltr"
		case bidi.R, bidi.AL:
			return "rtl"
		}
	}
	return ""
}
