package check_test

import (
	"slices"
	"testing"

	"resolutionsite/generator/internal/diag"
)

// factsFile is a register of facts; what is added to it begins on line 19.
const factsFile = `-- content/en/facts.yaml --
documents:
  - id: report-on-2024
    group: nations
    title: Report on 2024
    date: 2025-08-14
    symbol: S/2025/389
facts:
  - id: F6
    says: "In 2024: over 4,600 UN-verified cases, 92% women and girls."
    in: report-on-2024
    mark: official
  - id: E6
    says: "8 March: International Women's Day."
    mark: known
leftOut:
  - numbers: ["91"]
    near: ["2024"]
    why: W
`

func TestRulesOfTheRegisterOfFacts(t *testing.T) {
	at := func(place string) string { return "content/en/facts.yaml:" + place + " error " }
	runCases(t, []ruleCase{
		{"a sound register", factsFile, nil},
		{"none", "", nil},
		{"what is missing", "-- content/en/facts.yaml --\ndocuments:\n  - group: law\nfacts:\n  - says: S\nleftOut:\n  - near: [a]\n", []string{
			at("2:5") + "facts facts-field Field=id",
			at("2:5") + "facts facts-field Field=title",
			at("4:5") + "facts facts-field Field=id",
			at("4:5") + "facts facts-field Field=in",
			at("4:5") + "facts facts-field Field=mark",
			at("6:5") + "facts facts-field Field=numbers",
			at("6:5") + "facts facts-field Field=why",
		}},
		{"identities", "-- content/en/facts.yaml --\ndocuments:\n  - {id: One, group: law, title: T}\n  - {id: two, group: law, title: T}\n  - {id: two, group: law, title: T}\nfacts:\n  - {id: a1, says: S, in: two, mark: official}\n  - {id: A1, says: S, in: tow, mark: official}\n  - {id: A1, says: S, in: elsewhere, mark: official}\n", []string{
			at("2:10") + "facts facts-id-document Entry=One",
			at("4:10") + "facts facts-twice Entry=two First=3",
			at("6:10") + "facts facts-id-fact Entry=a1",
			at("7:27") + "facts facts-document-nearest Document=tow Nearest=two",
			at("8:10") + "facts facts-twice Entry=A1 First=7",
			at("8:27") + "facts facts-document Document=elsewhere Nearest=",
		}},
		{"values", "-- content/en/facts.yaml --\ndocuments:\n  - {id: a, group: laws, title: T, date: 25.11.2024, url: /x/}\nfacts:\n  - {id: A1, says: S, in: a, mark: certain, weak: maybe, url: \"ftp://a.b\"}\n", []string{
			at("2:20") + "facts front-matter-value Field=documents.group Value=laws Values=resolution, nations, law, states, help",
			at("2:42") + "facts facts-date Date=25.11.2024",
			at("2:59") + "facts facts-url Link=/x/",
			at("4:36") + "facts front-matter-value Field=facts.mark Value=certain Values=official, secondary, known",
			at("4:51") + "facts front-matter-value Field=facts.weak Value=maybe Values=true, false",
			at("4:63") + "facts facts-url Link=ftp://a.b",
		}},
		{"one in another language is not read", "-- content/fr/facts.yaml --\nx: y\n", []string{
			"content/fr/facts.yaml:1:1 warning file-unread file-unread-facts",
		}},
		{"no YAML", "-- content/en/facts.yaml --\nfacts: [\n", []string{
			at("1:8") + "facts facts-syntax Detail=sequence end token ']' not found",
		}},
	})
}

