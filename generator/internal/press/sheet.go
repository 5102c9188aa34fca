package press

import (
	"slices"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// sheet is what sheet.typ lays out.
type sheet struct {
	common
	Mark    string           `json:"mark"`
	Over    []run            `json:"over"`
	Heading block            `json:"heading"`
	Facts   []fact           `json:"facts"`
	Notices []block          `json:"notices"`
	Body    []block          `json:"body"`
	Notes   map[string][]run `json:"notes"`
	// Page is the foot of each page, with {n} and {m} for its number and how many
	// there are.
	Page string `json:"page"`
}

type fact struct {
	Label    string `json:"label"`
	Runs     []run  `json:"runs"`
	Language *lang  `json:"language,omitempty"`
}

// common is what all layouts know.
type common struct {
	Language    lang   `json:"language"`
	Title       string `json:"title"`
	Author      string `json:"author"`
	Description string `json:"description"`
	Date        [3]int `json:"date"`
	URL         string `json:"url"`
	Address     string `json:"address"` // as people type it
}

func (m *maker) common(l locale.Language, title, path string) common {
	day := m.options.Date
	return common{
		Language: langOf(l), Title: title, Author: m.author(l), Description: "",
		Date: [3]int{day.Year(), int(day.Month()), day.Day()},
		URL:  m.address(l, path), Address: shortAddress(m.address(l, path)),
	}
}

// author is who made the words, as a document names its author.
func (m *maker) author(l locale.Language) string {
	if name := m.project.Config.Publisher.Name; name != "" {
		return name
	}
	return plain(m.site(l))
}

// The pages that each kind of sheet may have, and the sizes of its letters, in
// points, the best first.
var (
	sheetPages = map[string]int{"summary": 1, "handout": 2}
	sheetSizes = []float64{11, 10.5, 10, 9.5, 9}
)

// foot is the foot of a sheet's pages.
func (m *maker) foot(l locale.Language) string {
	text, _ := m.say(l, "kit_page", "Number", "{n}", "Total", "{m}")
	return text
}

// sheets are the pages that are also made as sheets.
func (m *maker) sheets(l locale.Language) (made []*piece, missing []Missing) {
	for _, path := range m.project.Paths() {
		original := m.project.Page(m.project.Reference.Key, path)
		if original == nil || original.Print == "" {
			continue
		}
		kind := original.Print
		page := m.project.Page(l.Key, path)
		if why := m.field(l, path, "title"); why != "" {
			missing = append(missing, Missing{kind, "", why, path})
			continue
		}
		review, words := m.standing(l, path)
		s := sheet{common: m.common(l, page.Title, path), Heading: block{Runs: []run{{Text: page.Title}}}, Page: m.foot(l), Notes: map[string][]run{}}
		s.Over = m.site(l)
		s.Description = page.Summary
		if len(words) > 0 {
			s.Notices = append(s.Notices, block{Runs: m.said(l, "review_"+review)})
		}
		s.Notices = append(s.Notices, m.contentNote(l, path)...)
		s.Body = m.layout(l, m.printed(page))
		name := kind + "-" + l.Key
		if other := slices.IndexFunc(made, func(p *piece) bool { return p.kind == kind }); other >= 0 {
			name += "-" + strings.Trim(strings.ReplaceAll(path, "/", "-"), "-")
		}
		made = append(made, &piece{
			language: l, kind: kind, size: "a4", name: name + ".pdf", alt: page.Title, review: review,
			page: page, line: page.BodyLine, column: 1, words: plainBody(s.Body),
			job: job{Template: "sheet.typ", Format: "pdf", Data: s, Sizes: sheetSizes, Pages: sheetPages[kind]},
		})
	}
	return made, missing
}

// contentNote is the note of a page that says what it speaks of, in the original's
// words where its own are outdated or missing.
func (m *maker) contentNote(l locale.Language, path string) []block {
	page, from := m.project.Page(l.Key, path), l
	if original := m.project.Page(m.project.Reference.Key, path); original != nil && m.field(l, path, "contentNote") != "" {
		page, from = original, m.project.Reference
	}
	if page == nil || page.ContentNote == "" {
		return nil
	}
	return []block{{Runs: inLanguage(l, from, page.ContentNote)}}
}

func plainBody(blocks []block) string {
	var b strings.Builder
	for _, one := range blocks {
		b.WriteString(plain(one.Runs))
	}
	return b.String()
}

// pageOf finds the page of a type in the reference language.
func (m *maker) pageOf(kind string) *project.Page {
	for _, path := range m.project.Paths() {
		if page := m.project.Page(m.project.Reference.Key, path); page != nil && page.Type == kind {
			return page
		}
	}
	return nil
}
