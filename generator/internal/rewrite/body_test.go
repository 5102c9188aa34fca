package rewrite_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"resolutionsite/generator/internal/rewrite"
)

// replace gives the text that begins with old another one. The text goes to the
// end of old.
func replace(t *testing.T, body, old, text string) ([]byte, error) {
	t.Helper()
	start := strings.Index(body, old)
	if start < 0 {
		t.Fatalf("no %q in %q", old, body)
	}
	return rewrite.Body([]byte(body), []rewrite.BlockEdit{{Start: start, End: start + len(old), Text: text}})
}

func TestBlocksChangeInPlace(t *testing.T) {
	for _, tc := range []struct{ name, body, old, text, want string }{
		{"paragraph", "# A\n\nold\nwords  \n\n- x\n", "old\nwords", "new", "# A\n\nnew  \n\n- x\n"},
		{"heading", "## Old ##\n", "Old", "New", "## New ##\n"},
		{"heading with an id", "## Old {#id}\n\nx\n", "Old", "New", "## New {#id}\n\nx\n"},
		{"underlined heading", "Old\n===\nx\n", "Old", "New", "New\n===\nx\n"},
		{"item", "- a\n- old\n- c\n", "old", "new", "- a\n- new\n- c\n"},
		{"item with a list in it", "13. old\n\n    - a\n", "old", "new", "13. new\n\n    - a\n"},
		{"second paragraph of an item", "- a\n\n  old\n", "old", "new", "- a\n\n  new\n"},
		{"quote", "> old\n> words\n", "old\n> words", "new", "> new\n"},
		{"row", "| a | b |\n|---|---|\n| c | d |\n", "| c | d |", "| x \\| y | z |", "| a | b |\n|---|---|\n| x \\| y | z |\n"},
		{"row without strokes at its ends", "a | b\n--|--\nc | d\n", "c | d", "- x | y", "a | b\n--|--\n\\- x | y\n"},
		{"head of a table", "| a | b |\n|---|---|\n| c | d |\n", "| a | b |", "| x | y |", "| x | y |\n|---|---|\n| c | d |\n"},
		{"footnote", "x[^1]\n\n[^1]: old\n", "old", "new", "x[^1]\n\n[^1]: new\n"},
		{"definition", "term\n: old\n", "old", "new", "term\n: new\n"},
		{"term", "term\n: old\n", "term", "word", "word\n: old\n"},
		{"code", "- a\n\n  ```go\n  x\n    y\n  ```\n", "x\n    y", "a\n\n\tb", "- a\n\n  ```go\n  a\n\n  \tb\n  ```\n"},
		{"shortcode", "{{< a \"b\" >}}old{{< /a >}} {{< c >}}\n", "{{< a \"b\" >}}old{{< /a >}} {{< c >}}", "{{< c >}} {{< a \"b\" >}}new{{< /a >}}", "{{< c >}} {{< a \"b\" >}}new{{< /a >}}\n"},
		{"hard break", "old\n", "old", "a\nb", "a\\\nb\n"},
		{"hard break as it was", "old  \nwords\n", "old  \nwords", "a\nb", "a  \nb\n"},
		{"hard break behind a backslash", "old\n", "old", "a\\\\\\\nb", "a\\\\\\  \nb\n"},
		{"hard break in an item", "1. old\n2. x\n", "old", "a\nb", "1. a\\\n   b\n2. x\n"},
		{"hard break in a quoted list", "> - old\n> - x\n", "old", "a\nb", "> - a\\\n>   b\n> - x\n"},
		{"hard break in a footnote", "[^note]: old\n", "old", "a\nb", "[^note]: a\\\n    b\n"},
		{"paragraphs", "old\n\nx\n", "old", "a\n\nb\nc", "a\n\nb\\\nc\n\nx\n"},
		{"paragraphs in an item", "- old\n\n- x\n", "old", "a\n\nb", "- a\n\n  b\n\n- x\n"},
		{"paragraphs in a quote", "> old\n> > deep\n", "old", "a\n\nb", "> a\n>\n> b\n> > deep\n"},
		{"paragraphs in a footnote", "[^1]: old\n\nx\n", "old", "a\n\nb", "[^1]: a\n\n    b\n\nx\n"},
		{"line ends of Windows", "# A\r\n\r\n- old\r\n- x\r\n", "old", "a\nb", "# A\r\n\r\n- a\\\r\n  b\r\n- x\r\n"},
		{"no last line end", "old", "old", "new", "new"},
		{"blanks around it", "old\n", "old", "  \tnew ", "new\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := replace(t, tc.body, tc.old, tc.text)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tc.want {
				t.Errorf("got\n%q\nwant\n%q", got, tc.want)
			}
		})
	}
}

