package search

import (
	"context"
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/listing"
	"resolutionsite/generator/internal/locale"
)

func parse(t *testing.T, tag string) locale.Language {
	t.Helper()
	l, err := locale.Parse(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestNothingIsMadeWherePagefindIsMissing(t *testing.T) {
	if Available(t.TempDir()) {
		t.Error("available in an empty folder")
	}
}

func TestEveryPlaceSaysWhereItIsAndWhoseItsTextIs(t *testing.T) {
	ar, en := parse(t, "ar"), parse(t, "en")
	site := fstest.MapFS{
		"ar/resolution/index.html":     {Data: []byte(`<html lang="ar"><main><p>نص.</p></main>`)},
		"ar/resolution/13a/index.html": {Data: []byte(`<html lang="ar"><main><div lang="en" dir="ltr"><h2 id="why">Why</h2><p>So.</p></div></main>`)},
	}
	l := Language{ar, []listing.Place{
		{Path: "/resolution/", Title: "قرار", In: ar, Known: "القرار 491", Summary: "ملخص.", Language: ar, Status: "short_unreviewed"},
		{Path: "/resolution/13a/", Title: "A", In: en, Mark: "13a", Summary: "S.", Language: en, Status: "language_not_translated"},
	}, []listing.Place{
		{Path: "/resolution/", Anchor: "p13-a", Title: "البند 13a", In: ar, Mark: "13a", Text: "كلمات", Language: ar, Status: "short_unreviewed"},
		{Path: "/elsewhere/", Anchor: "p1"},
	}}
	places, err := l.places(site, "/491/")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range places {
		content, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(content))
	}
	want := []string{
		`{"address":"/491/ar/resolution/","title":"قرار","titleLanguage":["ar","rtl"],"known":"القرار 491","label":"ar short_unreviewed","text":"ملخص. نص.","language":["ar","rtl"]}`,
		`{"address":"/491/ar/resolution/13a/","title":"A","titleLanguage":["en","ltr"],"mark":"13a","label":"en language_not_translated","text":"S. Why · So.","language":["en","ltr"]}`,
		`{"address":"/491/ar/resolution/13a/#why","page":1,"title":"Why","titleLanguage":["en","ltr"],"label":"en language_not_translated","text":"So.","language":["en","ltr"]}`,
		`{"address":"/491/ar/resolution/#p13-a","page":0,"title":"البند 13a","titleLanguage":["ar","rtl"],"mark":"13a","label":"ar short_unreviewed","text":"كلمات","language":["ar","rtl"]}`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAPageThatIsNotRenderedIsAnError(t *testing.T) {
	en := parse(t, "en")
	err := Index(t.Context(), []Language{{en, []listing.Place{{Path: "/lost/", Language: en, In: en}}, nil}}, Options{Site: t.TempDir(), Scratch: t.TempDir(), Base: "/"})
	if err == nil || !strings.Contains(err.Error(), "en/lost") {
		t.Error(err)
	}
}

func TestWhatNodeSaysIsTheError(t *testing.T) {
	en := parse(t, "en")
	missing := "pagefind"
	if !node() {
		missing = "node"
	}
	err := Index(t.Context(), []Language{{en, nil, nil}}, Options{Root: t.TempDir(), Site: t.TempDir(), Scratch: t.TempDir(), Base: "/"})
	if err == nil || !strings.Contains(err.Error(), missing) {
		t.Error(err)
	}
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Index(stopped, []Language{{en, nil, nil}}, Options{Root: t.TempDir(), Site: t.TempDir(), Scratch: t.TempDir(), Base: "/"}); err != context.Canceled {
		t.Error(err)
	}
}
