package check_test

import (
	"strings"
	"testing"
	"time"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/project"
)

// words is a term base with what the rules on words go by.
const words = `
-- content/en/terms.yaml --
avoid:
  - words: ["forced sex"]
    instead: name the violence
    why: It implies consent.
    level: error
  - words: [honour]
    instead: name what was done
    why: No framing by honour.
  - words: ["brutal*"]
    instead: say it calmly
    why: Nobody chose to read it.
    level: error
    in: titles
acts: {words: ["rape*", "sexual slavery"]}
sentences: {most: 8, critical: 5}
known: [NATO]
`

// cited is a page of a class, with a text.
func cited(front, body string) string { return "---\ntitle: T\nsummary: S\n" + front + "---\n" + body }

func runWords(t *testing.T, cases []ruleCase) {
	t.Helper()
	for i := range cases {
		cases[i].archive = words + cases[i].archive
	}
	runCases(t, cases)
}

func TestRuleContentNote(t *testing.T) {
	resolution := "-- content/en/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, status: official}\n---\n" +
		"1. **Noting** that rape is a crime,\n\n2. **Recalling** that;\n\n***\n\n3. **URGES** all:\n\n    - a. to act;\n\n    - b. to speak.\n"
	runWords(t, []ruleCase{
		{"without a note", "-- content/en/a.md --\n" + cited("", "It was\n\nrape, they said.\n"), []string{
			"content/en/a.md:7:1 error content-note File=content/en/a.md Words=rape",
		}},
		{"in a field", "-- content/en/a.md --\n" + typed("messages", "messages:\n  - {id: a, text: Sexual slavery, more: M}\n"), []string{
			"content/en/a.md:6:13 error content-note File=content/en/a.md Words=sexual slavery",
		}},
		{"with a note", "-- content/en/a.md --\n" + cited("contentNote: N\n", "It was rape.\n"), nil},
		{"once a page", "-- content/en/a.md --\n" + cited("", "It was rape.\n\nIt was rape.\n"), []string{
			"content/en/a.md:5:1 error content-note File=content/en/a.md Words=rape",
		}},
		{"a translation has the note of its original", "-- content/fr/terms.yaml --\nacts: {words: [viol]}\n-- content/en/a.md --\n" + cited("contentNote: N\n", "It was.\n") +
			"-- content/fr/a.md --\n" + cited("", "Un viol.\n"), nil},
		{"or lacks it with it", "-- content/fr/terms.yaml --\nacts: {words: [viol]}\n-- content/en/a.md --\n" + cited("", "It was.\n") +
			"-- content/fr/a.md --\n" + cited("", "Un viol.\n"), []string{
			"content/fr/a.md:5:1 error content-note File=content/en/a.md Words=viol",
		}},
		{"the resolution's own words", resolution + "-- content/en/a.md --\n" + cited("", "It notes “that rape is a crime”.\n\n> **Noting** that rape is a crime,\n"), nil},
		{"not those that only look like them", resolution + "-- content/en/a.md --\n" + cited("", "It notes “that a rape is a crime”.\n"), []string{
			"content/en/a.md:5:1 error content-note File=content/en/a.md Words=rape",
		}},
		{"nor a single word in quotation marks", resolution + "-- content/en/a.md --\n" + cited("", "It says “rape”.\n"), []string{
			"content/en/a.md:5:1 error content-note File=content/en/a.md Words=rape",
		}},
	})
}

func TestWordsThatAreNotSaid(t *testing.T) {
	runWords(t, []ruleCase{
		{"that imply consent", "-- content/en/a.md --\n" + cited("", "Forced sex is a crime.\n"), []string{
			"content/en/a.md:5:1 error word-refused Instead=name the violence Why=It implies consent. Words=forced sex",
		}},
		{"with a legitimate use", "-- content/en/a.md --\n" + cited("", "An attack on honour.\n"), []string{
			"content/en/a.md:5:1 warning word-avoided Instead=name what was done Why=No framing by honour. Words=honour",
		}},
		{"only in titles and summaries", "-- content/en/a.md --\n---\ntitle: A brutal war\nsummary: Brutality\n---\nBrutal.\n", []string{
			"content/en/a.md:2:1 error word-refused Instead=say it calmly Why=Nobody chose to read it. Words=brutal*",
			"content/en/a.md:3:1 error word-refused Instead=say it calmly Why=Nobody chose to read it. Words=brutal*",
		}},
		{"a level that is none", "-- content/en/terms.yaml --\navoid: [{words: [x], level: fatal}]\n", []string{
			"content/en/terms.yaml:1:29 error terms front-matter-value Field=avoid.level Value=fatal Values=error, warning",
		}},
	})
}

