package site

import (
	"cmp"
	"strings"

	"github.com/bep/golocales"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// seriesData is a series of figures as the layouts show it.
type seriesData struct {
	ID       string       `json:"id"`
	Separate bool         `json:"separate"`
	Percent  bool         `json:"percent"`
	Hatched  bool         `json:"hatched"` // some number is not exact
	Rows     []figureData `json:"rows"`
	// Data is JSON-LD, by the reader's language key.
	Data map[string]string `json:"data"`
}

type figureData struct {
	// Text is the figure in words, by the reader's language key.
	Text      map[string]figureText `json:"text"`
	Gap       string                `json:"gap,omitempty"`
	Symbol    string                `json:"symbol,omitempty"`
	Published string                `json:"published,omitempty"` // ISO 8601
	By        string                `json:"by,omitempty"`        // of a string
	// Bar is what is drawn, nil for a gap.
	Bar *barData `json:"bar,omitempty"`
}

// figureText is a figure in words of the language In, all of them in one.
type figureText struct {
	In   string `json:"in"`
	When string `json:"when"`
	// Number is "almost 3,000"; of a gap, Number says that there is none, Why why.
	Number string `json:"number"`
	Why    string `json:"why,omitempty"`
	// Published is the day of the report.
	Published string `json:"published,omitempty"`
	By        string `json:"by,omitempty"`
}

// barData is a bar in hundredths of the picture's width: its plain part, and the
// hatched part behind it, in which the number is not known.
type barData struct {
	Plain   float64 `json:"plain"`
	Hatched float64 `json:"hatched,omitempty"`
	// Closed says that the number is not more than the end of the hatched part.
	Closed bool `json:"closed,omitempty"`
}

// Parts of a picture's width, in hundredths: of a part that is hatched, and at
// the end of the longest bar, which may go on.
const (
	hatchedWidth = 6
	roomBehind   = 10
)

// figures lays out every series, by its name.
func (s *Stage) figures() (map[string]seriesData, error) {
	all := map[string]seriesData{}
	if s.project.Figures == nil {
		return all, nil
	}
	for i := range s.project.Figures.Series {
		series := &s.project.Figures.Series[i]
		d := seriesData{ID: series.ID, Separate: series.Separate, Percent: series.Unit == project.UnitPercent, Data: map[string]string{}}
		for _, l := range s.project.Languages {
			var err error
			if d.Data[l.Key], err = s.dataset(l, series); err != nil {
				return nil, err
			}
		}
		full := fullWidth(series)
		for j := range series.Figures {
			f := &series.Figures[j]
			row := figureData{Text: map[string]figureText{}, Gap: f.Gap, Symbol: f.Symbol, Published: f.Published, By: f.By}
			for _, l := range s.project.Languages {
				text, err := s.figureText(l, series, f)
				if err != nil {
					return nil, err
				}
				row.Text[l.Key] = text
			}
			if f.Gap == "" && !series.Separate {
				row.Bar = barOf(f, full)
				d.Hatched = d.Hatched || row.Bar.Hatched > 0
			}
			d.Rows = append(d.Rows, row)
		}
		all[series.ID] = d
	}
	return all, nil
}

// warned are the pages that rest on a figure, by path as Hugo's templates have
// it. Their facts are those of the reference language's page, where it has one,
// as readers see them.
func (s *Stage) warned() map[string]bool {
	all := map[string]bool{}
	for _, page := range s.project.Pages {
		reference := s.project.Page(s.project.Reference.Key, page.Path)
		if (reference == nil || reference == page) && s.project.Figures.Warns(page.FactUses()) {
			all[hugoPath(page)] = true
		}
	}
	return all
}

// fullWidth is the number whose bar is as wide as the picture.
func fullWidth(series *project.Series) float64 {
	if series.Unit == project.UnitPercent {
		return 100
	}
	most := 1
	for _, f := range series.Figures {
		most = max(most, f.Value)
	}
	return float64(most) * 100 / (100 - roomBehind)
}

func barOf(f *project.Figure, full float64) *barData {
	width := float64(f.Value) * 100 / full
	switch f.Qualifier {
	case "almost": // what is not known lies before the number
		hatched := min(hatchedWidth, width)
		return &barData{Plain: width - hatched, Hatched: hatched, Closed: true}
	case "more-than", "over": // or behind it
		return &barData{Plain: width, Hatched: min(hatchedWidth, 100-width)}
	default:
		return &barData{Plain: width}
	}
}

// figureText says a figure to readers of l: in their language, or the nearest one
// that has all the words.
func (s *Stage) figureText(l locale.Language, series *project.Series, f *project.Figure) (figureText, error) {
	in := s.having(l, series.Strings(f))
	var failed error
	say := func(key string, args map[string]any) string {
		text, _, err := s.phrase(in, key, args)
		failed = cmp.Or(failed, err)
		return text
	}
	t := figureText{In: in.Key, When: f.When}
	if from, until, ok := f.Days(); ok {
		t.When = say("figures_between", map[string]any{"From": longDate(in, from), "Until": longDate(in, until)})
	} else if f.Year() == 0 {
		year, month, _ := strings.Cut(f.When, "-")
		t.When = say("figures_month", map[string]any{"Month": monthOf(in, month), "Year": year})
	}
	if f.Published != "" {
		t.Published = longDate(in, f.Published)
	}
	if f.By != "" {
		t.By = say(project.FigureString("by", f.By), nil)
	}
	if f.Gap != "" {
		t.Number, t.Why = say(project.FigureString("gap"), nil), say(project.FigureString("gap", f.Gap), nil)
		return t, failed
	}
	t.Number = in.Number(f.Value)
	if series.Unit == project.UnitPercent {
		t.Number = in.Percent(f.Value)
	}
	if f.Qualifier != "exact" {
		t.Number = say(project.FigureString(f.Qualifier), map[string]any{"Number": t.Number})
	}
	return t, failed
}

// having is the first language that readers of l are given strings from that has
// all of these, or else the last.
func (s *Stage) having(l locale.Language, keys []string) locale.Language {
	last := l
	for _, last = range append([]locale.Language{l}, l.Chain(s.project.Languages, s.project.Reference)...) {
		all := true
		for _, key := range keys {
			m, ok := s.project.Catalogs[last.Key].Message(key)
			all = all && ok && !m.Blank()
		}
		if all {
			break
		}
	}
	return last
}

// monthOf is the name of a month, "01" to "12", as dates of the language have it;
// where CLDR has none, its number.
func monthOf(l locale.Language, month string) string {
	t := golocales.New(strings.ToLower(l.DateBase))
	if t == nil || len(month) != 2 {
		return month
	}
	i := int(month[0]-'0')*10 + int(month[1]-'0') - 1
	if names := t.MonthsWide(); 0 <= i && i < len(names) {
		return names[i]
	}
	return month
}
