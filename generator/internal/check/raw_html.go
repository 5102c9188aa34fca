package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// rawHTML refuses HTML in Markdown: the renderer would drop it silently, and
// nothing could vouch for its accessibility or safety.
func rawHTML(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, offset := range page.Document().HTML {
			report(inPage(page, offset, "raw-html", nil))
		}
	}
}
