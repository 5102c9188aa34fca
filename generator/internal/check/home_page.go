package check

import (
	"path"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// homePage wants the reference language to have a home page: every other page
// bears its name, and every other language borrows it.
func homePage(p *project.Project, report func(diag.Diagnostic)) {
	if p.Reference.Key == "" || p.Page(p.Reference.Key, "/") != nil {
		return
	}
	folder := p.Folders[p.Reference.Key]
	if folder == "" {
		folder = "content/" + p.Reference.Key
	}
	report(diag.Diagnostic{File: path.Join(folder, "_index.md"), Line: 1, Column: 1, ID: "home-page"})
}
