package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resolutionsite/generator/internal/testproject"
)

// german is the site's own catalogue: the test project has no German text.
func german(t *testing.T) map[string]string {
	t.Helper()
	repository, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := os.ReadFile(filepath.Join(repository, "i18n", "de.toml"))
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"i18n/de.toml": string(catalog)}
}

// part is what stands between an id and the next list entry.
func part(content, id string) string {
	_, after, _ := strings.Cut(content, `id="`+id+`"`)
	before, _, _ := strings.Cut(after, "<li ")
	return before
}

func TestACitationSaysWhoseWordsItQuotes(t *testing.T) {
	changes := german(t)
	changes["hugo.toml"] = "baseURL = \"https://example.org/\"\ndefaultContentLanguage = \"en\"\n[params.publisher]\nname = \"A <b> & C\"\n"
	out, found := render(t, changes)
	if len(found) > 0 {
		t.Fatal(found)
	}
	const english = `<span lang="en" dir="ltr">`
	for name, want := range map[string]string{
		// As adopted.
		"en/resolution/index.html": `<p class="citation">Assembly of Examples, Resolution 7, “Keeping bridges open”, adopted on 29 February 2020, point 3a (English; original text). <bdi class="citation__address" dir="ltr">https://example.org/en/resolution/#p3-a</bdi></p>`,
		// A reviewed translation, and who published it.
		"fr/resolution/index.html": "texte adopté le 29 février 2020, point 3a (français\u202f; traduction non officielle publiée par <bdi translate=\"no\">A &lt;b&gt; &amp; C</bdi>, relue par une personne dont c’est la langue maternelle). <bdi class=\"citation__address\" dir=\"ltr\">https://example.org/fr/resolution/#p3-a</bdi></p>",
		// Borrowed: the words are marked as English, the address is theirs.
		"de/resolution/index.html":    `<p class="citation">` + english + `Assembly of Examples</span>, Entschließung 7, „` + english + `Keeping bridges open</span>“, verabschiedet am ` + english + `29 February 2020</span>, Punkt 3a (Englisch; Originaltext). <bdi class="citation__address" dir="ltr">https://example.org/en/resolution/#p3-a</bdi></p>`,
		"ar/resolution/3a/index.html": `(العربية؛ ترجمة غير رسمية لم تُراجع، الجهة الناشرة: <bdi translate="no">A &lt;b&gt; &amp; C</bdi>)`,
	} {
		if content := page(t, out, name); !strings.Contains(content, want) {
			t.Errorf("%s has no\n\t%s\nbut\n\t%s", name, want, part(content, "p3-a"))
		}
	}
}

// Where even the words around it are another language's, they are marked once.
func TestACitationInBorrowedWordsIsMarked(t *testing.T) {
	out, _ := render(t, map[string]string{"i18n/pl.toml": ""})
	want := `<p class="citation"><span lang="en" dir="ltr">Assembly of Examples, Resolution 7, “Keeping bridges open”, adopted on 29 February 2020, point 3a (<span lang="pl" dir="ltr">angielski</span>; original text).</span> <bdi`
	if content := page(t, out, "pl/resolution/index.html"); !strings.Contains(content, want) {
		t.Error(part(content, "p3-a"))
	}
}

func TestWhatIsKeptForEditorsIsNotPublished(t *testing.T) {
	out, _ := render(t, nil)
	for _, lang := range []string{"en", "fr", "ar"} {
		for _, name := range []string{"ids.txt", "references.yaml"} {
			if _, err := os.Stat(filepath.Join(out, lang, "resolution", name)); err == nil {
				t.Errorf("%s of %s is published", name, lang)
			}
		}
	}
}

// A part without a label is reached and cited all the same.
func TestPartsWithoutLabelsHaveALinkAndACitation(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/en/resolution/_index.md": "---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 1, body: B, status: official}\n---\nThe Assembly,\n\n**Noting** this,\n\n## Here\n\n**Noting** that,\n\n***\n\n1. **Urges** all:\n\n    - to act.\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	content := page(t, out, "en/resolution/index.html")
	for id, want := range map[string][]string{
		"recital-2": {`href="#recital-2" aria-label="Permanent link to recital [2]"><bdi>¶</bdi>`, "B, Resolution 1, “R”, recital [2] (English; original text)."},
		"p1-1":      {"point 1[1] (English", "#p1-1</bdi>"},
	} {
		for _, w := range want {
			if got := part(content, id); !strings.Contains(got, w) {
				t.Errorf("%s has no %s:\n%s", id, w, got)
			}
		}
	}
	if !strings.Contains(content, "</ol>\n<h3 class=\"parts__heading\">Here</h3>\n<ol class=\"parts\">") {
		t.Error("the cross-heading does not stand between two lists")
	}
}

// A reference that a language borrows leads to the reader's own pages.
func TestBorrowedLinksStayInTheReadersLanguage(t *testing.T) {
	out, _ := render(t, german(t))
	content := page(t, out, "de/resolution/index.html")
	for _, want := range []string{`lang="de" dir="ltr" aria-label="Anmerkung 1">1</a>`, `href="/de/about/"`, `href="/de/resolution/#p1"`, `href="/de/resolution/#fn-1"`, `<li id="fn-1">`} {
		if !strings.Contains(content, want) {
			t.Errorf("no %s:\n%s", want, content)
		}
	}
}

func TestFormatsOfACitationStandWhereAPartialHasThem(t *testing.T) {
	out, found := render(t, map[string]string{"layouts/_partials/formats-cite.html": `<p>{{ .key }} {{ with .element }}{{ .id }}{{ else }}all{{ end }}</p>`})
	if len(found) > 0 {
		t.Fatal(found)
	}
	for name, want := range map[string]string{"fr/resolution/index.html": "<p>fr all</p>", "fr/resolution/3a/index.html": "<p>fr p3-a</p>"} {
		if content := page(t, out, name); !strings.Contains(content, want) {
			t.Errorf("%s has no %s", name, want)
		}
	}
}
