package check_test

import "testing"

func references(entries string) string {
	return "-- content/en/resolution/references.yaml --\nreferences:\n" + entries
}

func TestRulesOfCrossReferences(t *testing.T) {
	const file = "content/en/resolution/references.yaml:"
	const page = " File=content/en/resolution/_index.md"
	runCases(t, []ruleCase{
		{"documents, parts and pages", references(`
  - text: this
    in: p1
    url: http://un.example/1325
    title: Resolution 1325
    fact: W1
  - text: that
    to: p1
  - text: to act
    to: /about/#why
`), []string{
			file + "11:9 error reference link-anchor-language Anchor=why File=content/fr/about.md Language=fr Link=/about/#why",
		}},
		{"an empty list", references(""), nil},
		{"no file", "-- content/en/resolution/references.yaml --\n", nil},
		{"misspelt fields", references("  - text: that\n    too: p1\n    url: https://a.example/\n    titel: T\nreference:\n"), []string{
			file + "3:5 error unknown-field unknown-field-nearest Field=too Fields=fact, in, text, title, to, url Nearest=to",
			file + "4:10 error reference reference-field Field=title",
			file + "5:5 error unknown-field unknown-field-nearest Field=titel Fields=fact, in, text, title, to, url Nearest=title",
			file + "6:1 error unknown-field unknown-field-nearest Field=reference Fields=references Nearest=references",
		}},
		{"nothing to lead to, or two", references("  - text: this\n  - text: that\n    url: https://a.example/\n    title: T\n    to: p1\n"), []string{
			file + "2:11 error reference reference-no-target Text=this",
			file + "6:9 error reference reference-two-targets Text=that",
		}},
		{"addresses that are none", references("  - text: this\n    url: un.org\n    title: T\n  - text: that\n    url: ftp://a.example/x\n    title: T\n  - text: to act\n    url: https://a.example/\n"), []string{
			file + "3:10 error reference reference-url Link=un.org",
			file + "6:10 error reference reference-url Link=ftp://a.example/x",
			file + "9:10 error reference reference-field Field=title",
		}},
		{"no words", references("  - to: p1\n"), []string{
			file + "2:5 error reference reference-field Field=text",
		}},
		{"parts and pages that are none", references("  - text: this\n    in: p9\n    to: p3-q\n  - text: that\n    to: /abuot/\n  - text: to act\n    to: /about/#whyy\n  - text: to speak\n    to: /en/about/\n"), []string{
			file + "3:9 error reference reference-part-nearest" + page + " Nearest=p1 Part=p9",
			file + "4:9 error reference reference-part-nearest" + page + " Nearest=p3-a Part=p3-q",
			file + "6:9 error reference link-broken-nearest Link=/abuot/ Nearest=/about/",
			file + "8:9 error reference link-anchor-nearest Anchor=whyy File=content/en/about.md Link=/about/#whyy Nearest=why",
			file + "10:9 error reference link-language Link=/en/about/ Without=/about/",
		}},
		{"the same words twice", references("  - text: this\n    to: p2\n  - text: this\n    to: p3\n  - text: this\n    in: p1\n    to: p3\n"), []string{
			file + "2:11 warning reference-text reference-text-covered Text=this",
			file + "4:11 error reference reference-twice First=2 Text=this",
		}},
		{"words that a longer reference has", references("  - text: to act\n    to: p1\n  - text: act\n    to: p2\n"), []string{
			file + "4:11 warning reference-text reference-text-covered Text=act",
		}},
		{"a list without its name", "-- content/en/resolution/references.yaml --\n- text: this\n  to: p1\n", []string{
			file + "1:1 error references references-root",
		}},
		{"words that do not stand there", references("  - text: to akt\n    to: p1\n  - text: elephants\n    to: p1\n  - text: this\n    in: p2\n    to: p3\n  - text: o act\n    to: p1\n"), []string{
			file + "2:11 warning reference-text reference-text-nearest" + page + " Nearest=to act Part=p3-a Text=to akt",
			file + "4:11 warning reference-text" + page + " Text=elephants",
			file + "6:11 warning reference-text reference-text-elsewhere Elsewhere=p1" + page + " Part=p2 Text=this",
			file + "9:11 warning reference-text reference-text-nearest" + page + " Nearest=to act Part=p3-a Text=o act",
		}},
		{"not YAML", "-- content/en/resolution/references.yaml --\nreferences: [\n", []string{
			file + "1:13 error references references-syntax Detail=sequence end token ']' not found",
		}},
		{"not a list", "-- content/en/resolution/references.yaml --\nreferences: x\n", []string{
			file + "1:13 error references front-matter-kind-list Field=references",
		}},
		{"entries that are texts", references("  - this\n"), []string{
			file + "2:5 error references front-matter-kind-map Field=references",
		}},
		{"beside no resolution", "-- content/fr/resolution/references.yaml --\nreferences: []\n", []string{
			"content/fr/resolution/references.yaml:1:1 warning file-unread file-unread-references",
		}},
		{"a page that only another language lacks the place of", references("  - text: this\n    to: /about/#how-to\n") + translated("", recitals+operative), nil},
	})
}
