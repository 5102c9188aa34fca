package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// factUnknown wants every fact that a page, a cross reference or a helpline names
// to stand in the register of facts. A project without one may name any, beside a title.
func factUnknown(p *project.Project, report func(diag.Diagnostic)) {
	if p.Illegible(project.FactsFile) {
		return
	}
	if p.Facts == nil {
		factWithoutRegister(p, report)
		return
	}
	var ids []string
	for _, f := range p.Facts.Facts {
		ids = append(ids, f.ID)
	}
	judge := func(id string, at diag.Diagnostic) {
		if p.Facts.Fact(id) == nil {
			reportNearest(func(name string, args map[string]any) {
				at.ID, at.Args = name, args
				report(at)
			}, "fact-unknown", map[string]any{"Fact": id, "File": p.Facts.File}, project.Nearest(id, ids))
		}
	}
	for _, page := range p.Pages {
		for _, use := range page.FactUses() {
			judge(use.ID, diag.Diagnostic{File: page.File, Line: use.Line, Column: use.Column})
		}
	}
	if p.Helplines != nil {
		for _, h := range p.Helplines.Entries {
			if h.Fact != "" {
				line, column := h.Position("fact")
				judge(h.Fact, diag.Diagnostic{File: p.Helplines.File, Line: line, Column: column})
			}
		}
	}
	eachReferences(p, func(r *project.Resolution) {
		for i := range r.References.Entries {
			if ref := &r.References.Entries[i]; ref.Fact != "" {
				line, column := ref.Position("fact")
				judge(ref.Fact, diag.Diagnostic{File: r.References.File, Line: line, Column: column})
			}
		}
	})
}

// factWithoutRegister reports sources whose title only a register could give.
func factWithoutRegister(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for i, source := range page.Sources {
			if source.Fact != "" && source.Title == "" {
				report(inItem(page, "sources", i, "fact-no-register", map[string]any{"Fact": source.Fact, "File": p.Folder(p.Reference) + "/" + project.FactsFile}))
			}
		}
	}
}
