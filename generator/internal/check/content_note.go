package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// contentNote wants pages that name acts of violence to say so before the text, so
// that a reader can decide. A translation has the note of its original. Pages of
// help name acts only in the names of services, and nothing is to stand between a
// reader and help.
func contentNote(p *project.Project, report func(diag.Diagnostic)) {
	for _, l := range p.Languages {
		base := p.Terms[l.Key]
		if base == nil || len(base.Acts) == 0 {
			continue
		}
		said := map[*project.Page]bool{}
		eachOwn(p, l.Key, func(page *project.Page, b translation.Block, text string) {
			if said[page] || p.ClassOf(page).Name == "help" || page.ContentNote != "" || p.Original(page.Path).ContentNote != "" {
				return
			}
			words := translation.WordsOf(text)
			for _, act := range base.Acts {
				if found := act.Found(words); found != "" {
					said[page] = true
					at := page.PlaceOf(b, 0)
					report(diag.Diagnostic{File: at.File, Line: at.Line, Column: at.Column, ID: "content-note", Args: map[string]any{
						"Words": found, "File": p.Original(page.Path).File,
					}})
					return
				}
			}
		})
	}
}
