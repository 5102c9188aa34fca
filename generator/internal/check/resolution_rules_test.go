package check_test

import (
	"strings"
	"testing"
)

// translated is a French resolution; meta are fields of its front matter.
func translated(meta, body string) string {
	return "-- content/fr/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution:\n  kind: resolution\n  number: 491\n  body: Assemblée\n  status: unofficial\n" + meta + "---\n" + body
}

const (
	recitals  = "*L’Assemblée,*\n\n1. **Notant** ceci,\n\n2. **Rappelant** cela ;\n\n***\n\n"
	operative = "3. **EXHORTE** chacun :\n\n    - a. à agir ;\n\n    - b. à parler.\n"
)

func TestRuleResolutionStructure(t *testing.T) {
	const file, original = "content/fr/resolution/_index.md:", " Original=content/en/resolution/_index.md"
	runCases(t, []ruleCase{
		{"the same parts", translated("", recitals+operative), nil},
		{"a point is missing", translated("", recitals+"3. **EXHORTE** chacun :\n\n    - a. à agir.\n"), []string{
			file + "20:1 error resolution-structure resolution-structure-missing" + original + " Part=3b",
		}},
		{"a recital is missing", translated("", "*L’Assemblée,*\n\n1. **Notant** ceci,\n\n***\n\n"+operative), []string{
			file + "12:1 error resolution-structure resolution-structure-missing" + original + " Part=2",
		}},
		{"the first part is missing", translated("", "*L’Assemblée,*\n\n2. **Rappelant** cela ;\n\n***\n\n"+operative), []string{
			file + "10:1 error resolution-structure resolution-structure-missing" + original + " Part=1",
		}},
		{"a point too many", translated("", recitals+operative+"\n    - c. à lire.\n"), []string{
			file + "24:1 error resolution-structure resolution-structure-extra" + original + " Part=3c",
		}},
		{"a label that differs", translated("", recitals+"3. **EXHORTE** chacun :\n\n    - a. à agir ;\n\n    - d. à parler.\n"), []string{
			file + "20:1 error resolution-structure resolution-structure-missing" + original + " Part=3b",
			file + "22:1 error resolution-structure resolution-structure-extra" + original + " Part=3d",
		}},
		{"a point of a point", translated("", recitals+operative+"\n        - i. fort.\n"), []string{
			file + "24:1 error resolution-structure resolution-structure-extra" + original + " Part=3b(i)",
		}},
		{"facts that differ", "-- content/fr/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: declaration, number: 492, body: A, adopted: 2024-11-26, status: unofficial}\n---\n" + recitals + operative, []string{
			file + "4:1 error resolution-structure resolution-structure-metadata Field=resolution.adopted Got=2024-11-26" + original + " Want=2024-11-25",
			file + "4:1 error resolution-structure resolution-structure-metadata Field=resolution.kind Got=declaration" + original + " Want=resolution",
			file + "4:1 error resolution-structure resolution-structure-metadata Field=resolution.number Got=492" + original + " Want=491",
		}},
		{"a date that the original does not give", "-- content/en/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, status: official}\n---\n" + recitals + operative +
			translated("  adopted: 2024-11-25\n", recitals+operative), nil},
		{"a resolution in another form is none", "-- content/en/a.md --\n---\ntitle: T\nsummary: S\nresolution: 491\n---\n", []string{
			"content/en/a.md:4:13 error front-matter front-matter-kind-map Field=resolution",
		}},
		{"body, place and note are translated", translated("  place: Montréal\n  note: N\n", recitals+operative), nil},
		{"digits of another script", "-- i18n/ar.toml --\nhome = \"H\"\nby = \"{{ .Name }}\"\npages = { zero = \"0\", one = \"1\", two = \"2\", few = \"{{ .Count }}\", many = \"{{ .Count }}\", other = \"{{ .Count }}\" }\n" +
			"-- content/ar/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, status: unofficial}\n---\n١. إذ\n\n٢. وإذ\n\n***\n\n٣. تحث\n\n    - أ. على\n\n    - ب. على\n", nil},
	})
}

