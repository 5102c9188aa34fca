package check_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// manyPages is a project of n pages, each with headings, links and one more
// line; a third of them are in French too.
func manyPages(n int, line string) fstest.MapFS {
	fsys := overlay("")
	for i := range n {
		body := fmt.Sprintf("## One\n\n[a](/pages/p%d/#one) [b](/about/) [c](/resolution/#p3-a)\n\n## Two\n\nText *of* the page.\n", (i+1)%n)
		body += line + "\n"
		fsys[fmt.Sprintf("content/en/pages/p%d.md", i)] = &fstest.MapFile{Data: []byte(md(body))}
		if i%3 == 0 {
			fsys[fmt.Sprintf("content/fr/pages/p%d.md", i)] = &fstest.MapFile{Data: []byte(md(strings.NewReplacer("## One", "## Un {#one}", "Text *of*", "Texte *de*").Replace(body)))}
		}
	}
	return fsys
}

func took(t *testing.T, fsys fstest.MapFS, want int) time.Duration {
	t.Helper()
	start := time.Now()
	if found := run(t, fsys); len(found) != want {
		t.Errorf("found %d, want %d: %v", len(found), want, found[:min(3, len(found))])
	}
	return time.Since(start)
}

// Ten times the pages may take ten times as long, not a hundred times. The
// limits are loose: they tell quadratic from linear, not fast from slow.
func TestTimeGrowsWithThePages(t *testing.T) {
	for _, tc := range []struct {
		name, line string
		found      int // in each page
	}{
		{"clean", "", 0},
		{"one wrong link everywhere", "[w](/pages/z77/)", 1},
		{"problems of several kinds", "![](x.png) <b> [w](#two2) {{< y >}}\n\n#### Z\n", 6},
	} {
		few := took(t, manyPages(300, tc.line), tc.found*400)
		many := took(t, manyPages(3000, tc.line), tc.found*4000)
		t.Logf("%s: 300 pages %v, 3000 pages %v", tc.name, few, many)
		if limit := 40*few + time.Second; many > limit {
			t.Errorf("%s: 3000 pages took %v, 300 took %v", tc.name, many, few)
		}
	}
}

// hang is far above what a slow machine needs, and far below what a quadratic
// rule would take.
const hang = 30 * time.Second

func TestHostileFilesAreJudgedInTime(t *testing.T) {
	const most = 1 << 16 // the Markdown parser itself is slower than linear
	fill := func(head, s string) string { return head + strings.Repeat(s, (most-len(head))/len(s)) }
	head := md("")
	resolutionHead := "---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, status: unofficial}\n---\nA\n\n***\n\n1. B\n\n"
	for _, tc := range []struct{ name, file, data string }{
		{"direction controls", "content/en/x.md", fill(head, "\u202e")},
		{"broken links", "content/en/x.md", fill(head, "[a](/b)")},
		{"open brackets", "content/en/x.md", fill(head, "[")},
		{"open links", "content/en/x.md", fill(head, "[a](<b")},
		{"emphasis", "content/en/x.md", fill(head, "*a _b ")},
		{"equal headings", "content/en/x.md", fill(head, "## a\n")},
		{"open shortcodes", "content/en/x.md", fill(head, "{{< a \"")},
		{"shortcodes", "content/en/x.md", fill(head, "{{< a >}}")},
		{"comments without an end", "content/en/x.md", fill(head, "<!-- ")},
		{"HTML", "content/en/x.md", fill(head, "<b>")},
		{"reference definitions", "content/en/x.md", fill(head, "[a]: b\n")},
		{"footnotes", "content/en/x.md", fill(head, "[^1]")},
		{"tables", "content/en/x.md", fill(head+"|a|\n|-|\n", "|b|\n")},
		{"phrases that do not stand there", "content/en/resolution/references.yaml", fill("references:\n", "  - text: noting thes words of the pas sage\n    to: p1\n")},
		{"phrases that stand everywhere", "content/en/resolution/references.yaml", fill("references:\n", "  - {text: this, to: p1}\n")},
		{"addresses", "content/en/resolution/ids.txt", fill("", "p1 -> p1\n")},
		{"a chain of addresses", "content/en/resolution/ids.txt", chain(most)},
		{"other points", "content/fr/resolution/_index.md", fill(resolutionHead, "    - c\n")},
		{"strings", "i18n/fr.toml", fill("", "# c\n") + "\n"},
		{"many strings", "i18n/fr.toml", manyStrings(most)},
		{"one front matter", "content/en/x.md", "---\n" + strings.Repeat("a:\n", 20000) + "---\n"},
		{"a list in a list", "content/en/x.md", "---\na: " + strings.Repeat("- ", 30000) + "\n---\n"},
		{"quotation marks", "content/en/x.md", "---\na: " + strings.Repeat("\"", 60000) + "\n---\n"},
		{"open quotation marks", "content/en/x.md", "---\n" + strings.Repeat("a: '\n", 10000) + "---\n"},
		{"comments", "content/en/x.md", "---\n" + strings.Repeat("#\n", 30000) + "---\n"},
		{"a long key", "content/en/x.md", "---\n" + strings.Repeat("a", 60000) + ": b\n---\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			fsys := overlay("")
			fsys[tc.file] = &fstest.MapFile{Data: []byte(tc.data)}
			start := time.Now()
			found := run(t, fsys)
			if took := time.Since(start); took > hang {
				t.Errorf("%d bytes took %v, found %d", len(tc.data), took, len(found))
			}
		})
	}
}

func manyStrings(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size-20; i++ {
		fmt.Fprintf(&b, "k%d = \"x\"\n", i)
	}
	return b.String()
}

// chain is a register of old addresses of which each leads to the next.
func chain(size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size-20; i++ {
		fmt.Fprintf(&b, "q%d -> q%d\n", i, i+1)
	}
	return b.String()
}
