package check

import (
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// translationUnrecorded finds translations of which nothing is recorded: when
// their original changes, nobody is told.
func translationUnrecorded(p *project.Project, report func(diag.Diagnostic)) {
	eachUnrecorded(p, false, "translation-unrecorded", report)
}

// translationUnrecordedCritical finds those among them whose readers must never
// be shown what the original no longer says.
func translationUnrecordedCritical(p *project.Project, report func(diag.Diagnostic)) {
	eachUnrecorded(p, true, "translation-unrecorded-critical", report)
}

func eachUnrecorded(p *project.Project, critical bool, id string, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		original := p.Page(p.Reference.Key, page.Path)
		authentic := page.Resolution != nil && page.Resolution.Status == "official"
		switch {
		case page.Language.Key == p.Reference.Key, page.Language.Pseudo(), original == nil, authentic, page.Broken(),
			p.Recorded(page), p.Critical(page.Path) != critical:
			continue
		}
		name := strings.Trim(page.Path, "/")
		if name == "" {
			name = "/"
		}
		report(diag.Diagnostic{File: page.File, Line: 1, Column: 1, ID: id, Args: map[string]any{
			"Original": original.File, "Tag": page.Language.Tag, "Page": name,
		}})
	}
}
