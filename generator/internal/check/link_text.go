package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// linkText wants every link to have words that say where it leads
// (WCAG 2.2, 2.4.4).
func linkText(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, link := range page.Document().Links {
			if link.Text == "" {
				report(inPage(page, link.Offset, "link-text", map[string]any{"Link": link.Destination}))
			}
		}
	}
}
