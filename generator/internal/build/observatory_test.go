package build

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// The scores of the HTTP Observatory by its published rules (as of version 6 of
// its algorithm, github.com/mdn/mdn-http-observatory, src/grader): 100 at
// first, less for what is missing or weak; what is better than asked for adds
// to it only where no more than ten are lost.

// observed is what the Observatory looks at: an answer over https, whether its
// certificate was trusted, the one over http, and the one to a question of
// another origin.
type observed struct {
	secure, plain, cross *http.Response
	trusted              bool
	body                 []byte
}

// score is the sum with what each rule adds or takes.
func score(o observed) (int, map[string]int) {
	parts := map[string]int{
		"content-security-policy":       scoreContentSecurity(o),
		"cookies":                       scoreCookies(o),
		"cross-origin-resource-sharing": scoreSharing(o),
		"redirection":                   scoreRedirection(o),
		"referrer-policy":               scoreReferrer(o),
		"strict-transport-security":     scoreTransport(o),
		"subresource-integrity":         scoreIntegrity(o),
		"x-content-type-options":        oneOf(o, "X-Content-Type-Options", -5, -5, map[string]int{"nosniff": 0}),
		"x-frame-options":               scoreFrames(o),
		"cross-origin-resource-policy":  oneOf(o, "Cross-Origin-Resource-Policy", 0, -5, map[string]int{"same-origin": 10, "same-site": 10, "cross-origin": 0}),
		"cross-origin-embedder-policy":  oneOf(o, "Cross-Origin-Embedder-Policy", 0, -5, map[string]int{"require-corp": 10, "credentialless": 10, "unsafe-none": 0}),
		"cross-origin-opener-policy":    oneOf(o, "Cross-Origin-Opener-Policy", 0, -5, map[string]int{"same-origin": 10, "same-origin-allow-popups": 10, "noopener-allow-popups": 10, "unsafe-none": 0}),
	}
	all, lost := 100, 100
	for _, n := range parts {
		all += n
		lost += min(n, 0)
	}
	if lost < 90 {
		all = lost
	}
	return max(all, 0), parts
}

// oneOf scores a header by its value: absent where there is none, invalid
// where it is none of the values.
func oneOf(o observed, name string, absent, invalid int, values map[string]int) int {
	value := o.secure.Header.Get(name)
	if value == "" {
		return absent
	}
	if n, ok := values[strings.ToLower(strings.TrimSpace(value))]; ok {
		return n
	}
	return invalid
}

// directives are those of one Content-Security-Policy in small letters; nil
// for several policies and repeated directives, which we never send.
func directives(header []string) map[string][]string {
	if len(header) != 1 || strings.Contains(header[0], ",") {
		return nil
	}
	list := map[string][]string{}
	for _, d := range strings.Split(strings.ToLower(header[0]), ";") {
		words := strings.Fields(d)
		if len(words) == 0 {
			continue
		}
		if _, again := list[words[0]]; again {
			return nil
		}
		list[words[0]] = words[1:]
	}
	return list
}

var broad = []string{"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}

func scoreContentSecurity(o observed) int {
	list := directives(o.secure.Header.Values("Content-Security-Policy"))
	if list == nil {
		return -25
	}
	sources := func(names ...string) []string {
		for _, name := range names {
			if s, ok := list[name]; ok {
				return s
			}
		}
		return []string{"*"}
	}
	has := func(sources []string, any ...string) bool {
		return slices.ContainsFunc(sources, func(s string) bool { return slices.Contains(any, s) })
	}
	unsafe := append([]string{"'unsafe-inline'", "data:"}, broad...)
	script, object, style := sources("script-src", "default-src"), sources("object-src", "default-src"), sources("style-src", "default-src")
	insecure := func(passive bool) bool {
		for name, s := range list {
			if passive == (name == "img-src" || name == "media-src") && slices.ContainsFunc(s, func(s string) bool { return strings.HasPrefix(s, "http:") || strings.HasPrefix(s, "ftp:") }) {
				return true
			}
		}
		return false
	}
	switch {
	case has(script, unsafe...) || has(object, broad...):
		return -20
	case insecure(false):
		return -20
	case has(script, "'unsafe-eval'") || has(style, "'unsafe-eval'"):
		return -10
	case insecure(true):
		return -10
	case has(style, unsafe...):
		return 0
	case slices.Equal(list["default-src"], []string{"'none'"}):
		return 10
	default:
		return 5
	}
}

func scoreCookies(o observed) int {
	if len(o.secure.Cookies()) > 0 {
		return -40 // the most that one can take: we have none
	}
	return 0
}

func scoreSharing(o observed) int {
	origin := o.cross.Header.Get("Access-Control-Allow-Origin")
	if origin == o.cross.Request.Header.Get("Origin") && strings.EqualFold(o.cross.Header.Get("Access-Control-Allow-Credentials"), "true") {
		return -50
	}
	return 0
}

func scoreRedirection(o observed) int {
	to, err := url.Parse(o.plain.Header.Get("Location"))
	switch {
	case o.plain.StatusCode/100 != 3 || err != nil:
		return -20
	case to.Scheme != "https":
		return -10
	case to.Hostname() != o.plain.Request.URL.Hostname():
		return -5
	case !o.trusted:
		return -20
	default:
		return 0
	}
}

func scoreReferrer(o observed) int {
	return oneOf(o, "Referrer-Policy", 0, -5, map[string]int{"no-referrer": 5, "same-origin": 5, "strict-origin": 5, "strict-origin-when-cross-origin": 5})
}

func scoreTransport(o observed) int {
	header := o.secure.Header.Values("Strict-Transport-Security")
	if len(header) != 1 || !o.trusted {
		return -20
	}
	for _, d := range strings.Split(header[0], ";") {
		if age, ok := strings.CutPrefix(strings.ToLower(strings.TrimSpace(d)), "max-age="); ok {
			seconds, err := strconv.Atoi(age)
			switch {
			case err != nil:
				return -20
			case seconds < 15_552_000:
				return -10
			default:
				return 0
			}
		}
	}
	return -20
}

// scoreIntegrity looks at the scripts of a page: five for a digest at one of
// our own, nothing where there is none.
func scoreIntegrity(o observed) int {
	points := 0
	for z := html.NewTokenizer(bytes.NewReader(o.body)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return points
		case html.StartTagToken:
			t := z.Token()
			attribute := map[string]string{}
			for _, a := range t.Attr {
				attribute[a.Key] = a.Val
			}
			src := attribute["src"]
			switch {
			case t.Data != "script" || src == "":
			case strings.HasPrefix(src, "//") || strings.Contains(src, "://"):
				return -50 // we have none
			case attribute["integrity"] != "":
				points = 5
			}
		}
	}
}

