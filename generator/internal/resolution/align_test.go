package resolution

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// parse reads canonical Markdown that is free of problems.
func parse(t *testing.T, lang, src string) *Text {
	t.Helper()
	text, problems := ParseMarkdown([]byte(src))
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	text.Language = lang
	return text
}

// pairsOf writes each pair as "p1", "p2 <" (only in the first text) or "p3 >".
func pairsOf(pairs []Pair) string {
	var out []string
	for _, p := range pairs {
		switch {
		case p.B == nil:
			out = append(out, p.ID+" <")
		case p.A == nil:
			out = append(out, p.ID+" >")
		default:
			out = append(out, p.ID)
		}
	}
	return strings.Join(out, ", ")
}

func TestTextsAreAlignedOverAllTheirParts(t *testing.T) {
	const a = "1. **Noting** a;\n\n2. **Noting** b;\n\n***\n\n3. **URGES**:\n\n    - a. one;\n    - c. three.\n\n5. **ASKS** x."
	for _, tc := range []struct{ name, b, want string }{
		{"the same", a, "p1, p2, p3, p3-a, p3-c, p5"},
		{"a point more", strings.Replace(a, "    - c.", "    - b. two;\n    - c.", 1), "p1, p2, p3, p3-a, p3-b >, p3-c, p5"},
		{"a point less", strings.Replace(a, "    - c. three.", "", 1), "p1, p2, p3, p3-a, p3-c <, p5"},
		{"a paragraph more at the end", a + "\n\n6. **ASKS** y.", "p1, p2, p3, p3-a, p3-c, p5, p6 >"},
		{"a recital more", strings.Replace(a, "\n\n***", "\n\nA. **Noting** c;\n\n***", 1), "p1, p2, recital-a >, p3, p3-a, p3-c, p5"},
		{"nothing in common", "A. **Noting** a;\n\n***\n\n9. **URGES** b.", "p1 <, p2 <, recital-a >, p3 <, p3-a <, p3-c <, p5 <, p9 >"},
		{"another order", "2. **Noting** b;\n\n1. **Noting** a;\n\n***\n\n3. **URGES**:\n\n    - c. three;\n    - a. one.\n\n5. **ASKS** x.", "p1, p2, p3, p3-a, p3-c, p5"},
		{"a recital that is operative elsewhere", "1. **Noting** a;\n\n***\n\n2. **ASKS** b;\n\n3. **URGES**:\n\n    - a. one;\n    - c. three.\n\n5. **ASKS** x.", "p1, p2, p3, p3-a, p3-c, p5"},
	} {
		first, second := parse(t, "en", a), parse(t, "en", tc.b)
		if got := pairsOf(Align(first, second)); got != tc.want {
			t.Errorf("%s:\ngot:  %s\nwant: %s", tc.name, got, tc.want)
		}
	}
}

// Whatever the texts, each part of either stands in the alignment once.
func TestNoPartIsLostInAligningTexts(t *testing.T) {
	text := func(seed int) *Text {
		var b strings.Builder
		for i := range 6 {
			if seed>>i&1 == 1 {
				fmt.Fprintf(&b, "%d. **Noting** x;\n\n", i+1)
			}
		}
		b.WriteString("***\n\n7. **URGES**:\n\n")
		for i := range 4 {
			if seed>>(i+2)&1 == 1 {
				fmt.Fprintf(&b, "    - %c. x;\n", 'a'+i)
			}
		}
		return parse(t, "en", b.String())
	}
	for i := range 64 {
		for j := range 64 {
			a, b := text(i), text(j)
			seen := map[string]int{}
			for _, p := range Align(a, b) {
				seen[p.ID]++
			}
			for _, e := range slices.Concat(a.Elements(), b.Elements()) {
				if seen[e.ID] != 1 {
					t.Fatalf("%s stands %d times (%d, %d)", e.ID, seen[e.ID], i, j)
				}
			}
		}
	}
}

func TestDifferencesNameEveryPartThatDiffers(t *testing.T) {
	const src = "The Assembly,\n\n1. **Noting** a[^1];\n\n***\n\n## Action\n\n2. **URGES**:\n\n    - a. one;\n    - b. two.\n\n[^1]: A note."
	a := parse(t, "en", src)
	if list := Differences(a, parse(t, "en", src)); len(list) > 0 {
		t.Fatalf("%+v", list)
	}
	b := parse(t, "en", "Assembly,\n\n1. *Noting* a;\n\n***\n\n2. **URGES**:\n\n    - a. one;\n    - c. three.")
	b.Title, b.Adopted = "T", "2024-11-25"
	var got []string
	for _, d := range Differences(a, b) {
		got = append(got, fmt.Sprintf("%s %s %q %q", d.Part, d.ID+d.Cite, d.A.Plain(), d.B.Plain()))
	}
	want := []string{
		`title  "" "T"`,
		`adopted  "" "2024-11-25"`,
		`formula  "The Assembly," "Assembly,"`,
		`text p11 "Noting a;" "Noting a;"`,
		`heading p22 "Action" ""`,
		`text p2-b2b "two." ""`,
		`text p2-c2c "" "three."`,
		`footnote 1 "A note." ""`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
