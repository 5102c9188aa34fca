package check

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

var year = regexp.MustCompile(`^[12][0-9]{3}$`)

// eventDate wants the events of a calendar in the order of the year, their last day
// behind their first, and their first year to be one that has begun and that their
// fact says. An event may go on over the end of the year, if not for half of one.
func eventDate(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if isTranslation(p, page) {
			continue
		}
		var latest project.Event
		inOrder := true
		for i, e := range page.Events {
			at := func(field, id string, args map[string]any) {
				line, column := page.PositionAt(fmt.Sprintf("events.%d.%s", i, field))
				args["Event"] = e.ID
				report(diag.Diagnostic{File: page.File, Line: line, Column: column, ID: id, Args: args})
			}
			first, errFirst := time.Parse("2006-01-02", "2024-"+e.Date)
			if errFirst != nil { // rules front-matter and required-field
				continue
			}
			switch {
			case e.Date >= latest.Date:
				latest = e
			case inOrder: // one is enough to say: it may be the other that stands wrong
				at("date", "event-date-order", map[string]any{"Date": e.Date, "Other": latest.ID, "Before": latest.Date})
				inOrder = false
			}
			if last, err := time.Parse("2006-01-02", "2024-"+e.Until); e.Until != "" && err == nil {
				if last.Before(first) {
					last = last.AddDate(1, 0, 0)
				}
				if e.Until == e.Date || last.Sub(first) > longestEvent {
					at("until", "event-date-until", map[string]any{"Date": e.Date, "Until": e.Until})
				}
			}
			if e.Since == "" {
				continue
			}
			switch n, _ := strconv.Atoi(e.Since); {
			case !year.MatchString(e.Since):
				at("since", "event-date-since", map[string]any{"Since": e.Since})
			case !p.Date.IsZero() && n > p.Date.Year():
				at("since", "event-date-future", map[string]any{"Since": e.Since, "Today": p.Date.Format(time.DateOnly)})
			default:
				if fact := p.Facts.Fact(e.Fact); fact != nil && !hasValue(numerals(fact.Says), e.Since) {
					at("since", "event-date-unsaid", map[string]any{"Since": e.Since, "Fact": fact.ID, "Says": fact.Says})
				}
			}
		}
	}
}

// longestEvent is how long an event may be: what is longer has its days in the
// wrong order.
const longestEvent = 183 * 24 * time.Hour
