package check_test

import "testing"

func TestRuleLink(t *testing.T) {
	// Every case is one line of the page /a/b/, an index.md, with a file beside
	// it; want is what follows the place.
	for _, tc := range []struct{ name, line, want string }{
		{"a page by its address", "[x](/about/)", ""},
		{"without the slash at the end", "[x](/about)", ""},
		{"in capital letters", "[x](/About/)", ""},
		{"with a query", "[x](/about/?q=1#why)", ""},
		{"percent-encoded", "[x](/%61bout/)", ""},
		{"the home page", "[x](/)", ""},
		{"a page that is not there", "[x](/nowhere-at-all/)", "link link-broken Link=/nowhere-at-all/ Nearest="},
		{"a page that was meant", "[x](/abuot/)", "link link-broken-nearest Link=/abuot/ Nearest=/about/"},
		{"a page below", "[x](c/)", ""},
		{"a page below, by its file", "[x](c.md)", ""},
		{"the page above", "[x](..)", ""},
		{"a page beside", "[x](../d/)", ""},
		{"a page beside, by its file", "[x](../d.md#top)", ""},
		{"a page beside, by its folder's file", "[x](../e/index.md)", ""},
		{"a section by its file", "[x](../../resolution/_index.md#p3)", ""},
		{"the page itself", "[x](.) [y](index.md) [z](#own)", ""},
		{"a query only", "[x](?q=1)", ""},
		{"a page beside, as if it were below", "[x](d/)", "link link-broken-nearest Link=d/ Nearest=/a/b/c/"},
		{"up beyond the language", "[x](../../../about/)", ""},
		{"a page that the program makes", "[x](/resolution/verbs/)", ""},
		{"a page that it would make for another project", "[x](/resolution/beside/fr/)", "link link-broken Link=/resolution/beside/fr/ Nearest="},
		{"a file of that name that is no page", "[x](file.txt.md)", "link link-broken Link=file.txt.md Nearest="},

		{"an anchor of the page", "[x](#own)", ""},
		{"an anchor of the page that is not there", "[x](#mine)", "link link-anchor Anchor=mine File=content/en/a/b/_index.md Link=#mine Nearest="},
		{"an anchor that was meant", "[x](/about/#whi)", "link link-anchor-nearest Anchor=whi File=content/en/about.md Link=/about/#whi Nearest=why"},
		{"an anchor in the wrong case", "[x](/about/#Why)", "link link-anchor-nearest Anchor=Why File=content/en/about.md Link=/about/#Why Nearest=why"},
		{"an anchor of its own", "[x](/about/#how-to)", ""},
		{"a part of the resolution", "[x](/resolution/#p3-a) [y](/resolution/#recital-1)", "link link-anchor Anchor=recital-1 File=content/en/resolution/_index.md Link=/resolution/#recital-1 Nearest="},
		{"an anchor in another script", "[x](/a/d/#сло%D0%B2о)", ""},
		{"an empty anchor", "[x](/about/#)", ""},

		{"a language", "[x](/fr/about/)", "link link-language Link=/fr/about/ Without=/about/"},
		{"a language alone", "[x](/FR)", "link link-language Link=/FR Without=/"},
		{"a language from below", "[x](../../en/about/)", "link link-language Link=../../en/about/ Without=/about/"},

		{"a file in static", "[x](/press.pdf)", ""},
		{"a file in static in the wrong case", "[x](/Press.pdf)", "link link-broken Link=/Press.pdf Nearest="},
		{"a folder in static", "[x](/css)", "link link-broken Link=/css Nearest="},
		{"a file beside the page", "[x](file.txt) [y](./file.txt) [z](data/f%20g.csv)", ""},
		{"a file beside the page by its address", "[x](/a/b/file.txt)", "link link-broken Link=/a/b/file.txt Nearest="},
		{"a file beside another page", "[x](../e/other.txt)", "link link-broken Link=../e/other.txt Nearest="},
		{"a file of the project", "[x](../../../../hugo.toml)", "link link-broken Link=../../../../hugo.toml Nearest="},
		{"a file of the project from the top", "[x](/../hugo.toml)", "link link-broken Link=/../hugo.toml Nearest="},
		{"an alias is no address to link to", "[x](/old/)", "link link-broken Link=/old/ Nearest="},

		{"the web", "[x](https://example.org/a?b#c) <http://example.org> www.example.org", ""},
		{"mail and telephone", "[x](mailto:a@example.org) [y](tel:+3212345) <b@example.org> c@example.org", ""},
		{"a script", "[x](javascript:alert)", "link link-scheme Link=javascript:alert"},
		{"a script in disguise", "[x](JavaScript:alert)", "link link-scheme Link=JavaScript:alert"},
		{"data", "[x](data:text/plain,a)", "link link-scheme Link=data:text/plain,a"},
		{"an address without a scheme", "[x](//example.org/)", "link link-scheme Link=//example.org/"},
		{"a web address without a host", "[x](https:///a) ", "link link-malformed Link=https:///a"},
		{"a scheme and nothing else", "[x](mailto:)", "link link-malformed Link=mailto:"},
		{"nonsense", "[x](https://exa%mple.org)", "link link-malformed Link=https://exa%mple.org"},
		{"a stray percent sign", "[x](/100%/)", "link link-malformed Link=/100%/"},
		{"nothing", "[x]()", "link link-malformed Link=()"},

		{"an image beside the page", "![x](m.png)", "image-rights Image=m.png"},
		{"an image in static", "![x](/logo.svg)", "image-rights Image=/logo.svg"},
		{"an image that is not there", "![x](n.png)", "link link-image-missing Link=n.png"},
		{"an image of another site", "![x](https://example.org/a.png)", "link link-image-elsewhere Link=https://example.org/a.png"},
		{"an image of another site without a scheme", "![x](//example.org/a.png)", "link link-image-elsewhere Link=//example.org/a.png"},
		{"an image in the text", "![x](data:image/png;base64,AA)", "link link-image-elsewhere Link=data:image/png;base64,AA"},
		{"an image without an address", "![x]()", "link link-image-missing Link="},
		{"an image of another page", "![x](../e/o.png)", "link link-image-missing Link=../e/o.png"},
		{"a malformed image", "![x](%zz.png)", "link link-malformed Link=%zz.png"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var want []string
			if tc.want != "" {
				want = []string{"content/en/a/b/_index.md:7:1 error " + tc.want}
			}
			switch tc.name {
			case "a part of the resolution":
				want[0] = "content/en/a/b/_index.md:7:24 error " + tc.want
			}
			wantFound(t, run(t, overlay(`
-- content/fr/about.md --
`+md("## Pourquoi {#why}\n\n## Comment {#how-to}\n")+`
-- static/logo.svg --
-- static/css/main.css --
-- content/en/a/b/_index.md --
`+md("## Own\n\n"+tc.line+"\n")+`
-- content/en/a/b/file.txt --
-- content/en/a/b/m.png --
-- content/en/a/b/data/f g.csv --
-- content/en/a/b/c.md --
`+md("")+`
-- content/en/a/_index.md --
`+md("")+`
-- content/en/a/d.md --
---
title: T
summary: S
aliases: [/old/]
---
## Top

## Слово
-- content/en/a/e/index.md --
`+md("")+`
-- content/en/a/e/other.txt --
-- content/en/a/e/o.png --
`)), want)
		})
	}
}

