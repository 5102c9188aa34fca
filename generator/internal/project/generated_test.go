package project_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
)

// textIn is a resolution of one language, with its catalogue.
func textIn(lang, status string) string {
	return "-- i18n/" + lang + ".toml --\n-- content/" + lang + "/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 7, body: A, status: " + status + "}\n---\n1. **Noting** a;\n\n***\n\n2. **URGES** b.\n"
}

// made writes what the program makes in a language: paths below the
// resolution, with the languages of the texts, then counterparts.
func made(p *project.Project, lang string) string {
	var out []string
	for _, g := range p.Generated()[lang] {
		if g.Path == project.SearchPath || g.Path == project.TranslationsPath {
			continue
		}
		s := strings.TrimSuffix(strings.TrimPrefix(g.Path, "/resolution/"), "/") + "="
		for i, l := range g.Texts {
			s += strings.Repeat("+", min(i, 1)) + l.Key
		}
		for _, key := range slices.Sorted(maps.Keys(g.Counterparts)) {
			s += " " + key + ":" + strings.TrimSuffix(strings.TrimPrefix(g.Counterparts[key], "/resolution/"), "/")
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

func TestEveryLanguageHasAPageToFindTheOthersOn(t *testing.T) {
	p := load(t, files("-- i18n/fr.toml --\n"+textIn("en", "official")+"-- i18n/pl.toml --\n"))
	for _, lang := range []string{"en", "fr", "pl"} {
		pages := p.Generated()[lang]
		found := slices.IndexFunc(pages, func(g project.Generated) bool { return g.Path == "/search/" })
		if found < 0 || len(pages[found].Counterparts) > 0 || !slices.Equal(pages[found].Aliases, []string{"a-z"}) {
			t.Errorf("%s: %+v", lang, pages)
		}
	}
}

func TestEveryTextCanBeReadBesideThoseOfTheBodysLanguages(t *testing.T) {
	texts := textIn("en", "official") + textIn("fr", "unofficial") + textIn("uk", "unofficial") + "-- i18n/pl.toml --\n"
	for _, tc := range []struct {
		name, archive string
		want          map[string]string
	}{
		{"the languages of authentic texts", texts, map[string]string{
			"en": "verbs=en, beside/fr=en+fr fr:beside/en uk:, beside/uk=en+uk fr: uk:beside/en",
			"fr": "verbs=fr, beside/en=fr+en en:beside/fr pl:beside/fr",
			"uk": "verbs=uk, beside/en=uk+en en:beside/uk pl:beside/uk",
			"pl": "verbs=en, beside/fr=en+fr fr:beside/en uk:, beside/uk=en+uk fr: uk:beside/en",
		}},
		{"those of the configuration", "-- hugo.toml --\nparams.sideBySide = [\"fr\"]\n" + texts, map[string]string{
			"en": "verbs=en, beside/fr=en+fr fr:beside/en",
			"fr": "verbs=fr, beside/en=fr+en en:beside/fr pl:beside/fr uk:, beside/uk=fr+uk en: pl: uk:beside/fr",
			"uk": "verbs=uk, beside/fr=uk+fr fr:beside/uk",
		}},
		{"without an authentic text the reference language", strings.Replace(texts, "status: official", "status: unofficial", 1), map[string]string{
			"uk": "verbs=uk, beside/en=uk+en en:beside/uk pl:beside/uk",
		}},
		{"one language", textIn("en", "official"), map[string]string{"en": "verbs=en"}},
		{"no resolution", "-- content/en/_index.md --\n", map[string]string{"en": ""}},
		{"no resolution in the reference language", "-- i18n/fr.toml --\n" + textIn("fr", "official"), map[string]string{"en": "", "fr": ""}},
	} {
		p := load(t, files(tc.archive))
		for lang, want := range tc.want {
			if got := made(p, lang); got != want {
				t.Errorf("%s, %s:\ngot:  %s\nwant: %s", tc.name, lang, got, want)
			}
		}
	}
}
