package hosting

// A rule of the file _headers.
type headersRule struct {
	Glob string
	// Unset are headers that earlier rules have set.
	Unset []string
	Set   []Header
}

// headersLimit and headersLine are the most rules that Cloudflare reads, and
// the longest line.
const (
	headersLimit = 100
	headersLine  = 2000
)

// Rules are those of the file _headers, for Netlify and Cloudflare Pages.
func (s sheet) Rules() []headersRule {
	page := headersRule{
		Glob: s.below("*"),
		// Cloudflare lets every site read what it serves.
		Unset: []string{"Access-Control-Allow-Origin"},
		Set: append(s.Common(),
			Header{"Content-Security-Policy", s.ContentSecurity(Page)},
			Header{"Cache-Control", s.CacheControl(Page)},
			Header{"Strict-Transport-Security", s.Transport},
		),
	}
	rules := []headersRule{page}
	for _, c := range Classes[1:] {
		for _, glob := range s.globs(c) {
			r := headersRule{Glob: glob}
			for _, h := range []Header{{"Content-Security-Policy", s.ContentSecurity(c)}, {"Cache-Control", s.CacheControl(c)}} {
				if h.Value != page.value(h.Name) {
					r.Unset = append(r.Unset, h.Name)
					r.Set = append(r.Set, h)
				}
			}
			rules = append(rules, r)
		}
	}
	for _, k := range Kinds {
		if k.uncommon {
			rules = append(rules, headersRule{Glob: s.Base + "/*" + k.Suffix, Set: []Header{{"Content-Type", k.ContentType()}}})
		}
	}
	// The path cannot be named in a way that both hosts understand.
	if home := append([]string{""}, s.Languages...); s.Onion != "" && len(rules)+len(home) <= headersLimit {
		for _, lang := range home {
			at := s.Base + "/"
			if lang != "" {
				at += lang + "/"
			}
			rules = append(rules, headersRule{Glob: at, Set: []Header{{"Onion-Location", s.Onion + at}}})
		}
	}
	return rules
}

// value is what the rule sets a header to.
func (r headersRule) value(name string) string {
	for _, h := range r.Set {
		if h.Name == name {
			return h.Value
		}
	}
	return ""
}
