package check

import (
	"fmt"
	"maps"
	"slices"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// textLength wants the texts of cards, posters and posts to be as short as there
// is room for them.
func textLength(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		for _, list := range project.Lists() {
			most := project.ItemsOf(list).Most
			for i := range page.Length(list) {
				for _, field := range slices.Sorted(maps.Keys(most)) {
					path := fmt.Sprintf("%s.%d.%s", list, i, field)
					room := project.Room(most[field], isTranslation(p, page))
					if long := characters(page.TextAt(path)); long > room {
						line, column := page.PositionAt(path)
						report(diag.Diagnostic{File: page.File, Line: line, Column: column, ID: "text-length", Args: map[string]any{
							"Field": list + "." + field, "Count": long - room, "Most": room,
						}})
					}
				}
			}
		}
	}
}

// characters counts those that take room: no marks above letters, and none that
// only steer direction.
func characters(text string) int {
	count := 0
	for _, r := range norm.NFC.String(text) {
		if !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
			count++
		}
	}
	return count
}
