package check

import (
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// numberUnsourced wants every number in the words of a page of the reference
// language to stand in what one of its facts says, or in the title, the symbol or
// the date of that fact's document. Numbers that are the page's own it lists
// itself; the resolution's number and the labels of its parts need no source.
func numberUnsourced(p *project.Project, report func(diag.Diagnostic)) {
	if p.Facts == nil {
		return
	}
	s := &sourcing{p: p, of: map[string][]string{}, saidBy: map[string][]string{}}
	for i := range p.Facts.Facts {
		f := &p.Facts.Facts[i]
		s.of[f.ID] = s.numbersOf(f)
		for _, value := range s.of[f.ID] {
			s.saidBy[value] = append(s.saidBy[value], f.ID)
		}
	}
	s.readResolution()
	for _, page := range p.Pages {
		if page.Language.Key != p.Reference.Key || page.Resolution != nil || page.Broken() {
			continue
		}
		s.page(page, func(n numeral, at diag.Diagnostic) {
			at.ID, at.Args = "number-unsourced", map[string]any{"Number": n.value}
			if said := s.saidBy[n.value]; len(said) > 0 {
				at.ID, at.Args["Facts"] = "number-unsourced-elsewhere", strings.Join(said[:min(len(said), mostFacts)], ", ")
			}
			report(at)
		})
	}
}

// mostFacts is how many facts with a number a message names.
const mostFacts = 8

// sourcing knows which numbers need no further source.
type sourcing struct {
	p *project.Project
	// of are the numbers of each fact, saidBy the facts of each number.
	of, saidBy map[string][]string
	// cites are the names of the resolution's parts, "13e", and labels those of
	// its paragraphs, "13".
	cites, labels map[string]bool
	number        string
}

// numbersOf are the numbers that a fact and its document give.
func (s *sourcing) numbersOf(f *project.Fact) []string {
	texts := []string{f.Says}
	if d := s.p.Facts.Document(f.In); d != nil {
		year, rest, _ := strings.Cut(d.Date, "-")
		texts = append(texts, d.Title, d.Symbol, year)
		if _, day, whole := strings.Cut(rest, "-"); whole {
			texts = append(texts, strings.TrimPrefix(day, "0"))
		}
	}
	var values []string
	for _, n := range numerals(strings.Join(texts, "\n")) {
		values = append(values, n.value)
	}
	slices.Sort(values)
	return slices.Compact(values)
}

func (s *sourcing) readResolution() {
	s.cites, s.labels = map[string]bool{}, map[string]bool{}
	r := s.p.Resolutions[s.p.Reference.Key]
	if r == nil {
		return
	}
	s.number = r.Page.Resolution.Number
	for _, e := range r.Text.Elements() {
		if s.cites[e.Cite] = true; e.Depth == 0 {
			s.labels[e.Cite] = true
		}
	}
}

// page reports the numbers of a page that have no source.
func (s *sourcing) page(page *project.Page, report func(numeral, diag.Diagnostic)) {
	own := map[string]bool{}
	for _, text := range page.OwnNumbers {
		for _, n := range numerals(text) {
			own[n.value] = true
		}
	}
	for _, use := range page.FactUses() {
		for _, value := range s.of[use.ID] {
			own[value] = true
		}
	}
	blocks := page.Blocks()
	for _, b := range slices.Concat(blocks.Named, blocks.Body) {
		text := b.Text
		if b.Kind != translation.Field {
			text = string(page.Body[b.Start:b.End]) // so that offsets are the file's
		}
		text = proseOf(text)
		for _, n := range numerals(text) {
			if own[n.value] || s.isReference(text, n) {
				continue
			}
			at := page.PlaceOf(b, n.start)
			report(n, diag.Diagnostic{File: at.File, Line: at.Line, Column: at.Column})
		}
	}
}

// isReference reports whether a number names the resolution or a part of it.
func (s *sourcing) isReference(text string, n numeral) bool {
	if n.value == s.number || n.word != "" && s.cites[n.value+n.word] {
		return true
	}
	// "Recitals 3 and 4": the word stands before, in the same sentence.
	if !s.labels[n.value] {
		return false
	}
	before := text[:n.start]
	before = before[strings.LastIndexAny(before, ".:;!?")+1:]
	return s.p.Terms[s.p.Reference.Key].NamesPart(before)
}
