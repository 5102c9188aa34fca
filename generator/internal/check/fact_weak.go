package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// factWeak warns of pages that rest on a fact with a single or thin source, or on
// one that was not seen in a document, unless the register says why it may be
// used.
func factWeak(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, use := range page.FactUses() {
			f := p.Facts.Fact(use.ID)
			if f == nil || f.Allowed != "" {
				continue
			}
			id := ""
			switch {
			case f.Weak:
				id = "fact-weak"
			case f.Mark == project.MarkKnown:
				id = "fact-known"
			default:
				continue
			}
			report(diag.Diagnostic{File: page.File, Line: use.Line, Column: use.Column, ID: id, Args: map[string]any{"Fact": f.ID, "File": p.Facts.File}})
		}
	}
}
