package project_test

import "testing"

func TestQuietIsInheritedByThePagesBelowAndByEveryLanguage(t *testing.T) {
	p := load(t, files(`
-- i18n/fr.toml --
-- content/en/_index.md --
---
title: Home
---
-- content/en/help/_index.md --
---
title: Help
quiet: true
---
-- content/en/help/one/index.md --
---
title: One
---
-- content/en/help/loud/_index.md --
---
title: Loud
quiet: false
---
-- content/en/help/loud/two.md --
---
title: Two
---
-- content/en/helpers.md --
---
title: Helpers
---
-- content/fr/help/seul.md --
---
title: Seul
---
-- content/fr/calme.md --
---
title: Calme
quiet: true
---
`))
	wantProblems(t, p)
	for path, want := range map[string]bool{
		"/": false, "/help/": true, "/help/one/": true, "/help/seul/": true, "/calme/": true,
		"/help/loud/": false, "/help/loud/two/": false, "/helpers/": false, "/elsewhere/": false, "/help/missing/": true,
	} {
		if got := p.Quiet(path); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

func TestQuietIsTrueOrFalse(t *testing.T) {
	p := load(t, files("-- content/en/a.md --\n---\ntitle: A\nquiet: very\n---\n"))
	wantProblems(t, p, "content/en/a.md:3:8 error front-matter front-matter-value Field=quiet Value=very Values=true, false")
}
