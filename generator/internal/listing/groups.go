package listing

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"resolutionsite/generator/internal/langid"
	"resolutionsite/generator/internal/locale"
)

// Groups sorts places as readers of l look for them. Digits and signs come
// first, then the letters of the language, then the titles in another script.
func Groups(l locale.Language, places []Place) []Group {
	a := newAlphabet(l)
	entries := make([]entry, len(places))
	for i, p := range places {
		words := sortedAs(cmp.Or(p.By, p.Title), cmp.Or(p.In.Tag, l.Tag))
		id, label := a.letter(words)
		entries[i] = entry{p, words, id, label}
	}
	slices.SortStableFunc(entries, a.compare)
	var groups []Group
	for _, e := range entries {
		if n := len(groups); n == 0 || !a.together(groups[n-1], e) {
			groups = append(groups, Group{ID: e.id, Label: e.label})
		}
		last := &groups[len(groups)-1]
		last.Places = append(last.Places, e.Place)
		if len([]rune(e.label)) < len([]rune(last.Label)) { // the Danish "aa" is an "å"
			last.ID, last.Label = e.id, e.label
		}
	}
	return groups
}

// entry is a place with what it is sorted by.
type entry struct {
	Place
	words     string
	id, label string
}

// alphabet is a language's order of letters.
type alphabet struct {
	script string // the name of the script that the language is written in
	order  *collate.Collator
	// base compares letters without case and without the accents that do not
	// make another letter in this language.
	base  *collate.Collator
	title cases.Caser
	lower cases.Caser // the Turkish "I" is no "i"
}

func newAlphabet(l locale.Language) *alphabet {
	tag := language.Make(l.Tag)
	return &alphabet{
		script: langid.ScriptOf(l.Endonym),
		order:  collate.New(tag, collate.Numeric),
		base:   collate.New(tag, collate.Loose),
		title:  cases.Title(tag, cases.NoLower),
		lower:  cases.Lower(tag),
	}
}

// compare sorts entries by group, then by their words.
func (a *alphabet) compare(x, y entry) int {
	return cmp.Or(
		cmp.Compare(rank(x.id), rank(y.id)),
		a.base.CompareString(x.label, y.label),
		a.order.CompareString(x.words, y.words),
		strings.Compare(x.Path, y.Path),
		strings.Compare(x.Anchor, y.Anchor),
	)
}

// together reports whether an entry belongs to a group.
func (a *alphabet) together(g Group, e entry) bool {
	return rank(g.ID) == rank(e.id) && a.base.CompareString(g.Label, e.label) == 0
}

// rank is the place of the groups without a letter among the others.
func rank(id string) int {
	switch id {
	case Digits:
		return 0
	case Other:
		return 2
	default:
		return 1
	}
}

// letter names the group of a text: the ID and the label.
func (a *alphabet) letter(words string) (id, label string) {
	r := first(words)
	switch {
	case !unicode.IsLetter(r):
		return Digits, ""
	case langid.ScriptOf(string(r)) != a.script:
		return Other, ""
	}
	letter := a.letterOf(words)
	return a.lower.String(letter), a.title.String(letter)
}

// letterOf is the letter of the language's alphabet that a text begins with.
func (a *alphabet) letterOf(words string) string {
	letters := []rune(norm.NFC.String(a.lower.String(words)))
	one := string(letters[:1])
	if len(letters) > 1 && unicode.IsLetter(letters[1]) {
		// Two letters that sort as one are one: the Czech "ch".
		two := string(letters[:2])
		if apart := append(a.key(one), a.key(string(letters[1]))...); !bytes.Equal(a.key(two), apart) {
			return two
		}
	}
	key := a.key(one)
	if unicode.Is(unicode.Latin, letters[0]) {
		// An accented letter stands with the plain one unless the language
		// tells them apart; "œ", which sorts as two, with its first.
		for plain := 'a'; plain <= 'z'; plain++ {
			if bytes.HasPrefix(key, a.key(string(plain))) {
				return string(plain)
			}
		}
		return one
	}
	if plain := string([]rune(norm.NFD.String(one))[:1]); bytes.Equal(key, a.key(plain)) {
		return plain
	}
	return one
}

func (a *alphabet) key(s string) []byte {
	return a.base.KeyFromString(&collate.Buffer{}, s)
}

// first is the first character of a text, 0 where it has none.
func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
