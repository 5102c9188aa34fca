package project

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/resolution"
)

// Resolution is the resolution in one language and the page it was read from.
type Resolution struct {
	Page *Page
	Text *resolution.Text
	// References is what its words refer to; nil where the language says
	// nothing of it.
	References *References
}

// loadResolutions reads the page with a resolution field of each language.
func (p *Project) loadResolutions() {
	for _, page := range p.Pages {
		if page.Resolution == nil {
			continue
		}
		if first, exists := p.Resolutions[page.Language.Key]; exists {
			line, column := page.PositionOf("resolution")
			p.problem(diag.Diagnostic{
				File: page.File, Line: line, Column: column,
				Rule: "resolution", ID: "resolution-second-page", Args: map[string]any{"Other": first.Page.File},
			})
			continue
		}
		text, problems := resolution.ParseMarkdown(page.Body)
		for _, d := range problems {
			d.File = page.File
			d.Line += page.BodyLine - 1
			if first, ok := d.Args["first"].(int); ok { // another line of the body
				d.Args["first"] = first + page.BodyLine - 1
			}
			p.note(d)
		}
		m := page.Resolution
		text.Title, text.Kind, text.Number, text.Body, text.Place = page.Title, m.Kind, m.Number, m.Body, m.Place
		text.Adopted, text.Note, text.Language, text.Official = m.Adopted, m.Note, page.Language.Tag, m.Status == "official"
		text.Normalize()
		p.Resolutions[page.Language.Key] = &Resolution{Page: page, Text: text}
	}
	p.loadRegister()
	p.loadReferences()
	p.unread()
}
