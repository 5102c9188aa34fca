package check_test

import (
	"strings"
	"testing"
)

// helplines is a directory of one line, checked on a day.
func helplines(checked, by string) string {
	return "-- content/en/helplines.yaml --\nhelplines:\n" + aHelpline("fr-line", "FR", "3919", checked, by)
}

func aHelpline(id, country, number, checked, by string) string {
	text := "  - id: " + id + "\n    countries: [" + country + "]\n    name: Line\n    lang: fr\n    hours: 24/7\n    numbers:\n      - kind: call\n        number: \"" + number + "\"\n    fact: H7\n    seen: 2026-11-23\n"
	if checked != "" {
		text += "    checked: " + checked + "\n"
	}
	if by != "" {
		text += "    checkedBy: " + by + "\n"
	}
	return text
}

func TestRulesOfHelplines(t *testing.T) {
	const file = "content/en/helplines.yaml:"
	runCases(t, []ruleCase{
		{"checked", helplines("2026-11-25", "A"), nil},
		{"never checked", helplines("", ""), nil},
		{"none", "-- content/en/helplines.yaml --\n", nil},
		{"checked tomorrow", helplines("2026-11-27", "A"), []string{file + "12:14 error helpline helpline-future Date=2026-11-27 Today=2026-11-26"}},
		{"the last day without a warning", helplines("2026-09-12", "A"), nil},
		{"the first day with one", helplines("2026-09-11", "A"), []string{file + "12:14 warning helpline-expired helpline-expires Checked=2026-09-11 Days=14 Helpline=fr-line"}},
		{"the last day", helplines("2026-08-28", "A"), []string{file + "12:14 warning helpline-expired helpline-expires Checked=2026-08-28 Days=0 Helpline=fr-line"}},
		{"the day after", helplines("2026-08-27", "A"), []string{file + "12:14 warning helpline-expired Checked=2026-08-27 Helpline=fr-line"}},
		{"a number that several countries share", helplines("", "") + aHelpline("de-line", "DE", "39 19", "", ""), nil},
		{"a number twice in a country", helplines("", "") + aHelpline("fr-other", "FR", "39 19", "", ""), []string{file + "19:17 error helpline helpline-number-twice First=9 Number=39 19"}},
		{"a date that is none", helplines("2026-13-01", "A"), []string{file + "12:14 error helpline front-matter-date Field=helplines.checked Value=2026-13-01 Values="}},
		{"a kind that is none", strings.Replace(helplines("", ""), "kind: call", "kind: fax", 1), []string{file + "8:15 error helpline front-matter-value Field=helplines.numbers.kind Value=fax Values=call, sms, whatsapp"}},
	})
}

func TestNumbersStandInTheDirectoryAlone(t *testing.T) {
	const page = "\n-- content/fr/help/_index.md --\n---\ntitle: T\nsummary: S\nservices:\n  - id: fr-line\n    about: Appeler le 39 19.\n---\n"
	runCases(t, []ruleCase{
		{"a short number on a page of services", helplines("", "") + page, []string{"content/fr/help/_index.md:5:5 error helpline-text Helpline=fr-line Number=3919"}},
		{"a directory that cannot be read is the one thing to mend", "-- content/en/helplines.yaml --\nhelplines: [\n" + page, []string{"content/en/helplines.yaml:1:12 error helpline helpline-syntax Detail=sequence end token ']' not found"}},
		{"a short number to be dialled is no other", helplines("", "") + "\n-- content/en/year/index.md --\n" + md("[Call](tel:39-19)."), []string{"content/en/year/index.md:5:1 error helpline-text Helpline=fr-line Number=3919"}},
		{"a page of help has services in another language only", helplines("", "") + "\n-- content/en/help/_index.md --\n" + md("Call 3919."), []string{"content/en/help/_index.md:5:1 error helpline-text Helpline=fr-line Number=3919"}},
		{"a string of the interface", helplines("", "") + aHelpline("be-line", "BE", "0800 98 100", "", "") + "\n-- i18n/fr.toml --\nhome = \"Accueil 0800 98 100\"\nby = \"Par {{ .Name }}\"\npages.one = \"{{ .Count }} page\"\npages.many = \"{{ .Count }} de pages\"\npages.other = \"{{ .Count }} pages\"\n", []string{"i18n/fr.toml:1:1 error helpline-text Helpline=be-line Number=0800 98 100"}},
		{"a link that dials a number of no helpline", helplines("", "") + "\n-- content/en/year/index.md --\n" + md("[Call](tel:0700123456), [write](https://wa.me/32470123456), [x].\n\n[x]: tel:%30700123457\n"), []string{
			"content/en/year/index.md:5:1 error helpline-text helpline-dial Link=tel:0700123456",
			"content/en/year/index.md:5:25 error helpline-text helpline-dial Link=https://wa.me/32470123456",
			"content/en/year/index.md:5:61 error helpline-text helpline-dial Link=tel:%30700123457",
		}},
		{"the emergency number that the original has for its own", helplines("", "") + "\n-- content/en/year/index.md --\n" + listed("ownNumbers: [\"112\"]\n") + "[Call](tel:112).\n-- content/fr/year/index.md --\n" + md("[Appeler](tel:112).\n"), nil},
		{"a short number elsewhere may be another", helplines("", "") + "\n-- content/en/year/index.md --\n" + md("Resolution 3919."), nil},
	})
}
