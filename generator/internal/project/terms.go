package project

import (
	"path"
	"slices"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/translation"
)

// TermsFile is the name of a language's term base, in its folder of content/. It
// is not published.
const TermsFile = "terms.yaml"

// TermBase says how the words of the subject are said in a language, and which
// are not used.
type TermBase struct {
	File  string
	Terms []Term
	Avoid []Avoided
	// Numbers are the words in which a number may be said, by its digits.
	Numbers map[string][]translation.Phrase
	// Parts are the words that stand before the number of a part of the
	// resolution: "recital 3".
	Parts []translation.Phrase
	// Acts are the words that name acts of violence: a page with one of them says so
	// before its text.
	Acts []translation.Phrase
	// Known are abbreviations that need no explanation.
	Known []string
	// MostWords is how long a sentence may be, MostWordsCritical on pages of class
	// critical; 0 where the language sets no limit.
	MostWords, MostWordsCritical int
	// Verified are the words that say of figures that they were verified, Percent
	// those behind a number that say that it is one of a hundred.
	Verified, Percent []translation.Phrase
}

// SaysNumber reports whether a text says a number in words. A nil term base knows
// none.
func (b *TermBase) SaysNumber(digits, text string) bool {
	return b != nil && anyIn(b.Numbers[digits], text)
}

// NamesPart reports whether a text has a word that stands before the number of a
// part of the resolution. A nil term base knows none.
func (b *TermBase) NamesPart(text string) bool { return b != nil && anyIn(b.Parts, text) }

// SaysPercent reports whether what stands behind a number says that it is one of a
// hundred, in words or by a sign.
func (b *TermBase) SaysPercent(behind string) bool {
	behind = strings.TrimLeftFunc(behind, unicode.IsSpace)
	if strings.HasPrefix(behind, "%") || strings.HasPrefix(behind, "\u066a") {
		return true
	}
	return b != nil && slices.ContainsFunc(b.Percent, func(phrase translation.Phrase) bool { return phrase.Begins(behind) })
}

// Called is what a term of the reference language is called, "" where it is not
// said. A nil term base says nothing.
func (b *TermBase) Called(term string) string {
	if b == nil {
		return ""
	}
	for _, t := range b.Terms {
		if t.Called != "" && strings.EqualFold(t.Name, term) {
			return t.Called
		}
	}
	return ""
}

// Term is a word of the reference language and what it is in another. Patterns
// are as translation.NewPhrase reads them.
type Term struct {
	// Name is the term as it is written, Also its other forms.
	Name     string
	Original []translation.Phrase
	// Use are the translations that are right; the first is named in messages.
	Use  []string
	Good []translation.Phrase
	// Called is what readers are told that it is called: one of Use, or what the
	// file gives where those are patterns; "" where nothing can be told.
	Called string
	// Note is for translators.
	Note string
}

// Avoided are words that a language does not use on this site.
type Avoided struct {
	Words        string
	Phrase       translation.Phrase
	Instead, Why string
	// Refused words are never published; others may have a legitimate use.
	Refused bool
	// Titles is true of words that only titles and summaries do not have.
	Titles bool
	// Source is what says so, Reviewer the person who has read the entry, "" as long
	// as nobody has.
	Source, Reviewer string
}

// The levels of avoided words, and the place of those that only titles and
// summaries do not have.
const (
	levelError   = "error"
	levelWarning = "warning"
	inTitles     = "titles"
)

