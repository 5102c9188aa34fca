package check

import (
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// duplicateAddress finds pages, and aliases of pages, that would be published
// at one address, where one would hide the other. A page that is written at the
// address of one that the program makes takes its place, with its aliases.
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
	made := map[address]string{}
	generated := p.Generated()
	for _, l := range p.Languages {
		for _, g := range generated[l.Key] {
			if p.Source(l, g.Path) != nil { // written, or borrowed
				continue
			}
			made[address{l.Key, g.Path}] = g.Path
			for _, alias := range g.Aliases {
				made[address{l.Key, folder(alias)}] = g.Path
			}
		}
	}
	for at, page := range first {
		if leads, taken := made[at]; taken {
			report(diag.Diagnostic{
				File: page.File, Line: 1, Column: 1, ID: "duplicate-address-made",
				Args: map[string]any{"Address": at.path, "Page": leads},
			})
		}
	}
	for _, page := range p.Pages {
		for i, alias := range page.Aliases {
			at := address{page.Language.Key, folder(alias)}
			if leads, taken := made[at]; taken {
				report(inItem(page, "aliases", i, "duplicate-address-made", map[string]any{"Address": at.path, "Page": leads}))
				continue
			}
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

// folder is the address that an alias stands for.
func folder(alias string) string { return "/" + strings.Trim(alias, "/") + "/" }
