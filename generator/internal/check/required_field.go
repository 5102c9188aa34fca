package check

import (
	"fmt"

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
		for _, field := range []string{"title", "summary"} {
			if page.Lacks(field) {
				report(inField(page, field, "required-field", map[string]any{"Field": field}))
			}
		}
		if page.Resolution != nil {
			for _, field := range []string{"kind", "number", "body", "status"} {
				if field = "resolution." + field; page.Lacks(field) {
					report(inField(page, "resolution", "required-field", map[string]any{"Field": field}))
				}
			}
		}
		requireInItems(page, "asks", len(page.Asks), []string{"of", "to"}, report)
		for i, source := range page.Sources {
			if source.Fact == "" && page.Lacks(fmt.Sprintf("sources.%d.title", i)) {
				report(inItem(page, "sources", i, "required-field", map[string]any{"Field": "sources.fact"}))
			}
		}
	}
}

// requireInItems wants fields in each of the n items of a list.
func requireInItems(page *project.Page, list string, n int, fields []string, report func(diag.Diagnostic)) {
	for i := range n {
		for _, field := range fields {
			if page.Lacks(fmt.Sprintf("%s.%d.%s", list, i, field)) {
				report(inItem(page, list, i, "required-field", map[string]any{"Field": list + "." + field}))
			}
		}
	}
}
