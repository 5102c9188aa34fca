package check

import (
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// idUnregistered wants every part of the resolution to stand in the register
// of addresses, so that none can be lost unnoticed later. Only the reference
// language is looked at: rule resolution-structure wants the same parts of
// every other.
func idUnregistered(p *project.Project, report func(diag.Diagnostic)) {
	reference := p.Resolutions[p.Reference.Key]
	if reference == nil {
		return
	}
	file := path.Join(path.Dir(reference.Page.File), project.RegisterFile)
	if p.Register == nil && slices.ContainsFunc(p.Files, func(f *project.File) bool { return f.Path == file }) {
		return // it cannot be read, which other rules report
	}
	var missing []string
	for _, e := range reference.Text.Elements() {
		if p.Register == nil {
			missing = append(missing, e.ID)
			continue
		}
		if _, ok := p.Register.Entry(e.ID); !ok {
			report(diag.Diagnostic{
				File: reference.Page.File, Line: e.Line + reference.Page.BodyLine - 1, Column: 1,
				ID: "id-unregistered", Args: map[string]any{"Part": e.ID, "File": file},
			})
		}
	}
	if len(missing) > 0 {
		report(inField(reference.Page, "resolution", "id-unregistered-all", map[string]any{"File": file, "Parts": strings.Join(missing, " ")}))
	}
}
