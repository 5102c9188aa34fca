package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// imageAlt wants every image described for those who do not see it
// (WCAG 2.2, 1.1.1).
func imageAlt(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, image := range page.Document().Images {
			if image.Alt == "" {
				report(inPage(page, image.Offset, "image-alt", map[string]any{"Image": image.Destination}))
			}
		}
	}
}
