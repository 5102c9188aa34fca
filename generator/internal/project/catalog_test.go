package project_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
)

// outline is a catalogue, one line per form: place, key, category and text.
func outline(c *project.Catalog) string {
	var b strings.Builder
	for _, m := range c.Messages {
		kind := "="
		if m.Plural {
			kind = "~"
		}
		fmt.Fprintf(&b, "%d:%d %s %s", m.Line, m.Column, m.Key, kind)
		for _, f := range m.Forms {
			fmt.Fprintf(&b, " %d:%d %s %q", f.Line, f.Column, f.Category, f.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestCatalogueIsReadWithPositions(t *testing.T) {
	for _, tc := range []struct {
		name, toml, want string
		problems         []string
	}{
		{"empty", "", "", nil},
		{"comments only", "# nothing yet\n\n", "", nil},
		{"plain strings", "a = \"A\"\n\n  b = 'B'\n", "1:1 a = 1:1 other \"A\"\n3:3 b = 3:3 other \"B\"\n", nil},
		{"quoted key", "\"a b\" = \"A\"\n", "1:1 a b = 1:1 other \"A\"\n", nil},
		{"column in characters", "# é\n'é'.one = \"1\"\n", "2:1 é ~ 2:1 one \"1\"\n", nil},
		{"dotted keys", "n.one = \"1\"\nn.other = \"2\"\n", "1:1 n ~ 1:1 one \"1\" 2:1 other \"2\"\n", nil},
		{"dotted keys apart", "n.one = \"1\"\nx = \"x\"\nn.other = \"2\"\n", "1:1 n ~ 1:1 one \"1\" 3:1 other \"2\"\n2:1 x = 2:1 other \"x\"\n", nil},
		{"table", "[n]\none = \"1\"\nother = \"2\"\n", "2:1 n ~ 2:1 one \"1\" 3:1 other \"2\"\n", nil},
		{"inline table", "n = { one = \"1\", other = \"2\" }\n", "1:7 n ~ 1:7 one \"1\" 1:18 other \"2\"\n", nil},
		{"multi-line string", "a = \"\"\"\nA \\\n  B\"\"\"\nb = \"B\"\n", "1:1 a = 1:1 other \"A B\"\n4:1 b = 4:1 other \"B\"\n", nil},
		{"escapes", `a = "\u00e9\n\"x\""` + "\n", "1:1 a = 1:1 other \"é\\n\\\"x\\\"\"\n", nil},
		{"Windows line ends", "a = \"A\"\r\nb = \"B\"\r\n", "1:1 a = 1:1 other \"A\"\n2:1 b = 2:1 other \"B\"\n", nil},
		{"annotations are not texts", "[n]\ndescription = \"for translators\"\nother = \"2\"\n", "3:1 n ~ 3:1 other \"2\"\n", nil},
		{
			"reserved keys", "one = \"1\"\ndescription = \"d\"\nother.other = \"x\"\ntranslation = \"t\"\nid.description = \"x\"\n", "",
			[]string{
				"i18n/fr.toml:1:1 error catalog catalog-reserved-key Key=one",
				"i18n/fr.toml:2:1 error catalog catalog-reserved-key Key=description",
				"i18n/fr.toml:3:1 error catalog catalog-reserved-key Key=other.other",
				"i18n/fr.toml:4:1 error catalog catalog-reserved-key Key=translation",
				"i18n/fr.toml:5:1 error catalog catalog-reserved-key Key=id.description",
			},
		},
		{
			"a category that is none", "n.several = \"1\"\n[m]\nOne = \"1\"\n", "",
			[]string{
				"i18n/fr.toml:1:1 error catalog catalog-category Categories=zero, one, two, few, many, other Category=several Key=n.several",
				"i18n/fr.toml:3:1 error catalog catalog-category Categories=zero, one, two, few, many, other Category=One Key=m.One",
			},
		},
		{
			"values that are no texts", "a = 1\nb = true\nc = [\"x\"]\nd = 2024-11-25\ne.one = 1\n", "",
			[]string{
				"i18n/fr.toml:1:1 error catalog catalog-value Key=a",
				"i18n/fr.toml:2:1 error catalog catalog-value Key=b",
				"i18n/fr.toml:3:1 error catalog catalog-value Key=c",
				"i18n/fr.toml:4:1 error catalog catalog-value Key=d",
				"i18n/fr.toml:5:1 error catalog catalog-value Key=e.one",
			},
		},
		{
			"nested too deeply", "a.b.one = \"x\"\n[c.d]\nother = \"x\"\n[e]\nf = { one = \"x\" }\n", "",
			[]string{
				"i18n/fr.toml:1:1 error catalog catalog-value Key=a.b.one",
				"i18n/fr.toml:3:1 error catalog catalog-value Key=c.d.other",
				"i18n/fr.toml:5:7 error catalog catalog-value Key=e.f.one",
			},
		},
		{
			"a dotted key in an inline table", "n = { one.x = \"1\" }\n", "",
			[]string{"i18n/fr.toml:1:7 error catalog catalog-value Key=n.one.x"},
		},
		{
			"a list of tables", "[n]\none = \"1\"\n[[l]]\nother = \"2\"\n", "2:1 n ~ 2:1 one \"1\"\n4:1 l ~ 4:1 other \"2\"\n",
			[]string{"i18n/fr.toml:3:3 error catalog catalog-value Key=l"},
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			fsys := files("")
			fsys["i18n/fr.toml"] = &fstest.MapFile{Data: []byte(tc.toml)}
			p := load(t, fsys)
			if got := outline(p.Catalogs["fr"]); got != tc.want {
				t.Errorf("got\n%swant\n%s", got, tc.want)
			}
			wantProblems(t, p, tc.problems...)
		})
	}
}

func TestInvalidTOMLIsReportedAtItsPlace(t *testing.T) {
	for _, tc := range []struct{ name, toml, place string }{
		{"no quotation marks", "a = \"A\"\nb = word\n", "2:5"},
		{"unclosed", "a = \"A\n", "1:7"},
		{"twice", "a = \"A\"\na = \"B\"\n", "2:1"},
		{"column in characters", "a = \"A\"\n\"é\" = word\n", "2:7"},
		{"garbage", "<<<<<<< HEAD\n", "1:1"},
		{"a byte that is not UTF-8 in a valid file", "a = \"A\" \x00\n", "1:9"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			fsys := files("")
			fsys["i18n/fr.toml"] = &fstest.MapFile{Data: []byte(tc.toml)}
			p := load(t, fsys)
			if len(p.Problems) != 1 {
				t.Fatalf("problems: %v", p.Problems)
			}
			d := p.Problems[0]
			if d.Place() != "i18n/fr.toml:"+tc.place || d.ID != "catalog-toml" || d.Args["Detail"] == "" {
				t.Errorf("got %s, want %s", brief(d), tc.place)
			}
			if _, ok := p.Language("fr"); !ok {
				t.Error("the language is lost with its catalogue")
			}
		})
	}
}

func TestMessageAndFormAreFoundByName(t *testing.T) {
	p := load(t, files("-- i18n/en.toml --\nn.one = \"1\"\nn.other = \"2\"\n"))
	m, ok := p.Catalogs["en"].Message("n")
	if !ok || m.Key != "n" {
		t.Fatal("message n not found")
	}
	if f, ok := m.Form("other"); !ok || f.Text != "2" {
		t.Errorf("form other: %v", f)
	}
	if _, ok := m.Form("few"); ok {
		t.Error("a form few was found")
	}
	if _, ok := p.Catalogs["en"].Message("m"); ok {
		t.Error("a message m was found")
	}
}