func TestRulesOfFacts(t *testing.T) {
	page := func(front, body string) string {
		return factsFile + "-- content/en/x.md --\n---\ntitle: T\nsummary: S\n" + front + "---\n" + body + "\n"
	}
	runCases(t, []ruleCase{
		{"facts that stand in the register", page("sources:\n  - fact: F6\n", ""), nil},
		{"one that does not", page("sources:\n  - fact: F7\n  - fact: X99\n", ""), []string{
			"content/en/x.md:5:11 error fact-unknown fact-unknown-nearest Fact=F7 File=content/en/facts.yaml Nearest=F6",
			"content/en/x.md:6:11 error fact-unknown Fact=X99 File=content/en/facts.yaml Nearest=",
		}},
		{"in events and messages", page("type: calendar\nevents:\n  - id: a\n    date: 03-08\n    name: N\n    about: A\n    fact: F7\n", "") +
			"-- content/en/y.md --\n" + typed("messages", "messages:\n  - id: b\n    text: T\n    more: M\n    facts: [F6, F7]\n"), []string{
			"content/en/x.md:10:11 error fact-unknown fact-unknown-nearest Fact=F7 File=content/en/facts.yaml Nearest=F6",
			"content/en/y.md:9:17 error fact-unknown fact-unknown-nearest Fact=F7 File=content/en/facts.yaml Nearest=F6",
		}},
		{"in cross references", factsFile + "-- content/en/resolution/references.yaml --\nreferences:\n  - text: this\n    url: https://a.example/\n    title: T\n    fact: F7\n", []string{
			"content/en/resolution/references.yaml:5:11 error fact-unknown fact-unknown-nearest Fact=F7 File=content/en/facts.yaml Nearest=F6",
		}},
		{"known, and why it may be used", page("sources:\n  - fact: E6\n", ""), []string{
			"content/en/x.md:5:11 warning fact-weak fact-known Fact=E6 File=content/en/facts.yaml",
		}},
		{"a register that cannot be read is the one thing to mend", "-- content/en/facts.yaml --\nfacts: [\n-- content/en/x.md --\n---\ntitle: T\nsummary: S\nsources:\n  - fact: F6\n---\n", []string{
			"content/en/facts.yaml:1:8 error facts facts-syntax Detail=sequence end token ']' not found",
		}},
		{"without a register a title is enough", "-- content/en/x.md --\n---\ntitle: T\nsummary: S\nsources:\n  - fact: F6\n    title: Report\n  - fact: F7\n---\n77\n", []string{
			"content/en/x.md:7:5 error fact-unknown fact-no-register Fact=F7 File=content/en/facts.yaml",
		}},
	})
}

