package resolution

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"resolutionsite/generator/internal/diag"
)

// model writes random texts from pieces that Markdown, HTML, Hugo and the
// parser itself would read if they were not escaped.
type model struct{ *rand.Rand }

var pieces = strings.Split("the states whereas 1. 2) a. (b) i. A. - + * ** *** _ __ \\ \\* # ## [ ] [x](y) <b> </b> <!-- & &amp; &#65; {{< %}} ` ``` ~~ | > = : ; é ж ع 13 3.1. snake_case a*b l’état .", " ")

var calls = []string{"1", "*", "†", "12a"}

func (m model) words(n int) string {
	out := make([]string, 1+m.IntN(n))
	for i := range out {
		out[i] = pieces[m.IntN(len(pieces))]
	}
	return strings.Join(out, []string{" ", " ", " ", "", "\u00a0"}[m.IntN(5)])
}

func (m model) inline() Inline {
	in := Inline{}
	for range 1 + m.IntN(4) {
		in = append(in, Run{m.words(5), Style(m.IntN(3))})
		switch m.IntN(6) {
		case 0, 1:
			in = append(in, Run{" ", Plain})
		case 2:
			in = append(in, Run{calls[m.IntN(len(calls))], Call})
		}
	}
	return in.Normal()
}

func (m model) points(depth int) []Point {
	if depth > 3 || m.IntN(2) == 0 {
		return nil
	}
	var out []Point
	for i := range 1 + m.IntN(4) {
		label := [...]string{letterLabel(i + 1), romanLabel(i + 1), fmt.Sprint(i + 1), fmt.Sprintf("3.%d", i+1), ""}[m.IntN(5)]
		out = append(out, Point{Label: label, Text: m.inline(), Points: m.points(depth + 1)})
	}
	return out
}

func (m model) paragraphs(from int) []Paragraph {
	var out []Paragraph
	style := m.IntN(3)
	for i := range 1 + m.IntN(4) {
		label := [...]string{fmt.Sprint(from + i), strings.ToUpper(letterLabel(i + 1)), ""}[style]
		p := Paragraph{Label: label, Text: m.inline(), Points: m.points(1)}
		if m.IntN(4) == 0 {
			p.Heading = m.words(5)
		}
		out = append(out, p)
	}
	return out
}

func (m model) text() *Text {
	t := &Text{Operative: m.paragraphs(100)}
	if m.IntN(4) > 0 {
		t.Recitals = m.paragraphs(1)
	}
	if m.IntN(3) > 0 {
		t.Formula = [...]string{"The Assembly,", "L’Assemblée_nationale *réunie*,", "Der Bundestag", "The House: [sic] <b>,"}[m.IntN(4)]
	}
	for i := range m.IntN(3) {
		t.Footnotes = append(t.Footnotes, Footnote{Mark: calls[i], Text: m.inline()})
	}
	t.Normalize()
	return t
}

func TestMarkdownAndBackIsTheSameText(t *testing.T) {
	for seed := range uint64(4000) {
		want := model{rand.New(rand.NewPCG(seed, 1))}.text()
		source := want.Markdown()
		got, diags := ParseMarkdown(source)
		clearLines(got)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d: %s", seed, firstDifference(string(source), string(got.Markdown())))
		}
		for _, d := range diags {
			if !strings.HasPrefix(d.ID, "resolution-label-") && d.ID != "resolution-footnote-missing" {
				t.Fatalf("seed %d: %+v in\n%s", seed, d, source)
			}
		}
	}
}

func clearLines(t *Text) {
	for _, list := range [][]Paragraph{t.Recitals, t.Operative} {
		for i := range list {
			list[i].Line = 0
			clearPoints(list[i].Points)
		}
	}
	for i := range t.Footnotes {
		t.Footnotes[i].Line = 0
	}
}

func clearPoints(points []Point) {
	for i := range points {
		points[i].Line = 0
		clearPoints(points[i].Points)
	}
}

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
