package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// itemFact wants every key message and every day of the calendar to name what it
// rests on, where there is a register of facts: they are shared without their page.
func itemFact(p *project.Project, report func(diag.Diagnostic)) {
	if p.Facts == nil {
		return
	}
	for _, page := range p.Pages {
		if isTranslation(p, page) {
			continue
		}
		for i, m := range page.Messages {
			if len(m.Facts) == 0 {
				report(inItem(page, "messages", i, "item-fact", map[string]any{"Item": m.ID, "Field": "facts", "Example": "[B4]"}))
			}
		}
		for i, e := range page.Events {
			if e.Fact == "" {
				report(inItem(page, "events", i, "item-fact", map[string]any{"Item": e.ID, "Field": "fact", "Example": "E3"}))
			}
		}
	}
}
