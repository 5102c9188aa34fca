package site

import (
	"path"
	"slices"
	"strings"
	"time"

	"resolutionsite/generator/internal/project"
)

// listedDocument is a document on the pages of sources.
type listedDocument struct {
	ID string `json:"id"`
	citedData
	// Date is a day in the form of ISO 8601, Written what else is known of when.
	Date    string `json:"date,omitempty"`
	Written string `json:"written,omitempty"`
	// Weak says that the facts of it have a single or thin source; Secondary that
	// one was seen on a page of somebody else.
	Weak      bool `json:"weak,omitempty"`
	Secondary bool `json:"secondary,omitempty"`
	// Pages are those that rest on it, by path as Hugo's templates have it.
	Pages []string `json:"pages"`
}

// listedGroup is a group of documents.
type listedGroup struct {
	Name      string           `json:"name"`
	Documents []listedDocument `json:"documents"`
}

// documents lists the documents that some page rests on, group by group.
func (s *Stage) documents() []listedGroup {
	var groups []listedGroup
	for _, used := range s.project.UsedDocuments() {
		group := listedGroup{Name: used.Name}
		for _, d := range used.Documents {
			group.Documents = append(group.Documents, s.listed(d))
		}
		groups = append(groups, group)
	}
	return groups
}

func (s *Stage) listed(d project.UsedDocument) listedDocument {
	list := citing{facts: s.project.Facts, reference: s.project.Reference}
	one := listedDocument{ID: d.ID, Written: d.Date, Weak: true}
	if len(d.Date) == len(time.DateOnly) {
		one.Date, one.Written = d.Date, ""
	}
	for _, f := range d.Facts {
		list.add(f, "", "")
		one.Weak = one.Weak && f.Weak
		one.Secondary = one.Secondary || f.Mark == project.MarkSecondary
	}
	one.citedData = list.all[0]
	// The date stands behind it, in full.
	one.Tail = strings.Join(slices.DeleteFunc([]string{d.Publisher, d.Symbol}, func(part string) bool { return part == "" || strings.Contains(d.Title, part) }), ", ")
	for _, at := range d.Pages {
		one.Pages = append(one.Pages, path.Clean(at))
	}
	return one
}