func TestRulesOfNumbers(t *testing.T) {
	page := func(front, body string) string {
		return factsFile + "-- content/en/terms.yaml --\nparts: [recital*, point*]\nverified: [UN-verified]\npercent: [per cent]\n" +
			"-- content/en/x.md --\n---\ntitle: T\nsummary: S\n" + front + "---\n" + body + "\n"
	}
	const six = "sources:\n  - fact: F6\n"
	runCases(t, []ruleCase{
		{"numbers of the fact, its document and the page", page(six+"ownNumbers: [\"45\"]\n", "Over 4,600 cases in 2024, as S/2025/389 of 14 August 2025 says. Take 45 minutes."), nil},
		{"parts of the resolution", page("", "Resolution 491, point 3a, [3b](/resolution/#p3-b), recitals 1 and 2."), nil},
		{"a number that is no part", page("", "Recital 9. And 2 of them."), []string{
			"content/en/x.md:5:9 error number-unsourced Number=9",
			"content/en/x.md:5:16 error number-unsourced Number=2",
		}},
		{"a fact that another page names", page("", "It was 92 per cent."), []string{
			"content/en/x.md:5:8 error number-unsourced number-unsourced-elsewhere Facts=F6 Number=92",
		}},
		{"in fields, tables and lists", page("type: messages\nmessages:\n  - id: a\n    text: Over 4,700\n    more: M\n    facts: [F6]\n", "- 31 of them\n\n| a |\n|---|\n| 32 |\n\n> 33"), []string{
			"content/en/x.md:7:5 error number-unsourced Number=4,700",
			"content/en/x.md:11:3 error number-unsourced Number=31",
			"content/en/x.md:15:3 error number-unsourced Number=32",
			"content/en/x.md:17:3 error number-unsourced Number=33",
		}},
		{"behind a line that wraps", page("", "One line\nand 34 more"), []string{
			"content/en/x.md:6:5 error number-unsourced Number=34",
		}},
		{"not in other languages, which are held to the original", page("", "") + "-- content/fr/x.md --\n---\ntitle: T\nsummary: S\n---\n", nil},
		{"numbers of a translation are those of the original, in lists as well", page("type: messages\nmessages:\n  - id: a\n    text: Over 4,600\n    more: M\n    facts: [F6]\n", "") + "-- content/fr/x.md --\n---\ntitle: T\nsummary: S\nmessages:\n  - id: a\n    text: Plus de 4\u202f700\n---\n", []string{
			"content/fr/x.md:6:5 warning translation-difference exchange-number-added Number=4 700 Unit=/x/ messages.a.text",
			"content/fr/x.md:6:5 warning translation-difference exchange-number-lost Number=4,600 Unit=/x/ messages.a.text",
		}},
		{"what is left out, in any language and in strings", page("", "") + "-- content/fr/y.md --\n---\ntitle: T\nsummary: S\n---\nEn ٢٠٢٤, 91 %.\n-- i18n/fr.toml --\nhome = \"91 % en 2024\"\nby = \"Par {{ .Name }}\"\npages.one = \"{{ .Count }} page\"\npages.many = \"{{ .Count }} de pages\"\npages.other = \"{{ .Count }} pages\"\n", []string{
			"content/fr/y.md:5:1 error number-left-out File=content/en/facts.yaml Text=91 Why=W",
			"i18n/fr.toml:1:1 error number-left-out File=content/en/facts.yaml Text=91 Why=W",
		}},
		{"the same number elsewhere", page("ownNumbers: [\"91\"]\n", "In 91 places."), nil},
	})
}

func TestLeftOutTelephonesAndWords(t *testing.T) {
	const facts = "-- content/en/facts.yaml --\nleftOut:\n  - numbers: [0808 500 2222]\n    why: A\n  - words: [survivors_bot]\n    why: B\n  - numbers: [\"3,888\"]\n    why: C\n"
	page := func(body string) string {
		return facts + "-- content/fr/x.md --\n---\ntitle: T\nsummary: S\n---\n" + body + "\n"
	}
	found := func(text, why string) []string {
		return []string{"content/fr/x.md:5:1 error number-left-out File=content/en/facts.yaml Text=" + text + " Why=" + why}
	}
	runCases(t, []ruleCase{
		{"a telephone number grouped in another way", page("Appeler 08 08 50 02 22 2."), found("08 08 50 02 22 2", "A")},
		{"in Arabic digits", page("٠٨٠٨ ٥٠٠ ٢٢٢٢"), found("0808 500 2222", "A")},
		{"a longer number", page("0808 500 22225"), nil},
		{"a word", page("Écrire à @Survivors_Bot."), found("survivors_bot", "B")},
		{"thousands as the language writes them", page("En tout 3\u202f888 cas."), found("3,888", "C")},
		{"and without a mark", page("3888"), found("3,888", "C")},
	})
}

