package check

import (
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// unknownShortcode finds calls of templates that layouts/_shortcodes lacks, and
// calls in headings whose address would change from build to build.
func unknownShortcode(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, call := range page.Document().Shortcodes {
			if !slices.Contains(p.Shortcodes, call.Name) {
				report(inPage(page, call.Offset, "shortcode", map[string]any{
					"Name": call.Name, "Names": strings.Join(p.Shortcodes, ", "),
				}))
			}
		}
		for _, h := range page.Document().Headings {
			if h.Shortcode && h.ID == "" {
				report(inPage(page, h.Offset, "shortcode-heading", map[string]any{"Heading": h.Text}))
			}
		}
	}
}
