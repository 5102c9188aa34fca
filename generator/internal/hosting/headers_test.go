package hosting

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// parsedRule is a rule of a file _headers as it is read back.
type parsedRule struct {
	path   string
	remove []string
	fields [][2]string
}

// parseHeaders reads the file as the parsers of both hosts do: lines without a
// colon are removals or nothing.
func parseHeaders(t *testing.T, content []byte) []parsedRule {
	t.Helper()
	var rules []parsedRule
	for _, line := range strings.Split(string(content), "\n") {
		if len(line) > headersLine {
			t.Errorf("a line of %d characters", len(line))
		}
		line = strings.TrimSpace(line)
		name, value, pair := strings.Cut(line, ":")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '/':
			rules = append(rules, parsedRule{path: line})
		case !pair && strings.HasPrefix(line, "! "):
			last := &rules[len(rules)-1]
			last.remove = append(last.remove, line[2:])
		case pair && len(rules) > 0 && !strings.ContainsAny(name, " \t") && strings.TrimSpace(value) != "":
			last := &rules[len(rules)-1]
			last.fields = append(last.fields, [2]string{name, strings.TrimSpace(value)})
		default:
			t.Errorf("a line that no host understands: %s", line)
		}
	}
	if len(rules) > headersLimit {
		t.Errorf("%d rules", len(rules))
	}
	for _, r := range rules {
		if strings.Count(r.path, "*") > 1 {
			t.Errorf("%s has more than one star", r.path)
		}
	}
	return rules
}

var placeholder = regexp.MustCompile(`:[A-Za-z]\w*`)

// cloudflare applies the rules as Cloudflare Pages does: exact patterns; what a
// rule removes goes first; a value that a rule before has set is joined.
func cloudflare(rules []parsedRule, path string) http.Header {
	h := http.Header{"Access-Control-Allow-Origin": {"*"}, "Referrer-Policy": {"strict-origin-when-cross-origin"}}
	set := map[string]bool{}
	for _, r := range rules {
		pattern := placeholder.ReplaceAllString(strings.ReplaceAll(regexp.QuoteMeta(r.path), `\*`, ".*"), "[^/]+")
		if !regexp.MustCompile("^" + pattern + "$").MatchString(path) {
			continue
		}
		for _, name := range r.remove {
			h.Del(name)
		}
		for _, f := range r.fields {
			if name := http.CanonicalHeaderKey(f[0]); set[name] && h.Get(name) != "" {
				h.Set(name, h.Get(name)+", "+f[1])
			} else {
				h.Set(name, f[1])
				set[name] = true
			}
		}
	}
	return h
}

// netlify applies the rules as Netlify does: a slash at the end counts for
// nothing, nor does letter case; a later value replaces an earlier one.
func netlify(rules []parsedRule, path string) http.Header {
	h := http.Header{}
	for _, r := range rules {
		var parts []string
		for _, part := range strings.Split(r.path, "/") {
			switch {
			case part == "":
			case part[0] == ':':
				parts = append(parts, "([^/]+)")
			case part == "*":
				parts = append(parts, "?(.*)")
			case strings.Contains(part, "*"):
				parts = append(parts, strings.ReplaceAll(part, "*", "(.*)"))
			default:
				parts = append(parts, regexp.QuoteMeta(part))
			}
		}
		if !regexp.MustCompile("(?i)^/" + strings.Join(parts, "/") + "/?$").MatchString(path) {
			continue
		}
		for _, f := range r.fields {
			h.Set(f[0], f[1])
		}
	}
	return h
}

func TestNetlifyAndCloudflareReadThePolicyFromOneFile(t *testing.T) {
	for name, p := range policies(t) {
		rules := parseHeaders(t, written(t, p)["_headers"])
		for host, apply := range map[string]func([]parsedRule, string) http.Header{"Cloudflare": cloudflare, "Netlify": netlify} {
			for _, path := range paths(p) {
				want, got := p.Answer(Request{Path: path, Secure: true}), apply(rules, path)
				want.Del("Vary") // they compress by themselves
				if k := KindOf(path); !k.uncommon {
					want.Del("Content-Type") // they know it
				}
				inside := strings.TrimPrefix(path, p.Base+"/")
				if home := inside == "" || slices.Contains(p.Languages, strings.TrimSuffix(inside, "/")); !home || len(p.Languages) > headersLimit/2 {
					want.Del("Onion-Location")
				}
				for _, field := range fields(want, got) {
					if !slices.Equal(got.Values(field), want.Values(field)) {
						t.Errorf("%s, %s, %s: %s: %q, want %q", name, host, path, field, got.Values(field), want.Values(field))
					}
				}
			}
		}
	}
}

// fields are the names of both.
func fields(a, b http.Header) []string {
	var names []string
	for _, h := range []http.Header{a, b} {
		for name := range h {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func TestNetlifyAnswersMissingAddressesInTheirLanguage(t *testing.T) {
	for name, p := range policies(t) {
		type redirect struct{ from, to string }
		var redirects []redirect
		for _, line := range strings.Split(string(written(t, p)["_redirects"]), "\n") {
			if words := strings.Fields(line); len(words) > 0 && words[0] != "#" {
				if len(words) != 3 || words[2] != "404" {
					t.Fatalf("%s: %s", name, line)
				}
				redirects = append(redirects, redirect{words[0], words[1]})
			}
		}
		for _, path := range append(paths(p), p.Base+"/x", p.Base+"/xx/y") {
			if strings.Count(strings.TrimPrefix(path, p.Base), "/") < 2 && p.NotFound(path) != p.Base+"/404.html" {
				continue
			}
			i := slices.IndexFunc(redirects, func(r redirect) bool { return strings.HasPrefix(path, strings.TrimSuffix(r.from, "*")) })
			if i < 0 || redirects[i].to != p.NotFound(path) {
				t.Errorf("%s: %s: rule %d of %v, want %s", name, path, i, redirects, p.NotFound(path))
			}
		}
	}
}

func TestWhatBelongsToTheRootOfTheHostIsNotWrittenBelowIt(t *testing.T) {
	inside, beside, err := policies(t)["path"].Write()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"_headers", "_redirects"} {
		if inside[name] != nil || beside[name] == nil {
			t.Errorf("%s is in the site", name)
		}
	}
	if inside[".htaccess"] == nil {
		t.Error("Apache finds no .htaccess")
	}
}
