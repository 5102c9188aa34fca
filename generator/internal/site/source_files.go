package site

import (
	"strconv"
	"strings"

	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
)

// sourcesFile is where the documents are published for reference managers, from
// the root of the site: CSL-JSON, the same for every language.
const sourcesFile = "sources.csl.json"

// cslDocument is a document as the Citation Style Language has it.
type cslDocument struct {
	ID        string   `json:"id"`
	Type      string   `json:"type"`
	Title     string   `json:"title"`
	Author    []cslOrg `json:"author,omitempty"`
	Publisher string   `json:"publisher,omitempty"`
	Number    string   `json:"number,omitempty"`
	Issued    *cslDate `json:"issued,omitempty"`
	URL       string   `json:"URL,omitempty"`
	Note      string   `json:"note,omitempty"`
}

type cslOrg struct {
	Literal string `json:"literal"`
}

type cslDate struct {
	Parts [][]int `json:"date-parts"`
}

// sourceFiles stages the documents of the pages of sources as data.
func (s *Stage) sourceFiles(files map[string][]byte) error {
	if s.project.Page(s.project.Reference.Key, project.SourcesPath) == nil {
		return nil
	}
	items := []cslDocument{}
	for _, group := range s.project.UsedDocuments() {
		for _, d := range group.Documents {
			one := s.listed(d)
			item := cslDocument{ID: d.ID, Type: "document", Title: d.Title, Publisher: d.Publisher, Number: d.Symbol, URL: one.URL}
			if d.Publisher != "" {
				item.Author = []cslOrg{{d.Publisher}}
			}
			if d.Date != "" {
				item.Issued = &cslDate{[][]int{dateParts(d.Date)}}
			}
			var seen []string
			for _, place := range one.Seen {
				if place.Name != "" && place.URL != "" {
					seen = append(seen, place.Name+" <"+place.URL+">")
				} else {
					seen = append(seen, place.Name+place.URL)
				}
			}
			item.Note = strings.Join(seen, "; ")
			items = append(items, item)
		}
	}
	if len(items) == 0 {
		return nil
	}
	content, err := manifestation.Encode(items)
	files[staticFolder+"/"+sourcesFile] = content
	return err
}

// dateParts are year, month and day of a date, as far as it has them.
func dateParts(date string) []int {
	var parts []int
	for part := range strings.SplitSeq(date, "-") {
		n, err := strconv.Atoi(part)
		if err != nil {
			break
		}
		parts = append(parts, n)
	}
	return parts
}
