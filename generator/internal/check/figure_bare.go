package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// figureBare warns of a figure that stands in words without what belongs beside
// it, in the same paragraph: what year it is of, the symbol of the report that
// gives it and, for those of one row, that they count verified cases only. Charts
// say it themselves. The words of a trial language are no words to look for.
func figureBare(p *project.Project, report func(diag.Diagnostic)) {
	if p.Figures == nil || p.Facts == nil {
		return
	}
	for _, page := range p.Pages {
		figures := figuresOf(p, page)
		if len(figures) == 0 || page.Resolution != nil || page.Language.Pseudo() {
			continue
		}
		blocks := page.Blocks()
		for _, b := range slices.Concat(blocks.Named, blocks.Body) {
			text := proseOf(b.Text)
			all := numerals(text)
			for _, n := range all {
				if lacks, figure := bare(figures, p.Terms[page.Language.Key], text, n, all); lacks != "" {
					at := page.PlaceOf(b, 0)
					report(diag.Diagnostic{File: at.File, Line: at.Line, Column: at.Column, ID: "figure-bare-" + lacks,
						Args: map[string]any{"Number": text[n.start:n.end], "Year": figure.When, "Symbol": figure.Symbol, "Fact": figure.Fact}})
				}
			}
		}
	}
}

type figureOf struct {
	*project.Series
	*project.Figure
}

// figuresOf are the figures that the facts of a page give.
func figuresOf(p *project.Project, page *project.Page) []figureOf {
	from := p.Page(p.Reference.Key, page.Path)
	if from == nil {
		from = page
	}
	uses := from.FactUses()
	var all []figureOf
	for i := range p.Figures.Series {
		series := &p.Figures.Series[i]
		for j := range series.Figures {
			figure := &series.Figures[j]
			if figure.Value >= 0 && slices.ContainsFunc(uses, func(u project.FactUse) bool { return u.ID == figure.Fact }) {
				all = append(all, figureOf{series, figure})
			}
		}
	}
	return all
}

// bare says what a number lacks of what belongs beside it: "year", "symbol",
// "verified", or "" where it is no figure or has everything. What several figures
// have for a number, is whichever lacks nothing.
func bare(figures []figureOf, base *project.TermBase, text string, n numeral, all []numeral) (lacks string, of figureOf) {
	for _, f := range figures {
		if n.value != strconv.Itoa(f.Value) || f.Unit == project.UnitPercent && !base.SaysPercent(text[n.end:]) {
			continue
		}
		now := ""
		year, _, _ := strings.Cut(f.When, "-")
		switch {
		case !hasValue(all, year):
			now = "year"
		case f.Symbol != "" && !hasSymbol(text, f.Symbol):
			now = "symbol"
		case !f.Separate && base != nil && len(base.Verified) > 0 && !slices.ContainsFunc(base.Verified, func(v translation.Phrase) bool { return v.In(text) }):
			now = "verified"
		}
		if now == "" {
			return "", f
		}
		if lacks == "" {
			lacks, of = now, f
		}
	}
	return lacks, of
}

// hasSymbol reports whether a text has a symbol, whatever marks its direction.
func hasSymbol(text, symbol string) bool {
	return strings.Contains(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text), symbol)
}
