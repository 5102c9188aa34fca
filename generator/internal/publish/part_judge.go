package publish

import (
	"sync"

	"golang.org/x/text/language"

	"resolutionsite/generator/internal/langid"
)

// judge knows what text seems to be in. The same words stand on many pages, so
// it remembers what it found.
type judge struct {
	languages *langid.Judge
	mu        sync.Mutex
	known     map[claim]opinion
}

// claim is a text with the language it is said to be in.
type claim struct{ lang, text string }

// opinion is what is wrong with a claim, by word.
type opinion struct {
	words []langid.Word
	// scripts are the stretches of words in foreign letters.
	scripts [][2]int
	// foreign are words in another language, where there are some.
	foreign   langid.Finding
	isForeign bool
}

// newJudge returns a judge for a site in these languages.
func newJudge(languages []string) *judge {
	var expected []language.Tag
	for _, lang := range languages {
		expected = append(expected, claimed(lang))
	}
	return &judge{languages: langid.NewJudge(expected), known: map[claim]opinion{}}
}

func (j *judge) opinion(lang string, tag language.Tag, text string) opinion {
	c := claim{lang, text}
	j.mu.Lock()
	o, ok := j.known[c]
	j.mu.Unlock()
	if ok {
		return o
	}
	o = j.form(tag, text)
	j.mu.Lock()
	j.known[c] = o
	j.mu.Unlock()
	return o
}

func (j *judge) form(tag language.Tag, text string) opinion {
	o := opinion{words: langid.Words(text)}
	for i := 0; i < len(o.words); i++ {
		if !foreignLetters(tag, o.words[i]) {
			continue
		}
		first, last := i, i
		for ; i < len(o.words) && !langid.Writes(tag, o.words[i].Text); i++ {
			if foreignLetters(tag, o.words[i]) {
				last = i
			}
		}
		o.scripts = append(o.scripts, [2]int{first, last})
	}
	o.foreign, o.isForeign = j.languages.Foreign(o.words, tag)
	return o
}

// foreignLetters reports whether a word must be marked for its letters alone.
// Labels and abbreviations in Latin letters are read out letter by letter in
// any language; in other letters nobody would expect them.
func foreignLetters(tag language.Tag, w langid.Word) bool {
	return w.Kind != langid.Address && !(w.Kind == langid.Label && langid.ScriptOf(w.Text) == "Latin") && !langid.Writes(tag, w.Text)
}
