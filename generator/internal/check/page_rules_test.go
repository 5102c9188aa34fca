package check_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
)

func TestACleanProjectGivesNothing(t *testing.T) {
	wantFound(t, run(t, overlay("")), nil)
}

func TestTheSmallestProjectGivesNothing(t *testing.T) {
	wantFound(t, run(t, fstest.MapFS{"hugo.toml": {}, "i18n/en.toml": {}, "content/en/_index.md": {Data: []byte(md(""))}}), nil)
}

func TestRuleAddress(t *testing.T) {
	runCases(t, []ruleCase{
		{"small letters, digits, single hyphens", "-- content/en/early-warning/13-e.md --\n" + md(""), nil},
		{"capital letters become small", "-- content/en/About-Us.md --\n" + md(""), nil},
		{"underscore", "-- content/en/a_b.md --\n" + md(""), []string{"content/en/a_b.md:1:1 error address Address=/a_b/"}},
		{"space", "-- content/en/a b/index.md --\n" + md(""), []string{"content/en/a b/index.md:1:1 error address Address=/a b/"}},
		{"dot", "-- content/en/a.fr.md --\n" + md(""), []string{"content/en/a.fr.md:1:1 error address Address=/a.fr/"}},
		{"another script, also in its own language", "-- content/fr/été.md --\n" + md(""), []string{"content/fr/été.md:1:1 error address Address=/été/"}},
		{"two hyphens", "-- content/en/a--b.md --\n" + md(""), []string{"content/en/a--b.md:1:1 error address Address=/a--b/"}},
		{"alias", "-- content/en/a.md --\n---\ntitle: T\nsummary: S\naliases:\n  - /old/\n  - /Old Name/\n  - https://example.org/\n---\n", []string{
			"content/en/a.md:6:5 error address Address=/Old Name/",
			"content/en/a.md:7:5 error address Address=https://example.org/",
		}},
	})
}

func TestRuleDuplicateAddress(t *testing.T) {
	alias := func(a string) string { return "---\ntitle: T\nsummary: S\naliases: [" + a + "]\n---\n" }
	runCases(t, []ruleCase{
		{"a file and a folder", "-- content/en/a.md --\n" + md("") + "-- content/en/a/index.md --\n" + md(""), []string{
			"content/en/a.md:1:1 error duplicate-address Address=/a/ Other=content/en/a/index.md",
		}},
		{"both kinds of index", "-- content/en/a/_index.md --\n" + md("") + "-- content/en/a/index.md --\n" + md(""), []string{
			"content/en/a/index.md:1:1 error duplicate-address Address=/a/ Other=content/en/a/_index.md",
		}},
		{"letters that differ in case", "-- content/en/A.md --\n" + md("") + "-- content/en/a.md --\n" + md(""), []string{
			"content/en/a.md:1:1 error duplicate-address Address=/a/ Other=content/en/A.md",
		}},
		{"the same page in two languages", "-- content/en/a.md --\n" + md("") + "-- content/fr/a.md --\n" + md(""), nil},
		{"a draft hides nothing", "-- content/en/a.md --\n" + md("") + "-- content/en/a/index.md --\n---\ntitle: T\nsummary: S\ndraft: true\n---\n", nil},
		{"an alias that is free", "-- content/en/a.md --\n" + alias("/old/"), nil},
		{"an alias that is a page", "-- content/en/a.md --\n" + alias("about"), []string{
			"content/en/a.md:4:11 error duplicate-address Address=/about/ Other=content/en/about.md",
		}},
		{"an alias that is the page itself", "-- content/en/a.md --\n" + alias("/x/, /a"), []string{
			"content/en/a.md:4:16 error duplicate-address Address=/a/ Other=content/en/a.md",
		}},
		{"an alias of two pages", "-- content/en/a.md --\n" + alias("/old/") + "-- content/en/b.md --\n" + alias("/old"), []string{
			"content/en/b.md:4:11 error duplicate-address Address=/old/ Other=content/en/a.md",
		}},
		{"an alias in each language", "-- content/en/a.md --\n" + alias("/old/") + "-- content/fr/a.md --\n" + alias("/old/"), nil},
		{"a page at another address of one that the program makes", "-- content/en/a-z.md --\n" + md(""), []string{
			"content/en/a-z.md:1:1 error duplicate-address duplicate-address-made Address=/a-z/ Page=/search/",
		}},
		{"an alias at one", "-- content/fr/a.md --\n" + alias("/x/, a-z, /search/"), []string{
			"content/fr/a.md:4:16 error duplicate-address duplicate-address-made Address=/a-z/ Page=/search/",
			"content/fr/a.md:4:21 error duplicate-address duplicate-address-made Address=/search/ Page=/search/",
		}},
		{"a page in the place of one", "-- content/en/search.md --\n" + alias("/a-z/") + "-- content/fr/search.md --\n" + alias("/a-z/"), nil},
		{"an alias at one that is not made, as a page in its place is borrowed", "-- content/en/search.md --\n" + md("") + "-- content/fr/a.md --\n" + alias("/a-z/"), nil},
		{"an alias that is a borrowed page", "-- content/en/a.md --\n" + md("") + "-- content/fr/b.md --\n" + alias("/a/"), []string{
			"content/fr/b.md:4:11 error duplicate-address Address=/a/ Other=content/en/a.md",
		}},
	})
}

