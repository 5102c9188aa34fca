package site

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
	"resolutionsite/generator/internal/testproject"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// render copies the test project, changes it by the files given (an empty
// content deletes), and renders it.
func render(t *testing.T, changes map[string]string) (out string, found diag.List) {
	t.Helper()
	return renderWith(t, changes, Options{})
}

func renderWith(t *testing.T, changes map[string]string, opt Options) (out string, found diag.List) {
	t.Helper()
	stage := stageWith(t, changes, opt)
	out = t.TempDir()
	found, err := Render(t.Context(), stage, out)
	if err != nil {
		t.Fatal(err)
	}
	return out, found
}

// stageWith writes the stage of the test project with these changes.
func stageWith(t *testing.T, changes map[string]string, opt Options) *Stage {
	t.Helper()
	opt.BaseURL = "https://example.org/"
	root := t.TempDir()
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	for name, content := range changes {
		name = filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	p, err := project.Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	stage, err := WriteStage(p, root, t.TempDir(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return stage
}

func page(t *testing.T, out, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// Every kind of page, left to right and right to left, translated and
// borrowed, as the reader gets it.
func TestPagesAreRenderedAsExpected(t *testing.T) {
	out, found := render(t, nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, name := range []string{
		"index.html", "404.html", "sitemap.xml", "robots.txt", // of no language
		"en/index.html", "en/about/index.html", "en/resolution/index.html", "en/resolution/3a/index.html",
		"fr/404.html", "fr/resolution/3a/index.html", "fr/about/index.html",
		"ar/index.html", "ar/resolution/index.html", "ar/resolution/3b/index.html",
		"en/resolution/beside/ar/index.html", "fr/resolution/beside/en/index.html", // made by the program
		"en/resolution/source/index.html", "ar/resolution/source/index.html", "fr/resolution/verbs/index.html",
		"en/search/index.html", "ar/search/index.html",
	} {
		got := digest.ReplaceAllString(page(t, out, name), `$1.$2"`)
		golden := filepath.Join("testdata", "golden", strings.ReplaceAll(name, "/", "_"))
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from %s; run with -update and review the change\n%s", name, golden, firstDifference(got, string(want)))
		}
	}
}

// digest is the version of the stylesheet or of a script: what a page looks
// like is judged with the eyes, not here, and what it does in a browser.
var digest = regexp.MustCompile(`(\w+)(?:-\d+)?\.min\.[0-9a-f]+\.(css|js)" integrity="[^"]*"`)

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			return "got:  " + g[i] + "\nwant: " + strings.Join(w[min(i, len(w)):min(i+1, len(w))], "")
		}
	}
	return "the golden file is longer"
}

// What follows are canaries: they fail when a new version of Hugo behaves
// differently from what this package relies on.

func TestWhatHugoOnlyWarnsOfIsAnError(t *testing.T) {
	_, found := render(t, map[string]string{
		"content/en/raw.md": "---\ntitle: Raw\nsummary: Raw.\n---\n\nText <b>bold</b>.\n",
	})
	if !found.HasErrors() || found[0].ID != "hugo-message" || !strings.Contains(found[0].Args["Detail"].(string), "Raw HTML omitted") {
		t.Errorf("%+v", found)
	}
}

func TestAFaultInALayoutNamesItsPlace(t *testing.T) {
	_, found := render(t, map[string]string{"layouts/page.html": "{{ define \"main\" }}\n{{ .Nonsense }}\n{{ end }}\n"})
	if len(found) != 1 || found[0].File != "layouts/page.html" || found[0].Line != 2 || found[0].Column == 0 {
		t.Errorf("%+v", found)
	}
}

// Hugo waits for ever where more than ten pages fail; many of them do here.
func TestAFaultOnManyPagesIsReportedAndDoesNotHang(t *testing.T) {
	changes := map[string]string{"layouts/_partials/prose.html": "{{ .Nonsense }}"}
	for i := range 60 {
		changes[fmt.Sprintf("content/en/n%d.md", i)] = "---\ntitle: N\nsummary: N.\n---\n\nText.\n"
	}
	for range 3 {
		_, found := render(t, changes)
		if !found.HasErrors() || found[0].File != "layouts/_partials/prose.html" {
			t.Fatalf("%+v", found)
		}
	}
}

func TestAFaultInTheConfigurationNamesItsPlace(t *testing.T) {
	_, found := render(t, map[string]string{"hugo.toml": "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"en\"\npaginate = 5\n[markup\n"})
	if !found.HasErrors() || found[0].File != "hugo.toml" || found[0].Line != 4 {
		t.Errorf("%+v", found)
	}
}

func TestTheEnvironmentChangesNothing(t *testing.T) {
	t.Setenv("HUGO_BASEURL", "https://elsewhere.example/")
	t.Setenv("HUGO_PARAMS_PUBLISHER_NAME", "Nobody")
	out, found := render(t, nil)
	if len(found) > 0 || strings.Contains(page(t, out, "en/index.html"), "elsewhere") {
		t.Error("HUGO_BASEURL was read", found)
	}
}

func TestAProjectCannotSwitchOffWhatTheSitePromises(t *testing.T) {
	out, found := render(t, map[string]string{
		"hugo.toml":                      "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"en\"\nbuildDrafts = true\n[markup.goldmark.renderer]\nunsafe = true\n[security.http]\nurls = [\".*\"]\n",
		"layouts/_shortcodes/fetch.html": `{{ with resources.GetRemote "http://localhost:9/" }}{{ with .Err }}{{ errorf "%s" . }}{{ end }}{{ end }}`,
		"content/en/fetch.md":            "---\ntitle: Fetch\nsummary: Fetch.\n---\n\n{{< fetch >}}\n",
	})
	if !found.HasErrors() || !strings.Contains(found[0].Args["Detail"].(string), "security") {
		t.Errorf("a page could ask the network: %+v %s", found, out)
	}
}

// Plural rules that CLDR lacks are borrowed: in Montenegrin, two is "few".
func TestEveryPluralFormIsUsed(t *testing.T) {
	out, found := render(t, map[string]string{
		"i18n/cnr.toml":                  "pages_translated.one = \"jedna {{ .Count }}\"\npages_translated.few = \"nekoliko {{ .Count }}/{{ .Total }}\"\npages_translated.other = \"mnogo {{ .Count }}\"\n",
		"content/cnr/_index.md":          "---\ntitle: Mostovi\nsummary: Rečenica.\n---\n\nTekst.\n",
		"content/cnr/about/index.md":     "---\ntitle: O nama\nsummary: Rečenica.\n---\n\n{{< count >}}\n",
		"layouts/_shortcodes/count.html": `{{ T "pages_translated" (dict "Count" 2 "Total" 9) }}`,
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	if got := page(t, out, "index.html"); !strings.Contains(got, "nekoliko 2/5") {
		t.Errorf("the chooser:\n%s", got)
	}
	if got := page(t, out, "cnr/about/index.html"); !strings.Contains(got, "nekoliko 2/9") {
		t.Errorf("the page:\n%s", got)
	}
}

// Hugo's matcher knows languages by their base; ours must not be mixed up.
func TestLanguagesWithOneBaseKeepTheirOwnStrings(t *testing.T) {
	changes := map[string]string{}
	for _, tag := range []string{"cnr", "sr", "prs", "fa", "kmr", "ku", "de", "de-1996", "uk", "uk-x-easy", "pt", "pt-br", "x-test", "en-gb"} {
		changes["i18n/"+tag+".toml"] = fmt.Sprintf("home_read = \"read in %s\"\n", tag)
	}
	out, found := render(t, changes)
	if len(found) > 0 {
		t.Fatalf("%+v", found[0])
	}
	for name := range changes {
		tag := strings.TrimSuffix(strings.TrimPrefix(name, "i18n/"), ".toml")
		if home := page(t, out, tag+"/index.html"); !strings.Contains(home, ">read in "+tag+"<") {
			t.Errorf("%s does not have its own string", tag)
		}
	}
}

func TestABlankStringIsBorrowed(t *testing.T) {
	out, _ := render(t, map[string]string{"i18n/pl.toml": "home_read = \" \"\n"})
	if home := page(t, out, "pl/index.html"); !strings.Contains(home, `<span lang="en" dir="ltr">Read the full text</span>`) {
		t.Error("an empty string is shown, or English without a mark")
	}
}

func TestNothingOfADraftIsPublished(t *testing.T) {
	out, _ := render(t, map[string]string{
		"content/en/draft/index.md":    "---\ntitle: D\nsummary: D.\ndraft: true\n---\n",
		"content/en/draft/embargo.txt": "secret",
	})
	for _, name := range []string{"en/draft/index.html", "en/draft/embargo.txt", "fr/draft/embargo.txt"} {
		if _, err := os.Stat(filepath.Join(out, name)); err == nil {
			t.Errorf("%s is published", name)
		}
	}
}

// What an editor may write, the site must be able to publish.
func TestTablesCodeAndFilesNeedNoStyleAttributes(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/en/m.md": "---\ntitle: M\nsummary: M.\n---\n\n| a | b |\n|---|--:|\n| c | d |\n\n```html\n<p>\n```\n\n[icon](/icon.svg)\n",
	})
	content := page(t, out, "en/m/index.html")
	if len(found) > 0 || strings.Contains(content, "style=") || !strings.Contains(content, `class="table__cell--right"`) {
		t.Errorf("%v\n%s", found, content)
	}
}

// A page that the reference language lacks is an original, not a translation.
func TestAPageThatOnlyATranslationHasIsAnOriginal(t *testing.T) {
	out, _ := render(t, map[string]string{
		"content/fr/seul/index.md": "---\ntitle: Seul\nsummary: Seul.\nsources:\n  - title: Rapport\n---\n\nTexte.\n",
	})
	content := page(t, out, "fr/seul/index.html")
	if strings.Contains(content, "notice") || strings.Contains(content, `lang="en" dir="ltr">\n<li>Rapport`) {
		t.Error(content)
	}
}

func TestStagingAgainTouchesOnlyWhatChanged(t *testing.T) {
	root, dir := t.TempDir(), t.TempDir()
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	stage := func() {
		p, err := project.Load(os.DirFS(root))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := WriteStage(p, root, dir, Options{BaseURL: "https://example.org/"}); err != nil {
			t.Fatal(err)
		}
	}
	stage()
	old := time.Now().Add(-time.Hour)
	for _, name := range []string{"hugo.toml", "i18n/fr.toml", "data/site.json"} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(root, "i18n", "ar.toml")); err != nil {
		t.Fatal(err)
	}
	stage()
	for name, changed := range map[string]bool{"hugo.toml": true, "i18n/fr.toml": false, "data/site.json": true} {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.ModTime().After(old.Add(time.Minute)) != changed {
			t.Errorf("%s: changed is %v, want %v (%v)", name, !changed, changed, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "i18n", "ar.toml")); err == nil {
		t.Error("the catalogue of a language that is gone is still staged")
	}
}

// Until the configuration says who publishes the site, every page says that
// nobody speaks through it; then every page says who does.
func TestEveryPageSaysWhoSpeaks(t *testing.T) {
	config := "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"en\"\n[params.publisher]\nname = \"Bridge Office\"\ncontact = \"office@bridges.example\"\n"
	for _, tc := range []struct {
		changes         map[string]string
		says, saysNever string
	}{
		{nil, "independent, unofficial presentation", "Published by"},
		{map[string]string{"hugo.toml": config}, `Published by <bdi translate="no">Bridge Office</bdi>. This presentation is unofficial.`, "independent, unofficial"},
		{map[string]string{"hugo.toml": config + "official = true\n"}, `Published by <bdi translate="no">Bridge Office</bdi>.<`, "unofficial"},
	} {
		out, found := render(t, tc.changes)
		if len(found) > 0 {
			t.Fatal(found)
		}
		for _, name := range []string{"index.html", "404.html", "en/index.html", "en/404.html", "en/about/index.html", "en/resolution/index.html", "en/resolution/3a/index.html"} {
			content := page(t, out, name)
			_, footer, _ := strings.Cut(content, `<footer class="footer">`)
			if !strings.Contains(footer, tc.says) || strings.Contains(footer, tc.saysNever) {
				t.Errorf("%s does not say %q, or says %q:\n%s", name, tc.says, tc.saysNever, footer)
			}
			if contact := `<a href="mailto:office@bridges.example"`; tc.changes != nil && !strings.Contains(footer, contact) {
				t.Errorf("%s names no contact", name)
			}
		}
	}
}

// A string that the layouts name and the reference language lacks would be
// shown as nothing at all.
func TestLayoutsAndTheReferenceLanguageNameTheSameStrings(t *testing.T) {
	p, repository := loadRepository(t)
	layouts := ""
	err := filepath.WalkDir(filepath.Join(repository, "layouts"), func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		layouts += string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	catalog := p.Catalogs["en"]
	named := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?:T|partial "string.html"|partial "fn/label.html"|"id"|"key") "([a-z_]+)"`).FindAllStringSubmatch(layouts, -1) {
		named[m[1]] = true
	}
	for _, kind := range project.DocumentKinds {
		named["document_"+kind] = true
	}
	for _, review := range []string{"unreviewed", "machine", "reviewed"} {
		named["review_"+review] = true
	}
	for _, role := range []string{"recital", "operative", "point"} {
		named["part_"+role] = true
	}
	for _, status := range []string{"official", "unofficial", "unreviewed", "machine", "reviewed"} {
		named["citation_"+status] = true
	}
	for _, key := range append(rootStrings, searchFound) {
		named[key] = true
	}
	for _, use := range append(manifestation.Uses(), checks) {
		named["formats_"+string(use)] = true
	}
	for _, g := range p.Generated()["en"] {
		named[made{Generated: g}.name()+"_title"] = true
		named[made{Generated: g}.name()+"_summary"] = true
	}
	for _, group := range project.DocumentGroups {
		named["sources_"+group+"_title"], named["sources_"+group+"_summary"] = true, true
	}
	named["components_title"], named["components_summary"] = true, true
	for _, rule := range resolution.RepairRules {
		named[repairString(rule)] = true
	}
	for _, confidence := range []float64{0, 0.8, 0.95} {
		named[sure(confidence)] = true
	}
	for _, part := range []string{"title", "kind", "number", "body", "place", "adopted", "note", "formula", "heading"} {
		named["part_"+part] = true
	}
	for _, status := range []string{"official", "unofficial", "unreviewed", "machine"} {
		named["short_"+status] = true
	}
	for _, word := range []string{"loading", "two", "one"} {
		named["exit_"+word] = true
	}
	for _, word := range []string{
		"way", "back", "list", "way_ordinary", "way_quiet", "way_noscript",
		"back_before", "back_first", "back_second", "back_third", "back_third_covered",
		"list_none", "list_but_last", "list_all", "list_some",
	} {
		named["remains_"+word] = true
	}
	for _, code := range project.HelplineFor {
		named["services_for_"+strings.ReplaceAll(code, "-", "_")] = true
	}
	for _, word := range []string{"call", "sms", "withheld", "withheld_alone"} {
		named["services_"+word] = true
	}
	named["calendar_now"], named["calendar_next"], named["page_previous"], named["page_next"] = true, true, true, true
	named["point_previous"], named["point_next"] = true, true
	for _, told := range []state{stateOutdated, stateUnsure, stateMissing, stateOrphan, stateAlone} {
		named["mark_"+string(told)] = true
	}
	for _, told := range []state{stateOutdated, stateUnsure, stateMissing} {
		named["instead_"+string(told)] = true
	}
	for _, state := range pageStates {
		named["state_"+state], named["state_"+state+"_means"] = true, true
	}
	for _, word := range []string{"copy", "copied", "copy_failed"} {
		named[word], named["posts_"+word] = true, true
	}
	for _, kind := range []string{"resolution", "summary", "handout", "poster", "card", "other"} {
		named["kit_"+kind] = true
	}
	for _, word := range []string{"year", "report", "counted_by", "period", "number", "table", "separate", "csv", "json", "between", "month", "gap"} {
		named[project.FigureString(word)] = true
	}
	for _, qualifier := range project.Qualifiers[1:] { // of an exact number nothing is said
		named[project.FigureString(qualifier)] = true
	}
	for _, gap := range project.Gaps {
		named[project.FigureString("gap", gap)] = true
	}
	for _, series := range p.Figures.Series {
		for _, key := range series.AllStrings() {
			named[key] = true
		}
	}
	named["translations_feed_dates"], named["edition_outdated"], named["edition_instead"] = true, true, true
	named["kit_page"], named["kit_alt"], named["kit_fonts"] = true, true, true
	for key := range named {
		if _, ok := catalog.Message(key); !ok {
			t.Errorf("the layouts name %s, which i18n/en.toml lacks", key)
		}
	}
	for _, m := range catalog.Messages {
		if !named[m.Key] {
			t.Errorf("i18n/en.toml has %s, which no layout names", m.Key)
		}
	}
}

// Nothing of a project is obligatory but its languages.
func TestAProjectWithoutAResolutionIsASite(t *testing.T) {
	root := t.TempDir()
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "fr", "ar"} {
		if err := os.RemoveAll(filepath.Join(root, "content", lang, "resolution")); err != nil {
			t.Fatal(err)
		}
	}
	p, err := project.Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	stage, err := WriteStage(p, root, t.TempDir(), Options{BaseURL: "https://example.org/"})
	if err != nil {
		t.Fatal(err)
	}
	out := t.TempDir()
	if found, err := Render(t.Context(), stage, out); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	if home := page(t, out, "fr/index.html"); !strings.Contains(home, "Ponts ouverts") {
		t.Error(home)
	}
}

func TestDatesAreWrittenAsReadersWriteThem(t *testing.T) {
	out, _ := render(t, nil)
	for name, want := range map[string]string{
		"en/resolution/index.html": "29 February 2020",
		"fr/resolution/index.html": "29 février 2020",
	} {
		if !bytes.Contains([]byte(page(t, out, name)), []byte(`<time datetime="2020-02-29">`+want)) {
			t.Errorf("%s does not say %s", name, want)
		}
	}
}
