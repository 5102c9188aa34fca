package check

import (
	"fmt"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// bidiControl refuses the characters that change the direction of the text
// around them (Unicode UAX #9: embeddings, overrides, isolates). They can make
// a text read differently from what it says; direction belongs in markup.
func bidiControl(p *project.Project, report func(diag.Diagnostic)) {
	for _, f := range p.Files {
		for i := 0; i < len(f.Text); {
			r, size := utf8.DecodeRune(f.Text[i:])
			if r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
				line, column := diag.Position(f.Text, i)
				report(diag.Diagnostic{
					File: f.Path, Line: line, Column: column,
					ID: "bidi-control", Args: map[string]any{"Character": fmt.Sprintf("U+%04X", r)},
				})
			}
			i += size
		}
	}
}