func TestRulePageFolder(t *testing.T) {
	runCases(t, []ruleCase{
		{"pages below a section", "-- content/en/a/_index.md --\n" + md("") + "-- content/en/a/b.md --\n" + md("") + "-- content/en/a/c/index.md --\n" + md(""), nil},
		{"files beside a page", "-- content/en/a/index.md --\n" + md("") + "-- content/en/a/data.csv --\n", nil},
		{"a page of a similar name", "-- content/en/a/index.md --\n" + md("") + "-- content/en/ab.md --\n" + md("") + "-- content/en/a-b.md --\n" + md(""), nil},
		{"pages below a page", "-- content/en/a/index.md --\n" + md("") + "-- content/en/a/b.md --\n" + md("") + "-- content/en/a/c/index.md --\n" + md(""), []string{
			"content/en/a/index.md:1:1 error page-folder Other=content/en/a/b.md",
		}},
		{"borrowed pages below a page", "-- content/en/a/_index.md --\n" + md("") + "-- content/en/a/b.md --\n" + md("") + "-- content/fr/a/index.md --\n" + md(""), []string{
			"content/fr/a/index.md:1:1 error page-folder Other=content/en/a/b.md",
		}},
		{"a home page that is a page", "-- content/fr/index.md --\n" + md(""), []string{
			"content/fr/index.md:1:1 error page-folder Other=content/fr/about.md",
		}},
	})
}

func TestRuleFileSize(t *testing.T) {
	fsys := overlay("")
	for name, size := range map[string]int{"content/en/most.png": project.MaxFileSize, "content/en/more.png": project.MaxFileSize + 1, "content/en/big/index.md": 2 << 20, "i18n/de.toml": 3 << 19, "static/video.mp4": 2 << 20} {
		fsys[name] = &fstest.MapFile{Data: make([]byte, size)}
	}
	wantFound(t, run(t, fsys), []string{
		"content/en/big/index.md:1:1 error file-size Size=2.0",
		"content/en/more.png:1:1 error file-size Size=1.1",
		"i18n/de.toml:1:1 error file-size Size=1.5",
	})
}

func TestRuleUTF8(t *testing.T) {
	for _, tc := range []struct {
		name, file, data string
		want             []string
	}{
		{"a page", "content/en/a.md", md("caf\xe9\n"), []string{"content/en/a.md:5:4 error utf-8"}},
		{"behind letters of two bytes", "content/en/a.md", md("éé\xff\n"), []string{"content/en/a.md:5:3 error utf-8"}},
		{"UTF-16", "content/en/a.md", "\xff\xfe-\x00-\x00-\x00", []string{"content/en/a.md:1:1 error utf-8"}},
		{"a surrogate", "content/en/a.md", md("\xed\xa0\x80"), []string{"content/en/a.md:5:1 error utf-8"}},
		{"a catalogue", "i18n/fr.toml", "home = \"\xe9\"\n", []string{"i18n/fr.toml:1:9 error utf-8"}},
		{"the reference catalogue", "i18n/en.toml", "home = \"\xe9\"\n", []string{"i18n/en.toml:1:9 error utf-8"}},
		{"a text beside a page", "content/en/data.csv", "a\n\xff", []string{"content/en/data.csv:2:1 error utf-8"}},
		{"a picture is no text", "content/en/a.png", "\xff", nil},
		{"the replacement character is a character", "content/en/a.md", md("\ufffd"), nil},
		{"a byte order mark", "content/en/a.md", "\ufeff" + md(""), nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			fsys := overlay("")
			fsys[tc.file] = &fstest.MapFile{Data: []byte(tc.data)}
			wantFound(t, run(t, fsys), tc.want)
		})
	}
}

