package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
)

const testFacts = `documents:
  - {id: resolution-7, group: resolution, title: Resolution 7, publisher: Assembly of Examples, date: 2020-02-29, url: "https://parliament.example/resolution-7", language: it}
  - {id: survey, group: nations, title: Survey of Bridges, publisher: Office of Rivers, date: "2019", symbol: R/9}
  - {id: diary, group: states, title: Diary of 2018, date: 2018-05}
facts:
  - {id: T1, says: It was adopted., in: resolution-7, mark: official}
  - {id: T2, says: There is a charter., in: resolution-7, mark: official}
  - {id: S1, says: Bridges were counted., in: survey, url: "https://press.example/survey", seen: The Press, language: fr, mark: secondary}
  - {id: S2, says: And ferries., in: survey, url: "https://rivers.example/ferries", mark: official}
  - {id: D1, says: It rained., in: diary, mark: secondary}
  - {id: K1, says: Everybody knows it., in: diary, mark: known, allowed: Nobody disputes it.}
`

func sourcesOf(t *testing.T, out, name string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page(t, out, name), `<section class="sources"`)
	if !ok {
		return ""
	}
	list, _, _ := strings.Cut(rest, "</section>")
	_, list, _ = strings.Cut(list, "<ul>\n")
	list, _, _ = strings.Cut(list, "\n</ul>")
	return list
}

func wantSources(t *testing.T, got string, want ...string) {
	t.Helper()
	if got != strings.Join(want, "\n") {
		t.Errorf("sources:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
}

func TestAPageListsEachDocumentOnce(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/en/facts.yaml": testFacts,
		"content/en/_index.md":  "---\ntitle: Home\nsummary: S\nsources:\n  - fact: S1\n  - fact: T1\n    title: Resolution 7, recital 1\n  - fact: T2\n    title: Resolution 7, recital 2\n  - fact: T2\n  - title: Own Book\n    url: https://book.example/\n  - fact: K1\n---\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	wantSources(t, sourcesOf(t, out, "en/index.html"),
		`<li><span class="sources__title">Survey of Bridges,</span> Office of Rivers, R/9, 2019 <span class="sources__seen">Seen at: <a href="https://press.example/survey" rel="noreferrer" hreflang="fr">The Press</a> <bdi class="sources__host" dir="ltr">(press.example)</bdi></span></li>`,
		`<li><span class="sources__title"><a href="https://parliament.example/resolution-7" rel="noreferrer" hreflang="it">Resolution 7, recital 1</a>; Resolution 7, recital 2,</span> Assembly of Examples, 2020 <bdi class="sources__host" dir="ltr">(parliament.example)</bdi></li>`,
		`<li><span class="sources__title"><a href="https://book.example/" rel="noreferrer">Own Book</a></span> <bdi class="sources__host" dir="ltr">(book.example)</bdi></li>`,
		`<li><span class="sources__title">Diary of 2018</span> <span class="sources__seen">General knowledge: not seen in a document.</span></li>`)

	// In another language, the same; the site's own words are the reader's.
	arabic := sourcesOf(t, out, "ar/index.html")
	if n := strings.Count(arabic, "<li>"); n != 4 {
		t.Errorf("%d in Arabic", n)
	}
	for _, part := range []string{
		`<li><span lang="en" dir="ltr"><span class="sources__title">Survey of Bridges,</span> Office of Rivers, R/9, 2019</span> `,
		`<a href="https://press.example/survey" rel="noreferrer" hreflang="fr" lang="en" dir="ltr">The Press</a>`,
	} {
		if !strings.Contains(arabic, part) {
			t.Errorf("no %s in\n%s", part, arabic)
		}
	}
	if strings.Contains(arabic, "Seen at") {
		t.Error("Arabic readers are told in English where it was seen")
	}
}

func TestFactsOfEventsAndMessagesAreSources(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/en/facts.yaml": testFacts,
		"content/en/_index.md":  "---\ntitle: Home\nsummary: S\nevents:\n  - id: rain\n    date: 05-01\n    name: Rain\n    about: A day.\n    fact: D1\nmessages:\n  - id: ferries\n    text: Ferries.\n    facts: [S2]\n---\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	wantSources(t, sourcesOf(t, out, "en/index.html"),
		`<li><span class="sources__title">Diary of 2018</span></li>`,
		`<li><span class="sources__title"><a href="https://rivers.example/ferries" rel="noreferrer">Survey of Bridges</a>,</span> Office of Rivers, R/9, 2019 <bdi class="sources__host" dir="ltr">(rivers.example)</bdi></li>`)
}

