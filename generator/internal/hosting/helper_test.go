package hosting

import (
	"strings"
	"testing"
)

// policies are those that the written files are compared with: at the root of
// a host, below a path, with many languages, bound to the whole domain.
func policies(t *testing.T) map[string]*Policy {
	t.Helper()
	all := map[string]*Policy{}
	var many []string
	for c := 'a'; c <= 'z'; c++ {
		for d := 'a'; d <= 'd'; d++ {
			many = append(many, string(c)+string(d))
		}
	}
	for name, opt := range map[string]Options{
		"root":  {BaseURL: "https://example.org/", Languages: []string{"fr", "en", "pt-br"}},
		"path":  {BaseURL: "https://www.example.org:8443/a/b.c/", Languages: []string{"en"}, Onion: "http://x.onion"},
		"onion": {BaseURL: "https://example.org/", Languages: []string{"en", "ar"}, Onion: "http://x.onion", IncludeSubDomains: true, Preload: true},
		"many":  {BaseURL: "https://example.org/", Languages: many, Onion: "http://x.onion"},
	} {
		opt.SearchBundle = "pagefind"
		p, err := New(opt)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = p
	}
	return all
}

// digest is a fingerprint in a name.
var digest = strings.Repeat("0a1b2c3d", 12)

// paths are addresses of every class and kind.
func paths(p *Policy) []string {
	var all []string
	for _, l := range p.Languages {
		for _, name := range []string{"", "resolution", "resolution/", "resolution/resolution.xml", "resolution/cite/p1.csl.json", "resolution/cite/p1.bib", "search", "search/", "help", "help/", "help/a/", "help/a/page.txt", "404.html"} {
			all = append(all, p.Base+"/"+l+"/"+name)
		}
	}
	for _, name := range []string{"", "404.html", "build.json", "icon.svg", "css/site.min." + digest + ".css", "js/exit." + digest + ".js", "pagefind/pagefind.js", "pagefind/index/en_1.pf_index", "pagefind/places.en.json", "calendar.ics", "site.webmanifest", "data.jsonld", "sitemap.xml"} {
		all = append(all, p.Base+"/"+name)
	}
	return all
}

// written returns the files of a policy, wherever they are written.
func written(t *testing.T, p *Policy) Files {
	t.Helper()
	inside, beside, err := p.Write()
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range inside {
		beside[name] = content
	}
	return beside
}
