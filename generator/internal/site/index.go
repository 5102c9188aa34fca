package site

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"text/template"

	"resolutionsite/generator/internal/listing"
	"resolutionsite/generator/internal/locale"
)

// indexData is the index of the site in one language.
type indexData struct {
	Groups []groupData `json:"groups"`
	// Labels are the kinds of text that readers find.
	Labels []labelData `json:"labels"`
	// Found says how many results a search has.
	Found countData `json:"found"`
}

// countData is a string for every number: its text by plural form, with # for
// the number.
type countData struct {
	In    string            `json:"in"`    // language key of the string
	Rules string            `json:"rules"` // tag of the language whose plural rules apply
	Forms map[string]string `json:"forms"`
}

type groupData struct {
	ID     string      `json:"id"`
	Label  string      `json:"label"`
	Places []placeData `json:"places"`
}

type placeData struct {
	Path    string    `json:"path"`
	Title   string    `json:"title"`
	In      string    `json:"in"` // language key of the title
	Mark    string    `json:"mark"`
	First   bool      `json:"first"` // the mark stands before the title
	Summary string    `json:"summary"`
	Label   labelData `json:"label"`
}

// labelData says in which language a text is, by its key, and whose, by the key
// of a string or "".
type labelData struct {
	Language string `json:"language"`
	Status   string `json:"status"`
}

// searchFound is the key of the string that says how many results there are.
const searchFound = "search_found"

// index lists everything that readers of each language find, by language key.
func (s *Stage) index() (map[string]indexData, error) {
	all := map[string]indexData{}
	for _, l := range s.project.Languages {
		places := s.Places(l)
		var d indexData
		known := map[labelData]bool{}
		for _, p := range slices.Concat(places, s.Parts(l)) {
			if label := labelOf(p); !known[label] {
				known[label] = true
				d.Labels = append(d.Labels, label)
			}
		}
		for _, g := range listing.Groups(l, slices.Concat(places, alsoKnownAs(places))) {
			group := groupData{ID: g.ID, Label: g.Label}
			for _, p := range g.Places {
				group.Places = append(group.Places, placeData{
					path.Clean(p.Path), p.Title, p.In.Key, p.Mark, p.By != "", p.Summary, labelOf(p),
				})
			}
			d.Groups = append(d.Groups, group)
		}
		var err error
		if d.Found, err = s.count(l, searchFound); err != nil {
			return nil, err
		}
		all[l.Key] = d
	}
	return all, nil
}

func labelOf(p listing.Place) labelData { return labelData{p.Language.Key, p.Status} }

// alsoKnownAs lists what else some places are looked up by: points by their
// marks, the resolution by its number.
func alsoKnownAs(places []listing.Place) []listing.Place {
	var more []listing.Place
	for _, p := range places {
		p.Summary = ""
		if p.Mark != "" {
			p.By = p.Mark
			more = append(more, p)
		}
		if p.Known != "" {
			p.Title, p.In = p.Known, p.KnownIn
			more = append(more, p)
		}
	}
	return more
}

// count lays out a string for a number that only a script knows.
func (s *Stage) count(l locale.Language, key string) (countData, error) {
	m, from := s.message(l, key)
	d := countData{from.Key, from.PluralBase, map[string]string{}}
	for category, text := range forms(m, from) {
		var filled strings.Builder
		t, err := template.New(key).Parse(text)
		if err == nil {
			err = t.Execute(&filled, map[string]any{"Count": "#"})
		}
		if err != nil {
			return d, fmt.Errorf("string %s in %s: %w", key, from.Tag, err)
		}
		d.Forms[category] = filled.String()
	}
	return d, nil
}
