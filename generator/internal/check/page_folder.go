package check

import (
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// pageFolder finds pages below an index.md. To Hugo such a folder belongs to
// one page alone and everything in it is that page's file: the other pages
// would not be published. A page that has others below it is an _index.md.
func pageFolder(p *project.Project, report func(diag.Diagnostic)) {
	paths := p.Paths()
	for _, page := range p.Pages {
		if path.Base(page.File) != "index.md" {
			continue
		}
		below, _ := slices.BinarySearch(paths, page.Path)
		for _, other := range paths[below:] {
			if !strings.HasPrefix(other, page.Path) {
				break
			}
			if source := p.Source(page.Language, other); other != page.Path && source != nil {
				report(diag.Diagnostic{File: page.File, Line: 1, Column: 1, ID: "page-folder", Args: map[string]any{"Other": source.File}})
				break
			}
		}
	}
}
