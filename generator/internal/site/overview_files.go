package site

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"time"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
)

// The files about the translations into a language, in its folder, and the JSON
// Schema of the first, at the root of the site.
const (
	overviewJSON   = "translations.json"
	overviewFeed   = "translations.atom"
	overviewSchema = "translations.schema.json"
)

//go:embed translations.schema.json
var translationsSchema string

type translationsJSON struct {
	Schema   string `json:"$schema"`
	Language string `json:"language"`
	Original string `json:"original"` // the language that is translated from
	// Compared is the day of the comparison.
	Compared string                `json:"compared,omitempty"`
	Pages    []translationPageJSON `json:"pages"`
	Strings  partCounts            `json:"strings"`
}

type translationPageJSON struct {
	Path       string     `json:"path"`
	Address    string     `json:"address"`
	Original   string     `json:"original"`
	Class      string     `json:"class"`
	Importance int        `json:"importance"`
	State      string     `json:"state"`
	Review     string     `json:"review,omitempty"`
	Reviewed   string     `json:"reviewed,omitempty"`
	Parts      partCounts `json:"parts"`
}

// overviewFiles stages what programs are told of the translations.
func (s *Stage) overviewFiles(files map[string][]byte) error {
	all := s.overviews
	for _, l := range s.project.Languages {
		d, translated := all[l.Key]
		if !translated {
			continue
		}
		content, err := s.overviewJSON(l, d)
		if err != nil {
			return err
		}
		files[staticFolder+"/"+l.Key+"/"+overviewJSON] = content
		if s.options.Date.IsZero() {
			continue // a feed without a date is none
		}
		if content, err = s.overviewFeed(l, d); err != nil {
			return err
		}
		files[staticFolder+"/"+l.Key+"/"+overviewFeed] = content
	}
	if len(all) > 0 {
		id, err := json.Marshal(s.options.BaseURL + overviewSchema)
		if err != nil {
			return err
		}
		schema := strings.Replace(translationsSchema, `"https://example.org/translations.schema.json"`, string(id), 1)
		files[staticFolder+"/"+overviewSchema] = []byte(schema)
	}
	return nil
}

func (s *Stage) overviewJSON(l locale.Language, d overviewData) ([]byte, error) {
	doc := translationsJSON{
		Schema: s.options.BaseURL + overviewSchema, Language: l.Tag, Original: s.project.Reference.Tag,
		Pages: []translationPageJSON{}, Strings: d.Strings,
	}
	if !s.options.Date.IsZero() {
		doc.Compared = s.options.Date.Format(time.DateOnly)
	}
	for _, one := range d.List {
		page := translationPageJSON{
			Path: one.original.Path, Address: s.options.BaseURL + l.Key + one.original.Path, Original: s.pageAddress(one.original),
			Class: project.ClassOrdinary, Importance: one.Importance, State: one.State, Review: one.Review, Parts: one.Parts,
		}
		if one.Critical {
			page.Class = project.ClassCritical
		}
		if one.page != nil && one.Review == "reviewed" {
			page.Reviewed = one.page.Reviewed
		}
		doc.Pages = append(doc.Pages, page)
	}
	return manifestation.Encode(doc)
}

// A feed as RFC 4287 has it.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	ID       string      `xml:"id"`
	Title    atomText    `xml:"title"`
	Subtitle atomText    `xml:"subtitle"`
	Updated  string      `xml:"updated"`
	Author   atomAuthor  `xml:"author"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

type atomText struct {
	Lang string `xml:"xml:lang,attr,omitempty"`
	Text string `xml:",chardata"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Lang string `xml:"hreflang,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID      string     `xml:"id"`
	Title   atomText   `xml:"title"`
	Updated string     `xml:"updated"`
	Links   []atomLink `xml:"link"`
	Summary atomText   `xml:"summary"`
}

// overviewFeed lists what there is to do: pages that are missing, outdated or
// incomplete. When a page came to be so is not recorded. The date of the feed
// and of its entries is therefore that of the comparison, as the subtitle says;
// an entry's identity holds what there is to do, so that a reader of the feed is
// told of a page again when that changes, and not with every build.
func (s *Stage) overviewFeed(l locale.Language, d overviewData) ([]byte, error) {
	date := s.options.Date.Format(time.DateOnly) + "T00:00:00Z"
	text := func(key string, args map[string]any) (atomText, error) {
		words, in, err := s.phrase(l, key, args)
		t := atomText{Text: words}
		if in.Key != l.Key {
			t.Lang = in.Tag
		}
		return t, err
	}
	home := s.options.BaseURL + l.Key
	f := atomFeed{
		Lang: l.Tag, ID: home + "/" + overviewFeed, Updated: date,
		Author: atomAuthor{cmp.Or(s.project.Config.Publisher.Name, s.options.BaseURL)},
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: home + "/" + overviewFeed},
			{Rel: "alternate", Type: "text/html", Href: home + project.TranslationsPath},
		},
	}
	var err error
	if f.Title, err = text("translations_title", nil); err != nil {
		return nil, err
	}
	if f.Subtitle, err = text("translations_feed_dates", nil); err != nil {
		return nil, err
	}
	for _, one := range d.List {
		if one.State == pageCurrent || one.State == pageUnrecorded {
			continue
		}
		e := atomEntry{
			ID:      home + one.original.Path + "#" + s.todo(l, one),
			Updated: date,
			Links: []atomLink{
				{Rel: "alternate", Type: "text/html", Href: home + one.original.Path},
				{Rel: "related", Type: "text/html", Lang: s.project.Reference.Tag, Href: s.pageAddress(one.original)},
			},
		}
		page := one.original
		if one.page != nil {
			page = one.page
		}
		title, in := s.shown(page, "title", page.Title)
		e.Title = atomText{Text: title}
		if in.Key != l.Key {
			e.Title.Lang = in.Tag
		}
		state, err := text("state_"+one.State, nil)
		if err != nil {
			return nil, err
		}
		e.Summary = state
		if n := one.Parts.todo(); n > 0 && one.State != pageMissing {
			todo, err := text("translations_todo", map[string]any{"Count": n, "Total": one.Parts.Total})
			if err != nil {
				return nil, err
			}
			e.Summary.Text += " · " + todo.Text
		}
		f.Entries = append(f.Entries, e)
	}
	content, err := xml.MarshalIndent(f, "", "  ")
	return append([]byte(xml.Header), append(content, '\n')...), err
}

// todo names what there is to do on a page: another name for other parts.
func (s *Stage) todo(l locale.Language, one pageStateData) string {
	sum := sha256.New()
	fmt.Fprintln(sum, one.State)
	if t := s.own(l.Key, one.original.Path); t != nil {
		for _, u := range t.Units {
			if st := stateOf(u); st != stateCurrent {
				for _, b := range slices.Concat(u.Source, u.Target) {
					fmt.Fprintln(sum, st, b.ID, b.Text)
				}
			}
		}
	}
	return hex.EncodeToString(sum.Sum(nil))[:12]
}
