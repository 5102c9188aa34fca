package langid

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"
)

var siteLanguages = []language.Tag{language.English, language.French, language.Spanish, language.German, language.Ukrainian, language.Arabic}

// foreign writes what is found as "language: words", with ! where it is certain.
func foreign(lang, text string) string {
	words := Words(text)
	f, ok := NewJudge(siteLanguages).Foreign(words, language.Make(lang))
	if !ok {
		return ""
	}
	mark := ""
	if f.Certain {
		mark = "!"
	}
	return f.Language.String() + mark + ": " + text[words[f.First].Start:words[f.Last].End]
}

func TestForeignWordsAreFoundWholeAndInsideAText(t *testing.T) {
	for _, tc := range []struct{ lang, text, want string }{
		{"fr", "Read the full text of the resolution", "en!: Read the full text of the resolution"},
		{"en", "Lire le texte intégral de la résolution", "fr!: Lire le texte intégral de la résolution"},
		{"de", "Este texto es una traducción no oficial", "es!: Este texto es una traducción no oficial"},
		{"es", "Die Übersetzung ist nicht geprüft", "de!: Die Übersetzung ist nicht geprüft"},
		{"fr", "Le rapport dit ceci : the States shall prosecute those responsible for such crimes, et il cite les faits.",
			"en!: the States shall prosecute those responsible for such"}, // French has “crimes” as well
		{"en", "Il testo della risoluzione è disponibile in tutte le lingue", "it!: Il testo della risoluzione è disponibile in tutte le lingue"},
		{"uk", "Этот текст является неофициальным переводом резолюции", "ru: Этот текст является неофициальным переводом резолюции"},
		{"ar", "این متن ترجمه\u200cای غیررسمی از قطعنامه است و بازبینی نشده است", "fa!: این متن ترجمه\u200cای غیررسمی از قطعنامه است و بازبینی نشده"},

		{"en", "Nadia Murad, Iryna Nikorak, Audronius Ažubalis and Ludmila Chwalibóg", ""},
		{"fr", "UN Action Against Sexual Violence in Conflict", ""}, // a name, by its capitals
		{"fr", "Home", ""},
		{"fr", "RIS, CSL-JSON, BibTeX", ""},
		{"en", "", ""},
		{"en", "For reference managers point point point point point point point point", ""},
		{"ja", "the States shall prosecute those responsible", ""}, // nothing is known about it
	} {
		if got := foreign(tc.lang, tc.text); got != tc.want {
			t.Errorf("as %s: %q\n got %q\nwant %q", tc.lang, tc.text, got, tc.want)
		}
	}
}

// ownTexts are texts that are known to be in their language: the strings of the
// interface and the resolutions that the reader of texts is tested with.
func ownTexts(t *testing.T) map[string][]string {
	texts := map[string][]string{}
	catalogs, err := filepath.Glob("../../../i18n/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range catalogs {
		lang := strings.TrimSuffix(filepath.Base(name), ".toml")
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var entries map[string]any
		if err := toml.Unmarshal(src, &entries); err != nil {
			t.Fatal(err)
		}
		for _, entry := range entries {
			switch entry := entry.(type) {
			case string:
				texts[lang] = append(texts[lang], placeholder.ReplaceAllString(entry, " "))
			case map[string]any:
				for _, form := range entry {
					texts[lang] = append(texts[lang], placeholder.ReplaceAllString(form.(string), " "))
				}
			}
		}
	}
	resolutions, err := filepath.Glob("../resolution/testdata/texts/*/clean-*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range resolutions {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		about, text, _ := strings.Cut(string(src), "-- source --\n")
		text, _, _ = strings.Cut(text, "\n-- ")
		if lang := ofLanguage.FindStringSubmatch(about); lang != nil {
			texts[lang[1]] = append(texts[lang[1]], strings.Split(text, "\n\n")...)
		}
	}
	return texts
}

var (
	placeholder = regexp.MustCompile(`\{\{[^}]*\}\}`)
	ofLanguage  = regexp.MustCompile(`(?m)^lang: (\S+)$`)
)

func TestTextsAreTakenForTheirOwnLanguage(t *testing.T) {
	n := 0
	for lang, texts := range ownTexts(t) {
		for _, text := range texts {
			n++
			if found := foreign(lang, text); found != "" {
				t.Errorf("%s: %q is taken for %s", lang, text, found)
			}
		}
	}
	if n < 1000 {
		t.Errorf("only %d texts", n)
	}
}
