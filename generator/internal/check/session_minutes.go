package check

import (
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
