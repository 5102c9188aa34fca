package hosting

import (
	"regexp"
	"strings"
	"testing"
)

// nginx puts names of variables into buckets of 64 bytes, with what it needs to
// find them.
func TestNamesThatServersShareAreShortAndDiffer(t *testing.T) {
	label := strings.Repeat("a", 28)
	seen := map[string]string{}
	for _, base := range []string{"https://" + label + "." + label + ".org/", "https://" + label + "." + label + ".org/b/", "https://example.org/", "https://example.com/"} {
		p, err := New(Options{BaseURL: base, Languages: []string{"en"}, SearchBundle: "pagefind"})
		if err != nil {
			t.Fatal(err)
		}
		names := regexp.MustCompile(`site_[A-Za-z0-9_]*`).FindAllString(string(written(t, p)["nginx.conf"]), -1)
		if len(names) == 0 {
			t.Fatalf("%s: no names", base)
		}
		for _, name := range names {
			if len(name) >= 32 {
				t.Errorf("%s: %s has %d characters", base, name, len(name))
			}
			if other := seen[name]; other != "" && other != base {
				t.Errorf("%s and %s share %s", base, other, name)
			}
			seen[name] = base
		}
	}
}