func scoreFrames(o observed) int {
	if _, ok := directives(o.secure.Header.Values("Content-Security-Policy"))["frame-ancestors"]; ok {
		return 5
	}
	return oneOf(o, "X-Frame-Options", -20, -20, map[string]int{"deny": 5, "sameorigin": 5})
}

func TestTheObservatorysRulesTakeAndGive(t *testing.T) {
	good := map[string]string{
		"Content-Security-Policy":      "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
		"Strict-Transport-Security":    "max-age=63072000",
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "no-referrer",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Embedder-Policy": "require-corp",
		"Cross-Origin-Resource-Policy": "same-origin",
	}
	for _, tc := range []struct {
		name, header, value string
		want                int
	}{
		{"all good", "", "", 150},
		{"a script from anywhere", "Content-Security-Policy", "default-src 'none'; script-src https:; frame-ancestors 'none'", 80},
		{"eval", "Content-Security-Policy", "default-src 'none'; script-src 'self' 'unsafe-eval'; frame-ancestors 'none'", 130},
		{"compiled code alone", "Content-Security-Policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'", 150},
		{"no policy, so no frames forbidden", "Content-Security-Policy", "", 55},
		{"a policy twice", "Content-Security-Policy", "default-src 'none', default-src 'none'", 55},
		{"sources by default", "Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'", 145},
		{"a short time", "Strict-Transport-Security", "max-age=1000", 140},
		{"no time", "Strict-Transport-Security", "", 80},
		{"sniffing", "X-Content-Type-Options", "", 145},
		{"a referrer", "Referrer-Policy", "unsafe-url", 140},
		{"no isolation", "Cross-Origin-Opener-Policy", "", 140},
	} {
		h := http.Header{}
		for k, v := range good {
			h.Set(k, v)
		}
		if tc.header != "" {
			h.Set(tc.header, tc.value)
		}
		if tc.value == "" {
			h.Del(tc.header)
		}
		request := &http.Request{URL: &url.URL{Scheme: "http", Host: "example.org"}, Header: http.Header{"Origin": {"https://other.example"}}}
		o := observed{
			secure: &http.Response{Header: h}, trusted: true,
			plain: &http.Response{StatusCode: 301, Request: request, Header: http.Header{"Location": {"https://example.org/"}}},
			cross: &http.Response{Request: request},
		}
		if got, parts := score(o); got != tc.want {
			t.Errorf("%s: %d, want %d (%v)", tc.name, got, tc.want, parts)
		}
	}
}

// observe asks a server as the Observatory does. Its certificate is trusted by
// the test alone; elsewhere it is the publisher's.
func (s *server) observe(t *testing.T, at *served, path string) observed {
	t.Helper()
	o := observed{trusted: true} // or the client would have refused it
	o.secure, o.body = s.plainly(t, at, "GET", "https", path)
	o.plain, _ = s.plainly(t, at, "GET", "http", path)
	o.cross, _ = s.plainly(t, at, "OPTIONS", "https", path, "Origin", "https://other.example", "Access-Control-Request-Method", "GET")
	return o
}

// The Observatory itself scores no page that is missing; the rules are held to
// it all the same.
func TestTheObservatoryGivesAtLeast130(t *testing.T) {
	at := publishSite(t, everyClass(t), "")
	eachServer(t, at, func(t *testing.T, s *server) {
		for _, path := range []string{"/", "/en/", "/en/resolution/", "/en/help/", "/en/search/", "/en/nothing", "/nothing"} {
			got, parts := score(s.observe(t, at, path))
			t.Logf("%s %s: %d", s.name, path, got)
			if got < 130 {
				t.Errorf("%s %s: %d: %v", s.name, path, got, parts)
			}
		}
	})
}
