package check

import (
	"path"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// htmlFile refuses pages in a form other than Markdown in a .md file: Hugo
// publishes some of them, and nothing in them would be checked.
func htmlFile(p *project.Project, report func(diag.Diagnostic)) {
	for _, f := range p.Files {
		if !strings.HasPrefix(f.Path, "content/") {
			continue
		}
		switch extension := strings.ToLower(path.Ext(f.Path)); extension {
		case ".html", ".htm", ".xhtml":
			report(diag.Diagnostic{File: f.Path, Line: 1, Column: 1, ID: "content-html-file"})
		case ".markdown", ".mdown", ".org", ".ad", ".adoc", ".asciidoc", ".rst", ".pandoc", ".pdc", ".gotmpl":
			report(diag.Diagnostic{
				File: f.Path, Line: 1, Column: 1,
				ID: "content-html-file-other", Args: map[string]any{"Extension": extension},
			})
		}
	}
}
