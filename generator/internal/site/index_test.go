package site

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestTheIndexListsEveryPageOfItsReaders(t *testing.T) {
	out, found := render(t, nil)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, lang := range []string{"en", "fr", "ar"} {
		content := page(t, out, lang+"/search/index.html")
		err := filepath.WalkDir(filepath.Join(out, lang), func(name string, entry os.DirEntry, err error) error {
			if err != nil || filepath.Base(name) != "index.html" {
				return err
			}
			folder, err := filepath.Rel(out, filepath.Dir(name))
			address := "/" + filepath.ToSlash(folder) + "/"
			if linked := strings.Contains(content, `<a class="places__link" href="`+address+`"`); linked == (strings.HasSuffix(address, "/search/") || strings.HasSuffix(address, "/a-z/")) {
				t.Errorf("%s is listed: %v", address, linked)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if alias := page(t, out, lang+"/a-z/index.html"); !strings.Contains(alias, `url=/`+lang+`/search/"`) {
			t.Errorf("/%s/a-z/ leads elsewhere:\n%s", lang, alias)
		}
	}
}

func TestTheIndexSaysWhatIsBorrowed(t *testing.T) {
	out, _ := render(t, nil)
	for name, wants := range map[string][]string{
		"en/search/index.html": {
			`<bdi>3a</bdi> <span>Open every bridge</span></a></li>`, `<span>Open every bridge</span> (<bdi>3a</bdi>)</a></li>`,
			`<a class="places__link" href="/en/resolution/"><span>Resolution 7</span></a></li>`,
		},
		"fr/search/index.html": {`<span lang="en" dir="ltr">About</span></a> <span class="places__label">anglais · pas encore traduit</span><p class="places__summary" lang="en" dir="ltr">`},
		"ar/search/index.html": {`<h2 id="letter-other">`, `<span lang="en" dir="ltr">About</span></a> <span class="places__label">`},
	} {
		for _, want := range wants {
			if content := page(t, out, name); !strings.Contains(content, want) {
				t.Errorf("%s lacks %s:\n%s", name, want, content)
			}
		}
	}
}

// A field that finds nothing would be worse than none.
func TestThereIsAFieldOnlyWhereThereIsAnIndex(t *testing.T) {
	for _, searched := range []bool{false, true} {
		out, found := renderWith(t, nil, Options{Searched: searched})
		if len(found) > 0 {
			t.Fatal(found)
		}
		for _, name := range []string{"en/search/index.html", "ar/search/index.html", "en/index.html"} {
			content := page(t, out, name)
			want := searched && strings.Contains(name, "search")
			if has := strings.Contains(content, `<template id="search"`); has != want {
				t.Errorf("searched %v: %s has a field: %v", searched, name, has)
			}
			if has := strings.Contains(content, "js/exit-quiet-search"); has != want {
				t.Errorf("searched %v: %s has the script: %v", searched, name, has)
			}
		}
		if !searched {
			continue
		}
		content := page(t, out, "ar/search/index.html")
		for _, want := range []string{
			`data-index="/pagefind/" data-places="/pagefind/places.ar.json"`, `<template data-plurals="ar">`,
			`<span data-form="few"># نتائج</span>`, `<span data-form="two">نتيجتان</span>`,
			`data-label="ar short_unreviewed">العربية · ترجمة غير رسمية لم تُراجع</p>`, `data-label="en language_not_translated">الإنجليزية · لم تُترجم بعد</p>`, `data-label="ar ">العربية</p>`,
		} {
			if !strings.Contains(content, want) {
				t.Errorf("the page lacks %s:\n%s", want, content)
			}
		}
		engine := regexp.MustCompile(`data-engine="/(js/[^"]+)"`).FindStringSubmatch(content)
		if engine == nil || !strings.Contains(page(t, out, engine[1]), "preload") {
			t.Error("what finds is not published")
		}
	}
}

// A language without strings of its own counts results in another's words.
func TestCountsOfResultsFollowTheLanguageOfTheirWords(t *testing.T) {
	out, found := renderWith(t, map[string]string{"i18n/pl.toml": ""}, Options{Searched: true})
	if len(found) > 0 {
		t.Fatal(found)
	}
	content := page(t, out, "pl/search/index.html")
	for _, want := range []string{`<template data-plurals="en">`, `<span data-form="one" lang="en" dir="ltr"># result</span>`} {
		if !strings.Contains(content, want) {
			t.Errorf("the page lacks %s:\n%s", want, content)
		}
	}
}
