package check

import (
	"slices"
	"strconv"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// dateRange wants what has happened, by its field, to have happened by the day that
// the project is looked at, and not before there were parliaments to speak of.
func dateRange(p *project.Project, report func(diag.Diagnostic)) {
	if p.Date.IsZero() {
		return
	}
	for _, page := range p.Pages {
		fields := map[string]string{"reviewed": page.Reviewed}
		if page.Resolution != nil {
			fields["resolution.adopted"] = page.Resolution.Adopted
		}
		for _, field := range []string{"reviewed", "resolution.adopted"} {
			day, err := time.Parse(time.DateOnly, fields[field])
			if err != nil || !day.After(p.Date) && day.Year() >= firstYear { // rule front-matter
				continue
			}
			line, column := page.PositionAt(field)
			report(diag.Diagnostic{File: page.File, Line: line, Column: column, ID: "date-range", Args: map[string]any{
				"Field": field, "Date": fields[field], "Today": p.Date.Format(time.DateOnly),
			}})
		}
	}
}

// yearsAhead is how far ahead a number of four digits is taken for a year: those of
// resolutions of the United Nations have passed 2100.
const yearsAhead = 60

// firstYear is the first that a date of the site can be in.
const firstYear = 1800

// dateText warns of years in the text that are still to come: nothing has happened
// in them.
func dateText(p *project.Project, report func(diag.Diagnostic)) {
	if p.Date.IsZero() {
		return
	}
	for _, page := range p.Pages {
		if page.Resolution != nil {
			continue
		}
		from := p.Original(page.Path)
		blocks := page.Blocks()
		for _, b := range slices.Concat(blocks.Named, blocks.Body) {
			for _, n := range numerals(proseOf(b.Text)) {
				year, err := strconv.Atoi(n.value)
				if err != nil || len(n.value) != 4 || n.end-n.start != 4 || year <= p.Date.Year() || year > p.Date.Year()+yearsAhead || slices.Contains(from.OwnNumbers, n.value) {
					continue
				}
				at := page.PlaceOf(b, 0)
				report(diag.Diagnostic{File: at.File, Line: at.Line, Column: at.Column, ID: "date-text", Args: map[string]any{"Year": n.value, "Today": p.Date.Format(time.DateOnly)}})
			}
		}
	}
}
