package resolution

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"resolutionsite/generator/internal/diag"
)

func TestMarkdownOfEditorsIsRead(t *testing.T) {
	source := strings.Join([]string{
		"The Assembly,",
		"",
		"9. _Recalling_ its",
		"   earlier work;",
		"",
		"* * *",
		"",
		"13. **URGES** all:",
		"    - a. to act;",
		"    - b. to",
		"      think:",
		"        - i. twice",
		"    - c. to rest.",
	}, "\r\n")
	text, diags := ParseMarkdown([]byte(source))
	if text.Formula != "The Assembly," || len(diags) > 0 {
		t.Errorf("formula %q, diagnostics %v", text.Formula, diags)
	}
	want := []Paragraph{{Label: "9", Line: 3, Text: Inline{{"Recalling", Emphasis}, {" its earlier work;", Plain}}}}
	if !reflect.DeepEqual(text.Recitals, want) {
		t.Errorf("recitals %+v", text.Recitals)
	}
	var ids []string
	for _, e := range text.Elements() {
		ids = append(ids, fmt.Sprintf("%s@%d", e.ID, e.Line))
	}
	if got := strings.Join(ids, " "); got != "p9@3 p13@8 p13-a@9 p13-b@10 p13-b-i@12 p13-c@13" {
		t.Error(got)
	}
}

func TestMarkdownFaultsAreReportedWhereTheyStand(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"no break", "1. *Noting* it;", "1:1 resolution-break-missing"},
		{"two breaks", "1. A b;\n\n***\n\n2. C\n\n***\n\n3. D", "7:1 resolution-break-repeated"},
		{"no operative part", "1. A b;\n\n***\n", "3:1 resolution-operative-missing"},
		{"open emphasis", "***\n\n1. so **Urges all", "3:7 resolution-emphasis-open"},
		{"nested emphasis", "***\n\n1. **so *much* more**", "3:9 resolution-emphasis-nested"},
		{"HTML on a wrapped line", "***\n\n1. Urges\n   é <b>all", "4:6 resolution-html"},
		{"a link", "***\n\n1. Urges [all](x)", "3:14 resolution-markup"},
		{"a heading without a paragraph", "## Title\n\n***\n\n1. Urges", "1:1 resolution-heading-stray"},
		{"a call of no footnote", "***\n\n1. Urges[^1] all", "3:1 resolution-footnote-missing"},
		{"two footnotes with one mark", "***\n\n1. Urges[^1]\n\n[^1]: a\n[^1]: b", "6:1 resolution-footnote-repeated"},
		{"a heading of the page", "# Title\n\n***\n\n1. Urges", "1:1 resolution-markup"},
		{"a point without paragraph", "***\n\n- a. so", "3:1 resolution-point-stray"},
		{"a block of nothing", "***\n\n1. Urges:\n\n    - a. so\n\n    more", "7:5 resolution-block-stray"},
		{"a repeated label", "***\n\n1. Urges:\n\n    - a. so\n    - a. more", "6:1 resolution-label-repeated"},
		{"a label out of order", "***\n\n1. Urges:\n\n    - c. so\n    - b. more", "6:1 resolution-label-order"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, diags := ParseMarkdown([]byte(c.source))
			if got := describe(diags); !strings.Contains(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// firstDifference shows the first line in which two Markdown texts differ.
func firstDifference(want, got string) string {
	w, g := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(w), len(g)) {
		if w[i] != g[i] {
			return fmt.Sprintf("line %d\nwritten %q\n   read %q", i+1, w[i], g[i])
		}
	}
	return fmt.Sprintf("%d lines written, %d after reading\n%s", len(w), len(g), want)
}

func describe(diags diag.List) string {
	var out []string
	for _, d := range diags {
		out = append(out, fmt.Sprintf("%d:%d %s", d.Line, d.Column, d.ID))
	}
	return strings.Join(out, ", ")
}
