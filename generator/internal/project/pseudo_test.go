package project_test

import (
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
)

const withPseudo = `
-- i18n/fr.toml --
-- i18n/en-xa.toml --
broken =
-- i18n/ar-XB.toml --
a = "\u202e"
-- content/en/_index.md --
---
title: Home
summary: S
---
-- content/ar-xb/_index.md --
no front matter
-- content/en-XA/x.md --
`

// However broken, they are not seen.
func TestPseudoLocalesAreNoPartOfAProjectUnlessAskedFor(t *testing.T) {
	p := load(t, files(withPseudo))
	wantProblems(t, p)
	if keys(p) != "en fr" || len(p.Pages) != 1 || len(p.Folders) != 1 || len(p.Catalogs) != 2 {
		t.Errorf("languages %s, %d pages, folders %v", keys(p), len(p.Pages), p.Folders)
	}
	for _, f := range p.Files {
		if strings.Contains(strings.ToLower(f.Path), "-x") {
			t.Errorf("%s was read", f.Path)
		}
	}
	if _, _, err := p.Select([]string{"en-XA"}); err == nil || err.(*project.UnknownLanguage).Diagnostic().ID != "language-unknown-pseudo" {
		t.Errorf("selecting one: %v", err)
	}
}

func TestPseudoLocalesAreLanguagesLikeAnyOtherWhenAskedFor(t *testing.T) {
	p, err := project.LoadWith(files(withPseudo), project.Options{Pseudo: true})
	if err != nil {
		t.Fatal(err)
	}
	if keys(p) != "en ar-xb en-xa fr" || len(p.Problems) == 0 || p.Folders["en-xa"] != "content/en-XA" {
		t.Errorf("languages %s, problems %v, folders %v", keys(p), p.Problems, p.Folders)
	}
}
