package project

import (
	"slices"
	"sync/atomic"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/translation"
)

// Progress is how far the translation into one language has come.
type Progress struct {
	Language locale.Language
	// Blocks counts those of pages and strings, Strings the latter alone.
	Blocks, Strings translation.Counts
	// Pages are those of Translatable.
	Pages []PageProgress
	// Problems is what is wrong with the records.
	Problems diag.List
}

// PageProgress is how far the translation of one page has come.
type PageProgress struct {
	Path string
	// Review says who stands behind the translation: see Page.Standing.
	Review string
	// Critical and Importance say how much the translation is needed.
	Critical   bool
	Importance int
	// Draft is true of a translation that is not published, Adopted of one that
	// nothing is recorded of.
	Draft, Adopted bool

	Blocks translation.Counts
}

// Standing says who stands behind the text of a translation: official, of the
// resolution as a body adopted it; reviewed or machine, if the front matter says
// so; else unreviewed. It is "" for no page.
func (p *Page) Standing() string {
	switch {
	case p == nil:
		return ""
	case p.Resolution != nil && p.Resolution.Status == "official":
		return "official"
	case p.Review == "":
		return "unreviewed"
	default:
		return p.Review
	}
}

// Translated reports whether there is any translation of the page.
func (p PageProgress) Translated() bool { return p.Review != "" }

// Complete reports whether nothing is left to do.
func (p PageProgress) Complete() bool {
	return p.Translated() && p.Blocks.Outdated+p.Blocks.Missing+p.Blocks.Orphan == 0
}

// Progress compares every page and string of some languages with the reference.
// Drafts of translations count: this is for those who work on them. step, if any,
// is told after each page how many of all are done, by several goroutines.
func (p *Project) Progress(languages []locale.Language, step func(done, total int)) []Progress {
	type place struct{ language, page int }
	all := make([]Progress, len(languages))
	problems := make([][]diag.List, len(languages))
	byPath := map[string][]place{}
	for i, l := range languages {
		all[i].Language = l
		paths := p.Translatable(l)
		all[i].Pages = make([]PageProgress, len(paths))
		problems[i] = make([]diag.List, len(paths))
		for j, at := range paths {
			all[i].Pages[j].Path = at
			byPath[at] = append(byPath[at], place{i, j})
		}
	}
	paths := make([]string, 0, len(byPath))
	for at := range byPath {
		paths = append(paths, at)
	}
	slices.Sort(paths)
	var done atomic.Int64
	// The blocks of a page in all languages are let go together: those of all
	// pages would be many times the text.
	parallel(len(paths), func(n int) {
		at := paths[n]
		var source translation.Text
		if page := p.Page(p.Reference.Key, at); page != nil {
			source = page.readBlocks()
		}
		critical := p.Critical(at)
		for _, to := range byPath[at] {
			page := &all[to.language].Pages[to.page]
			page.Critical = critical
			problems[to.language][to.page] = p.pageProgress(page, languages[to.language], source)
		}
		if now := int(done.Add(1)); step != nil {
			step(now, len(paths))
		}
	})
	for i := range all {
		strings := p.stringsTranslation(languages[i])
		all[i].Strings = translation.Count(strings.Units)
		all[i].Blocks = all[i].Strings
		all[i].Problems = strings.Problems
		for j, page := range all[i].Pages {
			all[i].Blocks.Add(page.Blocks)
			all[i].Problems = append(all[i].Problems, problems[i][j]...)
		}
	}
	return all
}

// pageProgress fills in what a translation's page says, and returns what is
// wrong with its record.
func (p *Project) pageProgress(page *PageProgress, l locale.Language, source translation.Text) diag.List {
	t := p.pair(l, page.Path, true)
	t.source = source
	if t.Source != nil {
		page.Importance = t.Source.Importance
	}
	if t.Page != nil {
		t.target = t.Page.readBlocks()
		page.Draft = t.Page.Draft
	}
	page.Review = t.Page.Standing()
	if file := p.readable(t.RecordFile); file != nil && translation.AllCurrent(t.source, t.target, string(file.Text)) {
		page.Blocks.Current = len(t.source.Named) + len(t.source.Body)
		return nil
	}
	t.compare(p)
	page.Blocks, page.Adopted = translation.Count(t.Units), t.Adopted()
	return t.Problems
}
