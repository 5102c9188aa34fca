package langid

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/language"
)

func TestWordsOfOtherLettersAreForeign(t *testing.T) {
	for _, tc := range []struct {
		lang, word string
		want       bool
	}{
		{"fr", "Résolution", true}, {"fr", "резолюція", false}, {"fr", "قرار", false},
		{"uk", "резолюція", true}, {"uk", "BibTeX", false}, {"uk", "pезолюція", false}, // a Latin p
		{"ar", "العنف", true}, {"ar", "Enter", false}, {"fa", "خشونت", true},
		{"sr", "насиље", true}, {"sr-Latn", "nasilje", true}, {"sr-Latn", "насиље", false},
		{"ja", "決議する", true}, {"ko", "결의안", true}, {"zh", "决议", true}, {"zh", "けつぎ", false},
		{"el", "ψήφισμα", true}, {"ka", "რეზოლუცია", true}, {"hy", "բանաձև", true}, {"he", "החלטה", true},
		{"en", "491", true},
	} {
		if got := Writes(language.Make(tc.lang), tc.word); got != tc.want {
			t.Errorf("%s is written as %s: %v", tc.lang, tc.word, got)
		}
	}
}

func TestScriptsAreThoseOfUnicode(t *testing.T) {
	for code, names := range unicodeScripts() {
		for _, name := range names {
			if unicode.Scripts[name] == nil {
				t.Errorf("%s: Unicode has no script %s", code, name)
			}
		}
	}
}

func TestDirectionIsThatOfTheFirstLetter(t *testing.T) {
	for word, want := range map[string]string{"491": "", "(a": "ltr", "قرار": "rtl", "החלטה": "rtl", "рік": "ltr"} {
		if got := Direction(word); got != want {
			t.Errorf("%s: %s", word, got)
		}
	}
}

func TestEveryListedLanguageHasData(t *testing.T) {
	list, err := os.ReadFile("train/languages.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(list)) {
		tag, _, ok := strings.Cut(line, " ")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		n++
		if f, i := lookup(language.Make(tag)); f == nil || len(f.evidence) < 300 {
			t.Errorf("%s: no data", tag)
		} else if got := f.languages[i]; !strings.HasPrefix(tag, got) {
			t.Errorf("%s: taken for %s", tag, got)
		}
	}
	files, err := os.ReadDir("data")
	if err != nil || len(files) != n+1 { // and the scripts
		t.Errorf("%d files of data for %d languages, %v", len(files), n, err)
	}
	for tag, known := range map[string]bool{"pt-BR": true, "kmr": true, "sr-Latn": true, "ja": false, "und": false} {
		if Knows(language.Make(tag)) != known {
			t.Errorf("%s: known is %v", tag, !known)
		}
	}
}

// Their words are nobody's; their letters are those of the language.
func TestOfPseudoLocalesOnlyTheLettersAreKnown(t *testing.T) {
	accents, letters := language.Make("en-XA"), language.Make("ar-XB")
	if Knows(accents) || Knows(letters) || !Knows(language.English) {
		t.Error("words of a pseudo-locale are known")
	}
	if !Writes(accents, "Ĥééļþ") || Writes(accents, "حهلث") || !Writes(letters, "حهلث") || Writes(letters, "Help") {
		t.Error("letters of a pseudo-locale are not known")
	}
}
