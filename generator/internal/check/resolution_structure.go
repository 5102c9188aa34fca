package check

import (
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// resolutionStructure wants the resolution to have the same parts in every
// language: a part that one language lacks, or has alone, would break
// quotations and the comparison of the texts.
func resolutionStructure(p *project.Project, report func(diag.Diagnostic)) {
	reference := p.Resolutions[p.Reference.Key]
	if reference == nil {
		return
	}
	want := reference.Text.Elements()
	for _, lang := range p.Languages {
		r := p.Resolutions[lang.Key]
		if r == nil || r == reference {
			continue
		}
		got := r.Text.Elements()
		for i, e := range want {
			if !slices.ContainsFunc(got, sameID(e)) {
				report(diag.Diagnostic{
					File: r.Page.File, Line: lineBefore(r, want[:i], got), Column: 1,
					ID: "resolution-structure-missing", Args: map[string]any{"Part": name(e), "Original": reference.Page.File},
				})
			}
		}
		for _, e := range got {
			if !slices.ContainsFunc(want, sameID(e)) {
				report(diag.Diagnostic{
					File: r.Page.File, Line: e.Line + r.Page.BodyLine - 1, Column: 1,
					ID: "resolution-structure-extra", Args: map[string]any{"Part": name(e), "Original": reference.Page.File},
				})
			}
		}
		sameMetadata(reference.Page, r.Page, report)
	}
}

// sameMetadata wants the facts of the resolution to agree with the original.
func sameMetadata(original, translation *project.Page, report func(diag.Diagnostic)) {
	a, b := original.Resolution, translation.Resolution
	for _, f := range []struct{ field, want, got string }{
		{"kind", a.Kind, b.Kind},
		{"number", a.Number, b.Number},
		{"adopted", a.Adopted, b.Adopted},
	} {
		if f.want != f.got && f.got != "" {
			report(inField(translation, "resolution", "resolution-structure-metadata", map[string]any{
				"Field": "resolution." + f.field, "Want": f.want, "Got": f.got, "Original": original.File,
			}))
		}
	}
}

// lineBefore is the line of the last part before a missing one, where the
// missing part belongs.
func lineBefore(r *project.Resolution, before, got []resolution.Element) int {
	for _, e := range slices.Backward(before) {
		if i := slices.IndexFunc(got, sameID(e)); i >= 0 {
			return got[i].Line + r.Page.BodyLine - 1
		}
	}
	return r.Page.BodyLine
}

func sameID(e resolution.Element) func(resolution.Element) bool {
	return func(other resolution.Element) bool { return other.ID == e.ID }
}

func name(e resolution.Element) string {
	if e.Cite != "" {
		return e.Cite
	}
	return e.ID
}
