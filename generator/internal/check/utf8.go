package check

import (
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// validUTF8 refuses text files in another encoding, at the first byte that
// shows it.
func validUTF8(p *project.Project, report func(diag.Diagnostic)) {
	for _, f := range p.Files {
		if utf8.Valid(f.Text) {
			continue
		}
		at := 0
		for at < len(f.Text) {
			r, size := utf8.DecodeRune(f.Text[at:])
			if r == utf8.RuneError && size == 1 {
				break
			}
			at += size
		}
		line, column := diag.Position(f.Text, at)
		report(diag.Diagnostic{File: f.Path, Line: line, Column: column, ID: "utf-8"})
	}
}