func TestRuleResolutionFootnote(t *testing.T) {
	page := func(body string) string {
		return "-- content/en/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, status: official}\n---\n" + body
	}
	const text = "1. **Noting**[^2] this,\n\n2. **Recalling** that;\n\n***\n\n3. **URGES** all:\n\n    - a. to act;\n\n    - b. to speak.\n\n"
	runCases(t, []ruleCase{
		{"notes to the title need no call", page(text + "[^*]: To the title.\n[^1]: So is this.\n[^2]: Called.\n"), nil},
		{"a note that is called nowhere", page(text + "[^2]: Called.\n[^7]: Not.\n[^1]: Nor this.\n"), []string{
			"content/en/resolution/_index.md:19:1 warning resolution-footnote Mark=7",
			"content/en/resolution/_index.md:20:1 warning resolution-footnote Mark=1",
		}},
	})
}

func TestRuleResolutionSupplied(t *testing.T) {
	supplied := func(text string) string { return "-- content/en/resolution/supplied.txt --\n" + text }
	const whole = "R\n\nThe Assembly,\n\n1. **Noting** this,\n\n2. **Recalling** that;\n\n3. **URGES** all:\n - a. to act;\n"
	runCases(t, []ruleCase{
		{"all of it", supplied(whole + " - b. to speak.\n"), nil},
		{"the words are there, in another part", supplied(strings.Replace(whole, "act;", "act; b to speak.", 1)), nil},
		{"cut off", supplied(whole), []string{
			"content/en/resolution/supplied.txt:10:1 warning resolution-supplied-short Page=content/en/resolution/_index.md Parts=3b",
		}},
	})
}

func TestRuleResolutionPoint(t *testing.T) {
	focus := func(points string) string {
		return "-- content/en/_index.md --\n---\ntitle: T\nsummary: S\nfocus: [" + points + "]\n---\n"
	}
	runCases(t, []ruleCase{
		{"pages of points", "-- content/en/resolution/3a/index.md --\n" + md("") + "-- content/en/resolution/3B.md --\n" + md(""), nil},
		{"a page of no point", "-- content/en/resolution/3z/index.md --\n" + md("") + "-- content/fr/resolution/notes.md --\n" + md(""), []string{
			"content/en/resolution/3z/index.md:1:1 error resolution-point resolution-point-nearest Nearest=3a Point=3z",
			"content/fr/resolution/notes.md:1:1 error resolution-point Point=notes",
		}},
		{"in the place of a page that the program makes", "-- content/en/resolution/verbs.md --\n" + md(""), nil},
		{"below a point", "-- content/en/resolution/3a/_index.md --\n" + md("") + "-- content/en/resolution/3a/x.md --\n" + md(""), []string{
			"content/en/resolution/3a/x.md:1:1 error resolution-point Point=3a/x",
		}},
		{"points put first", focus("3a, 3b"), nil},
		{"points put first that are none", focus("3a, 3c, zebra"), []string{
			"content/en/_index.md:4:13 error resolution-point resolution-point-nearest Nearest=3a Point=3c",
			"content/en/_index.md:4:17 error resolution-point Point=zebra",
		}},
		{"labels in capital letters", "-- content/en/resolution/_index.md --\n---\ntitle: R\nsummary: S\nresolution: {kind: resolution, number: 491, body: A, status: official}\n---\nA. Noting\n\n***\n\n1. **URGES** all\n" + register("recital-a\np1\n") + "-- content/en/resolution/a.md --\n" + md(""), nil},
		{"without a resolution there are no points to judge by", "-- content/en/resolution/_index.md --\n" + md("") + "-- content/en/resolution/3z.md --\n" + md(""), []string{
			"content/en/resolution/ids.txt:1:1 warning file-unread file-unread-ids",
		}},
	})
}