func TestWordsThatWouldBeginSomethingElseAreEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"# 1":          `\# 1`,
		"- a":          `\- a`,
		"+ a":          `\+ a`,
		"* a":          `\* a`,
		"*a* b":        `*a* b`,
		"-a":           `-a`,
		"1. a":         `1\. a`,
		"1988) a":      `1988\) a`,
		"1.5 a":        `1.5 a`,
		"> a":          `\> a`,
		"```":          "\\```",
		"~~~ a":        `\~~~ a`,
		"`a`":          "`a`",
		"***":          `\***`,
		"---":          `\---`,
		"[^1]: a":      `[^1]\: a`,
		"[a]: b":       `[a]\: b`,
		"a\n===":       "a\\\n\\===",
		"a\n---":       "a\\\n\\---",
		"a\n- b":       "a\\\n\\- b",
		"a\n# b":       "a\\\n\\# b",
		"a | b\n-|-":   "a | b\\\n\\-|-",
		"a\n: b":       "a\\\n\\: b",
		"    a":        "a",
		"<3 a":         "<3 a",
		"#hashtag":     "#hashtag",
		"a\n2. b":      "a\\\n2. b",
		"{{< x >}} 1.": "{{< x >}} 1.",
	} {
		got, err := replace(t, "p\n\nold\n\n- q\n", "old", text)
		if err != nil || string(got) != "p\n\n"+want+"\n\n- q\n" {
			t.Errorf("%q: %q, %v", text, got, err)
		}
	}
	for text, want := range map[string]string{
		"C #":     `C \#`,
		"C#":      "C#",
		"a {#b}":  `a \{#b}`,
		"a {b}":   "a {b}",
		"1. a":    "1. a",
		"# a":     "# a",
		"#":       `\#`,
		"a \\###": "a \\###",
	} {
		got, err := replace(t, "## old\n\nx\n", "old", text)
		if err != nil || string(got) != "## "+want+"\n\nx\n" {
			t.Errorf("heading %q: %q, %v", text, got, err)
		}
	}
}

func TestBlocksThatCannotBeWrittenAreRefused(t *testing.T) {
	for _, tc := range []struct{ name, body, old, text, id string }{
		{"HTML", "old\n", "old", "<div>a</div>", "rewrite-block-html"},
		{"a comment", "old\n", "old", "<!-- a -->", "rewrite-block-html"},
		{"break in a heading", "# old\n", "old", "a\nb", "rewrite-block-break"},
		{"break in a row", "| a |\n|---|\n| old |\n", "| old |", "| a\nb |", "rewrite-block-break"},
		{"cell too many", "| a |\n|---|\n| old |\n", "| old |", "| a | b |", "rewrite-block-cells"},
		{"paragraphs in a dense list", "- old\n- x\n", "old", "a\n\nb", "rewrite-block-paragraphs"},
		{"end of code", "```\nold\n```\n", "old", "a\n```\nb", "rewrite-block-structure"},
		{"shortcode that is not closed", "old\n\n{{< a >}} b\n", "old", "{{< a", "rewrite-block-structure"},
		{"shortcode that closes another", "{{< a\n\nold\n", "old", "b >}}", "rewrite-block-structure"},
		{"nothing", "old\n", "old", " \n", "rewrite-block-empty"},
		{"part of a block", "old words\n", "old", "a", "rewrite-block-place"},
		{"control character", "old\n", "old", "a\x07", "rewrite-characters"},
		{"a title of a definition", "[a]: /b\nold\n", "old", "\"c\"", "rewrite-block-structure"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := replace(t, tc.body, tc.old, tc.text)
			wantFault(t, got, err, tc.id)
			var fault *rewrite.Error
			if errors.As(err, &fault); fault != nil && (fault.Line == 0 || fault.Edit != 1) {
				t.Error("the place is not said")
			}
		})
	}
	edits := []rewrite.BlockEdit{{Start: 3, End: 4, Text: "x"}, {Start: 0, End: 1, Text: "y"}}
	got, err := rewrite.Body([]byte("a\n\nb\n"), edits)
	wantFault(t, got, err, "rewrite-block-place")
}

