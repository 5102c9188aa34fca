package check

import (
	"path"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// htmlFile refuses pages written in HTML: nothing in them would be checked.
func htmlFile(p *project.Project, report func(diag.Diagnostic)) {
	for _, f := range p.Files {
		switch strings.ToLower(path.Ext(f.Path)) {
		case ".html", ".htm", ".xhtml":
			report(diag.Diagnostic{File: f.Path, Line: 1, Column: 1, ID: "content-html-file"})
		}
	}
}
