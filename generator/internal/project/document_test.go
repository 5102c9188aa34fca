package project_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
)

// document is the document of a page with this body.
func document(t *testing.T, body string) *project.Document {
	t.Helper()
	_, got := page(t, "---\ntitle: T\n---\n"+body)
	return got.Document()
}

// The wanted ids are what Hugo 0.165 gives with autoHeadingIDType github.
func TestHeadingHasTheAnchorThatHugoGivesIt(t *testing.T) {
	for _, tc := range []struct{ markdown, want string }{
		{"## Early warning", "early-warning"},
		{"## One `code` & two_three — Über Ünï", "one-code--two_three--über-ünï"},
		{"## Слово про Війну!", "слово-про-війну"},
		{"## عربى ١٢٣", "عربى-١٢٣"},
		{"## 日本語 テスト", "日本語-テスト"},
		{"## 1. Foo/Bar (baz)", "1-foobar-baz"},
		{"## ~~del~~ \"quoted\" it’s 5€", "del-quoted-its-5"},
		{"## a  b\tc", "a--bc"},
		{"## -dash-", "-dash-"},
		{"## Mixed *em* **strong** [link](/) ![alt](pic.png)", "mixed-em-strong-link-alt"},
		{"## **a *b* c** d", "a--d"},
		{"## [x **y** z](/name/)", "x"},
		{"## A\\_B", "a_b"},
		{"## Escaped \\& &amp; &eacute;", "escaped---é"},
		{"## &lt;i&gt;", "i"},
		{"## x&nbsp;y", "xy"},
		{"## a<!-- c -->b", "ab"},
		{"## Same\n\n## Same\n\n## Same", "same same-1 same-2"},
		{"## Own {#Own-ID}", "Own-ID"},
		{"## Own {.class #id}", "id"},
		{"## Two {#same}\n\n## Same\n\n## Same", "same same-1 same-2"},
		{"## ???\n\n## !!!\n\n## Heading", "heading heading-1 heading-2"},
		{"##\n\n## ???", " heading"},
		{"## <https://example.org/>", ""},
		{"Underlined\n==========\n\nlower\n-----", "underlined lower"},
		{"Underlined line one\nline two\n--------", "line-two"},
		{"> ## In a quote\n\n- ## In a list", "in-a-quote in-a-list"},
		{"```\n## Code\n```\n\n    ## Code", ""},
	} {
		var got []string
		for _, h := range document(t, tc.markdown+"\n").Headings {
			got = append(got, h.ID)
		}
		if s := strings.Join(got, " "); s != tc.want {
			t.Errorf("%q: got %q, want %q", tc.markdown, s, tc.want)
		}
	}
}

// Hugo makes the id of a heading with a shortcode of a number that changes
// from build to build.
func TestHeadingWithAShortcodeHasNoAnchorOfItsWords(t *testing.T) {
	got := document(t, "## The word {{< lang \"fr\" >}}mot{{< /lang >}}\n\n## The word {{< lang fr >}}mot{{< /lang >}} {#mot}\n").Headings
	if len(got) != 2 || got[0].ID != "" || got[1].ID != "mot" {
		t.Errorf("got %+v", got)
	}
	if got[0].Text != "The word mot" {
		t.Errorf("text %q", got[0].Text)
	}
}