func TestRuleBidiControl(t *testing.T) {
	cases := []ruleCase{
		{"marks and joiners are allowed", "-- content/en/a.md --\n" + md("a\u200e\u200f\u061c\u200c\u200d b\n"), nil},
		{"in a page", "-- content/en/a.md --\n" + md("é \u202eb\u202c\n"), []string{
			"content/en/a.md:5:3 error bidi-control Character=U+202E",
			"content/en/a.md:5:5 error bidi-control Character=U+202C",
		}},
		{"in a front matter", "-- content/en/a.md --\n---\ntitle: \u2066T\nsummary: S\n---\n", []string{"content/en/a.md:2:8 error bidi-control Character=U+2066"}},
		{"in a catalogue", "-- i18n/fr.toml --\nhome = \"A\u2069\"\nby = \"{{ .Name }}\"\npages.one = \"{{ .Count }}\"\npages.many = \"{{ .Count }}\"\npages.other = \"{{ .Count }}\"\n", []string{
			"i18n/fr.toml:1:10 error bidi-control Character=U+2069",
		}},
		{"escaped in a catalogue", "-- i18n/fr.toml --\nhome = \"A\\u202E\\U00002066\"\nby = \"{{ .Name }}\"\npages.one = \"{{ .Count }}\"\npages.many = \"{{ .Count }}\"\npages.other = \"{{ .Count }}\"\n", []string{
			"i18n/fr.toml:1:10 error bidi-control Character=U+202E",
			"i18n/fr.toml:1:16 error bidi-control Character=U+2066",
		}},
		{"escaped in a front matter", "-- content/en/a.md --\n---\ntitle: \"\\u202a\"\nsummary: S\n---\n", []string{"content/en/a.md:2:9 error bidi-control Character=U+202A"}},
		{"written as HTML does", "-- content/en/a.md --\n" + md("é &#x202e; &#8238; &#X0002067;\n"), []string{
			"content/en/a.md:5:3 error bidi-control Character=U+202E",
			"content/en/a.md:5:12 error bidi-control Character=U+202E",
			"content/en/a.md:5:20 error bidi-control Character=U+2067",
		}},
		{"in a file beside a page", "-- content/en/a.csv --\nx\u2068\n", []string{"content/en/a.csv:1:2 error bidi-control Character=U+2068"}},
	}
	for r := '\u202a'; r <= '\u2069'; r++ {
		if r <= '\u202e' || r >= '\u2066' {
			cases = append(cases, ruleCase{string(r), "-- content/en/a.txt --\n" + string(r), []string{"content/en/a.txt:1:1 error bidi-control Character=U+" + strings.ToUpper(hex(r))}})
		}
	}
	runCases(t, cases)
}

func hex(r rune) string {
	const digits = "0123456789abcdef"
	return string([]byte{digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15]})
}

func TestRuleControlCharacter(t *testing.T) {
	runCases(t, []ruleCase{
		{"white space", "-- content/en/a.md --\n" + md("a\tb\r\nc\n"), nil},
		{"controls", "-- content/en/a.md --\n" + md("é\x1b[31m\x7f\n\u0085\n"), []string{
			"content/en/a.md:5:2 error control-character Character=U+001B",
			"content/en/a.md:5:7 error control-character Character=U+007F",
			"content/en/a.md:6:1 error control-character Character=U+0085",
		}},
		{"escaped in a front matter", "-- content/en/a.md --\n---\ntitle: \"\\u0007\\x1b\\a\"\nsummary: S\n---\n", []string{
			"content/en/a.md:2:9 error control-character Character=U+0007",
			"content/en/a.md:2:15 error control-character Character=U+001B",
		}},
	})
}

