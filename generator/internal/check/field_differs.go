package check

import (
	"fmt"
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// ofOriginal are the fields that are the original's in every language, but for
// those of lists, and those of the resolution, which rule resolution-structure
// compares.
var ofOriginal = []string{"type", "class", "importance", "print", "focus", "minutes"}

// fieldDiffers finds what a translation repeats of its original and has otherwise:
// a date, a number, a fact. Only the original's would be shown.
func fieldDiffers(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if page.Broken() || !isTranslation(p, page) || originalUnread(p, page) {
			continue
		}
		from := p.Original(page.Path)
		differs := func(field, path, original string) {
			own, theirs := page.TextAt(path), from.TextAt(original)
			if own == "" || own == theirs {
				return
			}
			id := "field-differs"
			if theirs == "" {
				id = "field-differs-none"
			}
			line, column := page.PositionAt(path)
			report(diag.Diagnostic{File: page.File, Line: line, Column: column, ID: id, Args: map[string]any{
				"Field": field, "Value": own, "Original": theirs, "File": from.File,
			}})
		}
		for _, field := range ofOriginal {
			differs(field, field, field)
		}
		for _, list := range project.Lists() {
			if list == "sources" || list == "images" { // a language may have its own document
				continue
			}
			rules := project.ItemsOf(list)
			ids := identitiesOf(from, list)
			for i := range page.Length(list) {
				at := fmt.Sprintf("%s.%d.", list, i)
				original := at
				if rules.ByID {
					j := slices.Index(ids, page.TextAt(at+"id"))
					if j < 0 { // rule list-item
						continue
					}
					original = fmt.Sprintf("%s.%d.", list, j)
				}
				for _, field := range rules.Data {
					differs(list+"."+field, at+field, original+field)
				}
			}
		}
		foreignFacts(p, page, from, report)
	}
}

// foreignFacts finds sources of a translation that its original does not rest on.
func foreignFacts(p *project.Project, page, from *project.Page, report func(diag.Diagnostic)) {
	if !page.Has("sources") || !from.Has("sources") {
		return
	}
	var facts []string
	for _, s := range from.Sources {
		facts = append(facts, s.Fact)
	}
	for i, s := range page.Sources {
		if s.Fact != "" && !slices.Contains(facts, s.Fact) {
			report(inItem(page, "sources", i, "field-differs-none", map[string]any{"Field": "sources.fact", "Value": s.Fact, "Original": "", "File": from.File}))
		}
	}
}
