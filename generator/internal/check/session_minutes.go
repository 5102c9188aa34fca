package check

import (
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// sessionMinutes wants the steps of a session to take as long as the session.
func sessionMinutes(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if isTranslation(p, page) || len(page.Session.Steps) == 0 || page.Session.Minutes == 0 {
			continue
		}
		sum := 0
		for _, step := range page.Session.Steps {
			sum += step.Minutes
		}
		if sum != page.Session.Minutes {
			report(inField(page, "minutes", "session-minutes", map[string]any{"Sum": sum, "Minutes": page.Session.Minutes}))
		}
	}
}

// sessionStep wants each step of a session to have its section of the text, to
// which the plan leads.
func sessionStep(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for i, step := range page.Session.Steps {
			if !slices.ContainsFunc(page.Document().Headings, func(h project.Heading) bool { return h.Text == step.Title }) && step.Title != "" {
				report(inItem(page, "steps", i, "session-step", map[string]any{"Title": step.Title}))
			}
		}
	}
}