// Only what can be read says where links can lead.
func TestLinksToAPageThatCannotBeReadWait(t *testing.T) {
	for _, d := range run(t, overlay("-- content/en/resolution/_index.md --\n---\ntitle: \"R\nresolution:\n  kind: x\n---\n1. Noting;\n-- content/en/x.md --\n"+md("[a](/resolution/#p1)\n"))) {
		if d.Rule == "link" {
			t.Error(brief(d))
		}
	}
}

func TestRuleContentHTMLFile(t *testing.T) {
	runCases(t, []ruleCase{
		{"HTML", "-- content/en/a.html --\n-- content/en/b/index.HTM --\n-- content/en/c.xhtml --\n", []string{
			"content/en/a.html:1:1 error content-html-file",
			"content/en/b/index.HTM:1:1 error content-html-file",
			"content/en/c.xhtml:1:1 error content-html-file",
		}},
		{"another form of text that Hugo would publish", "-- content/en/a.markdown --\n-- content/en/b.org --\n-- content/en/c.adoc --\n-- content/en/d.pdc --\n-- content/en/e.rst --\n-- content/en/f.mdown --\n", []string{
			"content/en/a.markdown:1:1 error content-html-file content-html-file-other Extension=.markdown",
			"content/en/b.org:1:1 error content-html-file content-html-file-other Extension=.org",
			"content/en/c.adoc:1:1 error content-html-file content-html-file-other Extension=.adoc",
			"content/en/d.pdc:1:1 error content-html-file content-html-file-other Extension=.pdc",
			"content/en/e.rst:1:1 error content-html-file content-html-file-other Extension=.rst",
			"content/en/f.mdown:1:1 error content-html-file content-html-file-other Extension=.mdown",
		}},
		{"data and texts", "-- content/en/a.txt --\n-- content/en/b.csv --\n-- static/x.html --\n", nil},
	})
}

func TestRuleLinkText(t *testing.T) {
	runCases(t, []ruleCase{
		{"without words", "-- content/en/a.md --\n" + md("a [](/about/)\n"), []string{"content/en/a.md:5:3 error link-text Link=/about/"}},
		{"words, emphasis, code, a shortcode", "-- content/en/a.md --\n" + md("[a](/about/) [*b*](/about/) [`c`](/about/) [{{< lang fr >}}d{{< /lang >}}](/about/) <https://example.org/>\n"), nil},
	})
}

func TestRuleFieldHTML(t *testing.T) {
	runCases(t, []ruleCase{
		{"markup in fields", "-- content/en/a.md --\n---\ntitle: A <i>b</i>\nsummary: \"{{ .Title }}\"\n---\n", []string{
			"content/en/a.md:2:1 error field-html Field=title",
			"content/en/a.md:3:1 error field-html Field=summary",
		}},
		{"comparisons are no markup", "-- content/en/a.md --\n---\ntitle: 1 < 2 > 0\nsummary: a & b\n---\n", nil},
	})
}

func TestTheReferenceLanguageNeedsAHomePage(t *testing.T) {
	fsys := overlay("")
	delete(fsys, "content/en/_index.md")
	delete(fsys, "content/fr/_index.md")
	found := run(t, fsys)
	for _, d := range found {
		if d.ID == "home-page" && d.Place() == "content/en/_index.md:1:1" && d.Severity.String() == "error" {
			return
		}
	}
	t.Errorf("not reported: %+v", found)
}

