package project_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

const withResolution = `
-- content/en/resolution/_index.md --
---
title: R
resolution: {kind: resolution}
---
1. **Noting** this and paragraph 2,

***

2. **URGES** all:

    - a. to act on Resolution 13;
`

func TestOldAddressesLeadToTheirParts(t *testing.T) {
	p := load(t, files(withResolution+"-- content/en/resolution/ids.txt --\n# A remark\np1\np2 # and more\np2-a\np8 -> p9\np9 → p2-a\nq -> r\nr -> q\np7->p2-a\n"))
	aliases := p.Register.Aliases()
	if got := slices.Sorted(maps.Keys(aliases)); !slices.Equal(got, []string{"p2-a"}) || !slices.Equal(aliases["p2-a"], []string{"p7", "p8", "p9"}) {
		t.Errorf("%v", aliases)
	}
	if got := load(t, files(withResolution)).Register.Aliases(); len(got) != 0 {
		t.Errorf("without a register: %v", got)
	}
}

func TestTheRegisterGrowsAndLosesNothing(t *testing.T) {
	text := &resolution.Text{Recitals: []resolution.Paragraph{{Label: "1"}}, Operative: []resolution.Paragraph{{Label: "2", Points: []resolution.Point{{Label: "a"}}}}}
	fresh := string(project.ExtendRegister(nil, text))
	if !strings.HasPrefix(fresh, "# ") || !strings.HasSuffix(fresh, "\n\np1\np2\np2-a\n") {
		t.Errorf("a new register:\n%s", fresh)
	}
	for _, tc := range []struct{ old, want string }{
		{fresh, fresh},
		{"# Ours.\np9 -> p1\np2", "# Ours.\np9 -> p1\np2\np1\np2-a\n"},
		{"p1\np2\np2-a -> p2\n", "p1\np2\np2-a -> p2\n"},
	} {
		if got := string(project.ExtendRegister([]byte(tc.old), text)); got != tc.want {
			t.Errorf("%q became\n%q, want\n%q", tc.old, got, tc.want)
		}
	}
}

// What a register says of itself must be nothing that it says of the text.
func TestTheHeadOfARegisterIsRemarks(t *testing.T) {
	fsys := files(withResolution)
	p := load(t, fsys)
	fsys["content/en/resolution/ids.txt"] = &fstest.MapFile{Data: project.ExtendRegister(nil, p.Resolutions["en"].Text)}
	p = load(t, fsys)
	if len(p.Problems) > 0 || len(p.Register.Entries) != 3 {
		t.Errorf("%v %v", p.Problems, p.Register)
	}
}
