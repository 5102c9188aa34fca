package hosting

import (
	"fmt"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
)

// Options say of which site the policy is.
type Options struct {
	// BaseURL is the address of the site, ending in a slash; it may have a
	// path, below which everything then lies.
	BaseURL string
	// Languages are the folders of the languages.
	Languages []string
	// SearchBundle is the folder of the search's own scripts and index, below
	// the base.
	SearchBundle string
	// Quiet are the folders below a language's of which nothing may stay on a
	// device; help where it is nil.
	Quiet []string
	// Onion is the address of the same site as an onion service, without a
	// slash at its end; empty where there is none.
	Onion string
	// IncludeSubDomains and Preload bind the whole domain to https.
	IncludeSubDomains, Preload bool
}

// Header is one field of an answer.
type Header struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// Policy is how one site is served.
type Policy struct {
	// Host is the name of the host, without a port.
	Host string
	// Base is the path the site stands at, without a slash at its end: empty
	// at the root of the host.
	Base string
	// Languages are the folders of the languages, sorted.
	Languages []string
	// SearchBundle is the folder of the search below the base.
	SearchBundle string
	// Quiet are the folders below a language's that are of the class Help.
	Quiet []string
	// Onion is the address of the onion service, or empty.
	Onion string
	// Transport is Strict-Transport-Security. It is sent over https only.
	Transport string

	patterns map[Class]*regexp.Regexp
}

// New makes the policy of a site.
func New(opt Options) (*Policy, error) {
	base, err := url.Parse(opt.BaseURL)
	if err != nil || base.Host == "" || !strings.HasSuffix(base.Path, "/") {
		return nil, fmt.Errorf("hosting: %q is not the address of a site", opt.BaseURL)
	}
	p := &Policy{
		Host: base.Hostname(), Base: strings.TrimSuffix(base.EscapedPath(), "/"),
		Languages: slices.Sorted(slices.Values(opt.Languages)), SearchBundle: opt.SearchBundle,
		Quiet: opt.Quiet, Onion: opt.Onion, Transport: "max-age=63072000",
		patterns: map[Class]*regexp.Regexp{},
	}
	if p.Quiet == nil {
		p.Quiet = []string{"help"}
	}
	// What stands in the files of the hosts must mean nothing else there.
	for _, name := range slices.Concat(p.Languages, p.Quiet, []string{p.SearchBundle, p.Base, p.Host}) {
		if !plain.MatchString(name) {
			return nil, &Unwritable{name}
		}
	}
	if opt.IncludeSubDomains {
		p.Transport += "; includeSubDomains"
	}
	if opt.Preload {
		p.Transport += "; preload"
	}
	for _, c := range Classes[1:] {
		p.patterns[c] = regexp.MustCompile(p.Pattern(c))
	}
	return p, nil
}

// Unwritable says that a part of an address means something else in the file of
// some host.
type Unwritable struct{ Part string }

func (e *Unwritable) Error() string {
	return fmt.Sprintf("%s cannot be written for every host", e.Part)
}

// Diagnostic is the finding for the person who ran the program.
func (e *Unwritable) Diagnostic() diag.Diagnostic {
	return diag.Diagnostic{Rule: "config", Severity: diag.Error, ID: "hosting-address", Args: map[string]any{"Part": e.Part}}
}

var plain = regexp.MustCompile(`^[\w./~-]*$`)

// Common are the headers of every answer.
func (p *Policy) Common() []Header {
	return []Header{
		{"Referrer-Policy", "no-referrer"},
		{"X-Content-Type-Options", "nosniff"},
		{"X-Frame-Options", "DENY"},
		{"Cross-Origin-Opener-Policy", "same-origin"},
		{"Cross-Origin-Embedder-Policy", "require-corp"},
		{"Cross-Origin-Resource-Policy", "same-origin"},
		{"X-DNS-Prefetch-Control", "off"},
		{"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"},
	}
}

// ContentSecurity is the Content-Security-Policy of a class.
func (p *Policy) ContentSecurity(c Class) string {
	script, connect := "'self'", ""
	if c.searches() {
		script, connect = "'self' 'wasm-unsafe-eval'", "connect-src 'self'; "
	}
	return "default-src 'none'; script-src " + script + "; style-src 'self'; img-src 'self'; font-src 'self'; " + connect +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
}

// CacheControl says how long an answer of a class may be kept, and whether at all.
func (p *Policy) CacheControl(c Class) string {
	switch c {
	case Help, SearchData:
		return "no-store"
	case Asset:
		return "public, max-age=31536000, immutable"
	default:
		return "no-cache"
	}
}

// NotFound is the path of the page that a missing address gets: in the
// language of its folder, or in all.
func (p *Policy) NotFound(at string) string {
	if inside, ok := strings.CutPrefix(at, p.Base+"/"); ok {
		if lang, _, ok := strings.Cut(inside, "/"); ok && slices.Contains(p.Languages, lang) {
			return p.Base + "/" + lang + "/404.html"
		}
	}
	return p.Base + "/404.html"
}

// Request is what an answer depends on.
type Request struct {
	// Path is the path asked for, from the root of the host.
	Path string
	// Missing says that nothing is there.
	Missing bool
	// Secure says that it came over https, Onion that it came by the onion
	// service.
	Secure, Onion bool
}

// Answer is every header of an answer that the policy decides.
func (p *Policy) Answer(r Request) http.Header {
	class, kind := p.Class(r.Path), KindOf(r.Path)
	if r.Missing {
		class, kind = class.missing(), KindOf("404.html")
	}
	h := http.Header{}
	for _, c := range p.Common() {
		h.Set(c.Name, c.Value)
	}
	h.Set("Content-Security-Policy", p.ContentSecurity(class))
	h.Set("Cache-Control", p.CacheControl(class))
	h.Set("Vary", "Accept-Encoding")
	h.Set("Content-Type", kind.ContentType())
	if r.Secure {
		h.Set("Strict-Transport-Security", p.Transport)
	}
	if p.Onion != "" && !r.Onion {
		h.Set("Onion-Location", p.Onion+r.Path)
	}
	return h
}

// below joins a path to the base.
func (p *Policy) below(elements ...string) string {
	return p.Base + "/" + path.Join(elements...)
}