var termsSchema = shape{kind: Map, fields: map[string]shape{
	"terms": {kind: List, item: &shape{kind: Map, fields: map[string]shape{
		"term": text, "also": textList, "use": textList, "called": text, "note": text, "source": text,
	}}},
	"avoid": {kind: List, item: &shape{kind: Map, fields: map[string]shape{
		"words": textList, "instead": text, "why": text, "source": text, "reviewer": text,
		"level": choice(levelError, levelWarning), "in": choice(inTitles),
	}}},
	"acts": {kind: Map, fields: map[string]shape{"words": textList, "source": text, "reviewer": text}},
	"sentences": {kind: Map, fields: map[string]shape{
		"most": number, "critical": number, "why": text, "source": text, "reviewer": text,
	}},
	"known": textList,
	"numbers": {kind: List, item: &shape{kind: Map, fields: map[string]shape{
		"number": text, "words": textList,
	}}},
	"parts":    textList,
	"verified": textList,
	"percent":  textList,
}}

// loadTerms reads the term base of each language that has one.
func (p *Project) loadTerms() {
	p.Terms = map[string]*TermBase{}
	for _, l := range p.Languages {
		file := p.readable(path.Join(p.Folder(l), TermsFile))
		if file == nil {
			continue
		}
		if tree := p.readData(file, "terms-", termsSchema); tree != nil {
			p.Terms[l.Key] = readTerms(file.Path, tree)
		}
	}
}

func readTerms(file string, tree *Value) *TermBase {
	base := &TermBase{File: file, Numbers: map[string][]translation.Phrase{}}
	for _, item := range tree.items("terms") {
		t := Term{Name: item.text("term"), Use: item.texts("use"), Called: item.text("called"), Note: item.text("note")}
		if i := slices.IndexFunc(t.Use, func(use string) bool { return !strings.Contains(use, "*") }); t.Called == "" && i >= 0 {
			t.Called = t.Use[i]
		}
		for _, name := range append([]string{t.Name}, item.texts("also")...) {
			if phrase := translation.NewPhrase(name); !phrase.Empty() {
				t.Original = append(t.Original, phrase)
			}
		}
		for _, use := range t.Use {
			if phrase := translation.NewPhrase(use); !phrase.Empty() {
				t.Good = append(t.Good, phrase)
			}
		}
		if len(t.Original) > 0 && len(t.Good) > 0 {
			base.Terms = append(base.Terms, t)
		}
	}
	base.Parts, base.Verified, base.Percent = phrases(tree, "parts"), phrases(tree, "verified"), phrases(tree, "percent")
	if acts := tree.field("acts"); acts != nil {
		base.Acts = phrases(&acts.Value, "words")
	}
	if sentences := tree.field("sentences"); sentences != nil {
		base.MostWords, base.MostWordsCritical = whole(sentences.Value.text("most")), whole(sentences.Value.text("critical"))
	}
	base.Known = tree.texts("known")
	for _, item := range tree.items("avoid") {
		for _, words := range item.texts("words") {
			if phrase := translation.NewPhrase(words); !phrase.Empty() {
				base.Avoid = append(base.Avoid, Avoided{
					Words: words, Phrase: phrase, Instead: item.text("instead"), Why: item.text("why"),
					Refused: item.text("level") == levelError, Titles: item.text("in") == inTitles,
					Source: item.text("source"), Reviewer: item.text("reviewer"),
				})
			}
		}
	}
	for _, item := range tree.items("numbers") {
		for _, words := range item.texts("words") {
			number := item.text("number")
			base.Numbers[number] = append(base.Numbers[number], translation.NewPhrase(words))
		}
	}
	return base
}

// phrases are those of a list of texts.
func phrases(tree *Value, list string) []translation.Phrase {
	var all []translation.Phrase
	for _, text := range tree.texts(list) {
		if phrase := translation.NewPhrase(text); !phrase.Empty() {
			all = append(all, phrase)
		}
	}
	return all
}

// Says reports whether a text of the reference language has the term.
func (t Term) Says(text string) bool { return anyIn(t.Original, text) }

// SaidIn reports whether a translation says it in a right way.
func (t Term) SaidIn(text string) bool { return anyIn(t.Good, text) }

func anyIn(phrases []translation.Phrase, text string) bool {
	for _, phrase := range phrases {
		if phrase.In(text) {
			return true
		}
	}
	return false
}
