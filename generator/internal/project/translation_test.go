package project

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/translation"
)

// translated is a project with one page in English and French.
func translated(t *testing.T, files map[string]string) *Project {
	t.Helper()
	all := map[string]string{
		"hugo.toml":                 `baseURL = "https://example.org/"` + "\n" + `defaultContentLanguage = "en"` + "\n",
		"i18n/en.toml":              "hello = \"Hello\"\nempty = \"\"\npages.one = \"{{ .Count }} page\"\npages.other = \"{{ .Count }} pages\"\n",
		"i18n/uk.toml":              "hello = \"Вітаємо\"\npages.one = \"{{ .Count }} сторінка\"\npages.few = \"\"\n",
		"content/en/help/_index.md": "---\ntitle: Help\nsummary: Whom to ask\nasks:\n  - of: All\n    to: listen\nquiet: true\n---\n\nFirst.\n\n- second\n",
		"content/uk/help/_index.md": "---\ntitle: Допомога\nasks:\n  - of: Усі\n---\n\nПерше.\n\n- друге\n",
	}
	for name, text := range files {
		all[name] = text
	}
	fsys := fstest.MapFS{}
	for name, text := range all {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	p, err := Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func listed(tr *Translation) string {
	var out []string
	for _, u := range tr.Units {
		name := u.Name()
		if name == "" && len(u.Source) > 0 {
			name = u.Source[0].Text
		}
		out = append(out, fmt.Sprintf("%s %s", u.State, name))
	}
	return strings.Join(out, "; ")
}

func TestAPageIsComparedWithItsTranslation(t *testing.T) {
	p := translated(t, nil)
	uk, _ := p.Language("uk")
	tr := p.Translation(uk, "/help/", false)
	want := "current title; missing summary; current asks.0.of; missing asks.0.to; current First.; current second"
	if got := listed(tr); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if tr.RecordFile != "content/uk/help/_index.provenance.txt" || !tr.Adopted() {
		t.Errorf("record %s, adopted %v", tr.RecordFile, tr.Adopted())
	}
}

func TestStringsAreComparedFormByForm(t *testing.T) {
	p := translated(t, nil)
	uk, _ := p.Language("uk")
	tr := p.Translation(uk, StringsPath, false)
	want := "current hello; current pages[one]; missing pages[few]; missing pages[many]; missing pages[other]"
	if got := listed(tr); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if tr.RecordFile != "content/uk/strings.provenance.txt" || tr.File(p) != "i18n/uk.toml" {
		t.Errorf("files %s, %s", tr.RecordFile, tr.File(p))
	}
}

func TestARecordSaysWhatATranslationWasMadeFrom(t *testing.T) {
	p := translated(t, nil)
	uk, _ := p.Language("uk")
	tr := p.Translation(uk, "/help/", false)
	record := translation.Accept(tr.Units, func(translation.Unit) bool { return true }).Bytes()
	p = translated(t, map[string]string{
		tr.RecordFile:               string(record),
		"content/en/help/_index.md": "---\ntitle: Getting help\nsummary: Whom to ask\n---\n\nFirst of all.\n\n- second\n",
	})
	tr = p.Translation(uk, "/help/", false)
	want := "outdated title; missing summary; orphan asks.0.of; outdated First of all.; current second"
	if got := listed(tr); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestOnlyTheOriginalsSideSaysThatAPageIsCritical(t *testing.T) {
	p := translated(t, map[string]string{
		"content/en/help/_index.md":  "---\ntitle: Help\nsummary: S\nclass: critical\nimportance: 90\n---\n\nText.\n",
		"content/en/help/a/index.md": "---\ntitle: A\nsummary: S\n---\n\nText.\n",
		"content/en/help/b/index.md": "---\ntitle: B\nsummary: S\nclass: ordinary\n---\n\nText.\n",
		"content/uk/other/index.md":  "---\ntitle: B\nsummary: S\nclass: critical\n---\n\nText.\n",
		"content/en/high/index.md":   "---\ntitle: B\nsummary: S\nimportance: 101\n---\n\nText.\n",
	})
	for at, want := range map[string]bool{"/": false, "/help/": true, "/help/a/": true, "/help/b/": false, "/other/": false} {
		if got := p.Critical(at); got != want {
			t.Errorf("%s: %v", at, got)
		}
	}
	if got := p.Page("en", "/help/").Importance; got != 90 {
		t.Errorf("importance %d", got)
	}
	if len(p.Problems) != 1 || p.Problems[0].ID != "front-matter-number" {
		t.Errorf("problems %+v", p.Problems)
	}
}

func TestAStringsNameTellsItsPluralForm(t *testing.T) {
	for name, want := range map[string][2]string{"count[few]": {"count", "few"}, "count": {"count", ""}, "a[b": {"a[b", ""}} {
		if key, category := CutStringName(name); key != want[0] || category != want[1] {
			t.Errorf("%s: %s, %s", name, key, category)
		}
	}
}
