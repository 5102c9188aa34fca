package check

import (
	"maps"
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// idLost wants every address that was ever published to lead somewhere: to a
// part that the resolution has, or through an alias to one. No alias is
// proposed: which part took the place of another, only its editor knows.
func idLost(p *project.Project, report func(diag.Diagnostic)) {
	live := liveIDs(p)
	if p.Register == nil || live == nil {
		return
	}
	for _, entry := range p.Register.Entries {
		if entry.To == "" && !live[entry.ID] {
			report(diag.Diagnostic{File: p.Register.File, Line: entry.Line, Column: 1, ID: "id-lost", Args: map[string]any{"Part": entry.ID}})
		}
	}
}

// liveIDs are the identities of the resolution's parts in the reference
// language; nil where it has none. Rule resolution-structure sees to it that
// every other language has the same.
func liveIDs(p *project.Project) map[string]bool {
	reference := p.Resolutions[p.Reference.Key]
	if reference == nil {
		return nil
	}
	return idsOf(reference.Text)
}

func idsOf(t *resolution.Text) map[string]bool {
	ids := map[string]bool{}
	for _, e := range t.Elements() {
		ids[e.ID] = true
	}
	return ids
}

func sortedKeys(set map[string]bool) []string { return slices.Sorted(maps.Keys(set)) }
