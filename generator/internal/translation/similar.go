package translation

import (
	"strings"
	"unicode"
)

// words counts the words of a normalised text, regardless of case.
type words struct {
	count map[string]int
	total int
}

func wordsOf(texts ...string) words {
	w := words{count: map[string]int{}}
	for _, t := range texts {
		for word := range strings.FieldsFuncSeq(strings.ToLower(Normalize(t)), betweenWords) {
			for _, piece := range pieces(word) {
				w.count[piece]++
				w.total++
			}
		}
	}
	return w
}

func betweenWords(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
}

// unspacedScripts are written without spaces between words: there, each
// character counts as one.
var unspacedScripts = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan}

func pieces(word string) []string {
	if isASCII(word) || !strings.ContainsFunc(word, isUnspaced) {
		return []string{word}
	}
	return strings.Split(word, "")
}

func isUnspaced(r rune) bool { return unicode.In(r, unspacedScripts...) }

// similarity is Dice's coefficient over words: 0 where two texts share none, 1
// where they have the same words, in whatever order.
func (w words) similarity(v words) float64 {
	if w.total+v.total == 0 {
		return 1
	}
	if len(w.count) > len(v.count) {
		w, v = v, w
	}
	shared := 0
	for word, n := range w.count {
		shared += min(n, v.count[word])
	}
	return 2 * float64(shared) / float64(w.total+v.total)
}

// join lays several words together.
func (w words) join(v words) words {
	sum := words{count: make(map[string]int, len(w.count)+len(v.count)), total: w.total + v.total}
	for word, n := range w.count {
		sum.count[word] = n
	}
	for word, n := range v.count {
		sum.count[word] += n
	}
	return sum
}
