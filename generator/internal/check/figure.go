package check

import (
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// chartShortcode is the shortcode that shows a series of figures.
const chartShortcode = "chart"

// figure wants every figure to say what it is about and who says so, once, and its
// fact to say the same; and pages to show only series that there are.
func figure(p *project.Project, report func(diag.Diagnostic)) {
	if figures := p.Figures; figures != nil {
		j := figureJudge{p, figures, report}
		for i, id := range figures.Caveat {
			if p.Facts.Fact(id) == nil {
				line, column := figures.CaveatPosition(i)
				j.unknownFact(id, line, column)
			}
		}
		first := map[string]int{}
		for i := range figures.Series {
			j.series(&figures.Series[i], first)
		}
	}
	if p.Illegible(project.FiguresFile) {
		return // which series there are is not known
	}
	for _, page := range p.Pages {
		for _, call := range page.Document().Shortcodes {
			if call.Name != chartShortcode {
				continue
			}
			id := seriesOf(page, call)
			if p.Figures.Find(id) == nil {
				reportNearest(func(text string, args map[string]any) { report(inPage(page, call.Offset, text, args)) },
					"figure-chart", map[string]any{"Series": id, "File": path.Join(p.Folder(p.Reference), project.FiguresFile)},
					project.Nearest(id, seriesNames(p.Figures)))
			}
		}
	}
}

// chartCall is a call of the shortcode with the name of a series.
var chartCall = regexp.MustCompile("^\\{\\{<\\s*chart\\s+[\"`]?([^\\s\"`>]+)")

// seriesOf is the name of the series that a call shows, or "".
func seriesOf(page *project.Page, call project.Shortcode) string {
	if m := chartCall.FindSubmatch(page.Body[call.Offset:]); m != nil {
		return string(m[1])
	}
	return ""
}

func seriesNames(f *project.Figures) []string {
	var names []string
	if f != nil {
		for _, s := range f.Series {
			names = append(names, s.ID)
		}
	}
	return names
}

// figureJudge judges the figures of one project.
type figureJudge struct {
	project *project.Project
	figures *project.Figures
	report  func(diag.Diagnostic)
}

func (j figureJudge) at(line, column int, id string, args map[string]any) {
	j.report(diag.Diagnostic{File: j.figures.File, Line: line, Column: column, ID: id, Args: args})
}

func (j figureJudge) unknownFact(id string, line, column int) {
	if j.project.Illegible(project.FactsFile) {
		return
	}
	var known []string
	if j.project.Facts != nil {
		for _, f := range j.project.Facts.Facts {
			known = append(known, f.ID)
		}
	}
	reportNearest(func(text string, args map[string]any) { j.at(line, column, text, args) },
		"figure-fact", map[string]any{"Fact": id}, project.Nearest(id, known))
}

// series judges a series; first are the lines of those before it.
func (j figureJudge) series(s *project.Series, first map[string]int) {
	at := func(field, id string, args map[string]any) {
		line, column := s.Position(field)
		j.at(line, column, id, args)
	}
	for _, field := range []string{"id", "unit"} {
		if !s.Given(field) {
			at(field, "figure-field", map[string]any{"Field": field})
		}
	}
	line, _ := s.Position("id")
	if other, twice := first[s.ID]; twice && s.ID != "" {
		at("id", "figure-series-twice", map[string]any{"Series": s.ID, "First": other})
	} else {
		first[s.ID] = line
	}
	if s.ID != "" && !project.ItemID(s.ID) {
		at("id", "figure-series-id", map[string]any{"Series": s.ID})
		return // strings have no such names
	}
	if len(s.Figures) == 0 {
		at("figures", "figure-field", map[string]any{"Field": "figures"})
	}
	years := map[string]int{}
	for i := range s.Figures {
		f := &s.Figures[i]
		j.figure(s, f)
		line, column := f.Position("when")
		if other, twice := years[f.When]; twice && f.Year() != 0 && !s.Separate {
			j.at(line, column, "figure-twice", map[string]any{"When": f.When, "First": other})
		} else {
			years[f.When] = line
		}
	}
	catalog := j.project.Catalogs[j.project.Reference.Key]
	for _, key := range s.AllStrings() {
		if catalog.Broken() {
			break
		}
		if m, ok := catalog.Message(key); !ok || m.Blank() {
			at("id", "figure-string", map[string]any{"Key": key, "File": j.project.CatalogFile(j.project.Reference), "Series": s.ID})
		}
	}
}

func (j figureJudge) figure(s *project.Series, f *project.Figure) {
	at := func(field, id string, args map[string]any) {
		line, column := f.Position(field)
		j.at(line, column, id, args)
	}
	wanted := []string{"when", "fact"}
	if f.Gap == "" {
		wanted = append(wanted, "value", "qualifier")
	}
	switch {
	case s.Separate:
		wanted = append(wanted, "by")
	case f.Gap == "":
		wanted = append(wanted, "symbol") // of a report that nobody has found it is unknown
	}
	for _, field := range wanted {
		if !f.Given(field) {
			at(field, "figure-field", map[string]any{"Field": field})
		}
	}
	switch {
	case f.When != "" && !project.ValidWhen(f.When), f.When != "" && f.Year() == 0 && !s.Separate:
		at("when", "figure-when", map[string]any{"When": f.When})
		return
	case f.Gap != "" && (f.Given("value") || f.Given("qualifier")):
		at("gap", "figure-gap-value", nil)
		return
	case f.Given("value") && (f.Value < 0 || s.Unit == project.UnitPercent && f.Value > 100):
		at("value", "figure-value", nil)
		return
	}
	if f.Fact == "" {
		return
	}
	fact := j.project.Facts.Fact(f.Fact)
	if fact == nil {
		line, column := f.Position("fact")
		j.unknownFact(f.Fact, line, column)
		return
	}
	if f.Gap == "" && len(j.figures.Caveat) > 0 && !slices.Contains(j.figures.Caveat, f.Fact) {
		at("fact", "figure-caveat", map[string]any{"Fact": f.Fact})
	}
	for _, claim := range j.claims(s, f, fact) {
		if !claim.said {
			at(claim.field, "figure-unsaid", map[string]any{"What": claim.what, "Fact": fact.ID, "Says": fact.Says})
		}
	}
}

// claim is something that a figure says, and whether its fact does.
type claim struct {
	field, what string
	said        bool
}

func (j figureJudge) claims(s *project.Series, f *project.Figure, fact *project.Fact) []claim {
	var claims []claim
	document := j.project.Facts.Document(fact.In)
	numbers := numerals(fact.Says)
	says := func(date string) bool { // the numbers of its year and day
		for i, part := range strings.Split(date, "-") {
			if i != 1 && !hasValue(numbers, strings.TrimLeft(part, "0")) {
				return false
			}
		}
		return true
	}
	when := says(f.When)
	if from, until, days := f.Days(); days {
		when = says(from) && says(until)
	}
	if f.When != "" {
		claims = append(claims, claim{"when", f.When, when})
	}
	if f.Symbol != "" {
		claims = append(claims, claim{"symbol", f.Symbol, strings.Contains(fact.Says, f.Symbol) || document != nil && document.Symbol == f.Symbol})
	}
	if f.Published != "" {
		claims = append(claims, claim{"published", f.Published, says(f.Published) || document != nil && document.Date == f.Published})
	}
	if f.Value >= 0 && slices.Contains(project.Qualifiers, f.Qualifier) {
		what, said := j.number(s, f, fact.Says)
		claims = append(claims, claim{"value", what, said})
	}
	return claims
}

// number gives the words for a figure's number in the reference language, and
// reports whether a text says them, and not with another qualifier.
func (j figureJudge) number(s *project.Series, f *project.Figure, text string) (words string, said bool) {
	words = j.project.Reference.Number(f.Value)
	if s.Unit == project.UnitPercent {
		words = j.project.Reference.Percent(f.Value)
	}
	for _, n := range numerals(text) {
		if n.value == strconv.Itoa(f.Value) && (s.Unit != project.UnitPercent || strings.HasPrefix(text[n.start:], words)) {
			said = said || j.qualifierAt(text, n) == f.Qualifier
		}
	}
	if f.Qualifier != "exact" {
		before, after := j.qualifier(f.Qualifier)
		words = before + words + after
	}
	return words, said
}

// qualifierAt is the qualifier with which a text has a number.
func (j figureJudge) qualifierAt(text string, n numeral) string {
	for _, q := range project.Qualifiers[1:] {
		before, after := j.qualifier(q)
		if before+after != "" && strings.HasSuffix(text[:n.start], before) && strings.HasPrefix(text[n.end:], after) {
			return q
		}
	}
	return "exact"
}

// qualifier gives what the reference language says before and behind a number.
func (j figureJudge) qualifier(name string) (before, after string) {
	m, _ := j.project.Catalogs[j.project.Reference.Key].Message(project.FigureString(name))
	form, _ := m.Form("other")
	before, rest, _ := strings.Cut(form.Text, "{{")
	_, after, _ = strings.Cut(rest, "}}")
	return before, after
}
