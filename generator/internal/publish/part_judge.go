package publish

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"resolutionsite/generator/internal/diag"
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

// judgeText holds text to the language claimed for it and to the direction it
// stands in. All pieces have the same language.
func (p *parts) judgeText(pieces []piece) {
	var text strings.Builder
	var starts []int
	for _, one := range pieces {
		starts = append(starts, text.Len())
		text.WriteString(one.text)
	}
	if len(pieces) == 0 || strings.TrimSpace(text.String()) == "" {
		return
	}
	lang, tag := pieces[0].frame.lang, pieces[0].frame.tag
	inAttribute := strings.Contains(pieces[0].frame.element, " ")
	o := p.judge.opinion(lang, tag, text.String())
	if len(o.words) == 0 {
		return
	}
	report := func(id string, first, last int, args map[string]any) {
		from := o.words[first]
		i, found := slices.BinarySearch(starts, from.Start)
		if !found {
			i--
		}
		args["Element"], args["Lang"] = pieces[i].frame.element, lang
		args["Text"] = shortened(text.String()[from.Start:o.words[last].End])
		p.doc.add(p.place(pieces[i], from.Start-starts[i], from.Text), "output-part", id, args)
	}
	wrong := map[int]bool{}
	if tag != language.Und {
		p.doc.parts++
		if !langid.Knows(tag) {
			p.doc.unjudged[lang]++
		}
		for _, s := range o.scripts {
			report("output-part-script", s[0], s[1], map[string]any{"Script": langid.ScriptOf(o.words[s[0]].Text)})
			if inAttribute && o.wordsIn(tag) {
				p.doc.soften() // no mark can stand there
			}
			for i := s[0]; i <= s[1]; i++ {
				wrong[i] = true
			}
		}
		if f := o.foreign; o.isForeign {
			report("output-part-language", f.First, f.Last, map[string]any{"Seems": f.Language.String()})
			if !f.Certain {
				p.doc.soften() // chance must not keep a site from being published
			}
		}
	}
	// against is the direction of a word that stands in the other one.
	against := func(i int) (runs, dir string) {
		w := o.words[i]
		at, found := slices.BinarySearch(starts, w.Start)
		if !found {
			at--
		}
		dir, runs = pieces[at].frame.dir, langid.Direction(w.Text)
		if wrong[i] || w.Kind == langid.Label || dir == "" || dir == "auto" || runs == dir {
			return "", dir
		}
		return runs, dir
	}
	for i := 0; i < len(o.words); i++ {
		runs, dir := against(i)
		if runs == "" {
			continue
		}
		first := i
		for i+1 < len(o.words) {
			if next, _ := against(i + 1); next != runs {
				break
			}
			i++
		}
		report("output-part-direction", first, i, map[string]any{"Dir": dir, "Runs": runs})
	}
}

// wordsIn reports whether some words of the text are in the letters of the
// language.
func (o *opinion) wordsIn(tag language.Tag) bool {
	return slices.ContainsFunc(o.words, func(w langid.Word) bool {
		return w.Kind == langid.Plain && langid.Writes(tag, w.Text)
	})
}

// soften makes the last finding a warning.
func (d *document) soften() { d.diags[len(d.diags)-1].Severity = diag.Warning }

// shortened is a text on one line, short enough for a message.
func shortened(text string) string {
	const most = 60
	r := []rune(strings.Join(strings.Fields(text), " "))
	if len(r) <= most {
		return string(r)
	}
	return strings.TrimSpace(string(r[:most-1])) + "…"
}

// unjudged adds up the parts of each language that there is no data about.
func unjudged(docs []*document) map[string]int {
	all := map[string]int{}
	for _, d := range docs {
		for lang, n := range d.unjudged {
			all[lang] += n
		}
	}
	return all
}
