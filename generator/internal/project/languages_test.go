package project_test

import (
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
)

func keys(p *project.Project) string {
	var keys []string
	for _, l := range p.Languages {
		keys = append(keys, l.Key)
	}
	return strings.Join(keys, " ")
}

func TestLanguagesExistByTheirCataloguesAlone(t *testing.T) {
	for _, tc := range []struct {
		name, archive, languages string
		problems                 []string
	}{
		{"reference first, others by key", "-- i18n/uk.toml --\n-- i18n/ar.toml --\n-- i18n/fr.toml --\n", "en ar fr uk", nil},
		{
			"another reference", "-- hugo.toml --\ndefaultContentLanguage = \"FR\"\n-- i18n/fr.toml --\n-- i18n/ar.toml --\n",
			"fr ar en", nil,
		},
		{"a catalogue named in usual casing", "-- i18n/pt-BR.toml --\n", "en pt-br", nil},
		{"edge languages", "-- i18n/sr-Latn.toml --\n-- i18n/zh-hant.toml --\n-- i18n/x-test.toml --\n-- i18n/cnr.toml --\n", "en cnr sr-latn x-test zh-hant", nil},
		{
			"invalid tags with what was meant", "-- i18n/french.toml --\n-- i18n/pt_BR.toml --\n-- i18n/xx.toml --\n", "en",
			[]string{
				"i18n/french.toml:1:1 error language-tag language-tag-suggestion Suggestion=fr Tag=french",
				"i18n/pt_BR.toml:1:1 error language-tag language-tag-suggestion Suggestion=pt-br Tag=pt_BR",
				"i18n/xx.toml:1:1 error language-tag Suggestion= Tag=xx",
			},
		},
		{
			"nothing but catalogues stands in i18n", "-- i18n/README.md --\n-- i18n/fr.yaml --\n-- i18n/old/fr.toml --\n-- i18n/.hidden --\n", "en",
			[]string{
				"i18n/README.md:1:1 error catalog catalog-foreign-file",
				"i18n/fr.yaml:1:1 error catalog catalog-foreign-file",
				"i18n/old:1:1 error catalog catalog-foreign-file",
			},
		},
		{
			"two catalogues for one language", "-- i18n/pt-BR.toml --\n-- i18n/pt-br.toml --\n", "en pt-br",
			[]string{"i18n/pt-br.toml:1:1 error catalog catalog-twice Other=i18n/pt-BR.toml"},
		},
		{
			"a reference without a catalogue", "-- hugo.toml --\ndefaultContentLanguage = \"fr\"\n", "en",
			[]string{"i18n/fr.toml:1:1 error catalog catalog-no-reference Language=fr"},
		},
		{
			"content does not bring a language to life", "-- content/fr/_index.md --\n", "en",
			[]string{"content/fr:1:1 warning language-unpublished Catalog=i18n/fr.toml"},
		},
		{
			"a folder of content with an invalid name", "-- content/french/_index.md --\n-- content/.git/x --\n", "en",
			[]string{"content/french:1:1 error language-tag language-tag-suggestion Suggestion=fr Tag=french"},
		},
		{
			"a file beside the languages, or in the place of one", "-- content/index.md --\n-- content/en --\n-- content/.keep --\n", "en",
			[]string{
				"content/en:1:1 error content-place",
				"content/index.md:1:1 error content-place",
			},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p := load(t, files(tc.archive))
			if got := keys(p); got != tc.languages {
				t.Errorf("languages %s, want %s", got, tc.languages)
			}
			wantProblems(t, p, tc.problems...)
			if len(p.Languages) != len(p.Catalogs) {
				t.Errorf("%d languages, %d catalogues", len(p.Languages), len(p.Catalogs))
			}
		})
	}
}

func TestReferenceIsTheDefaultContentLanguage(t *testing.T) {
	p := load(t, files("-- hugo.toml --\ndefaultContentLanguage = \"fr\"\n-- i18n/fr.toml --\n"))
	if p.Reference.Key != "fr" {
		t.Errorf("reference %q, want fr", p.Reference.Key)
	}
}
