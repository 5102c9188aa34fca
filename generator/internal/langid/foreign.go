package langid

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// How much evidence it takes, in natural logarithms. The numbers are set so
// that no text of the tests is taken for another language's, see
// TestTextsAreTakenForTheirOwnLanguage; they were not fitted any closer.
const (
	enoughForAll  = 14.0 // where the whole text is foreign
	enoughForSome = 28.0 // for a stretch of a text, of which there are many
	fewestOfAll   = 3    // words
	fewestOfSome  = 5
	remote        = 1.5 // times as much for a language that is not expected
	certain       = 2.0 // times as much leaves no doubt
	mostOfWord    = 10.0
	mostOfName    = 3.0
)

// Judge holds texts to the language claimed for them.
type Judge struct{ expected map[*family][]bool }

// NewJudge returns a judge that believes the languages that are expected on
// less evidence than others.
func NewJudge(expected []language.Tag) *Judge {
	j := &Judge{map[*family][]bool{}}
	for _, f := range profiles() {
		j.expected[f] = make([]bool, len(f.languages))
	}
	for _, tag := range expected {
		if f, i := lookup(tag); f != nil {
			j.expected[f][i] = true
		}
	}
	return j
}

// Finding is words in another language than claimed.
type Finding struct {
	First, Last int // indices into the words
	Language    language.Tag
	// Certain is true where there is so much evidence that it takes no person
	// to look.
	Certain bool
}

// Foreign finds the words of a text that are in another language than claimed.
// The languages are compared by their letters, so words of other scripts are
// passed over. A word that comes again tells nothing new.
func (j *Judge) Foreign(words []Word, claimed language.Tag) (Finding, bool) {
	f, own := lookup(claimed)
	if f == nil {
		return Finding{}, false
	}
	best, most, found := stretch{}, 0.0, language.Und
	take := func(i int, s stretch, enough float64, fewest int) {
		if !j.expected[f][i] {
			enough *= remote
		}
		if s.count >= fewest && s.sum >= enough && s.sum/enough > most {
			best, most, found = s, s.sum/enough, language.Make(f.languages[i])
		}
	}
	whole, sums := make([]stretch, len(f.languages)), make([]stretch, len(f.languages))
	evidence := make([]float64, len(f.languages))
	capitals, seen := allCapitals(words), map[string]bool{}
	for at, w := range words {
		if seen[w.Text] || w.Kind == Address || w.Kind == Label && !capitals && w.letters > 1 || !Writes(claimed, w.Text) {
			continue
		}
		seen[w.Text] = true
		f.weigh(w.Text, evidence)
		limit := mostOfWord
		if first, _ := utf8.DecodeRuneInString(w.Text); !w.Opens && !capitals && unicode.IsUpper(first) {
			limit = mostOfName
		}
		for i := range f.languages {
			if i == own {
				continue
			}
			x := max(-limit, min(limit, evidence[i]-evidence[own]))
			if sums[i].sum <= 0 {
				sums[i] = stretch{first: at}
			}
			whole[i].add(at, x, w)
			sums[i].add(at, x, w)
			take(i, sums[i], enoughForSome, fewestOfSome)
		}
	}
	for i, s := range whole {
		take(i, s, enoughForAll, fewestOfAll)
	}
	return Finding{best.first, best.last, found, most >= certain}, most > 0
}

// A stretch is neighbouring words and the evidence they give together.
type stretch struct {
	first, last, count int
	sum                float64
}

func (s *stretch) add(at int, evidence float64, w Word) {
	s.last = at
	s.sum += evidence
	if w.letters > 1 {
		s.count++
	}
}

// weigh adds up the evidence of a word's sequences for each language.
func (f *family) weigh(word string, sums []float64) {
	clear(sums)
	for _, sequence := range Sequences(word) {
		evidence, ok := f.evidence[sequence]
		if !ok {
			evidence = f.unseen
		}
		for i, x := range evidence {
			sums[i] += float64(x)
		}
	}
}

// allCapitals reports whether a text is written in capitals throughout, where
// they do not tell abbreviations.
func allCapitals(words []Word) bool {
	long := false
	for _, w := range words {
		if w.Kind != Address && !isCapitals(w.Text) {
			return false
		}
		long = long || w.letters > 5
	}
	return long
}
