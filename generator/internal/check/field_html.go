package check

import (
	"regexp"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

var fieldMarkup = regexp.MustCompile(`</?[A-Za-z][^<>]*>|<!--|\{\{|\}\}`)

// fieldHTML refuses markup in the fields that are shown as they are written:
// they are plain words.
func fieldHTML(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, f := range []struct{ name, text string }{
			{"title", page.Title}, {"summary", page.Summary}, {"contentNote", page.ContentNote},
		} {
			if fieldMarkup.MatchString(f.text) {
				report(inField(page, f.name, "field-html", map[string]any{"Field": f.name}))
			}
		}
	}
}
