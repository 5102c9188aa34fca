package check

import (
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
	wanted := byID(want)
	for _, lang := range p.Languages {
		r := p.Resolutions[lang.Key]
		if r == nil || r == reference {
			continue
		}
		got := r.Text.Elements()
		had := byID(got)
		line := r.Page.BodyLine // of the part above, where a missing one belongs
		for _, e := range want {
			if own, ok := had[e.ID]; ok {
				line = own.Line + r.Page.BodyLine - 1
			} else {
				report(diag.Diagnostic{
					File: r.Page.File, Line: line, Column: 1,
					ID: "resolution-structure-missing", Args: map[string]any{"Part": name(e), "Original": reference.Page.File},
				})
			}
		}
		for _, e := range got {
			if _, ok := wanted[e.ID]; !ok {
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
		if f.want != f.got && f.want != "" && f.got != "" {
			report(inField(translation, "resolution", "resolution-structure-metadata", map[string]any{
				"Field": "resolution." + f.field, "Want": f.want, "Got": f.got, "Original": original.File,
			}))
		}
	}
}

func byID(elements []resolution.Element) map[string]resolution.Element {
	m := make(map[string]resolution.Element, len(elements))
	for _, e := range elements {
		m[e.ID] = e
	}
	return m
}

func name(e resolution.Element) string {
	if e.Cite != "" {
		return e.Cite
	}
	return e.ID
}
