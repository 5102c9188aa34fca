package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// headingLevel wants headings to descend one level at a time, starting below
// the page's title (WCAG 2.2, 1.3.1 and 2.4.6).
func headingLevel(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		above := 1 // the title is the heading of level 1
		for _, h := range page.Document().Headings {
			switch {
			case h.Level == 1:
				report(inPage(page, h.Offset, "heading-level-title", map[string]any{"Heading": h.Text}))
			case h.Level > above+1:
				report(inPage(page, h.Offset, "heading-level-skipped", map[string]any{"Heading": h.Text, "Level": h.Level, "Expected": above + 1}))
			}
			above = max(h.Level, 1)
		}
	}
}
