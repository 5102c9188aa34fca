package translation

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/yuin/goldmark/ast"

	"resolutionsite/generator/internal/markdown"
)

func TestAPageFallsIntoBlocks(t *testing.T) {
	body := "## A *title* {#a}\n\nA text\nwrapped, and a\\\nbreak.[^1]\n\n- one\n- two\n\n  more of two\n  1. deep\n\n> quoted\n> on two lines\n\n" +
		"| A | B |\n| --- | --- |\n| c | d |\n\n***\n\n{{< remains >}}\n\n{{< lang fr >}}non-lieu{{< /lang >}}\n\nterm\n: what it means\n\n[^1]: A note.\n\n<!-- for colleagues -->\n\n```\ncode\n```\n"
	var got []string
	for _, b := range NewSplitter().Split([]byte(body)) {
		got = append(got, fmt.Sprintf("%s %q %q %d", b.Kind, b.Mark, b.Text, b.Depth))
		if b.Kind != Code && !strings.Contains(b.Text, " ") && body[b.Start:b.End] != b.Text {
			t.Errorf("%q stands at %q", b.Text, body[b.Start:b.End])
		}
	}
	want := []string{
		`heading2 "## " "A *title*" 0`,
		`paragraph "" "A text wrapped, and a\nbreak.[^1]" 0`,
		`item "- " "one" 1`,
		`item "- " "two" 1`,
		`item "  " "more of two" 1`,
		`item "  1. " "deep" 2`,
		`quote "> " "quoted on two lines" 1`,
		`row "" "| A | B |" 0`,
		`row "" "| c | d |" 0`,
		`paragraph "" "{{< lang fr >}}non-lieu{{< /lang >}}" 0`,
		`term "" "term" 0`,
		`definition ": " "what it means" 0`,
		`note "[^1]: " "A note." 0`,
		`code "" "code" 0`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWhatIsCosmeticHasTheSameHash(t *testing.T) {
	for _, same := range [][2]string{
		{"a  b\nc", "a b c"},
		{"l’aide", "l'aide"},
		{"“a”", `"a"`},
		{"a\u00a0: b", "a : b"},
		{"[a](/b/)", "[a](/c/ \"t\")"},
		{"[a](https://x.org/a_(b))", "[a](<https://x.org/c d>)"},
		{"_a_ and __b__ _c_ _d_", "*a* and **b** *c* *d*"},
		{"cafe\u0301", "café"},
	} {
		if Hash(same[0]) != Hash(same[1]) {
			t.Errorf("%q and %q: %q, %q", same[0], same[1], Normalize(same[0]), Normalize(same[1]))
		}
	}
	for _, other := range [][2]string{
		{"[a](/b/)", "[b](/b/)"}, {"112", "113"}, {"a b", "a, b"}, {"A", "a"}, {"snake_case_name", "snake*case*name"}, {"*a* b", "a b"},
	} {
		if Hash(other[0]) == Hash(other[1]) {
			t.Errorf("%q and %q: %q", other[0], other[1], Normalize(other[0]))
		}
	}
}

// The parser that reads blocks only must see those that the renderer's sees.
func TestBlocksAreThoseThatAreRendered(t *testing.T) {
	files, err := filepath.Glob("../../../content/*/*/*.md")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		body, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		masked, _ := markdown.Mask(body)
		var want, got []string
		for parser, to := range map[*markdown.Parser]*[]string{markdown.New(): &want, markdown.NewBlocks(): &got} {
			_ = ast.Walk(parser.Parse(masked), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
				if entering && n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
					*to = append(*to, fmt.Sprintf("%s %d", n.Kind(), n.Lines().At(0).Start))
				}
				return ast.WalkContinue, nil
			})
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: got\n%s\nwant\n%s", name, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	body, err := os.ReadFile("../../../content/en/help/_index.md")
	if err != nil {
		b.Fatal(err)
	}
	s := NewSplitter()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		s.Split(body)
	}
}
