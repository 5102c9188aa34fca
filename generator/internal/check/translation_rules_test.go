package check_test

import "testing"

func TestRuleTranslationUnrecorded(t *testing.T) {
	fr := "-- unrecorded --\n-- content/fr/help/_index.md --\n" + md("## Aide\n")
	runCases(t, []ruleCase{
		{"a record", "-- content/fr/help/_index.md --\n" + md("## Aide\n") + "-- content/en/help/_index.md --\n" + md("## Help\n"), nil},
		{"none", "-- unrecorded --\n", []string{
			"content/fr/about.md:1:1 warning translation-unrecorded Original=content/en/about.md Page=about Tag=fr",
		}},
		{"a page of its own", fr, []string{
			"content/fr/about.md:1:1 warning translation-unrecorded Original=content/en/about.md Page=about Tag=fr",
		}},
		{"a critical page", fr + "-- content/en/help/_index.md --\n---\ntitle: T\nsummary: S\nclass: critical\n---\n## Help\n-- content/fr/about.provenance.txt --\n", []string{
			"content/fr/help/_index.md:1:1 error translation-unrecorded-critical Original=content/en/help/_index.md Page=help Tag=fr",
		}},
		{"an authentic text", "-- unrecorded --\n-- content/fr/about.provenance.txt --\n-- content/fr/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, adopted: 2024-11-25, status: official}\n---\n1. **Notant** ceci,\n\n2. **Rappelant** cela ;\n\n***\n\n3. **INVITE** :\n\n    - a. à agir ;\n\n    - b. à parler.\n", nil},
	})
}
