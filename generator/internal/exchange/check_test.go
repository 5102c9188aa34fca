package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"resolutionsite/generator/internal/locale"
)

// short writes faults as "id value", without the prefix and the unit.
func short(faults []Fault) string {
	var all []string
	for _, f := range faults {
		s := strings.TrimPrefix(f.ID, "exchange-")
		for _, k := range slices.Sorted(maps.Keys(f.Args)) {
			if k != "Unit" {
				s += fmt.Sprintf(" %v", f.Args[k])
			}
		}
		all = append(all, s)
	}
	return strings.Join(all, "; ")
}

func TestWhatATranslationMustKeepIsChecked(t *testing.T) {
	for _, tc := range []struct{ source, target, want string }{
		{"a", "b", ""},
		{"see [a](/help/) and **b**", "voir **b** et [a](/help/)", ""},
		{"see [a](/help/)", "voir a", "link-lost /help/"},
		{"see [a](/help/)", "voir [a](https://example.org/)", "link-lost /help/; link-added https://example.org/"},
		{"see [a](/help/ \"title\")", "voir [a](/help/ 'titre')", ""},
		{"see <https://a.org/b> and https://c.org/d.", "voir https://c.org/d", "link-lost https://a.org/b"},
		{"![a](/b.png)[^1] {#c}", "a", "link-lost /b.png; link-lost [^1]; link-lost {#c}"},
		{"a", "[a](javascript:alert)", "link-added javascript:alert"},
		{"{{< tests >}} a", "a", "shortcode-lost {{< tests >}}"},
		{"{{< tests >}} a", "a {{<tests >}}", "shortcode-lost {{< tests >}}; shortcode-added {{<tests >}}"},
		{"{{< tests >}} a", "a {{<  tests\n>}}", ""},
		{"a", "a {{< figure src=\"/x\" >}}", "shortcode-added {{< figure src=\"/x\" >}}"},
		{"{{< lang ar >}}a{{< /lang >}} b", "b {{< lang ar >}}a{{< /lang >}}", ""},
		{"{{< lang ar >}}a{{< /lang >}} b", "{{< /lang >}}a{{< lang ar >}} b", "shortcode-order {{< lang ar >}}"},
		{"{{< lang ar >}}a{{< /lang >}} b", "a b", "pair-lost {{< lang ar >}}"},
		{"WCAG", "{{< lang en >}}WCAG{{< /lang >}}", "pair-added {{< lang en >}}"},
		{"{{< lang ar >}}a{{< /lang >}} b", "{{< lang ar >}}a b", "shortcode-added {{< lang ar >}}; pair-lost {{< lang ar >}}"},
		{"a", "a {{ .Site.Title }}", "braces {{ .Site.Title }}"},
		{"a", "a }} b", "braces }} b"},
		{"write {{ and }}", "schreibe {{ und }}", ""},
		{"a", "a <script>b</script>", "html <script>; html </script>"},
		{"a <b>c</b>", "a <b>d</b>", ""},
		{"a", "a <!-- b", "html <!>"},
		{"a", "a < b, c <3", "number-added 3"},
		{"R&D", "R&amp;D", ""},
		{"13 of 1,000", "13 sur 1\u202f000", ""},
		{"13 of 1,000.5", "١٣ من ١٬٠٠٠٫٥", ""},
		{"1.5 million", "1,5 million", ""},
		{"in 2024", "en 2025", "number-lost 2024; number-added 2025"},
		{"12 and 12", "12", "number-lost 12"},
		{"on 19.06.2024", "on 2024/6/19", ""},
		{"+44 20 7946 0958", "+44 207 946 09 58", ""},
		{"call 112", "appelez le **112**", ""},
		{"call [112](tel:112)", "appelez le [113](tel:112)", "number-lost 112; number-added 113"},
		{"in 2024", "२०२४ में", ""},
		{"a", "a\u202eb", "bidi U+202E"},
		{"a", "a\x07b", "control U+0007"},
	} {
		u := Unit{Page: "/a/", ID: "b", Source: tc.source, Target: []string{tc.target}, State: Current}
		if got := short(Check(u, nil)); got != tc.want {
			t.Errorf("%s → %s\n got %s\nwant %s", tc.source, tc.target, got, tc.want)
		}
	}
}

func TestWhatAStringMustKeepIsChecked(t *testing.T) {
	for _, tc := range []struct{ source, target, want string }{
		{"{{ .Name }} in {{ .Year }}", "{{.Year}}: {{ .Name }}", ""},
		{"{{ .Name }}", "{{ .Nom }}", "placeholder-lost {{ .Name }}; placeholder-added {{ .Nom }}"},
		{"{{ .Name }}", "{{ .Name | safeHTML }}", "braces {{ .Name | safeHTML }}; placeholder-lost {{ .Name }}"},
		{"a", "{{< tests >}}", "braces {{< tests >}}"},
		{"a", "<b>a</b> &eacute;", "html <b>; html </b>; html &eacute;"},
		{"a **b**", "a *b*", ""},
	} {
		u := Unit{Page: Strings, ID: "b", Source: tc.source, Target: []string{tc.target}, State: Current}
		if got := short(Check(u, nil)); got != tc.want {
			t.Errorf("%s → %s\n got %s\nwant %s", tc.source, tc.target, got, tc.want)
		}
	}
}

func TestEachPluralFormIsCheckedForItself(t *testing.T) {
	ar, _ := locale.Parse("ar")
	u := Unit{
		Page: Strings, ID: "n", Source: "{{ .Count }} of {{ .Total }} page", SourcePlural: "{{ .Count }} of {{ .Total }} pages", State: Current,
		Target: []string{"none of {{ .Total }}", "one of {{ .Total }}", "two", "{{ .Count }} of {{ .Total }}", "of {{ .Total }}", "{{ .Count }} of {{ .Total }} 7"},
	}
	want := "placeholder-lost {{ .Total }}; placeholder-lost {{ .Count }}; number-added 7"
	if got := short(Check(u, ar.PluralForms)); got != want {
		t.Errorf(" got %s\nwant %s", got, want)
	}
}

func TestAnOutdatedTranslationIsHeldToTheSourceItWasMadeFrom(t *testing.T) {
	u := Unit{Page: "/a/", ID: "b", Source: "call 113", Was: "call 112", Target: []string{"appelez le 112"}, State: Outdated}
	if got := Check(u, nil); got != nil {
		t.Error(short(got))
	}
	u.Target = []string{"appelez le 113"}
	if got := Check(u, nil); got != nil {
		t.Error(short(got))
	}
	u.Target = []string{"appelez le 114"}
	if got := short(Check(u, nil)); got != "number-lost 113; number-added 114" {
		t.Error(got)
	}
	u.Target, u.State = []string{"appelez le 112"}, Current
	if got := short(Check(u, nil)); got != "number-lost 113; number-added 112" {
		t.Error(got)
	}
}

func TestTextsThatAreTooLongAreReported(t *testing.T) {
	u := Unit{Page: "/a/", ID: "title", Source: "Help", MaxLength: 5, Target: []string{"Допомога"}, State: Current}
	if got := short(Check(u, nil)); got != "length 8 5" {
		t.Error(got)
	}
	u.Target = []string{"Поміч"}
	if got := Check(u, nil); got != nil {
		t.Error(short(got))
	}
	if got := Check(Unit{Page: "/a/", ID: "b", Source: "1"}, nil); got != nil {
		t.Errorf("a missing translation: %s", short(got))
	}
}
