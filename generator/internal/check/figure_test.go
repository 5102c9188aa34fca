package check_test

import (
	"strings"
	"testing"
)

// figureWords are the strings that the figures below need.
const figureWords = `
-- i18n/en.toml --
home = "Home"
by = "By {{ .Name }}"
pages.one = "{{ .Count }} page"
pages.other = "{{ .Count }} pages"
figures_almost = "almost {{ .Number }}"
figures_more_than = "more than {{ .Number }}"
figures_over = "over {{.Number}}"
figures_between = "{{ .From }} to {{ .Until }}"
figures_month = "{{ .Month }} {{ .Year }}"
figures_gap = "none"
figures_gap_not_seen = "not seen"
figures_by_mission = "Mission"
figures_bridges_title = "Bridges"
figures_bridges_value = "Bridges"
figures_bridges_said = "{{ .Number }} bridges"
-- i18n/fr.toml --
home = "Accueil"
by = "Par {{ .Name }}"
pages.one = "{{ .Count }} page"
pages.many = "{{ .Count }} de pages"
pages.other = "{{ .Count }} pages"
figures_almost = "près de {{ .Number }}"
figures_more_than = "plus de {{ .Number }}"
figures_over = "plus de {{ .Number }}"
figures_between = "du {{ .From }} au {{ .Until }}"
figures_month = "{{ .Month }} {{ .Year }}"
figures_gap = "rien"
figures_gap_not_seen = "pas vu"
figures_by_mission = "Mission"
figures_bridges_title = "Ponts"
figures_bridges_value = "Ponts"
figures_bridges_said = "{{ .Number }} ponts"
-- content/en/facts.yaml --
documents:
  - {id: report, group: nations, title: Report, publisher: P, date: 2020-06-03, symbol: S/2020/1, url: "https://example.org/"}
facts:
  - {id: F1, says: "In 2019: almost 3,000 bridges. S/2020/1.", in: report, mark: official}
  - {id: F2, says: "In 2020: 2,500 bridges, 96% of them open, of 12,500 in all. S/2021/2 (30 March 2021).", in: report, mark: official}
  - {id: F3, says: "The mission counted 376 bridges between 24 February 2022 and 31 August 2024.", in: report, mark: official}
`

// withFigures is a project with these figures of one series, each on a line of its
// own from the third on.
func withFigures(series string, figures ...string) string {
	text := figureWords + "-- content/en/figures.yaml --\nseries:\n  - {" + series + ", figures: [\n"
	for _, f := range figures {
		text += "    {" + f + "},\n"
	}
	return text + "  ]}\n"
}

