package resolution

import (
	"embed"
	"strings"
	"sync"
	"unicode"
)

// The words the reader knows are data: one entry per line, in data/.
// recital.<lang>.txt and operative.<lang>.txt list what opens a paragraph of
// each role, adverb.<lang>.txt what may stand before it; an entry that begins
// with a hyphen is an ending. Adding a language is adding its three files. The
// lists are sorted, but for those whose order says something: of the months,
// and of bodies and places, where the first that is found is taken.
//
//go:embed data/*.txt
var dataFiles embed.FS

func dataLines(name string) []string {
	src, err := dataFiles.ReadFile("data/" + name)
	if err != nil {
		return nil
	}
	return strings.FieldsFunc(string(src), func(r rune) bool { return r == '\n' || r == '\r' })
}

// wordSet is the entries of one list, lower case.
func wordSet(name string) map[string]bool {
	set := map[string]bool{}
	for _, line := range dataLines(name) {
		set[strings.ToLower(line)] = true
	}
	return set
}

// A lexicon is everything of data/ in the form the reader asks for.
type lexicon struct {
	leads     map[string]leadList // by language
	languages []string            // of leads, in order
	acronyms  map[string]string   // lower case → as written
	names     map[rune][]string   // acronyms and names, by their first letter in lower case
	bodies    []bodyName
	kinds     map[string]string // lower case, any language → English
	organs    map[string]bool
	months    map[string]int
	adoption  []string
	places    []string
	pages     map[string]bool
	occasions map[string]bool
	pronouns  map[string]bool            // what stands for the assembly before a verb
	continued map[string]bool            // what stands at the foot of a page that goes on
	hyphened  map[string]bool            // parts of words that have a hyphen of their own
	common    map[string]map[string]bool // frequent words by language
}

// A bodyName is the name of an assembly in one language.
//
// folded is the name for comparing.
type bodyName struct{ language, name, folded string }

// words is read on first use and never changes.
var words = sync.OnceValue(func() *lexicon {
	x := &lexicon{
		leads: map[string]leadList{}, acronyms: map[string]string{}, kinds: map[string]string{},
		names: map[rune][]string{}, months: map[string]int{}, common: map[string]map[string]bool{},
		adoption: dataLines("adoption.txt"), places: dataLines("places.txt"),
		organs: wordSet("organs.txt"), pages: wordSet("pages.txt"),
		hyphened: wordSet("hyphen.txt"), occasions: wordSet("occasions.txt"), pronouns: wordSet("pronouns.txt"), continued: wordSet("continued.txt"),
	}
	entries, _ := dataFiles.ReadDir("data")
	for _, e := range entries {
		if lang, ok := strings.CutPrefix(e.Name(), "recital."); ok {
			lang = strings.TrimSuffix(lang, ".txt")
			x.languages = append(x.languages, lang)
			x.leads[lang] = newLeadList(lang)
		}
		if lang, ok := strings.CutPrefix(e.Name(), "words."); ok {
			x.common[strings.TrimSuffix(lang, ".txt")] = wordSet(e.Name())
		}
	}
	for _, name := range []string{"names.txt", "acronyms.txt"} {
		for _, w := range dataLines(name) {
			x.acronyms[strings.ToLower(w)] = w
			x.names[unicode.ToLower(firstRune(w))] = append(x.names[unicode.ToLower(firstRune(w))], w)
		}
	}
	for _, line := range dataLines("bodies.txt") {
		if language, name, ok := strings.Cut(line, " "); ok {
			x.bodies = append(x.bodies, bodyName{language, name, foldApostrophes([]rune(name))})
		}
	}
	for _, line := range dataLines("kinds.txt") {
		if word, kind, ok := strings.Cut(line, " "); ok {
			x.kinds[word] = kind
		}
	}
	for i, line := range dataLines("months.txt") {
		for _, name := range strings.Fields(line)[1:] {
			x.months[name] = i + 1
		}
	}
	return x
})
