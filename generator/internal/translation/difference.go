package translation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Change says what became of a piece of a text.
type Change string

// The changes of a piece.
const (
	Same Change = "same"
	Gone Change = "gone"
	New  Change = "new"
)

// Piece is a piece of two texts laid over each other.
type Piece struct {
	Change Change `json:"change"`
	Text   string `json:"text"`
}

// Differences lays an earlier text over a later one, word by word: what is gone
// stands before what is new in its place. The pieces that are not gone, one after
// the other, are the later text. White space and the form of quotation marks make
// no difference.
func Differences(was, now string) []Piece {
	old, new := tokens(was), tokens(now)
	start := 0
	for start < min(len(old), len(new)) && old[start].says == new[start].says {
		start++
	}
	end := 0
	for end < min(len(old), len(new))-start && old[len(old)-1-end].says == new[len(new)-1-end].says {
		end++
	}
	var o overlay
	o.add(Same, new[:start]...)
	o.between(old[start:len(old)-end], new[start:len(new)-end])
	o.add(Same, new[len(new)-end:]...)
	return o.pieces
}

// overlay collects pieces.
type overlay struct{ pieces []Piece }

func (o *overlay) add(c Change, tokens ...token) {
	var text strings.Builder
	for _, t := range tokens {
		text.WriteString(t.text)
	}
	switch last := len(o.pieces) - 1; {
	case text.Len() == 0:
	case last >= 0 && o.pieces[last].Change == c:
		o.pieces[last].Text += text.String()
	default:
		o.pieces = append(o.pieces, Piece{c, text.String()})
	}
}

// replace adds what is gone and what is new in its place, and what is the same
// behind both. What both end with that is no word, such as a space, is the same.
func (o *overlay) replace(gone, fresh, same []token) {
	n := 0
	for n < min(len(gone), len(fresh)) && gone[len(gone)-1-n].says == fresh[len(fresh)-1-n].says {
		n++
	}
	o.add(Gone, gone[:len(gone)-n]...)
	o.add(New, fresh[:len(fresh)-n]...)
	o.add(Same, fresh[len(fresh)-n:]...)
	o.add(Same, same...)
}

// between lays texts over each other that begin and end differently, by the
// longest run of words that they have in common.
func (o *overlay) between(old, new []token) {
	n, m := len(old), len(new)
	if n*m > maxCells {
		o.add(Gone, old...)
		o.add(New, new...)
		return
	}
	// longest[i][j] is how many words old[i:] and new[j:] have in common.
	longest := make([][]int32, n+1)
	for i := range longest {
		longest[i] = make([]int32, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			if old[i].says == new[j].says {
				longest[i][j] = max(longest[i][j], longest[i+1][j+1]+new[j].words())
			}
		}
	}
	// What is no word between two changes is a part of both.
	var gone, fresh, loose []token
	for i, j := 0, 0; i < n || j < m; {
		switch {
		case i < n && j < m && old[i].says == new[j].says && longest[i][j] == longest[i+1][j+1]+new[j].words():
			if loose = append(loose, new[j]); new[j].words() > 0 {
				o.replace(gone, fresh, loose)
				gone, fresh, loose = nil, nil, nil
			}
			i, j = i+1, j+1
		case i < n && (j == m || longest[i+1][j] >= longest[i][j+1]):
			gone, fresh, loose = slices.Concat(gone, loose, old[i:i+1]), slices.Concat(fresh, loose), nil
			i++
		default:
			gone, fresh, loose = slices.Concat(gone, loose), slices.Concat(fresh, loose, new[j:j+1]), nil
			j++
		}
	}
	o.replace(gone, fresh, loose)
}

// token is a word of a text, or what stands between words.
type token struct{ text, says string }

// words is how many words a token is.
func (t token) words() int32 {
	if strings.ContainsFunc(t.says, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		return 1
	}
	return 0
}

func tokens(text string) []token {
	var found []token
	add := func(text string) { found = append(found, token{text, Normalize(text)}) }
	for len(text) > 0 {
		n := strings.IndexFunc(text, betweenTokens)
		switch {
		case n == 0:
			r, size := utf8.DecodeRuneInString(text)
			if n = size; isSpace(r) { // all of it
				n = len(text) - len(strings.TrimLeftFunc(text, isSpace))
			}
			add(text[:n])
		default:
			if n < 0 {
				n = len(text)
			}
			for _, word := range pieces(text[:n]) {
				add(word)
			}
		}
		text = text[n:]
	}
	return found
}

func betweenTokens(r rune) bool { return betweenWords(r) && r != '’' && r != '\'' && r != '-' }
