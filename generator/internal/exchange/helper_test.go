package exchange

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"resolutionsite/generator/internal/locale"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	name = filepath.Join("testdata", "golden", name)
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s (go test -update writes it):\n%s", name, got)
	}
}

// empty is a file from English into a language.
func empty(t testing.TB, target string) File {
	t.Helper()
	l, err := locale.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	return File{Source: "en", Target: l.Tag, Direction: l.Direction, PluralForms: l.PluralForms, Date: "2026-11-25T10:20:30Z"}
}

// sample is a small file as the program exports it.
func sample(t testing.TB) File {
	f := empty(t, "fr")
	f.Units = []Unit{
		{
			Page: "/help/", ID: "title", File: "content/en/help/_index.md", Line: 2, Notes: []string{"title of the page"},
			MaxLength: 60, Source: "Help", Target: []string{"Aide"}, State: Current, Base: "0f2a77c1d0",
		},
		{
			Page: "/help/", ID: "0a1b2c3d4e", File: "content/en/help/_index.md", Line: 8, Notes: []string{"paragraph", "under: In immediate danger"},
			Source: "Call your local emergency number. In the European Union it is **112**.",
			Was:    "Call your local emergency number. It is **112**.",
			Target: []string{"Appelez le numéro d’urgence. C’est le **112**."}, State: Outdated, Base: "77c1d00f2a",
			Comments: []string{"to be seen by Marie"},
		},
		{
			Page: "/help/", ID: "1a1b2c3d4e", File: "content/en/help/_index.md", Line: 12, Notes: []string{"list item"},
			Source: "Italy: [the \"national\" line](https://www.1522.eu/cose-1522/?lang=en)\n{{< lang it >}}*Linea* 1522{{< /lang >}} {{< tests >}}",
		},
		{
			Page: "i18n", ID: "pages_count", File: "i18n/en.toml", Line: 38,
			Source: "{{ .Count }} page", SourcePlural: "{{ .Count }} pages",
			Target: []string{"{{ .Count }} page", "{{ .Count }} de pages", "{{ .Count }} pages"}, State: Current,
		},
		{
			Page: "i18n", ID: "names_count", File: "i18n/en.toml", Line: 40,
			Source: "{{ .Count }} name", SourcePlural: "{{ .Count }} names", Was: "a name", WasPlural: "{{ .Count }} of names",
			Target: []string{"{{ .Count }} nom", "", "{{ .Count }} noms"}, State: Outdated,
		},
		{Page: "i18n", ID: "skip", Source: "Skip to content", Target: []string{"Aller au texte"}, State: Current},
	}
	return f
}

// nasty are pieces of text that files could lose.
var nasty = []string{
	`"`, `\`, `\n`, "\n", "\t", " ", "  ", "]]>", "<![CDATA[", "<b>", "</source>", "&amp;", "&", "&#x41;", "'", "%s", "%d %%",
	"**fort**", "*x*", "_y_", "~~z~~", "`code`", "``a`b``", "[link](/help/)", "[a *b](https://example.org/(x) \"t\") c*", "![alt](/a.png)", "<https://example.org/?a=1&b=2>",
	"https://example.org/x.", "[^1]", "{#anchor}", "{{< lang ar >}}", "{{< /lang >}}", "{{< tests >}}", "{{% note \"a >}} b\" %}}", "{{ .Count }}", "{{ .Name }}", "{{</* x */>}}",
	"نص عربي", "١٢٣", "українська", "漢字", "e\u0301", "🙂", "👩🏽‍⚕️", "\u00a0", "\u202f", "\u200f", "\u2028", "\ufeff", "word", "Longer words, with 1,000 and 13e.",
	"#", "# no comment", "#~ msgid", "msgid \"x\"", "~", "|", "$", "--", "?>", "]]", "*", "**", "_", "[", "](", "![", "`", "<", ">", "{{", "}}",
}

// text is a random text with something in it but white space. Line feeds stand
// inside: gettext wants them alike at the ends of source and translation.
func text(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(12) {
		b.WriteString(nasty[r.IntN(len(nasty))])
		if r.IntN(3) == 0 {
			b.WriteByte(' ')
		}
	}
	s := strings.Trim(b.String(), "\n")
	if strings.TrimSpace(s) == "" {
		return s + "x"
	}
	return s
}

// generated is a file of n random units.
func generated(t testing.TB, target string, seed uint64, n int) File {
	t.Helper()
	f := empty(t, target)
	r := rand.New(rand.NewPCG(seed, 5))
	words := func(n int) []string {
		var all []string
		for range r.IntN(n) {
			if note := lines([]string{text(r)}); note != nil {
				all = append(all, note[0])
			}
		}
		return all
	}
	for i := range n {
		u := Unit{Page: fmt.Sprintf("/page %d/é/", i/10), ID: fmt.Sprintf("%010x-%d", r.Uint64N(1<<40), i), Source: text(r), Notes: words(3), Comments: words(2)}
		if i >= n/2 {
			u.Page, u.ID = Strings, fmt.Sprintf("name_%d", i)
			if r.IntN(2) == 0 {
				u.SourcePlural = text(r)
			}
		}
		if r.IntN(3) > 0 {
			u.File = []string{"content/en/a.md", "content/en/two words/_index.md"}[r.IntN(2)]
			u.Line = r.IntN(3) * 17
		}
		if r.IntN(4) == 0 {
			u.MaxLength = 1 + r.IntN(200)
		}
		if r.IntN(2) == 0 {
			u.Base = fmt.Sprintf("%x", r.Uint64())
		}
		if u.State = State(r.IntN(3)); u.State == Missing {
			f.Units = append(f.Units, u)
			continue
		}
		u.Target = []string{text(r)}
		if u.Plural() {
			for range f.PluralForms[1:] {
				u.Target = append(u.Target, text(r))
			}
		}
		if u.State == Outdated {
			if r.IntN(4) > 0 {
				u.Was = text(r)
			}
			if u.Plural() {
				if u.Was != "" {
					u.WasPlural = text(r)
				}
				if len(u.Target) > 1 && r.IntN(2) == 0 {
					u.Target[r.IntN(len(u.Target))] = ""
				}
			}
		}
		f.Units = append(f.Units, u)
	}
	return f
}

// same compares two files but for where their units stood.
func same(t *testing.T, got, want File) {
	t.Helper()
	if len(got.Units) != len(want.Units) {
		t.Fatalf("%d units, want %d", len(got.Units), len(want.Units))
	}
	faults := 0
	for i := range got.Units {
		a, b := got.Units[i], want.Units[i]
		a.At, b.At = 0, 0
		if !reflect.DeepEqual(a, b) {
			t.Errorf(" got %#v\nwant %#v", a, b)
			if faults++; faults == 3 {
				t.FailNow()
			}
		}
	}
	got.Units, want.Units = nil, nil
	if !reflect.DeepEqual(got, want) {
		t.Errorf(" got %#v\nwant %#v", got, want)
	}
}

// noBraces drops the faults that random text with braces earns.
func noBraces(faults []Fault) []Fault {
	var rest []Fault
	for _, f := range faults {
		if f.ID != "exchange-braces" {
			rest = append(rest, f)
		}
	}
	return rest
}

func po(t testing.TB, f File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WritePO(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// edgeLanguages have the plural forms that any language has.
var edgeLanguages = []string{"fr", "ar", "he", "cy", "pl", "uk", "ja", "zh-hant", "sr-latn", "pt-br", "cnr", "prs", "ckb", "x-test", "lt", "ga", "br", "kw", "fil"}
