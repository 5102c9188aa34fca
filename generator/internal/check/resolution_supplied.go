package check

import (
	"cmp"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// suppliedShort wants the words of every part to stand somewhere in the text as
// it was supplied: a file that has been cut off would show as changes by hand
// what nobody changed.
func suppliedShort(p *project.Project, report func(diag.Diagnostic)) {
	for _, lang := range p.Languages {
		r := p.Resolutions[lang.Key]
		if r == nil || r.Supplied == nil {
			continue
		}
		var supplied string
		var missing []string
		for _, d := range r.Supplied.Changes {
			if d.Part != "text" || len(d.B) > 0 {
				continue
			}
			if supplied == "" {
				supplied = letters(strings.Join(r.Supplied.Lines, ""), 0)
			}
			// What opens it is enough: the rest may be broken by page marks.
			if !strings.Contains(supplied, letters(d.A.Plain(), 24)) {
				missing = append(missing, cmp.Or(d.Cite, d.ID))
			}
		}
		if missing != nil {
			report(diag.Diagnostic{
				File: r.Supplied.File, Line: len(r.Supplied.Lines), Column: 1, ID: "resolution-supplied-short",
				Args: map[string]any{"Parts": strings.Join(missing, ", "), "Page": r.Page.File},
			})
		}
	}
}

// letters are the letters and digits of a text in small form, at most the first
// so many, all where most is 0.
func letters(s string, most int) string {
	var b strings.Builder
	n := 0
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		b.WriteRune(unicode.ToLower(r))
		if n++; n == most {
			break
		}
	}
	return b.String()
}
