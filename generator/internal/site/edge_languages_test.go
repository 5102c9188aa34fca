package site

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"resolutionsite/generator/internal/locale"
)

// edgeNumbers tell the plural rules of the edge languages apart.
var edgeNumbers = []int{0, 1, 2, 3, 5, 6, 11, 21, 100}

// edgeLanguages are languages that are often got wrong, with what CLDR says of
// them; plurals are the forms for edgeNumbers. Of cnr, prs and ckb go-i18n or
// x/text know less: the overrides say it.
var edgeLanguages = []struct{ tag, dir, endonym, plurals, date string }{
	{"ar", "rtl", "العربية", "zero one two few few few many many other", "25 نوفمبر 2024"},
	{"ckb", "rtl", "کوردیی ناوەندی", "other one other other other other other other other", "25ی تشرینی دووەمی 2024"},
	{"cnr", "ltr", "Crnogorski", "other one few few other other other one other", "25. novembar 2024."},
	{"cy", "ltr", "Cymraeg", "zero one two few other many other other other", "25 Tachwedd 2024"},
	{"he", "rtl", "עברית", "other one two other other other other other other", "25 בנובמבר 2024"},
	{"ja", "ltr", "日本語", "other other other other other other other other other", "2024年11月25日"},
	{"pl", "ltr", "Polski", "many one few few many many many many many", "25 listopada 2024"},
	{"prs", "rtl", "دری", "one one other other other other other other other", "25 نومبر 2024"},
	{"pt", "ltr", "Português", "one one other other other other other other other", "25 de novembro de 2024"},
	{"pt-BR", "ltr", "Português (Brasil)", "one one other other other other other other other", "25 de novembro de 2024"},
	{"sr", "ltr", "Српски", "other one few few other other other one other", "25. новембар 2024."},
	{"sr-Latn", "ltr", "Srpski (latinica)", "other one few few other other other one other", "25. novembar 2024."},
	{"uk", "ltr", "Українська", "many one few few many many many one many", "25 листопада 2024\u202fр."},
	{"x-test", "ltr", "x-test", "other other other other other other other other other", "2024-11-25"},
	{"zh", "ltr", "中文", "other other other other other other other other other", "2024年11月25日"},
	{"zh-Hant", "ltr", "繁體中文", "other other other other other other other other other", "2024年11月25日"},
	{"qaa-Arab-x-test", "rtl", "qaa-Arab-x-test", "other other other other other other other other other", "2024-11-25"},
}

// All of them at once, each from a catalogue alone.
func TestEdgeLanguagesLiveByTheirCatalogues(t *testing.T) {
	changes := map[string]string{
		"content/en/edge/index.md": "---\ntitle: Edge\nsummary: An edge.\n---\n\n{{< counts >}}\n",
		// Languages of some others' chains have a page and a string.
		"content/sr-latn/about/index.md": "---\ntitle: O nama\nsummary: Rečenica.\n---\n\nTekst.\n",
		"content/pt/about/index.md":      "---\ntitle: Sobre\nsummary: Uma frase.\n---\n\nTexto.\n",
		"content/zh/about/index.md":      "---\ntitle: 关于\nsummary: 一句话。\n---\n\n文字。\n",
		"content/ja/about/index.md":      "---\ntitle: このサイト\nsummary: 一文。\n---\n\n橋が\n開いた。\n\nTwo\nwords.\n",
	}
	counts := ""
	for _, n := range edgeNumbers {
		counts += fmt.Sprintf(`<i>{{ T "pages_translated" (dict "Count" %d "Total" 9) }}</i>`, n)
	}
	changes["layouts/_shortcodes/counts.html"] = counts
	words := map[string]string{"sr-Latn": "Pročitaj", "pt": "Ler", "zh": "阅读"}
	for _, edge := range edgeLanguages {
		l, err := locale.Parse(edge.tag)
		if err != nil {
			t.Fatal(err)
		}
		catalog := ""
		for _, form := range l.PluralForms {
			catalog += fmt.Sprintf("pages_translated.%s = %q\n", form, form+" {{ .Count }} {{ .Total }}")
		}
		if s := words[edge.tag]; s != "" {
			catalog += fmt.Sprintf("home_read = %q\n", s)
		}
		changes["i18n/"+l.Key+".toml"] = catalog
	}
	out, found := render(t, changes)
	if len(found) > 0 {
		t.Fatalf("%+v", found[0])
	}
	chooser := page(t, out, "index.html")
	for _, edge := range edgeLanguages {
		key := strings.ToLower(edge.tag)
		at := page(t, out, key+"/edge/index.html")
		if want := fmt.Sprintf(`<html lang="%s" dir="%s">`, edge.tag, edge.dir); !strings.Contains(at, want) {
			t.Errorf("%s: no %s", edge.tag, want)
		}
		name := fmt.Sprintf(`<span lang="%s" dir="%s">%s</span>`, edge.tag, edge.dir, edge.endonym)
		if !strings.Contains(at, name) || !strings.Contains(chooser, edge.endonym) {
			t.Errorf("%s: neither the menu nor the chooser has %s", edge.tag, name)
		}
		if got := strings.Join(pluralsIn(at), " "); got != edge.plurals {
			t.Errorf("%s: the forms of %v are\n%s, want\n%s", edge.tag, edgeNumbers, got, edge.plurals)
		}
		l, _ := locale.Parse(edge.tag)
		if got := longDate(l, "2024-11-25"); got != edge.date {
			t.Errorf("%s: the date is %s, want %s", edge.tag, got, edge.date)
		}
	}
	for _, chain := range []struct{ reader, source, dir, read, title string }{
		{"cnr", "sr-Latn", "ltr", "Pročitaj", "O nama"},
		{"pt-br", "pt", "ltr", "Ler", "Sobre"},
		{"zh-hant", "en", "ltr", "Read the full text", "About"}, // not the other characters of zh
		{"sr", "en", "ltr", "Read the full text", "About"},      // nor the other letters of sr-Latn
		{"he", "en", "ltr", "Read the full text", "About"},
	} {
		if want := fmt.Sprintf(`<span lang="%s" dir="%s">%s</span>`, chain.source, chain.dir, chain.read); !strings.Contains(page(t, out, chain.reader+"/index.html"), want) {
			t.Errorf("%s: the string is not %s", chain.reader, want)
		}
		about := page(t, out, chain.reader+"/about/index.html")
		heading := regexp.MustCompile(fmt.Sprintf(`<h1[^>]* lang="%s" dir="%s"[^>]*>%s</h1>`, chain.source, chain.dir, chain.title))
		if !heading.MatchString(about) || !strings.Contains(about, `<meta name="robots" content="noindex">`) {
			t.Errorf("%s: the page is not that of %s", chain.reader, chain.source)
		}
	}
	// A line that wraps in the file makes no space where the language has none.
	if ja := page(t, out, "ja/about/index.html"); !strings.Contains(ja, "<p>橋が開いた。</p>\n<p>Two\nwords.</p>") {
		t.Errorf("lines are joined wrongly:\n%s", regexp.MustCompile(`(?s)<p>橋.*?</p>`).FindString(ja))
	}
}

// pluralsIn are the plural forms that a page shows.
func pluralsIn(html string) (forms []string) {
	for i, m := range regexp.MustCompile(`<i>(\w+) (\d+) 9</i>`).FindAllStringSubmatch(html, -1) {
		if m[2] == fmt.Sprint(edgeNumbers[i]) {
			forms = append(forms, m[1])
		}
	}
	return forms
}
