package project_test

import (
	"strings"
	"testing"
)

const suppliedText = "KEEPING BRIDGES OPEN\n\nRESOLUTION 7\n\nThe Assembly,\n\n1. **Noting** a;\n\n2. **URGES** b:\n - a. one;\n - two;\n - c. three.\n"

func TestTheSuppliedTextIsReadAgain(t *testing.T) {
	p := load(t, files(textIn("en", "official")+textIn("fr", "unofficial")+"-- i18n/pl.toml --\n-- content/en/resolution/supplied.txt --\n\uFEFF"+strings.ReplaceAll(suppliedText, "\n", "\r\n")))
	wantProblems(t, p)
	s := p.Resolutions["en"].Supplied
	if s == nil || s.File != "content/en/resolution/supplied.txt" {
		t.Fatalf("%+v", s)
	}
	if len(s.Lines) != 12 || s.Lines[0] != "KEEPING BRIDGES OPEN" || s.Lines[10] != " - two;" {
		t.Errorf("lines: %q", s.Lines)
	}
	missing := false
	for _, r := range s.Repairs {
		missing = missing || r.Rule == "label-missing" && r.Line == 11
	}
	if !missing {
		t.Errorf("repairs: %+v", s.Repairs)
	}
	if len(s.Changes) == 0 || s.Changes[0].Part != "title" || s.Changes[0].A.Plain() != "R" || s.Changes[0].B.Plain() != "Keeping bridges open" {
		t.Errorf("changes: %+v", s.Changes)
	}
	for lang, want := range map[string]string{"en": "en", "fr": "en", "pl": "en"} {
		if r := p.EstablishedBy(lang); r == nil || r.Page.Language.Key != want {
			t.Errorf("%s is established by %+v, want %s", lang, r, want)
		}
	}
	if got, want := made(p, "fr"), "verbs=fr, source=en, beside/en=fr+en en:beside/fr pl:beside/fr"; got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

func TestATranslationsOwnSuppliedTextComesFirst(t *testing.T) {
	p := load(t, files(textIn("en", "unofficial")+textIn("fr", "official")+textIn("uk", "unofficial")+
		"-- content/en/resolution/supplied.txt --\n"+suppliedText+"-- content/fr/resolution/supplied.txt --\n"+suppliedText))
	for lang, want := range map[string]string{"en": "en", "fr": "fr", "uk": "fr"} {
		if r := p.EstablishedBy(lang); r == nil || r.Page.Language.Key != want {
			t.Errorf("%s is established by %+v, want %s", lang, r, want)
		}
	}
}

func TestASuppliedTextThatCannotBeReadIsReported(t *testing.T) {
	p := load(t, files(textIn("en", "official")+"-- content/en/resolution/supplied.txt --\n\n"))
	wantProblems(t, p,
		"content/en/resolution/supplied.txt:1:1 error resolution-supplied resolution-refused-empty",
		"content/en/resolution/supplied.txt:1:1 error resolution-supplied Page=content/en/resolution/_index.md",
	)
	if p.Resolutions["en"].Supplied != nil || p.EstablishedBy("en") != nil {
		t.Error("it vouches for the page")
	}
}
