package project_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
)

// service is the name of an onion service.
var service = strings.Repeat("a2b3c4d5", 7)

func TestWhatHostsAreToldIsRead(t *testing.T) {
	for _, tc := range []struct {
		name, toml string
		want       project.Hosting
		contact    string
		problems   []string
	}{
		{"nothing", "", project.Hosting{}, "", nil},
		{
			"whole", "onion = \"http://" + service + ".onion/\"\nincludeSubDomains = true\npreload = true\nsecurity = \"a@example.org\"\n",
			project.Hosting{Onion: "http://" + service + ".onion", IncludeSubDomains: true, Preload: true, Security: "a@example.org"}, "mailto:a@example.org", nil,
		},
		{
			"a misspelt field", "onoin = \"x\"\n", project.Hosting{}, "",
			[]string{"hugo.toml:2:1 error config config-hosting-field Field=onoin Fields=onion, includeSubDomains, preload, security"},
		},
		{
			"no onion service", "\nonion = \"https://example.org\"\n", project.Hosting{Onion: "https://example.org"}, "",
			[]string{"hugo.toml:3:1 error config config-onion Onion=https://example.org"},
		},
		{
			"a name too short", "onion = \"http://" + service[1:] + ".onion\"\n", project.Hosting{Onion: "http://" + service[1:] + ".onion"}, "",
			[]string{"hugo.toml:2:1 error config config-onion Onion=http://" + service[1:] + ".onion"},
		},
		{"preload alone", "preload = true\n", project.Hosting{Preload: true}, "", []string{"hugo.toml:2:1 error config config-preload"}},
		{
			"a contact over http", "security = \"http://example.org/\"\n", project.Hosting{Security: "http://example.org/"}, "",
			[]string{"hugo.toml:2:1 error config config-security Contact=http://example.org/"},
		},
		{
			"a value of the wrong kind", "preload = \"yes\"\n", project.Hosting{}, "",
			[]string{"hugo.toml:2:11 error config config-toml Detail=cannot decode TOML string into Preload of type bool"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			fsys := files("")
			fsys["hugo.toml"] = &fstest.MapFile{Data: []byte("[params.hosting]\n" + tc.toml)}
			p := load(t, fsys)
			if p.Config.Hosting != tc.want {
				t.Errorf("got %+v, want %+v", p.Config.Hosting, tc.want)
			}
			if got := p.Config.SecurityContact(); got != tc.contact {
				t.Errorf("contact %q, want %q", got, tc.contact)
			}
			wantProblems(t, p, tc.problems...)
		})
	}
}

func TestAPublisherWithoutAContactIsReminded(t *testing.T) {
	warning := "hugo.toml:2:1 warning security-contact"
	for toml, want := range map[string][]string{
		"name = \"\"\n": nil, // nobody publishes it yet
		"name = \"A\"\ncontact = \"a@example.org\"\n":        nil,
		"name = \"A\"\ncontact = \"https://example.org/\"\n": nil,
		"name = \"A\"\n": {warning},
		"name = \"A\"\ncontact = \"http://example.org/\"\n": {warning}, // not allowed in security.txt
		"name = \"A\"\ncontact = \"a\"\n":                   {"hugo.toml:3:1 error config config-contact Contact=a"},
	} {
		fsys := files("")
		fsys["hugo.toml"] = &fstest.MapFile{Data: []byte("[params.publisher]\n" + toml)}
		wantProblems(t, load(t, fsys), want...)
	}
}
