package check

import (
	"fmt"
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// listItem wants the items of lists to have identities that can last, each once;
// and a translation to have items only of its original.
func listItem(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, list := range project.Lists() {
			if page.Length(list) == 0 {
				continue
			}
			var from *project.Page
			if isTranslation(p, page) && !originalUnread(p, page) {
				from = p.Original(page.Path)
			}
			if project.ItemsOf(list).ByID {
				identities(page, from, list, report)
			} else if from != nil && from.Has(list) && list != "sources" && list != "images" && page.Length(list) > from.Length(list) {
				report(inItem(page, list, from.Length(list), "list-item-more", map[string]any{"Field": list, "Has": from.Length(list)}))
			}
		}
	}
}

// identities judges the identities of the items of a list; from is the original,
// nil where the page is one itself or it could not be read.
func identities(page, from *project.Page, list string, report func(diag.Diagnostic)) {
	var known []string
	if from != nil {
		known = identitiesOf(from, list)
	}
	first := map[string]int{}
	for i, id := range identitiesOf(page, list) {
		line, column := page.PositionAt(fmt.Sprintf("%s.%d.id", list, i))
		say := func(is string, args map[string]any) {
			args["Field"], args["Item"] = list, id
			report(diag.Diagnostic{File: page.File, Line: line, Column: column, ID: is, Args: args})
		}
		earlier, twice := first[id]
		switch {
		case id == "": // rule required-field
			continue
		case !project.ItemID(id):
			say("list-item-form", map[string]any{})
		case twice:
			say("list-item-twice", map[string]any{"First": earlier})
		case from != nil && !slices.Contains(known, id):
			reportNearest(say, "list-item-unknown", map[string]any{"Original": from.File}, project.Nearest(id, known))
		}
		if !twice {
			first[id] = line
		}
	}
}

// identitiesOf are the identities of the items of a list, "" for one without.
func identitiesOf(page *project.Page, list string) []string {
	var ids []string
	for i := range page.Length(list) {
		ids = append(ids, page.TextAt(fmt.Sprintf("%s.%d.id", list, i)))
	}
	return ids
}
