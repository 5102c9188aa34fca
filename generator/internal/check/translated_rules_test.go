package check_test

import "testing"

func TestRulesOfTranslations(t *testing.T) {
	page := func(lang, body string) string {
		return "-- content/" + lang + "/x.md --\n---\ntitle: T\nsummary: S\n---\n" + body + "\n"
	}
	terms := "-- content/fr/terms.yaml --\nterms:\n  - term: early warning\n    also: [warn* early]\n    use: [alerte* précoce*]\navoid:\n  - words: [déshonneur]\n    instead: I\n    why: W\nnumbers:\n  - number: \"70\"\n    words: [soixante-dix]\n"
	runCases(t, []ruleCase{
		{"a term in its forms", terms + page("en", "Early warnings? No: early warning.") + page("fr", "Alertes précoces ? Non : alerte précoce."), nil},
		{"a term said otherwise", terms + page("en", "Systems that warn early are needed.") + page("fr", "Des systèmes d’avertissement sont requis."), []string{
			"content/fr/x.md:5:1 warning term File=content/fr/terms.yaml Term=early warning Use=alerte* précoce*",
		}},
		{"a word that is not used, in an original of the language too", terms + page("fr", "Le *déshonneur*."), []string{
			"content/fr/x.md:5:1 warning word-avoided Instead=I Why=W Words=déshonneur",
		}},
		{"a number in words", terms + page("en", "The 70th and 71st.") + page("fr", "La soixante-dixième ; soixante-dix et 71."), nil},
		{"a number in other digits", page("en", "Call 112.") + page("fr", "Appelez le ١١٢."), nil},
		{"a text of names and codes is the same everywhere", page("en", "[{{< lang de >}}Der Titel hier{{< /lang >}}](/about/) 1 2 3") + page("fr", "[{{< lang de >}}Der Titel hier{{< /lang >}}](/about/) 1 2 3") + "-- layouts/_shortcodes/lang.html --\n", nil},
		{"a field of the language's own", page("en", "A.") + "-- content/fr/x.md --\n---\ntitle: T\nsummary: S\ncontentNote: N\n---\nB.\n", nil},
		{"terms that are no list", "-- content/fr/terms.yaml --\nterms: x\n", []string{
			"content/fr/terms.yaml:1:8 error terms front-matter-kind-list Field=terms",
		}},
	})
}
