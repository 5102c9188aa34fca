package site

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// citedData is a document that a page rests on. Its words are in the language of
// the page that names it, or of the register of facts.
type citedData struct {
	// Titles are what it is called, the first of them a link; the others name
	// further parts of it.
	Titles []string `json:"titles"`
	// Tail is what follows: publisher, symbol, year, as far as the title has not
	// said them.
	Tail string `json:"tail,omitempty"`
	URL  string `json:"url,omitempty"`
	Host string `json:"host,omitempty"`
	// Lang is the tag of the page at the address, where it is not in the language
	// of the citation.
	Lang string `json:"lang,omitempty"`
	In   string `json:"in"` // language key
	// Seen are the places elsewhere where it was seen.
	Seen []placeSeen `json:"seen,omitempty"`
	// Known says that it was not seen at all.
	Known bool `json:"known,omitempty"`

	document string
	own      bool // the title is the page's
}

// placeSeen is where a document was seen: a body's name or, of a further address
// of the same body, nothing but the address.
type placeSeen struct {
	Name string `json:"name,omitempty"`
	URL  string `json:"url,omitempty"`
	Host string `json:"host,omitempty"`
	Lang string `json:"lang,omitempty"`
}

// cited lists the documents of every page, by path as Hugo's templates have it.
// They are those of the reference language's page, where it has one.
func (s *Stage) cited() map[string][]citedData {
	all := map[string][]citedData{}
	for _, at := range s.project.Paths() {
		page := s.project.Original(at)
		if page == nil {
			continue
		}
		if list := s.citedBy(page); len(list) > 0 {
			all[path.Clean(at)] = list
		}
	}
	return all
}

// citedBy lists the documents of a page, each once, in the order in which it names
// them.
func (s *Stage) citedBy(page *project.Page) []citedData {
	list := citing{facts: s.project.Facts, reference: s.project.Reference}
	for _, source := range page.Sources {
		f := s.project.Facts.Fact(source.Fact)
		if f == nil {
			if source.Title != "" {
				list.all = append(list.all, citedData{Titles: []string{source.Title}, URL: source.URL, Host: hostOf(source.URL), In: page.Language.Key})
			}
			continue
		}
		list.add(f, source.Title, source.URL)
	}
	for _, use := range page.FactUses() {
		if f := s.project.Facts.Fact(use.ID); f != nil {
			list.add(f, "", "")
		}
	}
	return list.all
}

type citing struct {
	facts     *project.FactBase
	reference locale.Language
	all       []citedData
}

// add takes up the document of a fact, with the title and the address that the
// page gives in the place of the register's.
func (c *citing) add(f *project.Fact, title, link string) {
	d := c.facts.Document(f.In)
	if d == nil {
		return
	}
	i := slices.IndexFunc(c.all, func(one citedData) bool { return one.document == d.ID })
	if i < 0 {
		i = len(c.all)
		c.all = append(c.all, citedData{
			document: d.ID, Titles: []string{d.Title}, URL: d.URL, Host: hostOf(d.URL), Lang: d.Language, In: c.reference.Key,
			Known: true,
		})
	}
	one := &c.all[i]
	switch {
	case title == "" || slices.Contains(one.Titles, title):
	case one.own:
		one.Titles = append(one.Titles, title)
	default:
		one.Titles, one.own = []string{title}, true
	}
	one.Tail = tail(d, strings.Join(one.Titles, " "))
	one.Known = one.Known && f.Mark == project.MarkKnown
	if link != "" {
		one.URL, one.Host, one.Lang = link, hostOf(link), ""
		return
	}
	place := placeSeen{Name: f.Seen, URL: f.URL, Host: hostOf(f.URL), Lang: f.Language}
	switch {
	case place.Name == "" && f.Mark != project.MarkSecondary:
		if f.URL == "" || f.URL == one.URL {
			return
		}
		if one.URL == "" { // the body's own page stands for the document
			one.URL, one.Host, one.Lang = f.URL, place.Host, f.Language
			return
		}
	case f.Mark == project.MarkSecondary && f.URL == "" && f.Seen == "":
		return // nothing is known of where
	}
	if !slices.Contains(one.Seen, place) {
		one.Seen = append(one.Seen, place)
	}
}

// tail is what a citation says of a document behind its title.
func tail(d *project.CitedDocument, title string) string {
	var parts []string
	year, _, _ := strings.Cut(d.Date, "-")
	for _, part := range []string{d.Publisher, d.Symbol, year} {
		if part != "" && !strings.Contains(title, part) && !strings.Contains(strings.Join(parts, " "), part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

// hostOf is what readers are shown of an address.
func hostOf(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Host, "www.")
}