func TestRuleFigure(t *testing.T) {
	const bridges = "id: bridges, unit: cases"
	const first = "when: 2019, value: 3000, qualifier: almost, symbol: S/2020/1, fact: F1"
	// at is a report of the first figure, which stands in line 3.
	at := func(column, rest string) []string {
		return []string{"content/en/figures.yaml:3:" + column + " error figure " + rest}
	}
	says := map[string]string{
		"F1": "In 2019: almost 3,000 bridges. S/2020/1.",
		"F2": "In 2020: 2,500 bridges, 96% of them open, of 12,500 in all. S/2021/2 (30 March 2021).",
	}
	unsaid := func(column, fact, what string) []string {
		return at(column, "figure-unsaid Fact="+fact+" Says="+says[fact]+" What="+what)
	}
	runCases(t, []ruleCase{
		{"a figure that its fact says, in every way", withFigures(bridges, first,
			"when: 2020, value: 2500, qualifier: exact, symbol: S/2021/2, published: 2021-03-30, fact: F2",
			"when: 2021, gap: not-seen, symbol: S/2021/2, fact: F2"), nil},
		{"a gap whose report is unknown", withFigures(bridges, first, "when: 2020, gap: not-seen, fact: F2"), nil},
		{"separate counts need no symbol, and may be of the same time", withFigures(bridges+", separate: true",
			"when: 2022-02-24/2024-08-31, value: 376, qualifier: exact, by: mission, fact: F3",
			"when: 2022-02-24/2024-08-31, value: 376, qualifier: exact, by: mission, fact: F3"), nil},
		{"the day of the report is the document's", withFigures(bridges, first+", published: 2020-06-03"), nil},
		{"an unknown fact", withFigures(bridges, strings.Replace(first, "F1", "F9", 1)), at("74", "figure-fact-nearest Fact=F9 Nearest=F1")},
		{"no symbol", withFigures(bridges, strings.Replace(first, "symbol: S/2020/1, ", "", 1)), at("6", "figure-field Field=symbol")},
		{"no qualifier", withFigures(bridges, strings.Replace(first, "qualifier: almost, ", "", 1)), at("6", "figure-field Field=qualifier")},
		{"nobody who counted", withFigures(bridges+", separate: true", "when: 2022-02-24/2024-08-31, value: 376, qualifier: exact, fact: F3"), at("6", "figure-field Field=by")},
		{"another number", withFigures(bridges, strings.Replace(first, "3000", "3001", 1)), unsaid("25", "F1", "almost 3,001")},
		{"exact, where the fact is not", withFigures(bridges, strings.Replace(first, "almost", "exact", 1)), unsaid("25", "F1", "3,000")},
		{"almost, where the fact is exact", withFigures(bridges, "when: 2020, value: 2500, qualifier: almost, symbol: S/2021/2, fact: F2"), unsaid("25", "F2", "almost 2,500")},
		{"a part of a longer number", withFigures(bridges, "when: 2020, value: 500, qualifier: exact, symbol: S/2021/2, fact: F2"), unsaid("25", "F2", "500")},
		{"a number that is no share", withFigures("id: bridges, unit: percent", "when: 2020, value: 30, qualifier: exact, symbol: S/2021/2, fact: F2"), unsaid("25", "F2", "30%")},
		{"a share", withFigures("id: bridges, unit: percent", "when: 2020, value: 96, qualifier: exact, symbol: S/2021/2, fact: F2"), nil},
		{"another year", withFigures(bridges, strings.Replace(first, "2019", "2018", 1)), unsaid("12", "F1", "2018")},
		{"another symbol", withFigures(bridges, strings.Replace(first, "S/2020/1", "S/2020/2", 1)), unsaid("58", "F1", "S/2020/2")},
		{"another day", withFigures(bridges, first+", published: 2020-06-04"), unsaid("89", "F1", "2020-06-04")},
		{"a value and a gap", withFigures(bridges, first+", gap: not-seen"), at("83", "figure-gap-value")},
		{"no whole number", withFigures(bridges, strings.Replace(first, "3000", "3.5", 1)), at("25", "figure-value")},
		{"more than everything", withFigures("id: bridges, unit: percent", "when: 2020, value: 101, qualifier: exact, symbol: S/2021/2, fact: F2"), at("25", "figure-value")},
		{"a month in a drawn series", withFigures(bridges, strings.Replace(first, "2019", "2019-05", 1)), at("12", "figure-when When=2019-05")},
		{"a year that stands twice", withFigures(bridges, first, first), []string{"content/en/figures.yaml:4:12 error figure figure-twice First=3 When=2019"}},
		{"a qualifier that nobody knows", withFigures(bridges, strings.Replace(first, "almost", "about", 1)), []string{
			"content/en/figures.yaml:3:42 error figures front-matter-value Field=series.figures.qualifier Value=about Values=exact, almost, more-than, over",
		}},
		{"an unknown fact of the warning", figureWords + "-- content/en/figures.yaml --\ncaveat: [F1, F8]\n", []string{
			"content/en/figures.yaml:1:14 error figure figure-fact-nearest Fact=F8 Nearest=F1",
		}},
		{"a fact without the warning", strings.Replace(withFigures(bridges, first), "figures.yaml --\n", "figures.yaml --\ncaveat: [F2]\n", 1), []string{
			"content/en/figures.yaml:4:74 error figure figure-caveat Fact=F1",
		}},
		{"nor needs one that holds no figure", strings.Replace(withFigures(bridges, "when: 2019, gap: not-seen, symbol: S/2020/1, fact: F1"), "figures.yaml --\n", "figures.yaml --\ncaveat: [F2]\n", 1), nil},
		{"a series without its strings", withFigures("id: tunnels, unit: cases", "when: 2020, value: 2500, qualifier: exact, symbol: S/2021/2, fact: F2"), []string{
			"content/en/figures.yaml:2:10 error figure figure-string File=i18n/en.toml Key=figures_tunnels_said Series=tunnels",
			"content/en/figures.yaml:2:10 error figure figure-string File=i18n/en.toml Key=figures_tunnels_title Series=tunnels",
			"content/en/figures.yaml:2:10 error figure figure-string File=i18n/en.toml Key=figures_tunnels_value Series=tunnels",
		}},
		{"figures that cannot be read are the one thing to mend", "-- content/en/figures.yaml --\nseries: [\n-- layouts/_shortcodes/chart.html --\n-- content/en/a/index.md --\n" + md("{{< chart bridges >}}\n"), []string{
			"content/en/figures.yaml:1:9 error figures figures-syntax Detail=sequence end token ']' not found",
		}},
		{"a page that shows no series there is", withFigures(bridges, first) + "-- layouts/_shortcodes/chart.html --\n-- content/en/a/index.md --\n" + md("{{< chart bridge >}}\n\n{{< chart bridges >}}\n"), []string{
			"content/en/a/index.md:5:1 error figure figure-chart-nearest File=content/en/figures.yaml Nearest=bridges Series=bridge",
		}},
	})
}
