package check

import (
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// duplicateAddress finds pages, and aliases of pages, that would be published
// at one address, where one would hide the other.
func duplicateAddress(p *project.Project, report func(diag.Diagnostic)) {
	type address struct{ lang, path string }
	first := map[address]*project.Page{}
	for _, page := range p.Pages {
		at := address{page.Language.Key, page.Path}
		if other, taken := first[at]; taken {
			report(diag.Diagnostic{
				File: page.File, Line: 1, Column: 1, ID: "duplicate-address",
				Args: map[string]any{"Address": page.Path, "Other": other.File},
			})
			continue
		}
		first[at] = page
	}
	for _, page := range p.Pages {
		for i, alias := range page.Aliases {
			at := address{page.Language.Key, "/" + strings.Trim(alias, "/") + "/"}
			other, taken := first[at]
			if !taken { // perhaps by a page that the language borrows
				other = p.Source(page.Language, at.path)
				taken = other != nil
			}
			if taken {
				report(inItem(page, "aliases", i, "duplicate-address", map[string]any{"Address": at.path, "Other": other.File}))
				continue
			}
			first[at] = page
		}
	}
}
