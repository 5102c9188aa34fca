package project_test

import (
	"testing"

	"resolutionsite/generator/internal/project"
)

func TestTheExitIsThatOfTheNearestLanguage(t *testing.T) {
	p := load(t, files(`
-- hugo.toml --
[params.exit]
default = "https://all.example/"
en = "https://en.example/"
PT = "https://pt.example/"
-- i18n/fr.toml --
-- i18n/pt.toml --
-- i18n/pt-BR.toml --
`))
	wantProblems(t, p)
	for key, want := range map[string]string{
		"en":    "https://en.example/",
		"pt":    "https://pt.example/",
		"pt-br": "https://pt.example/",
		"fr":    "https://all.example/", // not the reference language's
	} {
		l, ok := p.Language(key)
		if !ok {
			t.Fatalf("no language %s", key)
		}
		if got := p.Exit(l); got != want {
			t.Errorf("%s: got %s, want %s", key, got, want)
		}
	}
	if got := p.ExitForAll(); got != "https://all.example/" {
		t.Errorf("for all: %s", got)
	}
}

func TestWithoutASettingTheExitLeadsToTheDefault(t *testing.T) {
	p := load(t, files(""))
	wantProblems(t, p)
	if p.Exit(p.Reference) != project.DefaultExit || p.ExitForAll() != project.DefaultExit {
		t.Errorf("got %s, %s", p.Exit(p.Reference), p.ExitForAll())
	}
}

func TestTheExitLeadsToAnotherSiteAndEncrypted(t *testing.T) {
	for address, ok := range map[string]bool{
		"https://en.wikipedia.org/wiki/Main_Page": true,
		"HTTPS://example.com/?q=a#b":              true,
		"https://пример.example/стр":              true,
		"http://example.com/":                     false,
		"//example.com/":                          false,
		"/en/":                                    false,
		"example.com":                             false,
		"https://":                                false,
		"https:///a":                              false,
		"https://me:pw@example.com/":              false,
		"https://exam ple.com/":                   false,
		"javascript:alert(1)":                     false,
		"data:text/html,x":                        false,
		"about:blank":                             false,
		"https://Example.org/weather":             false, // the site itself
		"":                                        false,
	} {
		p := load(t, files("-- hugo.toml --\nbaseURL = \"https://example.org/\"\n[params.exit]\n  en = \""+address+"\"\n"))
		if ok {
			wantProblems(t, p)
			if got := p.Exit(p.Reference); got != address {
				t.Errorf("%s: got %s", address, got)
			}
			continue
		}
		wantProblems(t, p, "hugo.toml:3:3 error config config-exit-address URL="+address)
		if got := p.Exit(p.Reference); got != project.DefaultExit {
			t.Errorf("%s: got %s", address, got)
		}
	}
}

func TestAMisspeltKeyOfTheExitIsReported(t *testing.T) {
	p := load(t, files(`
-- hugo.toml --
[params]
Exit = { defualt = "https://a.example/", EN = "https://b.example/", xx = "https://c.example/" }
-- i18n/fr.toml --
`))
	wantProblems(t, p,
		"hugo.toml:2:10 error config config-exit-key-nearest Key=defualt Keys=default, en, fr Nearest=default",
		"hugo.toml:2:69 error config config-exit-key Key=xx Keys=default, en, fr")
	p = load(t, files("-- hugo.toml --\n[params.exit]\nen = 5\n"))
	wantProblems(t, p, "hugo.toml:2:6 error config config-toml Detail=cannot decode TOML integer into string")
}

// TOML tells keys apart by case, languages do not.
func TestTheExitOfALanguageIsGivenOnce(t *testing.T) {
	for range 20 { // a map would give another order
		p := load(t, files(`
-- hugo.toml --
[params.exit]
fr = "https://a.example/"
pt-br = "https://b.example/"
pt-BR = "https://c.example/"
-- i18n/fr.toml --
-- i18n/pt-BR.toml --
`))
		wantProblems(t, p, "hugo.toml:3:1 error config config-exit-repeated Key=pt-br")
	}
}
