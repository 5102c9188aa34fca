package project_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
)

func TestPageHasTheAddressOfItsFile(t *testing.T) {
	for file, want := range map[string]string{
		"_index.md":               "/",
		"about.md":                "/about/",
		"about/index.md":          "/about/",
		"resolution/_index.md":    "/resolution/",
		"resolution/13e/index.md": "/resolution/13e/",
		"learn/module-1.md":       "/learn/module-1/",
		"a/b/c/d.md":              "/a/b/c/d/",
		"About/Us.MD":             "/about/us/",
		"resolution/13E/index.md": "/resolution/13e/",
		"a.b.md":                  "/a.b/",
		"about/index.md/x.md":     "/about/index.md/x/",
	} {
		p := load(t, fstest.MapFS{
			"hugo.toml": {}, "i18n/en.toml": {}, "content/en/" + file: {Data: []byte("---\ntitle: T\n---\nText\n")},
		})
		if len(p.Pages) != 1 || p.Pages[0].Path != want || p.Page("en", want) != p.Pages[0] || p.Pages[0].File != "content/en/"+file {
			t.Errorf("%s: got %+v, want %s", file, p.Pages, want)
		}
	}
}

func TestFolderOfContentKnowsNoCase(t *testing.T) {
	p := load(t, files("-- i18n/pt-br.toml --\n-- content/pt-BR/about.md --\n---\ntitle: T\n---\n"))
	if page := p.Page("pt-br", "/about/"); page == nil || page.Language.Tag != "pt-BR" {
		t.Errorf("got %+v", page)
	}
	wantProblems(t, p)
}

func TestTwoFoldersForOneLanguageAreRefused(t *testing.T) {
	p := load(t, files("-- i18n/pt-br.toml --\n-- content/pt-BR/a.md --\n---\ntitle: T\n---\n-- content/pt-br/b.md --\n---\ntitle: T\n---\n"))
	wantProblems(t, p, "content/pt-br:1:1 error content-place content-place-twice Other=content/pt-BR")
	if p.Page("pt-br", "/b/") != nil {
		t.Error("a page of the second folder, which is not published, was loaded")
	}
}

func TestFilesAreAllFilesOfContentAndCatalogues(t *testing.T) {
	p := load(t, files(`
-- static/x.txt --
-- content/en/_index.md --
---
title: T
---
-- content/en/a/data.csv --
1
-- content/en/a/picture.png --
PNG
-- content/en/.hidden --
-- content/en/.git/config --
`))
	var got []string
	for _, f := range p.Files {
		text := "text"
		if f.Text == nil {
			text = "no text"
		}
		got = append(got, f.Path+" "+text)
	}
	want := "content/en/_index.md text, content/en/a/data.csv text, content/en/a/picture.png no text, i18n/en.toml text"
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s\nwant %s", s, want)
	}
}

func TestPageThatCannotBeReadStillHasItsAddress(t *testing.T) {
	fsys := files("-- i18n/fr.toml --\n-- content/en/a.md --\n---\ntitle: T\n---\n")
	fsys["content/fr/a.md"] = &fstest.MapFile{Data: []byte("---\ntitle: \xff\n---\n")}
	fsys["content/fr/b.md"] = &fstest.MapFile{Data: make([]byte, project.MaxFileSize+1)}
	p := load(t, fsys)
	wantProblems(t, p) // the rules utf-8 and file-size report them
	fr, _ := p.Language("fr")
	for _, path := range []string{"/a/", "/b/"} {
		if page := p.Source(fr, path); page == nil || page.Language.Key != "fr" || !page.Broken() {
			t.Errorf("%s: got %+v", path, page)
		}
	}
}

func TestTextBelowAMissingFrontMatterIsStillRead(t *testing.T) {
	_, got := page(t, "\ufeff## Heading\n")
	if h := got.Document().Headings; len(h) != 1 || got.BodyLine != 1 || !got.Broken() {
		t.Errorf("got %+v from line %d", h, got.BodyLine)
	}
}

func TestPositionInBodyIsThatOfTheFile(t *testing.T) {
	_, got := page(t, "---\ntitle: T\n---\nÉé x\n\ny")
	for offset, want := range map[int][2]int{0: {4, 1}, 2: {4, 2}, 5: {4, 4}, 8: {6, 1}, 9: {6, 2}, 99: {6, 2}, -1: {4, 1}} {
		if line, column := got.PositionInBody(offset); line != want[0] || column != want[1] {
			t.Errorf("%d: got %d:%d, want %d:%d", offset, line, column, want[0], want[1])
		}
	}
}

const chain = `
-- i18n/pt.toml --
-- i18n/pt-br.toml --
-- i18n/fr.toml --
-- content/en/a.md --
---
title: a
---
-- content/en/b.md --
---
title: b
---
-- content/en/c.md --
---
title: c
---
-- content/en/d.md --
---
title: d
draft: true
---
-- content/fr/e.md --
---
title: e
---
-- content/pt/b.md --
---
title: b
---
-- content/pt/c.md --
---
title: c
---
-- content/pt-br/c.md --
---
title: c
draft: true
---
-- content/pt-br/d.md --
---
title: d
---
`

