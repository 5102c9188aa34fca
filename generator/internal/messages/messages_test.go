package messages

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"
)

func catalogue(t *testing.T, lang string) map[string]any {
	t.Helper()
	data, err := catalogs.ReadFile("catalog/" + lang + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := toml.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

var field = regexp.MustCompile(`\{\{ \.(\w+) \}\}`)

func placeholders(v any) []string {
	var all []string
	switch v := v.(type) {
	case string:
		for _, m := range field.FindAllStringSubmatch(v, -1) {
			all = append(all, m[1])
		}
	case map[string]any:
		for _, form := range v {
			all = append(all, placeholders(form)...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func TestEveryLanguageHasEveryTextWithItsPlaceholders(t *testing.T) {
	reference := catalogue(t, "en")
	for _, tag := range Languages[1:] {
		other := catalogue(t, tag.String())
		for _, key := range slices.Sorted(maps.Keys(reference)) {
			if other[key] == nil {
				t.Errorf("%s: %q is missing", tag, key)
			} else if a, b := placeholders(reference[key]), placeholders(other[key]); !slices.Equal(a, b) {
				t.Errorf("%s: %q has the placeholders %v, want %v", tag, key, b, a)
			}
		}
		for key := range other {
			if reference[key] == nil {
				t.Errorf("%s: %q does not exist in English", tag, key)
			}
		}
	}
}

// Every identity that the code gives a diagnostic has a text and a remedy, and
// every text is used: the identities are read from the source.
func TestEveryDiagnosticHasItsTextAndItsRemedy(t *testing.T) {
	reference := catalogue(t, "en")
	used := map[string]bool{}
	err := filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
			return err
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, src, 0)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					used[s] = true
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for key := range reference {
		id, isHint := strings.CutSuffix(key, ".hint")
		if isHint && reference[id] == nil {
			t.Errorf("%q is the remedy of nothing", key)
		}
		if !isHint && !used[id] && !composed(id, used) {
			t.Errorf("%q is never said", id)
		}
	}
	// An identity is a literal that begins with the name of a rule and that
	// some code gives as the ID of a diagnostic: those follow one pattern.
	identity := regexp.MustCompile(`^(config|catalog|language|string|front-matter|unknown-field|required-field|review|heading-level|link|resolution|output|hugo|exchange|rewrite)-[a-z-]+[a-z]$`)
	for s := range used {
		if identity.MatchString(s) && reference[s] == nil && !ruleName(s) {
			t.Errorf("%q has no text", s)
		}
		if reference[s] != nil && !strings.HasPrefix(s, "say-") && !notes[s] && reference[s+".hint"] == nil {
			t.Errorf("%q has no remedy", s)
		}
	}
}

// notes inform and ask for nothing.
var notes = map[string]bool{"repair": true, "repair-left-out": true, "repair-moved": true}

// ruleName reports whether s names a rule whose texts have longer identities.
func ruleName(s string) bool {
	switch s {
	case "string-plural", "string-placeholder", "resolution-structure", "heading-level":
		return true
	}
	return strings.HasPrefix(s, "output-") && strings.Count(s, "-") == 1
}

// composed reports whether an identity is put together in the code from a
// prefix that it names.
func composed(id string, used map[string]bool) bool {
	i := strings.LastIndexByte(id, '-')
	return i > 0 && (used[id[:i+1]] || used[id[i:]])
}

func TestTheUsersLocaleDecidesTheLanguage(t *testing.T) {
	for _, tc := range []struct{ env, want string }{
		{"LANG=fr_FR.UTF-8", "fr-FR"},
		{"LANG=fr_FR.UTF-8 LC_ALL=en_GB.UTF-8", "en-GB"},
		{"LANG=C LANGUAGE=fr", ""},
		{"LC_MESSAGES=de_DE@euro LANGUAGE=fr:en", "fr en de-DE"},
		{"", ""},
	} {
		env := map[string]string{}
		for _, pair := range strings.Fields(tc.env) {
			k, v, _ := strings.Cut(pair, "=")
			env[k] = v
		}
		got := strings.Join(Environment(func(k string) string { return env[k] }), " ")
		if got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.env, got, tc.want)
		}
	}
}

func TestAnUnknownLanguageIsAnsweredInEnglish(t *testing.T) {
	for preferred, want := range map[string]string{"fr-CA": "le texte contient du HTML", "tlh": "HTML in the text", "": "HTML in the text"} {
		p, err := New(preferred)
		if err != nil {
			t.Fatal(err)
		}
		if got := p.Text("raw-html", nil); got != want {
			t.Errorf("%q: %q, want %q", preferred, got, want)
		}
	}
}
