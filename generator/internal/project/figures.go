package project

import (
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// FiguresFile is the name of the list of figures, in the reference language's
// folder of content/. It is not published; the site publishes its figures.
const FiguresFile = "figures.yaml"

// FiguresPath is the address of the page about figures, beside which they are
// published as data.
const FiguresPath = "/facts/"

// Figures are the figures that the site shows.
type Figures struct {
	File   string
	Series []Series
	// Caveat are the facts beside which the warning stands that says what such
	// figures can show.
	Caveat []string

	value *Value
}

// Units of figures.
const (
	UnitCases   = "cases"
	UnitPercent = "percent"
)

// Qualifiers are what a report says before a number; exact is nothing.
var Qualifiers = []string{"exact", "almost", "more-than", "over"}

// Gaps are the reasons why there is no figure.
var Gaps = []string{"not-seen", "disputed"}

// Series is a row of figures of one kind.
type Series struct {
	// ID is its name in shortcodes, files and keys of strings.
	ID   string
	Unit string
	// Separate says that its figures are made by different methods: they are
	// listed, and never drawn on one scale.
	Separate bool
	Figures  []Figure

	value *Value
}

// Figure is one number, or the lack of one.
type Figure struct {
	// When is a year, a month, or two days with a slash between, as in ISO 8601.
	When string
	// Value is -1 where Gap says why there is none.
	Value          int
	Qualifier, Gap string
	// Symbol is that of the report, Published its day, ISO 8601, or "".
	Symbol, Published string
	// By says whose count a separate one is.
	By   string
	Fact string

	value *Value
}

// Year is the year that a figure is about, 0 where it is about another time.
func (f *Figure) Year() int {
	if len(f.When) != 4 {
		return 0
	}
	year, _ := strconv.Atoi(f.When)
	return year
}

// Days are the first and the last day that a figure is about, false where it is
// about a year or a month.
func (f *Figure) Days() (from, until string, ok bool) {
	from, until, ok = strings.Cut(f.When, "/")
	return from, until, ok
}

// Position returns where a field of the figure stands, or the figure itself.
func (f *Figure) Position(field string) (line, column int) { return f.value.position(field) }

// Position returns where a field of the series stands, or the series itself.
func (s *Series) Position(field string) (line, column int) { return s.value.position(field) }

// CaveatPosition returns where an entry of the list of facts stands.
func (f *Figures) CaveatPosition(i int) (line, column int) {
	item := f.value.items("caveat")[i]
	return item.Line, item.Column
}

// Given reports whether the file has a field of the figure, whatever it holds.
func (f *Figure) Given(field string) bool { return f.value.text(field) != "" }

// Given reports whether the file has a field of the series, whatever it holds.
func (s *Series) Given(field string) bool { return s.value.text(field) != "" }

func (v *Value) position(field string) (line, column int) {
	if f := v.field(field); f != nil {
		return f.Value.Line, f.Value.Column
	}
	return v.Line, v.Column
}

// Find returns a series by its name, nil where there is none. A nil list has none.
func (f *Figures) Find(id string) *Series {
	if f == nil {
		return nil
	}
	if i := slices.IndexFunc(f.Series, func(s Series) bool { return s.ID == id }); i >= 0 {
		return &f.Series[i]
	}
	return nil
}

// Warns reports whether the warning stands beside a page that rests on these
// facts.
func (f *Figures) Warns(uses []FactUse) bool {
	return f != nil && slices.ContainsFunc(uses, func(use FactUse) bool { return slices.Contains(f.Caveat, use.ID) })
}

var figuresSchema = shape{kind: Map, fields: map[string]shape{
	"caveat": textList,
	"series": listOf(map[string]shape{
		"id": text, "unit": choice(UnitCases, UnitPercent), "separate": flag,
		"figures": listOf(map[string]shape{
			"when": text, "value": text, "qualifier": choice(Qualifiers...), "gap": choice(Gaps...),
			"symbol": text, "published": date, "by": text, "fact": text,
		}),
	}),
}}

// loadFigures reads the figures of the project, if it has any.
func (p *Project) loadFigures() {
	file := p.readable(path.Join(p.Folder(p.Reference), FiguresFile))
	if file == nil {
		return
	}
	if tree := p.readData(file, "figures-", figuresSchema); tree != nil {
		p.Figures = readFigures(file.Path, tree)
	}
}

func readFigures(file string, tree *Value) *Figures {
	list := &Figures{File: file, Caveat: tree.texts("caveat"), value: tree}
	for _, one := range mapsOf(tree.items("series")) {
		s := Series{ID: one.text("id"), Unit: one.text("unit"), Separate: one.text("separate") == "true", value: one}
		for _, v := range mapsOf(one.items("figures")) {
			f := Figure{
				When: v.text("when"), Value: -1, Qualifier: v.text("qualifier"), Gap: v.text("gap"),
				Symbol: v.text("symbol"), Published: v.text("published"), By: v.text("by"), Fact: v.text("fact"), value: v,
			}
			if n, err := strconv.Atoi(v.text("value")); err == nil && n >= 0 {
				f.Value = n
			}
			s.Figures = append(s.Figures, f)
		}
		list.Series = append(list.Series, s)
	}
	return list
}

// mapsOf are the items of a list that have fields; the schema reports the others.
func mapsOf(items []Value) []*Value {
	var maps []*Value
	for i := range items {
		if items[i].Kind == Map {
			maps = append(maps, &items[i])
		}
	}
	return maps
}

// ValidWhen reports whether a text is a year, a month, or a day and a later one.
func ValidWhen(s string) bool {
	if from, until, two := strings.Cut(s, "/"); two {
		return validDate(from) && validDate(until) && from < until
	}
	for _, layout := range []string{"2006", "2006-01"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}
