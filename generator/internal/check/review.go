package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// review wants a reviewed translation to name who reviewed it and when: only a
// person may lift the notice that it is unreviewed.
func review(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if page.Review == "reviewed" && (page.Reviewer == "" || page.Reviewed == "") {
			report(inField(page, "review", "review-unsigned", nil))
		}
		if page.Review != "" && page.Language.Key == p.Reference.Key {
			report(inField(page, "review", "review-original", map[string]any{"Language": page.Language.Tag}))
		}
	}
}
