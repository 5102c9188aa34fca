package check

import (
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// provenance wants every record of a translation to be readable: what it cannot
// say would count as never said.
func provenance(p *project.Project, report func(diag.Diagnostic)) {
	eachRecord(p, func(f *project.File) {
		record, found := translation.ParseRecord(f.Text)
		for _, d := range append(found, record.Verify()...) {
			d.File = f.Path
			report(d)
		}
	})
}

// provenanceAlone finds records of pages that are no longer there.
func provenanceAlone(p *project.Project, report func(diag.Diagnostic)) {
	eachRecord(p, func(f *project.File) {
		page := strings.TrimSuffix(f.Path, translation.RecordEnding) + ".md"
		if path.Base(f.Path) == project.StringsPath+translation.RecordEnding {
			return
		}
		if !slices.ContainsFunc(p.Files, func(other *project.File) bool { return other.Path == page }) {
			report(diag.Diagnostic{File: f.Path, Line: 1, Column: 1, ID: "provenance-alone", Args: map[string]any{"Page": page}})
		}
	})
}

func eachRecord(p *project.Project, f func(*project.File)) {
	for _, file := range p.Files {
		if strings.HasSuffix(file.Path, translation.RecordEnding) && file.Text != nil {
			f(file)
		}
	}
}
