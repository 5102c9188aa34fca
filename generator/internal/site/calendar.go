package site

import (
	"cmp"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/bep/golocales"

	"resolutionsite/generator/internal/calendar"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// calendarFile is the name of a feed, in the folder of its page.
const calendarFile = "calendar.ics"

// calendarData is what the layouts know of a page with events in one language.
type calendarData struct {
	// Feed is the address of the feed, from the root of the site; "" where there is
	// none.
	Feed string `json:"feed,omitempty"`
	// Counted is the day on which the events were put in order, as it is written in
	// the reader's language.
	Counted string `json:"counted"`
	// Events are in the order in which they come next.
	Events []eventData `json:"events"`
}

type eventData struct {
	Position int `json:"position"` // in the list of the page's front matter
	// First and Last are the days of the next occurrence, ISO 8601 dates, and as they
	// are written in the reader's language; Last is "" where there is one.
	First     string `json:"first"`
	Last      string `json:"last,omitempty"`
	FirstText string `json:"firstText"`
	LastText  string `json:"lastText,omitempty"`
	Now       bool   `json:"now,omitempty"`   // it has begun
	Since     string `json:"since,omitempty"` // the first year
	// Sources are the documents that say so.
	Sources []citedData `json:"sources,omitempty"`
}

// today is the day that the site takes for today.
func (s *Stage) today() time.Time {
	if s.options.Date.IsZero() {
		return s.project.Date
	}
	return s.options.Date
}

// calendars are the pages with events, by path and language key of the reader.
// Without a day for today nothing comes next.
func (s *Stage) calendars() map[string]map[string]calendarData {
	all := map[string]map[string]calendarData{}
	today := s.today()
	if today.IsZero() {
		return all
	}
	for _, page := range s.eventPages() {
		at := path.Clean(page.Path)
		all[at] = map[string]calendarData{}
		for _, l := range s.project.Languages {
			if s.project.Source(l, page.Path) == nil {
				continue
			}
			d := calendarData{Feed: l.Key + page.Path + calendarFile, Counted: longDate(l, today.Format(time.DateOnly))}
			for i, e := range page.Events {
				days, ok := daysOf(e)
				if !ok {
					continue
				}
				first, last := days.Next(today)
				event := eventData{Position: i, First: first.Format(time.DateOnly), Since: e.Since}
				event.Now = !first.After(today)
				event.FirstText = fullDate(l, event.First)
				event.Sources = s.citedFor(e.Fact)
				if last.After(first) {
					event.Last = last.Format(time.DateOnly)
					event.LastText = fullDate(l, event.Last)
				}
				d.Events = append(d.Events, event)
			}
			slices.SortStableFunc(d.Events, func(a, b eventData) int { return cmp.Compare(a.First, b.First) })
			all[at][l.Key] = d
		}
	}
	return all
}

// eventPages are the pages of the reference language with events: dates are data,
// which a translation takes from there.
func (s *Stage) eventPages() []*project.Page {
	var pages []*project.Page
	for _, page := range s.project.Pages {
		if page.Language.Key == s.project.Reference.Key && len(page.Events) > 0 {
			pages = append(pages, page)
		}
	}
	return pages
}

// daysOf are the days of an event; what is none has been reported.
func daysOf(e project.Event) (calendar.Yearly, bool) {
	first, ok := calendar.ParseDay(e.Date)
	last, several := calendar.ParseDay(e.Until)
	if !several {
		last = first
	}
	return calendar.Yearly{First: first, Last: last}, ok
}

// citedFor lists the documents of a fact.
func (s *Stage) citedFor(fact string) []citedData {
	f := s.project.Facts.Fact(fact)
	if f == nil {
		return nil
	}
	list := citing{facts: s.project.Facts, reference: s.project.Reference}
	list.add(f, "", "")
	return list.all
}

// feeds stages the events of each page as a feed in every language.
func (s *Stage) feeds(files map[string][]byte) error {
	today := s.today()
	if today.IsZero() {
		return nil // a feed without a date is none
	}
	base, err := url.Parse(s.options.BaseURL)
	if err != nil {
		return err
	}
	items := s.items()
	for _, page := range s.eventPages() {
		for _, l := range s.project.Languages {
			source := s.project.Source(l, page.Path)
			if source == nil {
				continue
			}
			address := s.options.BaseURL + l.Key + page.Path
			title, in := s.shown(source, "title", source.Title)
			feed := calendar.Feed{
				Producer: "-//" + base.Hostname() + "//" + signature + "//EN", Name: calendar.Text{Words: title, Tag: in.Tag},
				URL: address + calendarFile, Made: today,
			}
			words := items[path.Clean(page.Path)][source.Language.Key]["events"]
			for i, e := range page.Events {
				days, ok := daysOf(e)
				if !ok || e.ID == "" || i >= len(words) {
					continue
				}
				first, last := days.From(s.firstYear(e))
				feed.Events = append(feed.Events, calendar.Event{
					UID: e.ID + "@" + base.Hostname(), First: first, Last: last, URL: address + "#" + e.ID,
					Summary:     s.feedText(words[i]["name"], e.Name, source.Language),
					Description: s.feedText(words[i]["about"], e.About, source.Language),
				})
			}
			files[staticFolder+"/"+l.Key+page.Path+calendarFile] = feed.Bytes()
		}
	}
	return nil
}

// signature names the program in the files that it makes.
const signature = "resolutionsite"

// firstYear is the year from which a feed has an event: its first, or that of the
// resolution, so that it does not change with every build.
func (s *Stage) firstYear(e project.Event) int {
	day := e.Since + "-01-01"
	if e.Since == "" {
		if r := s.project.Resolutions[s.project.Reference.Key]; r != nil {
			day = r.Text.Adopted
		}
	}
	if t, err := time.Parse(time.DateOnly, day); err == nil {
		return t.Year()
	}
	return s.today().Year()
}

// feedText is a text of an event for a feed, which can hold no mark: the original's
// where the translation is not current.
func (s *Stage) feedText(f fieldData, original string, l locale.Language) calendar.Text {
	if f.State != stateCurrent {
		return calendar.Text{Words: original, Tag: s.project.Reference.Tag}
	}
	return calendar.Text{Words: f.Text, Tag: l.Tag}
}

// fullDate writes an ISO 8601 date with its day of the week as readers of l write
// it, or leaves it as it is where CLDR does not say how.
func fullDate(l locale.Language, iso string) string {
	date, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	if t := golocales.New(strings.ToLower(l.DateBase)); t != nil {
		return t.FormatDateFull(date)
	}
	return iso
}
