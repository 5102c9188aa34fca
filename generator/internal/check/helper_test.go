package check_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// clean is a small project that keeps every rule.
const clean = `
-- hugo.toml --
baseURL = "https://example.org/"
-- i18n/en.toml --
home = "Home"
by = "By {{ .Name }}"
pages.one = "{{ .Count }} page"
pages.other = "{{ .Count }} pages"
-- i18n/fr.toml --
home = "Accueil"
by = "Par {{ .Name }}"
pages.one = "{{ .Count }} page"
pages.many = "{{ .Count }} de pages"
pages.other = "{{ .Count }} pages"
-- layouts/_shortcodes/lang.html --
-- static/press.pdf --
-- content/en/_index.md --
---
title: Home
summary: S
---
-- content/en/about.md --
---
title: About
summary: S
---
## Why

## How {#how-to}
-- content/en/resolution/_index.md --
---
title: R
summary: S
resolution:
  kind: resolution
  number: 491
  body: Assembly
  adopted: 2024-11-25
  status: official
---
*The Assembly,*

1. **Noting** this,

2. **Recalling** that;

***

3. **URGES** all:

    - a. to act;

    - b. to speak.
-- content/en/resolution/ids.txt --
p1
p2
p3
p3-a
p3-b
-- content/fr/about.md --
---
title: À propos
summary: S
---
## Pourquoi

## Comment
`

// overlay is the clean project with the files of a txtar archive.
func overlay(archive string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, text := range []string{clean, archive} {
		for _, f := range txtar.Parse([]byte(text)).Files {
			fsys[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return fsys
}

// run loads and checks.
func run(t *testing.T, fsys fstest.MapFS) diag.List {
	t.Helper()
	p, err := project.LoadWith(fsys, project.Options{Date: time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return check.Run(p)
}

// brief is a diagnostic on one line: place, severity, rule, identity if it is
// another than the rule's name, and arguments by name.
func brief(d diag.Diagnostic) string {
	parts := []string{d.Place(), d.Severity.String(), d.Rule}
	if d.ID != d.Rule {
		parts = append(parts, d.ID)
	}
	for _, k := range slices.Sorted(maps.Keys(d.Args)) {
		parts = append(parts, fmt.Sprintf("%s=%v", k, d.Args[k]))
	}
	return strings.Join(parts, " ")
}

func wantFound(t *testing.T, found diag.List, want []string) {
	t.Helper()
	var got []string
	for _, d := range found {
		got = append(got, brief(d))
	}
	if !slices.Equal(got, want) {
		t.Errorf("found:\n\t%s\nwant:\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// md is a page with a valid front matter of four lines.
func md(body string) string { return "---\ntitle: T\nsummary: S\n---\n" + body }

// A ruleCase is a change to the clean project and what the rules find then.
type ruleCase struct {
	name, archive string
	want          []string
}

func runCases(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) { wantFound(t, run(t, overlay(tc.archive)), tc.want) })
	}
}
