package site

import (
	"cmp"
	"path"
	"slices"
	"time"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// overviewData is how far the translation into one language is.
type overviewData struct {
	Total int            `json:"total"` // pages of the reference language
	Pages map[string]int `json:"pages"` // by state of the page
	// Reviewed are the pages that a native speaker has reviewed.
	Reviewed int        `json:"reviewed"`
	Parts    partCounts `json:"parts"`
	Strings  partCounts `json:"strings"`
	// List are the pages, by path; Needed the most needed of those that are not
	// current.
	List   []pageStateData `json:"list"`
	Needed []pageStateData `json:"needed"`
}

// pageStateData is the state of one page.
type pageStateData struct {
	Path       string     `json:"path"` // as Hugo's templates have it
	Critical   bool       `json:"critical"`
	Importance int        `json:"importance"`
	State      string     `json:"state"`
	Review     string     `json:"review,omitempty"`
	Reviewed   string     `json:"reviewed,omitempty"` // the date as the sentence's language writes it
	Parts      partCounts `json:"parts"`

	page     *project.Page // the language's own, nil where there is none
	original *project.Page
}

// mostNeeded is how many pages are named as needed most.
const mostNeeded = 10

// survey finds out how far the translation into each language is. The reference
// language is not translated.
func (s *Stage) survey() error {
	s.overviews = map[string]overviewData{}
	for _, l := range s.project.Languages {
		if l.Key != s.project.Reference.Key {
			s.overviews[l.Key] = s.overview(l)
		}
	}
	return nil
}

func (s *Stage) overview(l locale.Language) overviewData {
	p := s.project
	d := overviewData{Pages: map[string]int{}, List: []pageStateData{}, Needed: []pageStateData{}}
	for _, state := range pageStates {
		d.Pages[state] = 0
	}
	for _, at := range p.Paths() {
		original := p.Page(p.Reference.Key, at)
		if original == nil {
			continue
		}
		one := s.pageState(l, original)
		d.Total++
		d.Pages[one.State]++
		d.Parts.add(one.Parts)
		if one.Review == "reviewed" {
			d.Reviewed++
		}
		d.List = append(d.List, one)
		if one.State != pageCurrent {
			d.Needed = append(d.Needed, one)
		}
	}
	slices.SortStableFunc(d.Needed, func(a, b pageStateData) int {
		switch {
		case a.Critical != b.Critical && a.Critical:
			return -1
		case a.Critical != b.Critical:
			return 1
		}
		// The share that is done, without fractions.
		return cmp.Or(cmp.Compare(b.Importance, a.Importance), cmp.Compare(a.Parts.Current*b.Parts.Total, b.Parts.Current*a.Parts.Total))
	})
	d.Needed = d.Needed[:min(len(d.Needed), mostNeeded)]
	for _, u := range p.Translation(l, project.StringsPath, false).Units {
		d.Strings.count(u)
	}
	return d
}

func (s *Stage) pageState(l locale.Language, original *project.Page) pageStateData {
	d := pageStateData{
		Path: path.Clean(original.Path), Critical: s.project.Critical(original.Path), Importance: original.Importance,
		original: original, page: s.project.Page(l.Key, original.Path),
	}
	t := s.own(l.Key, original.Path)
	switch {
	case t != nil:
		d.State, d.Parts = t.state(), t.counts
	case d.page != nil: // as authentic as the original
		d.State = pageCurrent
		d.Parts.Total = parts(d.page)
		d.Parts.Current = d.Parts.Total
	default:
		d.State = pageMissing
		d.Parts.Total = parts(original)
		d.Parts.Missing = d.Parts.Total
	}
	if d.page != nil {
		d.Review = review(s.project, d.page)
		if d.Review == "reviewed" {
			_, sentence := s.message(l, "translations_reviewed_on")
			d.Reviewed = longDate(sentence, d.page.Reviewed)
		}
	}
	return d
}

func parts(p *project.Page) int {
	text := p.Blocks()
	return len(text.Named) + len(text.Body)
}

// compared is the day on which translations were compared with their originals,
// as a language writes it, "" where nobody has said what day it is.
func (s *Stage) compared(l locale.Language) string {
	if s.options.Date.IsZero() {
		return ""
	}
	return longDate(l, s.options.Date.Format(time.DateOnly))
}
