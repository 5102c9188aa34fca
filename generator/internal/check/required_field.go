package check

import (
	"fmt"
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// requiredField wants on every page what pages of its class cannot do without. Of
// a translation less is wanted: what it lacks is the original's.
func requiredField(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if page.Broken() {
			continue
		}
		class, translation := p.ClassOf(page), isTranslation(p, page)
		for _, field := range class.Required(translation) {
			if page.Lacks(field) || page.Has(field) && slices.Contains(project.Lists(), field) && page.Length(field) == 0 {
				id, args := "required-field", map[string]any{"Field": field}
				if field != "title" && field != "summary" {
					id, args["Class"] = "required-field-class", class.Name
				}
				report(inField(page, field, id, args))
			}
		}
		for _, given := range page.Given() {
			for _, part := range project.PartsOf(given.Name) {
				if field := given.Name + "." + part; page.Lacks(field) {
					report(inField(page, given.Name, "required-field", map[string]any{"Field": field}))
				}
			}
			requireInItems(page, given.Name, translation, report)
			requireTexts(page, given.Name, report)
		}
	}
}

// requireInItems wants in each item of a list what it cannot do without.
func requireInItems(page *project.Page, list string, translation bool, report func(diag.Diagnostic)) {
	items := project.ItemsOf(list)
	fields := items.Must
	if translation {
		fields = items.Each
	}
	lacks := func(i int, field string) bool { return page.Lacks(fmt.Sprintf("%s.%d.%s", list, i, field)) }
	for i := range page.Length(list) {
		for _, field := range fields {
			if lacks(i, field) {
				report(inItem(page, list, i, "required-field-item", map[string]any{"List": list, "Field": field}))
			}
		}
		if len(items.Either) > 0 && !slices.ContainsFunc(items.Either, func(field string) bool { return !lacks(i, field) }) {
			report(inItem(page, list, i, "required-field-item", map[string]any{"List": list, "Field": items.Either[0]}))
		}
	}
}

// requireTexts wants each item of a list of texts to have words.
func requireTexts(page *project.Page, list string, report func(diag.Diagnostic)) {
	if slices.Contains(project.Lists(), list) {
		return
	}
	for i := range page.Length(list) {
		if page.Lacks(fmt.Sprintf("%s.%d", list, i)) {
			report(inItem(page, list, i, "required-field-empty", map[string]any{"List": list}))
		}
	}
}

// originalUnread reports whether what stands in the head of a page's original is not
// known: nothing that a page has or lacks beside it is then a fault.
func originalUnread(p *project.Project, page *project.Page) bool {
	from := p.Original(page.Path)
	return from != nil && from.Broken()
}

// isTranslation reports whether another language's page is the original of a page.
func isTranslation(p *project.Project, page *project.Page) bool {
	from := p.Original(page.Path)
	return from != nil && from.Language.Key != page.Language.Key
}