func TestRuleSentenceLength(t *testing.T) {
	runWords(t, []ruleCase{
		{"as long as it may be", "-- content/en/a.md --\n" + cited("", "One two three four five six seven eight.\n"), nil},
		{"longer", "-- content/en/a.md --\n" + cited("", "One. One two three four five six seven eight nine.\n"), []string{
			"content/en/a.md:5:1 warning sentence-length Most=8 Text=One two three four five six … Words=9",
		}},
		{"for readers in need", "-- content/en/a.md --\n" + cited("class: critical\n", "One two three four five six.\n") + "-- content/en/help/_index.md --\n" + cited("", "One two three four five six.\n"), []string{
			"content/en/a.md:6:1 warning sentence-length Most=5 Text=One two three four five six. Words=6",
			"content/en/help/_index.md:5:1 warning sentence-length Most=5 Text=One two three four five six. Words=6",
		}},
		{"in a field", "-- content/en/a.md --\n---\ntitle: T\nsummary: One two three four five six seven eight nine\n---\n", []string{
			"content/en/a.md:3:1 warning sentence-length Most=8 Text=One two three four five six … Words=9",
		}},
		{"cells, initials, numbers and targets are no reason", "-- content/en/a.md --\n" + cited("", "| one two three | four five six |\n| --- | --- |\n| one two three four five | six seven eight nine |\n\nJ. Doe, read [page 2.5](/about/), did he?\n"), nil},
	})
}

func TestRuleParagraphLength(t *testing.T) {
	runWords(t, []ruleCase{
		{"four sentences", "-- content/en/a.md --\n" + cited("", "One. Two! Three? Four.\n"), nil},
		{"five", "-- content/en/a.md --\n" + cited("", "- One. Two! “Three?” Four. Five.\n"), []string{
			"content/en/a.md:5:3 warning paragraph-length Most=4 Sentences=5 Text=One. Two! “Three?” Four. Five.",
		}},
	})
}

func TestRuleAbbreviation(t *testing.T) {
	runWords(t, []ruleCase{
		{"explained", "-- content/en/a.md --\n" + cited("", "The Red Cross (ICRC) met the ICRC.\n\nThe OSCE (Organization for Security) met.\n"), nil},
		{"not explained", "-- content/en/a.md --\n" + cited("", "NGOs met the ICRC. The ICRC met.\n"), []string{
			"content/en/a.md:5:1 warning abbreviation Short=ICRC",
			"content/en/a.md:5:1 warning abbreviation Short=NGO",
		}},
		{"known, numerals, symbols, another language, code", "-- content/en/a.md --\n" + cited("", "NATO, Part IV, S/2025/389, 224 CDS 24.\n\n{{< lang fr >}}ONU{{< /lang >}}, `ABC`, [x](/about/#DEF).\n"), []string{
			"content/en/a.md:7:41 error link link-anchor Anchor=DEF File=content/en/about.md Link=/about/#DEF Nearest=",
		}},
		{"a word of the resolution in capitals", "-- content/en/a.md --\n" + cited("", "It says URGES.\n"), nil},
	})
}

func TestRuleImageRights(t *testing.T) {
	page := func(images, body string) string {
		return "-- content/en/a/index.md --\n" + cited(images, body) + "-- content/en/a/hall.jpg --\nx\n"
	}
	const rights = "images:\n  - {file: hall.jpg, licence: CC0-1.0, credit: C, consent: No person is shown.}\n"
	runCases(t, []ruleCase{
		{"with its rights", page(rights, "![A hall](hall.jpg)\n"), nil},
		{"without", page("", "![A hall](hall.jpg)\n"), []string{"content/en/a/index.md:5:1 error image-rights Image=hall.jpg"}},
		{"a file that is not there", page("images:\n  - {file: /none.jpg, licence: CC0-1.0, credit: C, consent: N}\n", "![A hall](/none.jpg)\n"), []string{
			"content/en/a/index.md:7:1 error link link-image-missing Link=/none.jpg",
		}},
		{"rights in a picture that is not there", page("images:\n  - {file: hell.jpg, licence: CC0-1.0, credit: C, consent: N}\n", ""), []string{
			"content/en/a/index.md:5:6 error image-rights image-rights-file Image=hell.jpg",
		}},
		{"a licence that is none", page("images:\n  - {file: hall.jpg, licence: mine, credit: C, consent: N}\n", "![A hall](hall.jpg)\n"), []string{
			"content/en/a/index.md:5:31 error front-matter front-matter-value Field=images.licence Value=mine Values=" + strings.Join(project.Licences, ", "),
		}},
		{"a translation has those of its original", page(rights, "![A hall](hall.jpg)\n") + "-- content/fr/a/index.md --\n" + cited("", "![Une salle](hall.jpg)\n"), nil},
	})
}

func TestDatesThatAreStillToCome(t *testing.T) {
	archive := `
-- content/en/a.md --
---
title: T
summary: In 2026
ownNumbers: ["2030"]
---
Until 2030, then 2027 and resolution 2122.
-- content/fr/a.md --
---
title: T
summary: S
review: reviewed
reviewer: R
reviewed: 2026-03-02
---
`
	p, err := project.LoadWith(overlay(archive), project.Options{Date: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range check.Run(p) {
		if strings.HasPrefix(d.Rule, "date") {
			got = append(got, brief(d))
		}
	}
	want := "content/en/a.md:6:1 warning date-text Today=2026-03-01 Year=2027\ncontent/fr/a.md:6:1 error date-range Date=2026-03-02 Field=reviewed Today=2026-03-01"
	if strings.Join(got, "\n") != want {
		t.Errorf("found:\n%s\nwant:\n%s", strings.Join(got, "\n"), want)
	}
}