func TestRuleRequiredField(t *testing.T) {
	runCases(t, []ruleCase{
		{"no field at all", "-- content/en/a.md --\n---\n---\n", []string{
			"content/en/a.md:1:1 error required-field Field=summary",
			"content/en/a.md:1:1 error required-field Field=title",
		}},
		{"no front matter at all is one problem", "-- content/en/a.md --\nText\n", []string{"content/en/a.md:1:1 error front-matter front-matter-missing"}},
		{"fields without a value", "-- content/en/a.md --\n---\nsummary: \"  \"\ntitle:\n---\n", []string{
			"content/en/a.md:2:1 error required-field Field=summary",
			"content/en/a.md:3:1 error required-field Field=title",
		}},
		{"beside an unknown field", "-- content/en/a.md --\n---\ntitle: T\nauthor: A\n---\n", []string{
			"content/en/a.md:1:1 error required-field Field=summary",
			"content/en/a.md:3:1 error unknown-field Field=author Fields=aims, aliases, asks, class, contentNote, draft, events, focus, images, importance, messages, minutes, optOut, order, ownNumbers, posters, posts, print, quiet, resolution, review, reviewed, reviewer, services, sources, steps, summary, title, type Nearest=",
		}},
		{"beside a wrong value", "-- content/fr/a.md --\n---\ntitle: T\nreview: done\n---\n", []string{
			"content/fr/a.md:1:1 error required-field Field=summary",
			"content/fr/a.md:3:9 error front-matter front-matter-value Field=review Value=done Values=unreviewed, machine, reviewed",
		}},
		{"a field of the wrong kind is not missing", "-- content/en/resolution/3a.md --\n---\ntitle: [T]\nsummary: S\nasks: [x]\nsources: y\n---\n", []string{
			"content/en/resolution/3a.md:2:8 error front-matter front-matter-kind-text Field=title",
			"content/en/resolution/3a.md:4:8 error front-matter front-matter-kind-map Field=asks",
			"content/en/resolution/3a.md:5:10 error front-matter front-matter-kind-list Field=sources",
		}},
		{"what a resolution is known by", "-- content/fr/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution:\n  kind: resolution\n  body:\n---\n1. A\n\n2. B\n\n***\n\n3. C\n\n    - a. D\n    - b. E\n", []string{
			"content/fr/resolution/_index.md:4:1 error required-field Field=resolution.body",
			"content/fr/resolution/_index.md:4:1 error required-field Field=resolution.number",
			"content/fr/resolution/_index.md:4:1 error required-field Field=resolution.status",
		}},
		{"asks and sources", "-- content/en/resolution/3a.md --\n---\ntitle: T\nsummary: S\nasks:\n  - of: A\n  - to: B\n  -\nsources:\n  - title: A\n  - url: https://example.org/\n---\n", []string{
			"content/en/resolution/3a.md:5:5 error required-field required-field-item Field=to List=asks",
			"content/en/resolution/3a.md:6:5 error required-field required-field-item Field=of List=asks",
			"content/en/resolution/3a.md:7:4 error required-field required-field-item Field=of List=asks",
			"content/en/resolution/3a.md:7:4 error required-field required-field-item Field=to List=asks",
			"content/en/resolution/3a.md:10:5 error required-field required-field-item Field=fact List=sources",
		}},
	})
}

func TestRuleHeadingLevel(t *testing.T) {
	runCases(t, []ruleCase{
		{"one level at a time", "-- content/en/a.md --\n" + md("## A\n\n### B\n\n#### C\n\n## D\n\n### E\n"), nil},
		{"level 1 is the title", "-- content/en/a.md --\n" + md("Text\n\n# A **b**\n\n## C\n"), []string{"content/en/a.md:7:1 error heading-level heading-level-title Heading=A b"}},
		{"begins too deep", "-- content/en/a.md --\n" + md("### A\n"), []string{"content/en/a.md:5:1 error heading-level heading-level-skipped Expected=2 Heading=A Level=3"}},
		{"a gap, then the same level", "-- content/en/a.md --\n" + md("## A\n\n#### B\n\n#### C\n\n###### D\n"), []string{
			"content/en/a.md:7:1 error heading-level heading-level-skipped Expected=3 Heading=B Level=4",
			"content/en/a.md:11:1 error heading-level heading-level-skipped Expected=5 Heading=D Level=6",
		}},
		{"underlined", "-- content/en/a.md --\n" + md("A\n===\n"), []string{"content/en/a.md:5:1 error heading-level heading-level-title Heading=A"}},
		{"in a quote", "-- content/en/a.md --\n" + md("> ### A\n"), []string{"content/en/a.md:5:3 error heading-level heading-level-skipped Expected=2 Heading=A Level=3"}},
		{"in code", "-- content/en/a.md --\n" + md("```\n# A\n```\n"), nil},
		{"without a front matter", "-- content/en/a.md --\n# A\n", []string{
			"content/en/a.md:1:1 error front-matter front-matter-missing",
			"content/en/a.md:1:1 error heading-level heading-level-title Heading=A",
		}},
	})
}

