package project_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// files makes a file system of a txtar archive, with an empty hugo.toml and
// i18n/en.toml where the archive has none.
func files(archive string) fstest.MapFS {
	fsys := fstest.MapFS{"hugo.toml": {}, "i18n/en.toml": {}}
	for _, f := range txtar.Parse([]byte(archive)).Files {
		fsys[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return fsys
}

// load loads a project that is expected to load.
func load(t *testing.T, fsys fstest.MapFS) *project.Project {
	t.Helper()
	p, err := project.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// page loads a project of one English page and returns both.
func page(t *testing.T, content string) (*project.Project, *project.Page) {
	t.Helper()
	fsys := files("")
	fsys["content/en/x.md"] = &fstest.MapFile{Data: []byte(content)}
	p := load(t, fsys)
	if all := slices.Concat(p.Pages, p.Drafts); len(all) == 1 {
		return p, all[0]
	}
	t.Fatalf("%d pages, want 1", len(p.Pages))
	return nil, nil
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

// wantProblems compares what Load found with one brief line each.
func wantProblems(t *testing.T, p *project.Project, want ...string) {
	t.Helper()
	found := slices.Clone(p.Problems)
	found.Sort()
	var got []string
	for _, d := range found {
		got = append(got, brief(d))
	}
	if !slices.Equal(got, want) {
		t.Errorf("problems:\n\t%s\nwant:\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}
