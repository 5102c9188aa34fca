package check

import (
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// translationUnrecorded finds translations of which nothing is recorded, where
// others of their language have records: when their original changes, nobody is
// told.
func translationUnrecorded(p *project.Project, report func(diag.Diagnostic)) {
	kept := map[string]bool{} // languages with records
	for _, page := range p.Pages {
		kept[page.Language.Key] = kept[page.Language.Key] || p.Recorded(page)
	}
	eachUnrecorded(p, func(page *project.Page) {
		if kept[page.Language.Key] && !p.Critical(page.Path) {
			report(unrecorded(p, page, "translation-unrecorded"))
		}
	})
}

// translationUnrecordedCritical finds those whose readers must never be shown
// what the original no longer says.
func translationUnrecordedCritical(p *project.Project, report func(diag.Diagnostic)) {
	eachUnrecorded(p, func(page *project.Page) {
		if p.Critical(page.Path) {
			report(unrecorded(p, page, "translation-unrecorded-critical"))
		}
	})
}

func unrecorded(p *project.Project, page *project.Page, id string) diag.Diagnostic {
	name := strings.Trim(page.Path, "/")
	if name == "" {
		name = "/"
	}
	return diag.Diagnostic{File: page.File, Line: 1, Column: 1, ID: id, Args: map[string]any{
		"Original": p.Page(p.Reference.Key, page.Path).File, "Tag": page.Language.Tag, "Page": name,
	}}
}

func eachUnrecorded(p *project.Project, f func(*project.Page)) {
	for _, page := range p.Pages {
		authentic := page.Resolution != nil && page.Resolution.Status == "official"
		if page.Language.Key == p.Reference.Key || page.Language.Pseudo() || authentic || page.Broken() ||
			p.Page(p.Reference.Key, page.Path) == nil || p.Recorded(page) {
			continue
		}
		f(page)
	}
}