func TestThePagesOfSourcesListDocumentsAndPages(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/en/facts.yaml":        testFacts,
		"content/en/sources/_index.md": "---\ntitle: All sources\nsummary: S\n---\n",
		"content/en/_index.md":         "---\ntitle: Home\nsummary: S\nsources:\n  - fact: S1\n  - fact: S2\n  - fact: T1\n---\n",
		"content/en/about/index.md":    "---\ntitle: About it\nsummary: S\nsources:\n  - fact: T2\n---\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, link := range []string{`<a href="/en/sources/resolution/">`, `<a href="/en/sources/nations/">`} {
		if !strings.Contains(page(t, out, "en/sources/index.html"), link) {
			t.Errorf("no %s", link)
		}
	}
	nations := page(t, out, "en/sources/nations/index.html")
	for _, part := range []string{
		`<li class="documents__document" id="survey"><span class="sources__title"><a href="https://rivers.example/ferries" rel="noreferrer">Survey of Bridges</a>,</span> Office of Rivers, R/9 <bdi`,
		`Seen at: <a href="https://press.example/survey"`, `<p class="documents__about">2019 · Third party · Used on: <a href="/en/">`,
	} {
		if !strings.Contains(nations, part) {
			t.Errorf("no %s in\n%s", part, nations)
		}
	}
	resolution := page(t, out, "fr/sources/resolution/index.html")
	if want := `<time datetime="2020-02-29">29 février 2020</time>`; !strings.Contains(resolution, want) {
		t.Errorf("no %s in\n%s", want, resolution)
	}
	if n := strings.Count(resolution[strings.Index(resolution, `id="resolution-7"`):], "<a href=\"/fr/"); n < 2 {
		t.Errorf("%d pages", n)
	}
	// Nobody uses the diary: it is not listed.
	if _, err := os.Stat(filepath.Join(out, "en/sources/states/index.html")); err == nil {
		t.Error("a group without a used document has a page")
	}
}

func TestTheRegisterOfFactsIsNotPublished(t *testing.T) {
	out, _ := render(t, map[string]string{"content/en/facts.yaml": testFacts})
	err := filepath.WalkDir(out, func(name string, _ os.DirEntry, err error) error {
		if strings.Contains(name, "facts.yaml") {
			t.Errorf("%s is published", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDocumentsAreDataForReferenceManagers(t *testing.T) {
	fsys := fstest.MapFS{"hugo.toml": {}, "i18n/en.toml": {}}
	for name, content := range map[string]string{
		"content/en/facts.yaml":        testFacts,
		"content/en/sources/_index.md": "---\ntitle: All sources\nsummary: S\n---\n",
		"content/en/_index.md":         "---\ntitle: Home\nsummary: S\nsources:\n  - fact: S1\n  - fact: T1\n  - fact: D1\n---\n",
	} {
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	p, err := project.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	if err := (&Stage{project: p}).sourceFiles(files); err != nil {
		t.Fatal(err)
	}
	want := `[
  {
    "id": "resolution-7",
    "type": "document",
    "title": "Resolution 7",
    "author": [
      {
        "literal": "Assembly of Examples"
      }
    ],
    "publisher": "Assembly of Examples",
    "issued": {
      "date-parts": [
        [
          2020,
          2,
          29
        ]
      ]
    },
    "URL": "https://parliament.example/resolution-7"
  },
  {
    "id": "survey",
    "type": "document",
    "title": "Survey of Bridges",
    "author": [
      {
        "literal": "Office of Rivers"
      }
    ],
    "publisher": "Office of Rivers",
    "number": "R/9",
    "issued": {
      "date-parts": [
        [
          2019
        ]
      ]
    },
    "note": "The Press <https://press.example/survey>"
  },
  {
    "id": "diary",
    "type": "document",
    "title": "Diary of 2018",
    "issued": {
      "date-parts": [
        [
          2018,
          5
        ]
      ]
    }
  }
]
`
	if got := string(files[staticFolder+"/"+sourcesFile]); got != want {
		t.Errorf("%s", got)
	}
}
