package check_test

import "testing"

func TestRuleTranslationUnrecorded(t *testing.T) {
	page := "-- content/en/help/_index.md --\n" + md("") + "-- content/fr/help/_index.md --\n" + md("")
	criticalPage := "-- content/en/help/_index.md --\n---\ntitle: T\nsummary: S\nclass: critical\n---\n-- content/fr/help/_index.md --\n" + md("")
	// What a record without entries makes of titles is another rule's concern.
	record := "-- content/fr/help/_index.provenance.txt --\n"
	runCases(t, []ruleCase{
		{"a project without records", page, nil},
		{"a record elsewhere", page + record, []string{
			"content/fr/about.md:1:1 warning translation-unrecorded Original=content/en/about.md Page=about Tag=fr",
		}},
		{"a page of its own", "-- content/fr/help/_index.md --\n" + md("") + record, []string{
			"content/fr/about.md:1:1 warning translation-unrecorded Original=content/en/about.md Page=about Tag=fr",
		}},
		{"a critical page", criticalPage, []string{
			"content/fr/help/_index.md:1:1 error translation-unrecorded-critical Original=content/en/help/_index.md Page=help Tag=fr",
		}},
		{"a critical page with a record", criticalPage + record + "-- content/fr/about.provenance.txt --\n", nil},
		{"an authentic text", record + page + "-- content/fr/about.provenance.txt --\n-- content/fr/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, adopted: 2024-11-25, status: official}\n---\n1. **Notant** ceci,\n\n2. **Rappelant** cela ;\n\n***\n\n3. **INVITE** :\n\n    - a. à agir ;\n\n    - b. à parler.\n", nil},
	})
}
