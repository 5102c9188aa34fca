package check_test

import "testing"

func TestRuleExitRecord(t *testing.T) {
	const page = "-- layouts/_shortcodes/remains.html --\n-- content/fr/safety/index.md --\n---\ntitle: T\nsummary: S\n---\nA.\n\n{{< remains >}}\n"
	const english = "-- content/en/safety/index.md --\n---\ntitle: T\nsummary: S\n---\n{{< remains >}}\n\nA.\n"
	const record = "-- content/en/safety/exit.json --\n" +
		`{"date": "2025-11-25", "browsers": [{"name": "B", "version": "1", "ways": [{"way": "quiet", "back": "before", "list": [], "files": []}]}]}` + "\n"
	runCases(t, []ruleCase{
		{"the record lies beside the page of the reference language", page + english + record, nil},
		{"no record", page + english, []string{
			"content/en/safety/index.md:5:1 error exit-record File=content/en/safety/exit.json",
			"content/fr/safety/index.md:7:1 error exit-record File=content/en/safety/exit.json",
		}},
		{"a record that cannot be read is reported once", page + english + "-- content/en/safety/exit.json --\n{}\n", []string{
			"content/en/safety/exit.json:1:1 error exit-record exit-record-broken",
		}},
		{"a record beside a translation only", page + "-- content/fr/safety/exit.json --\n{}\n", []string{
			"content/fr/safety/index.md:7:1 error exit-record File=content/en/safety/exit.json",
		}},
		{"a record that nothing shows", "-- content/en/safety/index.md --\n---\ntitle: T\nsummary: S\n---\n" + record, nil},
	})
}
