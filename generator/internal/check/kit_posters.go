package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// posters is how many the kit has: its page and its sheets are laid out for them.
const posters = 3

// kitPosters wants a kit to have as many posters as it is laid out for.
func kitPosters(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if n := len(page.Posters); n > 0 && n != posters && !isTranslation(p, page) {
			report(inField(page, "posters", "kit-posters", map[string]any{"Has": n, "Posters": posters}))
		}
	}
}
