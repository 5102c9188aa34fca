package hosting

import (
	"bytes"
	"encoding/json"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The limits of a policy of CloudFront: "Quotas" in its developer guide.
const (
	cloudFrontCustomMost = 10
	cloudFrontCSPMost    = 1783
	cloudFrontTextMost   = 128
)

// readPolicy turns a policy back into headers.
func readPolicy(t *testing.T, content []byte) http.Header {
	t.Helper()
	var policy cloudFrontPolicy
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&policy); err != nil {
		t.Fatal(err)
	}
	if !regexp.MustCompile(`^[A-Za-z0-9_-]+$`).MatchString(policy.Name) || len(policy.Name) > cloudFrontTextMost || len(policy.Comment) > cloudFrontTextMost {
		t.Errorf("name %q, comment %q", policy.Name, policy.Comment)
	}
	s, custom := policy.SecurityHeadersConfig, policy.CustomHeadersConfig
	if custom.Quantity != len(custom.Items) || custom.Quantity > cloudFrontCustomMost {
		t.Errorf("%d custom headers of %d", len(custom.Items), custom.Quantity)
	}
	if n := len(s.ContentSecurityPolicy.ContentSecurityPolicy); n > cloudFrontCSPMost {
		t.Errorf("Content-Security-Policy of %d characters", n)
	}
	h := http.Header{}
	h.Set("Content-Security-Policy", s.ContentSecurityPolicy.ContentSecurityPolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", s.FrameOptions.FrameOption)
	h.Set("Referrer-Policy", s.ReferrerPolicy.ReferrerPolicy)
	transport := "max-age=" + strconv.Itoa(s.StrictTransportSecurity.AccessControlMaxAgeSec)
	if s.StrictTransportSecurity.IncludeSubdomains {
		transport += "; includeSubDomains"
	}
	if s.StrictTransportSecurity.Preload {
		transport += "; preload"
	}
	h.Set("Strict-Transport-Security", transport)
	overrides := []bool{s.ContentSecurityPolicy.Override, s.ContentTypeOptions.Override, s.FrameOptions.Override, s.ReferrerPolicy.Override, s.StrictTransportSecurity.Override}
	for _, item := range custom.Items {
		h.Set(item.Header, item.Value)
		overrides = append(overrides, item.Override)
	}
	if slices.Contains(overrides, false) {
		t.Error("what the origin sends would win")
	}
	return h
}

func TestEachClassHasItsPolicyOfCloudFront(t *testing.T) {
	for name, p := range policies(t) {
		files := written(t, p)
		for _, c := range Classes {
			file := "cloudfront-" + string(c) + ".json"
			if c == Page {
				file = "cloudfront.json"
			}
			got := readPolicy(t, files[file])
			want := http.Header{}
			for _, h := range p.Common() {
				want.Set(h.Name, h.Value)
			}
			want.Set("Content-Security-Policy", p.ContentSecurity(c))
			want.Set("Cache-Control", p.CacheControl(c))
			want.Set("Strict-Transport-Security", p.Transport)
			for _, field := range fields(want, got) {
				if !slices.Equal(got.Values(field), want.Values(field)) {
					t.Errorf("%s, %s: %s: %q, want %q", name, file, field, got.Values(field), want.Values(field))
				}
			}
		}
	}
}

// The documentation of the package and the README say so.
func TestCloudFrontNeedsABehaviourForEachPathPattern(t *testing.T) {
	for behaviours, quiet := range map[int][]string{7: nil, 8: {"help", "safety"}} {
		p, err := New(Options{BaseURL: "https://example.org/", Languages: []string{"en"}, SearchBundle: "pagefind", Quiet: quiet})
		if err != nil {
			t.Fatal(err)
		}
		var patterns []string
		for _, c := range Classes[1:] {
			patterns = append(patterns, p.cloudFrontPaths(c)...)
		}
		if len(patterns) != behaviours {
			t.Errorf("%d patterns: %q", len(patterns), patterns)
		}
		if slices.ContainsFunc(patterns, func(glob string) bool { return regexp.MustCompile(fits(glob)).MatchString("/en/help") }) {
			t.Errorf("a pattern fits the address without its slash: %q", patterns)
		}
	}
}

// fits is a pattern of CloudFront as a regular expression.
func fits(glob string) string {
	return "^" + strings.ReplaceAll(regexp.QuoteMeta(glob), `\*`, ".*") + "$"
}

func TestThePathPatternsOfCloudFrontFitTheirClass(t *testing.T) {
	p := policies(t)["root"]
	for _, path := range paths(p) {
		found := Page
		for _, c := range Classes[1:] {
			for _, glob := range p.cloudFrontPaths(c) {
				if regexp.MustCompile(fits(glob)).MatchString(path) {
					found = c
				}
			}
		}
		if want := p.Class(path); found != want && (strings.HasSuffix(path, "/") || strings.Contains(path, ".")) {
			t.Errorf("%s: %s, want %s", path, found, want)
		}
	}
}