func TestAMissingPageIsThatOfTheNearestLanguage(t *testing.T) {
	p := load(t, files(chain))
	for _, tc := range []struct{ lang, path, want string }{
		{"en", "/a/", "en"},
		{"fr", "/a/", "en"},
		{"pt-br", "/a/", "en"},
		{"pt-br", "/b/", "pt"},
		{"pt", "/b/", "pt"},
		{"fr", "/b/", "en"},
		{"pt-br", "/c/", "pt"}, // its own is a draft
		{"en", "/d/", ""},      // a draft
		{"fr", "/d/", ""},
		{"pt-br", "/d/", "pt-br"},
		{"pt", "/d/", ""}, // a chain goes up, not down
		{"fr", "/e/", "fr"},
		{"en", "/e/", ""}, // the reference borrows from none
		{"fr", "/none/", ""},
	} {
		lang, _ := p.Language(tc.lang)
		got := ""
		if page := p.Source(lang, tc.path); page != nil {
			got = page.Language.Key
		}
		if got != tc.want {
			t.Errorf("%s%s: got %q, want %q", tc.lang, tc.path, got, tc.want)
		}
	}
	if got, want := strings.Join(p.Paths(), " "), "/a/ /b/ /c/ /d/ /e/"; got != want {
		t.Errorf("paths %s, want %s", got, want)
	}
	if len(p.Drafts) != 2 || len(p.Pages) != 7 {
		t.Errorf("%d pages, %d drafts", len(p.Pages), len(p.Drafts))
	}
}

func TestSelectKeepsLanguagesAndWhatTheyBorrowFrom(t *testing.T) {
	p := load(t, files(chain+"-- content/fr/resolution.md --\n---\ntitle: r\nresolution:\n  number: 1\n---\nNoting\n\n***\n\n1. **URGES** all\n"))
	for _, tc := range []struct {
		tags             []string
		languages, added string
	}{
		{nil, "en fr pt pt-br", ""},
		{[]string{}, "en fr pt pt-br", ""},
		{[]string{"en"}, "en", ""},
		{[]string{"fr"}, "en fr", "en"},
		{[]string{" PT-BR ", "pt-br"}, "en pt pt-br", "en pt"},
		{[]string{"fr", "en"}, "en fr", ""},
	} {
		selected, added, err := p.Select(tc.tags)
		if err != nil {
			t.Errorf("%v: %v", tc.tags, err)
			continue
		}
		if keys(selected) != tc.languages || strings.Join(added, " ") != tc.added {
			t.Errorf("%v: got %s, added %v", tc.tags, keys(selected), added)
		}
		kept := " " + tc.languages + " "
		for _, page := range append(selected.Pages, selected.Drafts...) {
			if !strings.Contains(kept, " "+page.Language.Key+" ") {
				t.Errorf("%v: has the page %s", tc.tags, page.File)
			}
		}
		if len(selected.Catalogs) != len(selected.Languages) {
			t.Errorf("%v: %d catalogues", tc.tags, len(selected.Catalogs))
		}
		for key := range selected.Resolutions {
			if !strings.Contains(kept, " "+key+" ") {
				t.Errorf("%v: has the resolution in %s", tc.tags, key)
			}
		}
	}
	if keys(p) != "en fr pt pt-br" || p.Page("fr", "/e/") == nil {
		t.Error("the project itself was changed")
	}
}

func TestSelectRefusesALanguageTheProjectLacks(t *testing.T) {
	p := load(t, files("-- i18n/pt-br.toml --\n"))
	_, _, err := p.Select([]string{"en", "de"})
	unknown, ok := err.(*project.UnknownLanguage)
	if !ok {
		t.Fatalf("got %v", err)
	}
	if got := brief(unknown.Diagnostic()); got != " error language-unknown Have=en, pt-BR Tag=de" {
		t.Errorf("got %s", got)
	}
}

func TestASecondResolutionOfALanguageIsRefused(t *testing.T) {
	const body = "---\ntitle: R\nresolution:\n  number: 1\n---\nNoting\n\n***\n\n1. **URGES** all\n"
	p := load(t, files("-- content/en/a.md --\n"+body+"-- content/en/b.md --\n"+body))
	wantProblems(t, p, "content/en/b.md:3:1 error resolution resolution-second-page Other=content/en/a.md")
	if p.Resolutions["en"].Page.Path != "/a/" {
		t.Error("the first is not kept")
	}
}

func TestResolutionProblemsStandInTheFile(t *testing.T) {
	p := load(t, files("-- content/en/a.md --\n---\ntitle: R\nresolution:\n  number: 1\n---\n\nNoting\n\n***\n\n1. **URGES** all\n\n1. **ASKS** all\n"))
	wantProblems(t, p, "content/en/a.md:13:1 error resolution-label-repeated first=11 label=1")
}
