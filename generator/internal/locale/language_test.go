package locale

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestLanguageIsDescribedFromItsTagAlone(t *testing.T) {
	for _, tc := range []struct {
		key, tag string
		dir      Direction
		endonym  string
		forms    string
	}{
		{"en", "en", "ltr", "English", "one other"},
		{"fr", "fr", "ltr", "Français", "one many other"},
		{"es", "es", "ltr", "Español", "one many other"},
		{"de", "de", "ltr", "Deutsch", "one other"},
		{"uk", "uk", "ltr", "Українська", "one few many other"},
		{"ar", "ar", "rtl", "العربية", "zero one two few many other"},
		{"he", "he", "rtl", "עברית", "one two other"},
		{"cy", "cy", "ltr", "Cymraeg", "zero one two few many other"},
		{"pl", "pl", "ltr", "Polski", "one few many other"},
		{"ja", "ja", "ltr", "日本語", "other"},
		{"zh-hant", "zh-Hant", "ltr", "繁體中文", "other"},
		{"pt-BR", "pt-BR", "ltr", "Português (Brasil)", "one many other"},
		{"sr-latn", "sr-Latn", "ltr", "Srpski (latinica)", "one few other"},
		{"cnr", "cnr", "ltr", "Crnogorski", "one few other"},
		{"prs", "prs", "rtl", "دری", "one other"},
		{"ckb", "ckb", "rtl", "کوردیی ناوەندی", "one other"},
		{"kmr", "kmr", "ltr", "Kurdî (kurmancî)", "one other"},
		{"en-xa", "en-XA", "ltr", "English (pseudo)", "one other"},
		{"ar-xb", "ar-XB", "rtl", "العربية (تجريبية)", "zero one two few many other"},
		{"qaa-arab", "qaa-Arab", "rtl", "qaa-Arab", "other"},
		{"x-test", "x-test", "ltr", "x-test", "other"},
	} {
		l, err := Parse(tc.key)
		if err != nil {
			t.Errorf("%s: %v", tc.key, err)
			continue
		}
		if l.Key != strings.ToLower(tc.key) || l.Tag != tc.tag || l.Direction != tc.dir || l.Endonym != tc.endonym || strings.Join(l.PluralForms, " ") != tc.forms {
			t.Errorf("%s: got %s %s %s %q %v", tc.key, l.Key, l.Tag, l.Direction, l.Endonym, l.PluralForms)
		}
	}
}

func TestOnlyPseudoLocalesArePseudo(t *testing.T) {
	for key, want := range map[string]bool{
		"en-xa": true, "ar-xb": true, "fr-XA": true, "en": false, "ar": false, "en-gb": false, "sq-xk": false, "x-test": false, "qaa-x-xa": false,
	} {
		if l, err := Parse(key); err != nil || l.Pseudo() != want {
			t.Errorf("%s: %v, %v", key, l.Pseudo(), err)
		}
	}
}

func TestInvalidTagOffersWhatWasMeant(t *testing.T) {
	for name, want := range map[string]string{
		"english": "en", "French": "fr", "en_GB": "en-gb", "Deutsch": "de", "xx": "", "q": "", "klingon": "tlh", "Ossetic": "os", "english-2": "", "fr-klingon-x": "fr",
	} {
		_, err := Parse(name)
		var invalid *InvalidTag
		if !errors.As(err, &invalid) || invalid.Suggestion != want {
			t.Errorf("%s: got %v, want the suggestion %q", name, err, want)
		}
	}
}

func TestFallbackChainFollowsTheLanguageThenTheReference(t *testing.T) {
	var available []Language
	for _, key := range []string{"en", "es", "pt", "sr-latn", "zh-hans", "en-gb"} {
		l, err := Parse(key)
		if err != nil {
			t.Fatal(err)
		}
		available = append(available, l)
	}
	for key, want := range map[string]string{
		"pt-br": "pt en", "cnr": "sr-latn en", "zh-hant": "en", "es-mx": "es en", "en-gb": "en", "en": "", "ar": "en",
	} {
		l, _ := Parse(key)
		var got []string
		for _, c := range l.Chain(available, available[0]) {
			got = append(got, c.Key)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %v, want %s", key, got, want)
		}
	}
}

func TestLanguagesAreNamedInTheReadersLanguage(t *testing.T) {
	for _, tc := range []struct{ reader, key, want string }{
		{"fr", "en", "anglais"},
		{"fr", "prs", "persan (Afghanistan)"},
		{"ar", "prs", "الفارسية (أفغانستان)"},
		{"fr", "pt-br", "portugais brésilien"},
		{"fr", "sr-latn", "serbe (latin)"},
		{"fr", "sr", "serbe"},
		{"fr", "zh-hant", "chinois traditionnel"},
		{"fr", "ar-xb", "arabe (XB)"}, // not as Arabic itself
		{"ar-xb", "en-xa", "الإنجليزية (XA)"},
		{"fr", "cnr", "Crnogorski"}, // unknown to CLDR, it keeps its own name
		{"ar", "cnr", "CNR"},        // or none, where nobody could read it
		{"fr", "x-test", "X-TEST"},
		{"cnr", "ar", "arapski"}, // CLDR has no names in these
		{"prs", "en", "انگلیسی"},
	} {
		reader, _ := Parse(tc.reader)
		other, _ := Parse(tc.key)
		if got := reader.NameOf(other); got != tc.want {
			t.Errorf("%s in %s: %q, want %q", tc.key, tc.reader, got, tc.want)
		}
	}
	fr, _ := Parse("fr")
	if !slices.Contains(fr.PluralForms, "many") {
		t.Error("French has a form for millions")
	}
}

func TestANumberHasItsPluralForm(t *testing.T) {
	for key, want := range map[string]string{"pl": "many one few many other", "prs": "one one other other other", "x-test": "other other other other other"} {
		l, _ := Parse(key)
		if got := strings.Join(l.PluralFormOf("0", "1", "2", "11", "1.5"), " "); got != want {
			t.Errorf("%s: got %s, want %s", key, got, want)
		}
	}
}

func TestPluralFormsAreExplainedByNumbers(t *testing.T) {
	for key, want := range map[string]string{
		"en":  "one: 1; other: 0, 2, 3 …",
		"fr":  "one: 0, 1; many: 1000000, 2000000 …; other: 2, 3 …",
		"pl":  "one: 1; few: 2–4, 22–24, 32–34 …; many: 0, 5–21, 25–31 …; other: 0.1, 0.5, 1.5 …",
		"ar":  "zero: 0; one: 1; two: 2; few: 3–10, 103–110 …; many: 11–99, 111, 112 …; other: 100–102 …",
		"cy":  "zero: 0; one: 1; two: 2; few: 3; many: 6; other: 4, 5, 7, 8 …",
		"ja":  "other: 0, 1 …",
		"cnr": "one: 1, 21, 31 …; few: 2–4, 22–24, 32–34 …; other: 0, 5–20, 25–30 …",
	} {
		l, err := Parse(key)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, category := range l.PluralForms {
			got = append(got, category+": "+l.PluralExamples(category))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s: got  %s\nwant %s", key, strings.Join(got, "; "), want)
		}
	}
}
