package check

import (
	"path"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// remainsShortcode is the shortcode that shows the record of the exit's test.
const remainsShortcode = "remains"

// exitRecord wants the record beside the reference language's page wherever a
// page shows it. One that cannot be read is a problem of the loading.
func exitRecord(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, call := range page.Document().Shortcodes {
			if _, kept := p.ExitRecords[page.Path]; kept || call.Name != remainsShortcode {
				continue
			}
			file := path.Join("content", p.Reference.Key, page.Path, project.ExitRecordFile)
			if original := p.Page(p.Reference.Key, page.Path); original != nil {
				file = path.Join(path.Dir(original.File), project.ExitRecordFile)
			}
			report(inPage(page, call.Offset, "exit-record", map[string]any{"File": file}))
		}
	}
}
