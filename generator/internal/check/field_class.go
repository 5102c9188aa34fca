package check

import (
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// fieldClass finds fields that pages of another class have: nothing would be made
// of them. Fields that no page has are found when the project is loaded.
func fieldClass(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if originalUnread(p, page) {
			continue // its type is not known
		}
		class := p.ClassOf(page)
		for _, field := range page.Given() {
			with := project.ClassesWith(field.Name)
			if class.Allows(field.Name) || len(with) == 0 {
				continue
			}
			id := "field-class"
			if len(with) == 1 && project.FindClass(with[0]).Typed {
				id = "field-class-type"
			}
			report(diag.Diagnostic{File: page.File, Line: field.Line, Column: field.Column, ID: id, Args: map[string]any{
				"Field": field.Name, "Class": class.Name, "Classes": strings.Join(with, ", "),
			}})
		}
	}
}