func TestBlocksAreInserted(t *testing.T) {
	for _, tc := range []struct {
		name, body, behind, prefix, text string
		tight                            bool
		want                             string
	}{
		{"paragraph", "a\n\nb\n", "a", "", "new", false, "a\n\nnew\n\nb\n"},
		{"at the end", "a\n", "a", "", "new", false, "a\n\nnew\n"},
		{"at the end without a line end", "a", "a", "", "new", false, "a\n\nnew"},
		{"at the beginning", "\na\n", "", "", "new", false, "\nnew\n\na\n"},
		{"into nothing", "", "", "## ", "new", false, "\n## new\n"},
		{"into a blank line", "\n", "", "", "new", false, "\nnew\n"},
		{"behind a heading without a blank line", "# a\nb\n", "a", "", "new", false, "# a\n\nnew\n\nb\n"},
		{"behind an underlined heading", "a\n---\n\nb\n", "a", "", "new", false, "a\n---\n\nnew\n\nb\n"},
		{"behind a heading with an id", "# a {#i}\n\nb\n", "a", "", "new", false, "# a {#i}\n\nnew\n\nb\n"},
		{"behind code", "```\na\n```\n\nb\n", "a", "", "new", false, "```\na\n```\n\nnew\n\nb\n"},
		{"heading", "a\n\nb\n", "a", "### ", "1. new", false, "a\n\n### 1. new\n\nb\n"},
		{"item", "- a\n- b\n", "a", "- ", "new", true, "- a\n- new\n- b\n"},
		{"item with a break", "- a\n- b\n", "b", "- ", "x\ny", true, "- a\n- b\n- x\\\n  y\n"},
		{"item of a list with blank lines", "- a\n\n- b\n", "a", "- ", "new", false, "- a\n\n- new\n\n- b\n"},
		{"number", "1. a\n2. b\n", "b", "1. ", "new", true, "1. a\n2. b\n3. new\n"},
		{"number behind another paragraph", "12. a\n\n    b\n", "b", "14. ", "new", false, "12. a\n\n    b\n\n13. new\n"},
		{"item that is further in", "1. a\n\n   - b\n", "b", "    - ", "new", true, "1. a\n\n   - b\n   - new\n"},
		{"first item of a list in an item", "13. a\n\nb\n", "a", "    - ", "new", false, "13. a\n\n    - new\n\nb\n"},
		{"item behind a list in it", "- a\n  - b\n", "b", "- ", "new", true, "- a\n  - b\n- new\n"},
		{"first item", "a\n\nb\n", "a", "- ", "new", false, "a\n\n- new\n\nb\n"},
		{"words that begin a list", "a\n", "a", "", "1. new", false, "a\n\n1\\. new\n"},
		{"quote", "a\n", "a", "> ", "x\n\ny", false, "a\n\n> x\n>\n> y\n"},
		{"paragraph of a quote", "> a\n> > b\n", "a", "> ", "new", true, "> a\n>\n> new\n>\n> > b\n"},
		{"row", "| a | b |\n|---|---|\n| c | d |\n", "| c | d |", "", "| x | y |", true, "| a | b |\n|---|---|\n| c | d |\n| x | y |\n"},
		{"first row", "| a |\n|---|\n\nb\n", "| a |", "", "| x |", true, "| a |\n|---|\n| x |\n\nb\n"},
		{"footnote", "a[^1]\n", "a[^1]", "[^1]: ", "x\ny", false, "a[^1]\n\n[^1]: x\\\n    y\n"},
		{"line ends of Windows", "- a\r\n- b\r\n", "b", "", "new", false, "- a\r\n- b\r\n\r\nnew\r\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			after := -1
			if tc.behind != "" {
				after = strings.Index(tc.body, tc.behind) + len(tc.behind)
			}
			got, err := insert([]byte(tc.body), after, tc.prefix, tc.text, tc.tight)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tc.want {
				t.Errorf("got\n%q\nwant\n%q", got, tc.want)
			}
		})
	}
}

func TestBlocksAreTakenAwayWithTheirLines(t *testing.T) {
	for _, tc := range []struct {
		name, body, gone, want string
	}{
		{"paragraph", "a\n\nold\nwords\n\nb\n", "old\nwords", "a\n\nb\n"},
		{"at the beginning", "\nold\n\nb\n", "old", "\nb\n"},
		{"at the end", "a\n\nold\n", "old", "a\n"},
		{"heading with an id", "a\n\n## old {#i}\n\nb\n", "old", "a\n\nb\n"},
		{"underlined heading", "old\n---\n\nb\n", "old", "b\n"},
		{"item", "- a\n- old\n- b\n", "old", "- a\n- b\n"},
		{"item of a list with blank lines", "- a\n\n- old\n\n- b\n", "old", "- a\n\n- b\n"},
		{"row", "| a |\n|---|\n| old |\n| b |\n", "| old |", "| a |\n|---|\n| b |\n"},
		{"paragraph of a quote", "> a\n>\n> old\n>\n> b\n", "old", "> a\n>\n> b\n"},
		{"everything", "old\n", "old", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			start := strings.Index(tc.body, tc.gone)
			got, err := rewrite.Body([]byte(tc.body), []rewrite.BlockEdit{{Start: start, End: start + len(tc.gone), Remove: true}})
			if err != nil || string(got) != tc.want {
				t.Errorf("%q, %v, want %q", got, err, tc.want)
			}
		})
	}
	for _, body := range []string{"| old |\n|---|\n| b |\n", "- old\n  - b\n"} {
		start := strings.Index(body, "old") - strings.Count(body[:4], "|")*2
		got, err := rewrite.Body([]byte(body), []rewrite.BlockEdit{{Start: start, End: strings.Index(body, "\n"), Remove: true}})
		wantFault(t, got, err, "rewrite-block-structure")
	}
	got, err := rewrite.Body([]byte("# a\n"), []rewrite.BlockEdit{{Start: 2, End: 3, Remove: true}, {Start: 3, End: 3, Text: "b"}})
	if err != nil || string(got) != "b\n\n" {
		t.Errorf("%q, %v", got, err)
	}
	body := "a\n\nb\n\nc\n"
	got, err = rewrite.Body([]byte(body), []rewrite.BlockEdit{
		{Start: 0, End: 1, Text: "A"},
		{Start: 3, End: 4, Remove: true}, {Start: 4, End: 4, Prefix: "# ", Suffix: "{#i}", Text: "new"},
		{Start: 6, End: 7, Remove: true}, {Start: 7, End: 7, Text: "last"},
	})
	if want := "A\n\n# new {#i}\n\nlast\n"; err != nil || string(got) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