func TestHeadingHasItsLevelTextAndPlace(t *testing.T) {
	var got []string
	for _, h := range document(t, "# One\n\n  ### Thr*ee* `x`\n\nTwo\nlines\n---\n\n> #### Quo&shy;te \\* #\n").Headings {
		got = append(got, fmt.Sprintf("%d %q at %d", h.Level, h.Text, h.Offset))
	}
	want := []string{`1 "One" at 0`, `3 "Three x" at 9`, `2 "Two lines" at 26`, `4 "Quo\u00adte *" at 43`}
	if !slices.Equal(got, want) {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestLinksAndImagesAreFoundWhereTheyStand(t *testing.T) {
	for _, tc := range []struct{ name, markdown, links, images string }{
		{"inline", "a [b](/c/) [d](<e f> \"title\")", "2 /c/; 11 e f", ""},
		{"two on a second line", "a\nb [c](d) [e](f)", "4 d; 11 f", ""},
		{"behind other letters", "é [b](/c/)", "3 /c/", ""},
		{"emphasised", "**a [b](c)**", "4 c", ""},
		{"empty", "[a]()", "0 ", ""},
		{"reference", "[a][b] [b] [b][]\n\n[b]: /c/\n", "0 /c/; 7 /c/; 11 /c/", ""},
		{"reference to nothing is text", "[a][b]", "", ""},
		{"address in angle brackets", "x <https://example.org/>", "2 https://example.org/", ""},
		{"bare address", "see https://example.org/a.", "4 https://example.org/a", ""},
		{"bare www address", "www.example.org", "0 http://www.example.org", ""},
		{"mail address in angle brackets", "<a@example.org>", "0 mailto:a@example.org", ""},
		{"bare mail address", "write a@example.org now", "6 mailto:a@example.org", ""},
		{"mail address with its scheme", "<mailto:a@example.org>", "0 mailto:a@example.org", ""},
		{"in a table", "|a|b|\n|-|-|\n|[c](d)|x [e](f)|", "13 d; 22 f", ""},
		{"in a heading, a list and a quote", "## [a](b)\n\n- [c](d)\n\n> [e](f)", "3 b; 13 d; 23 f", ""},
		{"in a footnote, once", "a[^1]\n\n[^1]: b [c](d)\n", "15 d", ""},
		{"image", "a ![b](c.png \"t\")", "", "2 c.png \"b\""},
		{"image without words", "![](a.png) ![ ](b.png) ![&nbsp;](c.png) ![\u200b](d.png)", "", "0 a.png \"\"; 11 b.png \"\"; 23 c.png \"\"; 40 d.png \"\""},
		{"image by reference", "![a *b*][c]\n\n[c]: d.png", "", "0 d.png \"a b\""},
		{"image in a link", "[![a](b.png)](c)", "0 c", "1 b.png \"a\""},
		{"in code", "`[a](b)` \n\n    [a](b)\n\n```\n![](b)\n```\n", "", ""},
		{"in a shortcode's text", "{{< lang fr >}}[a](b){{< /lang >}} [c](d)", "15 b; 35 d", ""},
		{"in a shortcode's text on its own line", "{{< lang fr >}}\n[a](b)\n{{< /lang >}}", "16 b", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var links, images []string
			d := document(t, tc.markdown)
			for _, l := range d.Links {
				links = append(links, fmt.Sprintf("%d %s", l.Offset, l.Destination))
			}
			for _, i := range d.Images {
				images = append(images, fmt.Sprintf("%d %s %q", i.Offset, i.Destination, i.Alt))
			}
			if got := strings.Join(links, "; "); got != tc.links {
				t.Errorf("links %s, want %s", got, tc.links)
			}
			if got := strings.Join(images, "; "); got != tc.images {
				t.Errorf("images %s, want %s", got, tc.images)
			}
		})
	}
}

func TestHTMLIsFoundWhereItStands(t *testing.T) {
	for _, tc := range []struct {
		name, markdown string
		want           []int
	}{
		{"inline", "a <b>c</b>", []int{2}},
		{"block", "a\n\n<div>\nb\n</div>\n\nc", []int{3}},
		{"block without an end", "<script>\nalert(1)\n", []int{0}},
		{"indented block", "a\n\n  <div>x</div>", []int{5}},
		{"attribute over two lines", "a <b\nc=\"d\">e", []int{2}},
		{"declaration and instruction", "<!DOCTYPE html>\n\n<?php ?>", []int{0, 17}},
		{"comment", "a <!-- b --> c", nil},
		{"comment as a block", "<!-- a -->\n", nil},
		{"comment over several lines", "a\n\n<!-- b\n\n<p>c</p>\n-->\n\nd", nil},
		{"two comments in a line", "<!-- a --><!-- b -->\n", nil},
		{"text behind a comment is lost", "<!-- a --> b\n", []int{0}},
		{"text behind a long comment is lost", "<!-- a\nb\n--> c\n", []int{0}},
		{"HTML behind a comment", "<!-- a --><b>\n", []int{0}},
		{"comment without an end", "a\n\n<!-- b\n\nc\n", []int{3}},
		{"code span", "a `<b>` c", nil},
		{"code block", "```html\n<div>\n```\n\n    <div>\n", nil},
		{"entity and lone characters", "a &lt;b&gt; 1 < 2 > 0 \\<b>", nil},
		{"addresses are no HTML", "<https://example.org/> <a@example.org>", nil},
		{"shortcode", "{{< lang \"fr\" >}}mot{{< /lang >}} {{% x %}} {{<y a=\"}\">}}", nil},
		{"HTML in a shortcode's text", "{{< lang fr >}}<b>{{< /lang >}}", []int{15}},
		{"in a quote and a list", "> <b>\n\n- a <i>", []int{2, 11}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := document(t, tc.markdown).HTML; !slices.Equal(got, tc.want) {
				t.Errorf("got %v, want %v", got, tc.want)
			}
		})
	}
}

func TestShortcodesAreFoundWhereTheyStand(t *testing.T) {
	for _, tc := range []struct{ markdown, want string }{
		{"{{< lang \"fr\" >}}a{{< /lang >}}", "0 lang; 18 lang"},
		{"{{<lang>}} {{%  x y=\"z\"  %}} {{< self />}}", "0 lang; 11 x; 29 self"},
		{"{{< a\nb >}}", "0 a"},
		{"{{< a b=\"}\" c=`}}` >}}", "0 a"},
		{"`{{< a >}}`\n\n    {{< b >}}", "1 a; 17 b"}, // Hugo calls them in code, too
		{"{{</* a */>}} {{%/* b */%}}", ""},           // written about, not called
		{"{{ .Title }} {{< >}}", "13 "},
		{"{{< a", ""},
	} {
		var got []string
		for _, s := range document(t, tc.markdown).Shortcodes {
			got = append(got, fmt.Sprintf("%d %s", s.Offset, s.Name))
		}
		if s := strings.Join(got, "; "); s != tc.want {
			t.Errorf("%q: got %q, want %q", tc.markdown, s, tc.want)
		}
	}
}

func TestDocumentIsParsedOnce(t *testing.T) {
	_, got := page(t, "---\ntitle: T\n---\n## A\n")
	if first := got.Document(); first != got.Document() {
		t.Error("parsed twice")
	}
}