func TestRuleImageAlt(t *testing.T) {
	fsys := overlay("-- content/en/a/index.md --\n" + md("![a map](m.png)\n\né ![](m.png) ![ ](m.png)\n\n[![\u00a0](/press.pdf)](/about/)\n") + "-- content/en/a/m.png --\n")
	wantFound(t, run(t, fsys), []string{
		"content/en/a/index.md:5:1 error image-rights Image=m.png",
		"content/en/a/index.md:7:3 error image-alt Image=m.png",
		"content/en/a/index.md:7:14 error image-alt Image=m.png",
		"content/en/a/index.md:9:2 error image-alt Image=/press.pdf",
		"content/en/a/index.md:9:2 error image-rights Image=/press.pdf",
	})
}

func TestRuleRawHTML(t *testing.T) {
	runCases(t, []ruleCase{
		{"inline and block", "-- content/en/a.md --\n" + md("é <b>c</b>\n\n<div>\nd\n</div>\n"), []string{
			"content/en/a.md:5:3 error raw-html",
			"content/en/a.md:7:1 error raw-html",
		}},
		{"comments, code, shortcodes", "-- content/en/a.md --\n" + md("<!-- a\nb -->\n\n`<b>` {{< lang \"fr\" >}}mot{{< /lang >}}\n\n    <i>\n"), nil},
		{"in a resolution", "-- content/fr/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, status: unofficial}\n---\n1. A\n\n2. <b>B\n\n***\n\n3. C\n\n    - a. D\n    - b. E\n", []string{
			"content/fr/resolution/_index.md:8:4 error raw-html",
			"content/fr/resolution/_index.md:8:4 error resolution-html tag=<b>",
		}},
	})
}

func TestRuleShortcode(t *testing.T) {
	runCases(t, []ruleCase{
		{"one that there is", "-- content/en/a.md --\n" + md("{{< lang fr >}}mot{{< /lang >}}\n"), nil},
		{"one that there is not", "-- content/en/a.md --\n" + md("é {{< youtube x >}}\n"), []string{"content/en/a.md:5:3 error shortcode Name=youtube Names=lang"}},
		{"one that is written about", "-- content/en/a.md --\n" + md("`{{</* youtube x */>}}`\n"), nil},
		{"in a heading without an id", "-- content/en/a.md --\n" + md("## A {{< lang fr >}}mot{{< /lang >}}\n"), []string{"content/en/a.md:5:1 error shortcode shortcode-heading Heading=A mot"}},
		{"in a heading with an id", "-- content/en/a.md --\n" + md("## A {{< lang fr >}}mot{{< /lang >}} {#mot}\n"), nil},
	})
}

func TestRuleReview(t *testing.T) {
	front := func(fields string) string { return "---\ntitle: T\nsummary: S\n" + fields + "\n---\n" }
	runCases(t, []ruleCase{
		{"signed and dated", "-- content/fr/a.md --\n" + front("review: reviewed\nreviewer: A. Person\nreviewed: 2024-11-25"), nil},
		{"not reviewed", "-- content/fr/a.md --\n" + front("review: unreviewed") + "-- content/fr/b.md --\n" + front("review: machine"), nil},
		{"not signed", "-- content/fr/a.md --\n" + front("review: reviewed\nreviewed: 2024-11-25"), []string{"content/fr/a.md:4:1 error review review-unsigned"}},
		{"not dated", "-- content/fr/a.md --\n" + front("review: reviewed\nreviewer: A. Person"), []string{"content/fr/a.md:4:1 error review review-unsigned"}},
		{"an original", "-- content/en/a.md --\n" + front("review: machine"), []string{"content/en/a.md:4:1 error review review-original Language=en"}},
	})
}
