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
	s := newSourcing(p)
	for _, page := range p.Pages {
		s.numbers(page, func(n numeral, written string, from ground, at project.Place) {
			if from != "" {
				return
			}
			d := diag.Diagnostic{File: at.File, Line: at.Line, Column: at.Column, ID: "number-unsourced", Args: map[string]any{"Number": written}}
			if said := s.saidBy[n.value]; len(said) > 0 {
				d.ID, d.Args["Facts"] = "number-unsourced-elsewhere", strings.Join(said[:min(len(said), mostFacts)], ", ")
			}
			report(d)
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

// ground is why a number may stand in a page: the identity of the fact that gives
// it, or one of these.
type ground string

const (
	groundOwn  ground = "own"  // the page says that it is its own
	groundPart ground = "part" // it names the resolution or a part of it
)

func newSourcing(p *project.Project) *sourcing {
	s := &sourcing{p: p, of: map[string][]string{}, saidBy: map[string][]string{}, cites: map[string]bool{}, labels: map[string]bool{}}
	for i := range p.Facts.Facts {
		f := &p.Facts.Facts[i]
		s.of[f.ID] = s.numbersOf(f)
		for _, value := range s.of[f.ID] {
			s.saidBy[value] = append(s.saidBy[value], f.ID)
		}
	}
	if r := p.Resolutions[p.Reference.Key]; r != nil {
		s.number = r.Page.Resolution.Number
		for _, e := range r.Text.Elements() {
			if s.cites[e.Cite] = true; e.Depth == 0 {
				s.labels[e.Cite] = true
			}
		}
	}
	return s
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

// numbers calls f for every number in the words of a page of the reference
// language, with how it is written, why it may stand there ("" for no reason), and
// where it stands. The resolution's own page has none.
func (s *sourcing) numbers(page *project.Page, f func(n numeral, written string, from ground, at project.Place)) {
	if page.Language.Key != s.p.Reference.Key || page.Resolution != nil || page.Broken() {
		return
	}
	grounds := map[string]ground{}
	for _, text := range page.OwnNumbers {
		for _, n := range numerals(text) {
			grounds[n.value] = groundOwn
		}
	}
	for _, use := range page.FactUses() {
		for _, value := range s.of[use.ID] {
			grounds[value] = ground(use.ID)
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
			from := grounds[n.value]
			if from == "" && s.isReference(text, n) {
				from = groundPart
			}
			f(n, text[n.start:n.end], from, page.PlaceOf(b, n.start))
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
