package check

import (
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// resolutionPoint wants every page below the resolution, and every point that
// a page puts first, to name a paragraph or point that the resolution has. A
// page may also take the place of one that the program makes.
func resolutionPoint(p *project.Project, report func(diag.Diagnostic)) {
	reference := p.Resolutions[p.Reference.Key]
	if reference == nil {
		return
	}
	var cites []string
	known := map[string]bool{}
	addresses := map[string]bool{} // as they stand in the pages' addresses
	for _, e := range reference.Text.Elements() {
		if e.Cite != "" {
			cites = append(cites, e.Cite)
			known[e.Cite] = true
			addresses[strings.ToLower(e.Cite)] = true
		}
	}
	generated := map[string]bool{}
	for _, pages := range p.Generated() {
		for _, g := range pages {
			generated[g.Path] = true
		}
	}
	id := func(point string) (string, map[string]any) {
		nearest := project.Nearest(point, cites)
		if nearest == "" {
			return "resolution-point", map[string]any{"Point": point}
		}
		return "resolution-point-nearest", map[string]any{"Point": point, "Nearest": nearest}
	}
	for _, page := range p.Pages {
		if rest, below := strings.CutPrefix(page.Path, reference.Page.Path); below && rest != "" && !generated[page.Path] {
			if point := strings.TrimSuffix(rest, "/"); !addresses[point] {
				text, args := id(point)
				report(diag.Diagnostic{File: page.File, Line: 1, Column: 1, ID: text, Args: args})
			}
		}
		for i, point := range page.Focus {
			if !known[point] {
				text, args := id(point)
				report(inItem(page, "focus", i, text, args))
			}
		}
	}
}
