package langid

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what a word can tell about the language it is in.
type Kind int

const (
	Plain   Kind = iota
	Label        // a letter, an abbreviation in capitals, a number: 13e, NATO, iv
	Address      // of the web, of mail, of a file
)

// Word is a word with its place in the text, in bytes.
type Word struct {
	Text       string
	Start, End int
	Kind       Kind
	// Opens is true at the beginning of the text, of a sentence or a quotation,
	// where a capital letter says nothing.
	Opens bool

	letters int
}

// address matches what stands between two spaces and is no word of a language.
var address = regexp.MustCompile(`://|@|^[^\pL\d]*(?:www\.|[/#][\pL\d])|[\pL\d]\.[a-z]{2,}(?:[^\pL\d]|$)`)

// Words finds the words of a text. An apostrophe or a hyphen divides two words;
// marks that no reader sees do not.
func Words(text string) []Word {
	var words []Word
	opens := true
	for start := 0; start < len(text); {
		if i := strings.IndexFunc(text[start:], func(r rune) bool { return !unicode.IsSpace(r) }); i > 0 {
			start += i
		}
		end := len(text)
		if i := strings.IndexFunc(text[start:], unicode.IsSpace); i >= 0 {
			end = start + i
		}
		if chunk := text[start:end]; address.MatchString(chunk) {
			from, to := bare(chunk)
			words = append(words, Word{Text: chunk[from:to], Start: start + from, End: start + to, Kind: Address})
			opens = false
		} else {
			words, opens = chunkWords(words, text, start, end, opens)
		}
		start = end
		if start < len(text) {
			_, size := utf8.DecodeRuneInString(text[start:])
			start += size
		}
	}
	return words
}

// bare are the bounds of an address without the brackets and points around it.
func bare(chunk string) (from, to int) {
	around := func(r rune) bool { return !unicode.In(r, unicode.L, unicode.Nd) && r != '/' && r != '#' }
	from = len(chunk) - len(strings.TrimLeftFunc(chunk, around))
	return from, from + len(strings.TrimRightFunc(chunk[from:], around))
}

// chunkWords finds the words between two spaces.
func chunkWords(words []Word, text string, start, end int, opens bool) ([]Word, bool) {
	for at := start; at < end; {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !inWord(r) {
			opens = opens || strings.ContainsRune(".!?:;¿¡؟؛…•·|«“„\"‹‘", r)
			at += size
			continue
		}
		from := at
		for at < end {
			r, size := utf8.DecodeRuneInString(text[at:])
			if !inWord(r) {
				break
			}
			at += size
		}
		w := Word{Text: text[from:at], Start: from, End: at, Opens: opens}
		opens = false
		for _, r := range w.Text {
			if unicode.IsLetter(r) {
				w.letters++
			}
		}
		switch {
		case w.letters == 0:
			opens = w.Opens // a number
			continue
		case w.letters == 1, strings.ContainsFunc(w.Text, unicode.IsNumber), isCapitals(w.Text), strings.Trim(w.Text, "ivx") == "":
			w.Kind = Label
		}
		words = append(words, w)
	}
	return words, opens
}

// inWord reports whether the character can be part of a word: letters, their
// marks, digits, and the marks that join or part letters unseen.
func inWord(r rune) bool {
	return unicode.In(r, unicode.L, unicode.M, unicode.Nd) || r == '\u00AD' || r == '\u200C' || r == '\u200D'
}

// isCapitals reports whether the word has capitals only, in a script that has
// other letters as well.
func isCapitals(word string) bool {
	return strings.ContainsFunc(word, unicode.IsUpper) && !strings.ContainsFunc(word, unicode.IsLower)
}
