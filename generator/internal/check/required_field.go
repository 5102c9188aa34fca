package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// requiredField wants a title and a summary on every page, and on the page of
// the resolution what identifies it.
func requiredField(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if page.Broken() {
			continue
		}
		missing := func(field, value, at string) {
			if value == "" {
				report(inField(page, at, "required-field", map[string]any{"Field": field}))
			}
		}
		missing("title", page.Title, "title")
		missing("summary", page.Summary, "summary")
		if r := page.Resolution; r != nil {
			missing("resolution.kind", r.Kind, "resolution")
			missing("resolution.number", r.Number, "resolution")
			missing("resolution.body", r.Body, "resolution")
			missing("resolution.status", r.Status, "resolution")
		}
		for i, ask := range page.Asks {
			if ask.Of == "" {
				report(inItem(page, "asks", i, "required-field", map[string]any{"Field": "asks.of"}))
			}
			if ask.To == "" {
				report(inItem(page, "asks", i, "required-field", map[string]any{"Field": "asks.to"}))
			}
		}
		for i, source := range page.Sources {
			if source.Title == "" {
				report(inItem(page, "sources", i, "required-field", map[string]any{"Field": "sources.title"}))
			}
		}
	}
}
