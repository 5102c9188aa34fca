package project_test

import (
	"cmp"
	"errors"
	"io/fs"
	"reflect"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
)

func TestAFolderWithoutConfigurationIsNoProject(t *testing.T) {
	if _, err := project.Load(fstest.MapFS{"i18n/en.toml": {}}); !errors.Is(err, project.ErrNoProject) {
		t.Errorf("got %v, want ErrNoProject", err)
	}
	if _, err := project.Load(fstest.MapFS{"hugo.toml/x": {}}); err == nil || errors.Is(err, project.ErrNoProject) || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder named hugo.toml: %v", err)
	}
}

func TestConfigurationIsRead(t *testing.T) {
	for _, tc := range []struct {
		name, toml string
		want       project.Config
		problems   []string
	}{
		{"empty", "", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en"}, nil},
		{
			"whole", "baseURL = \"https://example.org/a\"\ndefaultContentLanguage = \"en\"\n[params.publisher]\nname = \"N\"\ncontact = \"n@example.org\"\nofficial = true\n",
			project.Config{BaseURL: "https://example.org/a/", ReferenceLanguage: "en", Publisher: project.Publisher{Name: "N", Contact: "n@example.org", Official: true}}, nil,
		},
		{
			"Hugo's keys know no case", "baseurl = \"https://example.org/\"\nDefaultContentLanguage = \"EN\"\n",
			project.Config{BaseURL: "https://example.org/", ReferenceLanguage: "en"}, nil,
		},
		{
			"an address that is none", "title = \"x\"\n  baseURL = \"example.org\"\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en"},
			[]string{"hugo.toml:2:3 error config config-base-url URL=example.org"},
		},
		{
			"the place of a value is that of its own key", "[params.form]\ncontact = \"x\"\n[params.publisher]\nname = \"baseURL\"\ncontact = \"nobody\"\n",
			project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en", Publisher: project.Publisher{Name: "baseURL", Contact: "nobody"}},
			[]string{"hugo.toml:5:1 error config config-contact Contact=nobody"},
		},
		{
			"a contact in an inline table", "params = { publisher = { contact = \"nobody\" } }\n",
			project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en", Publisher: project.Publisher{Contact: "nobody"}},
			[]string{"hugo.toml:1:26 error config config-contact Contact=nobody"},
		},
		{
			"a misspelt field of the publisher", "[params.publisher]\nNAME = \"A\"\nofficail = true\ncontact = \"a@example.org\"\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en", Publisher: project.Publisher{Name: "A", Contact: "a@example.org"}},
			[]string{"hugo.toml:3:1 error config config-publisher-field Field=officail Fields=name, contact, official"},
		},
		{
			"a shelf life of its own", "[params.helplines]\nshelfLife = 30\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en", ShelfLife: 30}, nil,
		},
		{
			"a shelf life without end", "[params.helplines]\nshelflife = 9999\nlife = 1\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en", ShelfLife: 9999},
			[]string{"hugo.toml:2:1 error config config-shelf-life Days=9999 Most=366", "hugo.toml:3:1 error config config-helplines-field Field=life Fields=shelfLife"},
		},
		{
			"languages to read others beside", "[params]\nsideBySide = [\"EN\", \"xx\"]\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en", SideBySide: []string{"en", "xx"}},
			[]string{"hugo.toml:2:1 error config language-unknown Have=en Tag=xx"},
		},
		{
			"languages listed as tables", "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en"},
			[]string{"hugo.toml:2:1 error config config-languages"},
		},
		{
			"languages listed with dots", "title = \"x\"\nlanguages.en.weight = 1\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en"},
			[]string{"hugo.toml:2:1 error config config-languages"},
		},
		{
			"a reference that is no language", "defaultContentLanguage = \"english\"\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "english"},
			[]string{"hugo.toml:1:1 error language-tag language-tag-suggestion Suggestion=en Tag=english"},
		},
		{
			"invalid TOML", "baseURL = \"https://example.org/\"\nx = y\n", project.Config{BaseURL: "https://example.org/", ReferenceLanguage: "en"},
			[]string{"hugo.toml:2:5 error config config-toml Detail=unexpected character U+0079 'y' at start of value"},
		},
		{
			"a value of the wrong kind", "baseURL = 5\n", project.Config{BaseURL: "http://localhost/", ReferenceLanguage: "en"},
			[]string{"hugo.toml:1:11 error config config-toml Detail=cannot decode TOML integer into BaseURL of type string"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			fsys := files("")
			fsys["hugo.toml"] = &fstest.MapFile{Data: []byte(tc.toml)}
			p := load(t, fsys)
			tc.want.ShelfLife = cmp.Or(tc.want.ShelfLife, 90)
			if !reflect.DeepEqual(p.Config, tc.want) {
				t.Errorf("got %+v, want %+v", p.Config, tc.want)
			}
			wantProblems(t, p, tc.problems...)
		})
	}
}

func TestBaseURLIsNormalised(t *testing.T) {
	for given, want := range map[string]string{
		"https://example.org":        "https://example.org/",
		"https://example.org/":       "https://example.org/",
		"HTTPS://example.org/a":      "https://example.org/a/",
		"http://localhost:1313/a/":   "http://localhost:1313/a/",
		"https://example.org/a%2Fb":  "https://example.org/a%2Fb/",
		"https://example.org/é":      "https://example.org/%C3%A9/",
		"https://пример.example/":    "https://xn--e1afmkfd.example/",
		"https://example.org/?":      "",
		"https://example.org/?a=b":   "",
		"https://example.org/#a":     "",
		"https://example.org/a/../b": "https://example.org/b/",
		"https://example.org:port/":  "",
		"https://me:pw@example.org/": "",
		"https://:80/":               "",
		"https:///a":                 "",
		"https:example.org":          "",
		"//example.org/":             "",
		"/a/":                        "",
		"example.org":                "",
		"ftp://example.org/":         "",
		"javascript:alert(1)//":      "",
		"https://exam ple.org/":      "",
		"https://example.org/\n":     "",
		"":                           "",
	} {
		got, err := project.NormalizeBaseURL(given)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", given, got, err, want)
		}
	}
}

func TestContactIsAMailOrAWebAddress(t *testing.T) {
	for contact, want := range map[string]string{
		"":                          "",
		"name@example.org":          "mailto:name@example.org",
		"first.last+x@example.org":  "mailto:first.last+x@example.org",
		"https://example.org/write": "https://example.org/write",
		"http://example.org/":       "http://example.org/",
		"mailto:name@example.org":   "",
		"name@localhost":            "",
		"name@example.org, other":   "",
		"a@b@example.org":           "",
		"name@.":                    "",
		"@example.org":              "",
		"name@example.org?cc=x@y.z": "",
		"javascript:alert(1)@x.org": "",
		"https://":                  "",
		"Name <name@example.org>":   "",
		"call us":                   "",
	} {
		if got := (project.Publisher{Contact: contact}).Link(); got != want {
			t.Errorf("%q: got %q, want %q", contact, got, want)
		}
	}
}