func TestSeveralBlocksAreWrittenAtOnce(t *testing.T) {
	body := "# a\n\nb\n\n- c\n- d\n"
	at := func(s string) int { return strings.Index(body, s) }
	got, err := rewrite.Body([]byte(body), []rewrite.BlockEdit{
		{Start: at("a"), End: at("a") + 1, Text: "A #"},
		{Start: at("b"), End: at("b") + 1, Text: "- B"},
		{Start: at("b") + 1, End: at("b") + 1, Text: "B2"},
		{Start: at("b") + 1, End: at("b") + 1, Prefix: "## ", Text: "B3"},
		{Start: at("c"), End: at("c") + 1, Text: "c"},
		{Start: at("d") + 1, End: at("d") + 1, Prefix: "- ", Text: "1. E", Tight: true},
	})
	want := "# A \\#\n\n\\- B\n\nB2\n\n## B3\n\n- c\n- d\n- 1\\. E\n"
	if err != nil || string(got) != want {
		t.Errorf("%q, %v, want %q", got, err, want)
	}
}

func TestBlocksInsertedAtOnePlaceKeepTheirOrder(t *testing.T) {
	for _, tc := range []struct {
		body   string
		behind int
		want   string
	}{
		{"3. a\n4. b\n", 9, "3. a\n4. b\n5. x\n6. y\n\nz\n"},
		{"", 0, "\n1. x\n2. y\n\nz\n"},
		{"\na\n", 0, "\n1. x\n2. y\n\nz\n\na\n"},
		{"# a\nb\n", 3, "# a\n1. x\n2. y\n\nz\n\nb\n"},
	} {
		var edits []rewrite.BlockEdit
		for _, e := range []rewrite.BlockEdit{{Text: "x", Prefix: "1. ", Tight: true}, {Text: "y", Prefix: "1. ", Tight: true}, {Text: "z"}} {
			e.Start, e.End = tc.behind, tc.behind
			edits = append(edits, e)
		}
		got, err := rewrite.Body([]byte(tc.body), edits)
		if err != nil || string(got) != tc.want {
			t.Errorf("%q: %q, %v", tc.body, got, err)
		}
	}
}

func TestInsertionsThatFitNowhereAreRefused(t *testing.T) {
	for _, tc := range []struct {
		name, body, prefix, text string
		after                    int
		tight                    bool
		id                       string
	}{
		{"no prefix of Markdown", "a\n", "& ", "x", 1, false, "rewrite-block-prefix"},
		{"row that is too long", "| a |\n|---|\n| b |\n", "", "| x | y |", 17, true, "rewrite-block-cells"},
		{"break in a heading", "a\n", "# ", "x\ny", 1, false, "rewrite-block-break"},
		{"footnote that is there", "a[^1]\n\n[^1]: b\n", "", "<script>", 5, false, "rewrite-block-html"},
		{"behind the end", "a\n", "", "x", 9, false, "rewrite-block-place"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := insert([]byte(tc.body), tc.after, tc.prefix, tc.text, tc.tight)
			wantFault(t, got, err, tc.id)
		})
	}
}

func TestPagesKeepTheirBytesWhereNothingIsEdited(t *testing.T) {
	for name, data := range pages(t) {
		got, err := rewrite.Body(data, nil)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// insert puts a new block behind byte after, where the block that it follows
// ends, or at the beginning where after is -1.
func insert(body []byte, after int, prefix, text string, tight bool) ([]byte, error) {
	after = max(0, after)
	return rewrite.Body(body, []rewrite.BlockEdit{{Start: after, End: after, Text: text, Prefix: prefix, Tight: tight}})
}