func TestRelativeLinksFollowTheFolderOfTheFile(t *testing.T) {
	tree := `
-- content/en/s/_index.md --
` + md("") + `
-- content/en/s/b.md --
` + md("") + `
-- content/en/s/t.txt --
`
	runCases(t, []ruleCase{
		{"a page beside", tree + "-- content/en/s/a.md --\n" + md("[x](b) [y](b.md) [z](./b/) [w](../about/) [v](../about.md)\n"), nil},
		{"not below the page's address", tree + "-- content/en/s/a.md --\n" + md("[x](../b/)\n"), []string{
			"content/en/s/a.md:5:1 error link link-broken-nearest Link=../b/ Nearest=/s/",
		}},
		{"a file beside belongs to the section", tree + "-- content/en/s/a.md --\n" + md("[x](t.txt) ![y](t.txt)\n"), []string{
			"content/en/s/a.md:5:1 error link link-broken Link=t.txt Nearest=",
			"content/en/s/a.md:5:12 error image-rights Image=t.txt",
			"content/en/s/a.md:5:12 error link link-image-missing Link=t.txt",
		}},
	})
}

func TestALinkHoldsForEveryLanguageThatShowsIt(t *testing.T) {
	runCases(t, []ruleCase{
		{"to a file that the language is lent", "-- content/en/g/index.md --\n" + md("![x](m.png)\n") + "-- content/en/g/m.png --\n-- content/fr/g/index.md --\n" + md("![x](m.png)\n"), []string{
			"content/en/g/index.md:5:1 error image-rights Image=m.png",
			"content/fr/g/index.md:5:1 error image-rights Image=m.png",
		}},
		{"to a file that only another translation has", "-- i18n/de.toml --\nhome = \"Start\"\nby = \"Von {{ .Name }}\"\npages.one = \"{{ .Count }} Seite\"\npages.other = \"{{ .Count }} Seiten\"\n" +
			"-- content/de/g/index.md --\n" + md("Text.\n") + "-- content/de/g/m.png --\n-- content/fr/g/index.md --\n" + md("![x](m.png)\n"), []string{
			"content/fr/g/index.md:5:1 error image-rights Image=m.png",
			"content/fr/g/index.md:5:1 error link link-image-missing Link=m.png",
		}},
		{"to a borrowed page and its anchor", "-- content/fr/a.md --\n" + md("[x](/resolution/#p3-b)\n"), nil},
		{"to an anchor that the borrowed page lacks", "-- content/fr/a.md --\n" + md("[x](/resolution/#p9)\n"), []string{
			"content/fr/a.md:5:1 error link link-anchor-nearest Anchor=p9 File=content/en/resolution/_index.md Link=/resolution/#p9 Nearest=p1",
		}},
		{"to the translation's own anchor", "-- content/fr/a.md --\n" + md("[x](/about/#pourquoi)\n"), nil},
		{"to the original's anchor", "-- content/fr/a.md --\n" + md("[x](/about/#why)\n"), []string{
			"content/fr/a.md:5:1 error link link-anchor Anchor=why File=content/fr/about.md Link=/about/#why Nearest=",
		}},
		{"from a page that others borrow", "-- content/en/a.md --\n" + md("[x](/about/#why)\n"), []string{
			"content/en/a.md:5:1 error link link-anchor-language Anchor=why File=content/fr/about.md Language=fr Link=/about/#why",
		}},
		{"from a page that others borrow, with the id kept", "-- content/en/a.md --\n" + md("[x](/about/#why)\n") + "-- content/fr/about.md --\n" + md("## Pourquoi {#why}\n\n## Comment\n"), nil},
		{"from a page that is translated", "-- content/en/a.md --\n" + md("[x](/about/#why)\n") + "-- content/fr/a.md --\n" + md("[x](/about/#pourquoi)\n"), nil},
		{"to a draft", "-- content/en/a.md --\n" + md("[x](/d/)\n") + "-- content/en/d.md --\n---\ntitle: T\nsummary: S\ndraft: true\n---\n", []string{
			"content/en/a.md:5:1 error link link-broken-nearest Link=/d/ Nearest=/a/",
		}},
		{"to a page in another language only", "-- content/en/a.md --\n" + md("[x](/seul/)\n") + "-- content/fr/seul.md --\n" + md("[x](/about/)\n"), []string{
			"content/en/a.md:5:1 error link link-broken Link=/seul/ Nearest=",
		}},
		{"to a page that cannot be read", "-- content/en/a.md --\n" + md("[x](/bad/) [y](/bad/#a)\n") + "-- content/en/bad.md --\n\xff\n", []string{
			"content/en/bad.md:1:1 error utf-8",
		}},
	})
}

func TestASourceIsAWebAddress(t *testing.T) {
	source := func(url string) string {
		return "-- content/en/a.md --\n---\ntitle: T\nsummary: S\nsources:\n  - title: A\n    url: " + url + "\n---\n"
	}
	found := func(url string) []string {
		return []string{"content/en/a.md:5:5 error link link-source Link=" + url}
	}
	runCases(t, []ruleCase{
		{"web", source("https://example.org/a"), nil},
		{"none", source(""), nil},
		{"without a scheme", source("example.org"), found("example.org")},
		{"a script", source("javascript:alert"), found("javascript:alert")},
		{"a page of the site", source("/about/"), found("/about/")},
		{"without a host", source("https:///a"), found("https:///a")},
	})
}
