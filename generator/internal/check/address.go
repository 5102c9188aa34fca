package check

import (
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// addressCharacters keeps addresses to what can be said on the telephone and
// typed on any keyboard: Latin letters, digits and single hyphens. The file
// name is the address, the same in every language.
func addressCharacters(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if !project.PlainAddress(page.Path) {
			report(diag.Diagnostic{File: page.File, Line: 1, Column: 1, ID: "address", Args: map[string]any{"Address": page.Path}})
		}
		for i, alias := range page.Aliases {
			if !project.PlainAddress("/" + strings.Trim(alias, "/") + "/") {
				report(inItem(page, "aliases", i, "address", map[string]any{"Address": alias}))
			}
		}
	}
}
