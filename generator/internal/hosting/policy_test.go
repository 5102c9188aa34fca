package hosting

import (
	"slices"
	"strings"
	"testing"
)

func TestAddressesBelongToTheirClass(t *testing.T) {
	p := policies(t)["path"]
	for path, want := range map[string]Class{
		"/a/b.c/":                              Page,
		"/a/b.c/en/":                           Page,
		"/a/b.c/en/search":                     Search,
		"/a/b.c/en/search/":                    Search,
		"/a/b.c/en/search/x.js":                Search,
		"/a/b.c/en/searching/":                 Page,
		"/a/b.c/xx/search/":                    Page, // no language
		"/a/b.c/en/x/help/":                    Page,
		"/a/b.c/en/help/":                      Help,
		"/a/b.c/en/help":                       Help,
		"/a/b.c/en/helpers/":                   Page,
		"/a/bxc/en/help/":                      Page,
		"/en/help/":                            Page,
		"/a/b.c/css/site." + digest + ".css":   Asset,
		"/a/b.c/css/site.css":                  Page,
		"/a/b.c/css/site." + digest + ".css.x": Page,
		"/a/b.c/en/site." + digest + ".css":    Page,
		"/a/b.c/pagefind/pagefind.js":          SearchFiles,
		"/a/b.c/pagefind/index/en.pf_index":    SearchData,
		"/a/b.c/pagefind/places.en.json":       SearchData,
		"/a/b.c/pagefind/pagefind.en.pf_meta":  SearchFiles, // every search loads it
		"/a/b.c/pagefind/fragment/en.x":        SearchFiles, // is never written
		"/a/b.c/pagefindx/index/":              Page,
	} {
		if got := p.Class(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestOnlyTheSearchMayCompileAndConnect(t *testing.T) {
	p := policies(t)["root"]
	for _, c := range Classes {
		policy := p.ContentSecurity(c)
		for _, needed := range []string{"'wasm-unsafe-eval'", "connect-src 'self'"} {
			if got := strings.Contains(policy, needed); got != slices.Contains([]Class{Search, SearchFiles, SearchData}, c) {
				t.Errorf("%s, %s: %t", c, needed, got)
			}
		}
		strict := strings.NewReplacer(" 'wasm-unsafe-eval'", "", "connect-src 'self'; ", "").Replace(policy)
		if strict != p.ContentSecurity(Page) {
			t.Errorf("%s differs in more: %s", c, policy)
		}
	}
}

func TestTransportSecurityIsPromisedOverHttpsAlone(t *testing.T) {
	p := policies(t)["onion"]
	want := "max-age=63072000; includeSubDomains; preload"
	if got := p.Answer(Request{Path: "/", Secure: true}).Get("Strict-Transport-Security"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, r := range []Request{{Path: "/"}, {Path: "/", Onion: true}} {
		if got := p.Answer(r).Values("Strict-Transport-Security"); got != nil {
			t.Errorf("%+v: %q", r, got)
		}
	}
	if got := p.Answer(Request{Path: "/", Onion: true}).Values("Onion-Location"); got != nil {
		t.Errorf("the onion service leads to itself: %q", got)
	}
}

func TestAMissingAddressIsAnsweredInTheLanguageOfItsFolder(t *testing.T) {
	p := policies(t)["path"]
	for path, want := range map[string]string{
		"/a/b.c/en/x":      "/a/b.c/en/404.html",
		"/a/b.c/en/x/y/":   "/a/b.c/en/404.html",
		"/a/b.c/en":        "/a/b.c/404.html",
		"/a/b.c/xx/":       "/a/b.c/404.html",
		"/a/b.c/english/x": "/a/b.c/404.html",
		"/x":               "/a/b.c/404.html",
	} {
		if got := p.NotFound(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	css := "/a/b.c/css/site." + digest + ".css"
	if got := p.Answer(Request{Path: css, Missing: true}).Get("Cache-Control"); got != "no-cache" {
		t.Errorf("a missing style sheet is kept: %s", got)
	}
	if got := p.Answer(Request{Path: "/a/b.c/en/help/x", Missing: true}).Get("Cache-Control"); got != "no-store" {
		t.Errorf("a missing page of help is kept: %s", got)
	}
}

func TestTheLongestEndOfAPathDecidesItsKind(t *testing.T) {
	for path, want := range map[string]string{
		"/en/":                          "text/html; charset=utf-8",
		"/en/resolution/resolution.xml": "application/akn+xml; charset=utf-8",
		"/sitemap.xml":                  "application/xml; charset=utf-8",
		"/a/p1.csl.json":                "application/vnd.citationstyles.csl+json",
		"/a/p1.json":                    "application/json",
		"/a/wasm.en.pagefind":           "application/octet-stream",
		"/LICENSE":                      "application/octet-stream",
	} {
		if got := KindOf(path).ContentType(); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}

func TestNamesThatMeanSomethingToAHostAreRefused(t *testing.T) {
	for _, opt := range []Options{
		{BaseURL: "https://example.org/a%20b/"},
		{BaseURL: `https://example.org/a"b/`},
		{BaseURL: "https://example.org/a$b/"},
		{BaseURL: "https://example.org/a"},
		{BaseURL: "example.org"},
		{BaseURL: "https://example.org/", Languages: []string{"en;"}},
		{BaseURL: "https://example.org/", SearchBundle: "a b"},
	} {
		if p, err := New(opt); err == nil {
			t.Errorf("%+v: accepted as %+v", opt, p)
		}
	}
}
