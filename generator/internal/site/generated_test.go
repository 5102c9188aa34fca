package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAnEditorsPageTakesThePlaceOfAGeneratedOne(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/fr/resolution/verbs.md":  "---\ntitle: Mes verbes\nsummary: S.\n---\n\nTexte.\n",
		"content/en/resolution/source.md": "---\ntitle: My account\nsummary: S.\n---\n\nText.\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	for name, want := range map[string]string{
		"fr/resolution/verbs/index.html":  "<h1>Mes verbes</h1>",
		"en/resolution/verbs/index.html":  "<h1>Index of lead verbs</h1>",
		"en/resolution/source/index.html": "<h1>My account</h1>",
		"ar/resolution/source/index.html": `<h1 lang="en" dir="ltr">My account</h1>`, // nobody of its chain needs the program's
		"en/resolution/3b/index.html":     `href="/en/resolution/source/"`,           // without the anchor of a repair
	} {
		if content := page(t, out, name); !strings.Contains(content, want) {
			t.Errorf("%s lacks %s:\n%s", name, want, content)
		}
	}
}

// A language without strings of its own shows the page in another language's
// words, and says so as for any borrowed page.
func TestAGeneratedPageInBorrowedWordsIsBorrowed(t *testing.T) {
	out, found := render(t, map[string]string{"i18n/pl.toml": ""})
	if len(found) > 0 {
		t.Fatal(found)
	}
	content := page(t, out, "pl/resolution/beside/fr/index.html")
	for _, want := range []string{
		`<html lang="pl" dir="ltr">`, `<h1 lang="en" dir="ltr">Side by side: English and French</h1>`, `<meta name="robots" content="noindex">`,
		`<link rel="canonical" href="https://example.org/en/resolution/beside/fr/">`, `<p class="pair__text" lang="fr" dir="ltr">`,
	} {
		if !strings.Contains(content, want) {
			t.Errorf("the page lacks %s:\n%s", want, content)
		}
	}
	if sitemap := page(t, out, "sitemap.xml"); strings.Contains(sitemap, "/pl/") {
		t.Error("the sitemap claims a page of a language that has none")
	}
}

func TestTheLanguageMenuLeadsToTheCounterpart(t *testing.T) {
	out, _ := render(t, nil)
	content := page(t, out, "en/resolution/beside/fr/index.html")
	for _, want := range []string{
		`<a href="/fr/resolution/beside/en/"><span lang="fr" dir="ltr">Français</span></a></li>`,
		`<a href="/ar/resolution/"><span lang="ar" dir="rtl">العربية</span></a></li>`,
	} {
		if !strings.Contains(content, want) {
			t.Errorf("the menu lacks %s:\n%s", want, content)
		}
	}
}

func TestAPartThatOneTextLacksIsShownAsMissing(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/fr/resolution/_index.md": "---\ntitle: P\nsummary: S.\nresolution: {kind: resolution, number: \"7\", body: A, status: unofficial}\n---\n\n1. **Notant** a[^1] ;\n\n***\n\n## Titre\n\n3. **INVITE** :\n\n    - b. à b ;\n    - c. à c.\n\n[^1]: Note.\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	content := page(t, out, "fr/resolution/beside/en/index.html")
	for _, want := range []string{
		"id=\"p2\">\n<h3 class=\"pair__label\"><a href=\"#p2\">considérant 2</a></h3>\n<div class=\"pair__side\">\n<p class=\"pair__language\">français · traduction non officielle, non relue</p>\n<p class=\"pair__missing\">Cette partie manque dans ce texte.</p>",
		"<div class=\"pair pair--heading\">\n<h3>Titre</h3>\n<h3 lang=\"en\" dir=\"ltr\">Open bridges</h3>",
		"id=\"p3-c\">", "<sup class=\"call\"><a class=\"call__link\" href=\"/fr/resolution/#fn-1\" aria-label=\"Note 1\">1</a></sup>", "<p><bdi>1</bdi> Note.</p>", "<h4 class=\"pair__label\"><a href=\"#p3-a\">point 3a</a></h4>", "<h5 class=\"pair__label\">",
	} {
		if !strings.Contains(content, want) {
			t.Errorf("the page lacks %s:\n%s", want, content)
		}
	}
}

func TestWhatWasChangedByHandIsShown(t *testing.T) {
	name := "content/en/resolution/_index.md"
	source, err := os.ReadFile(filepath.Join("..", "..", "testdata", "project", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	out, found := render(t, map[string]string{name: strings.Replace(string(source), "to open every bridge", "to open *each* bridge", 1)})
	if len(found) > 0 {
		t.Fatal(found)
	}
	content := page(t, out, "en/resolution/source/index.html")
	for _, want := range []string{"<h3>point 3a</h3>", "to open every bridge;</dd>", "to open <em>each</em> bridge;</dd>"} {
		if !strings.Contains(content, want) {
			t.Errorf("the page lacks %s:\n%s", want, content)
		}
	}
}

// The pages that the program makes share a fault of their template: it is found
// on one of them.
func TestAFaultOnEveryGeneratedPageIsReported(t *testing.T) {
	changes := map[string]string{"layouts/_partials/pair.html": "{{ .row.id.Nonsense }}"}
	for _, tag := range []string{"de", "es", "it", "uk", "pl", "cs", "da", "sv"} {
		changes["i18n/"+tag+".toml"] = ""
	}
	_, found := render(t, changes)
	if !found.HasErrors() || found[0].File != "layouts/_partials/pair.html" {
		t.Fatalf("%+v", found)
	}
}