func TestBareFigures(t *testing.T) {
	const figures = "-- content/en/figures.yaml --\nseries:\n  - id: cases\n    unit: cases\n    figures:\n      - {when: 2024, value: 4600, qualifier: over, symbol: S/2025/389, fact: F6}\n  - id: women\n    unit: percent\n    figures:\n      - {when: 2024, value: 92, qualifier: exact, symbol: S/2025/389, fact: F6}\n"
	const terms = "-- content/en/terms.yaml --\nverified: [UN-verified]\npercent: [per cent]\n-- content/fr/terms.yaml --\nverified: [\"vérifié* par l’ONU\"]\n"
	page := func(body string) string {
		return factsFile + figures + terms + "-- content/en/x.md --\n---\ntitle: T\nsummary: S\nsources:\n  - fact: F6\nownNumbers: [\"92\"]\n---\n" + body + "\n"
	}
	found := func(id, number string) []string {
		return []string{"content/en/x.md:8:1 warning figure-bare figure-bare-" + id + " Fact=F6 Number=" + number + " Symbol=S/2025/389 Year=2024"}
	}
	for _, tc := range []ruleCase{
		{"with all that belongs to it", page("In 2024, over 4,600 UN-verified cases (S/2025/389), 92% women."), nil},
		{"without the year", page("Over 4,600 UN-verified cases (S/2025/389)."), found("year", "4,600")},
		{"without the report", page("In 2024 over 4,600 UN-verified cases."), found("symbol", "4,600")},
		{"without the word", page("In 2024 over 4,600 cases (S/2025/389)."), found("verified", "4,600")},
		{"a percentage in words", page("In 2024, 92 per cent (S/2025/389)."), found("verified", "92")},
		{"the same number of something else", page("There were 92 pages."), nil},
		{"in a translation", page("In 2024, over 4,600 UN-verified cases (S/2025/389).") + "-- content/fr/x.md --\n---\ntitle: T\nsummary: S\n---\nEn 2024, 4\u202f600 cas vérifiés par l’ONU (S/2025/389).\n", nil},
		{"a translation that drops the word", page("In 2024, over 4,600 UN-verified cases (S/2025/389).") + "-- content/fr/x.md --\n---\ntitle: T\nsummary: S\n---\nEn 2024, 4\u202f600 cas (S/2025/389).\n", []string{
			"content/fr/x.md:5:1 warning figure-bare figure-bare-verified Fact=F6 Number=4\u202f600 Symbol=S/2025/389 Year=2024",
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			// The strings that charts need are another matter.
			wantFound(t, slices.DeleteFunc(run(t, overlay(tc.archive)), func(d diag.Diagnostic) bool { return d.Rule == "figure" }), tc.want)
		})
	}
}

func TestNumbersOfHelplinesAreThoseOfTheirFacts(t *testing.T) {
	const facts = "-- content/en/facts.yaml --\ndocuments:\n  - {id: line, group: help, title: Line}\nfacts:\n  - {id: H1, says: \"Line: 0800 98 100 (SMS 3060), 24/7.\", in: line, mark: official}\n"
	lines := func(number, fact string) string {
		return facts + "-- content/en/helplines.yaml --\nhelplines:\n  - id: be-line\n    countries: [BE]\n    name: Line\n    lang: fr\n    hours: 24/7\n    for: [sexual-violence]\n    numbers:\n      - kind: call\n        number: \"" + number + "\"\n    fact: " + fact + "\n    seen: 2026-01-01\n    site: https://line.example/\n"
	}
	for _, tc := range []ruleCase{
		{"the same", lines("0800 98 100", "H1"), nil},
		{"grouped in another way", lines("0800-98-100", "H1"), nil},
		{"the other one", lines("3060", "H1"), nil},
		{"a slip of the finger", lines("0800 98 101", "H1"), []string{
			"content/en/helplines.yaml:10:17 error helpline-fact Fact=H1 Number=0800 98 101 Says=Line: 0800 98 100 (SMS 3060), 24/7.",
		}},
		{"a part of it", lines("0800 98", "H1"), []string{
			"content/en/helplines.yaml:10:17 error helpline-fact Fact=H1 Number=0800 98 Says=Line: 0800 98 100 (SMS 3060), 24/7.",
		}},
		{"of no fact", lines("0800 98 100", "H2"), []string{
			"content/en/helplines.yaml:11:11 error fact-unknown fact-unknown-nearest Fact=H2 File=content/en/facts.yaml Nearest=H1",
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			// What the directory is otherwise held to has tests of its own.
			wantFound(t, slices.DeleteFunc(run(t, overlay(tc.archive)), func(d diag.Diagnostic) bool {
				return d.Rule != "helpline-fact" && d.Rule != "fact-unknown"
			}), tc.want)
		})
	}
}
