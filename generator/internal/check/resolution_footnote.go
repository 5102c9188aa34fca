package check

import (
	"strings"
	"unicode"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// resolutionFootnote wants a footnote to be called in the text, unless it can
// be one to the title, which has no place for a call: it is marked with a sign,
// or is the first before others.
func resolutionFootnote(p *project.Project, report func(diag.Diagnostic)) {
	for _, lang := range p.Languages {
		r := p.Resolutions[lang.Key]
		if r == nil {
			continue
		}
		called := map[string]bool{}
		for _, e := range r.Text.Elements() {
			for _, run := range e.Text {
				if run.Style == resolution.Call {
					called[run.Text] = true
				}
			}
		}
		others := false // a footnote with a number or a letter stands before
		for _, f := range r.Text.Footnotes {
			sign := !strings.ContainsFunc(f.Mark, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
			if !called[f.Mark] && !sign && (others || f.Mark != "1") {
				report(diag.Diagnostic{
					File: r.Page.File, Line: f.Line + r.Page.BodyLine - 1, Column: 1,
					ID: "resolution-footnote", Args: map[string]any{"Mark": f.Mark},
				})
			}
			others = others || !sign
		}
	}
}
