package site

import (
	"resolutionsite/generator/internal/listing"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// found is what readers of one language find.
type found struct{ pages, parts []listing.Place }

// Places lists the pages that readers of a language find, those of other
// languages in the nearest one's stead, but not the page that lists them.
func (s *Stage) Places(l locale.Language) []listing.Place { return s.found[l.Key].pages }

// Parts lists the recitals, paragraphs and points of the resolution as readers
// of a language find them, with their words.
func (s *Stage) Parts(l locale.Language) []listing.Place { return s.found[l.Key].parts }

// find lists, for each language, what its readers find.
func (s *Stage) find() error {
	s.found = map[string]found{}
	for _, l := range s.project.Languages {
		pages, err := s.findPages(l)
		if err != nil {
			return err
		}
		parts, err := s.findParts(l)
		if err != nil {
			return err
		}
		s.found[l.Key] = found{pages, parts}
	}
	return nil
}

func (s *Stage) findPages(l locale.Language) ([]listing.Place, error) {
	p := s.project
	marks := map[string]string{}
	for _, point := range s.points() {
		marks[point.Path+"/"] = point.Cite
	}
	shown := p.ShownIn(l.Key)
	var places []listing.Place
	for _, at := range p.Paths() {
		page := p.Source(l, at)
		if page == nil || at == project.SearchPath {
			continue
		}
		place := listing.Place{Path: at, Mark: marks[at], Language: page.Language, Status: s.statusOf(l, page)}
		place.Title, place.In = s.shown(page, "title", page.Title)
		if summary, in := s.shown(page, "summary", page.Summary); in.Key == place.In.Key {
			place.Summary = summary
		}
		if shown != nil && page == shown.Page {
			var err error
			if place.Known, place.KnownIn, err = s.phrase(l, "document_"+shown.Text.Kind, map[string]any{"Number": shown.Text.Number}); err != nil {
				return nil, err
			}
		}
		places = append(places, place)
	}
	for _, m := range s.made[l.Key] {
		if m.Path != project.SearchPath && m.Path != componentsPage.Path {
			places = append(places, listing.Place{Path: m.Path, Title: m.Title, In: m.From, Summary: m.Summary, Language: m.From})
		}
	}
	return places, nil
}

func (s *Stage) findParts(l locale.Language) ([]listing.Place, error) {
	r := s.project.ShownIn(l.Key)
	if r == nil {
		return nil, nil
	}
	states := s.statesOf(r)
	shown, _ := states.shows(r.Text)
	words := map[string]string{}
	for _, e := range shown.Elements() {
		words[e.ID] = e.Text.Plain()
	}
	text := textOf(r.Page.Language, r, states)
	status := s.statusOf(l, r.Page)
	var places []listing.Place
	var add func([]elementData) error
	add = func(elements []elementData) error {
		for _, e := range elements {
			name, in, err := s.phrase(l, "part_"+e.Role, map[string]any{"Label": e.Name})
			if err != nil {
				return err
			}
			place := listing.Place{
				Path: s.project.Resolutions[s.project.Reference.Key].Page.Path, Anchor: e.ID,
				Title: name, In: in, Mark: e.Cite, Text: words[e.ID],
				Language: r.Page.Language, Status: status,
			}
			if e.In != "" { // the original's words
				place.Language, place.Status = s.project.Reference, s.statusOf(l, states.Source)
			}
			places = append(places, place)
			if err := add(e.Points); err != nil {
				return err
			}
		}
		return nil
	}
	err := add(append(text.Recitals, text.Operative...))
	return places, err
}

// phrase fills in a string as readers of l have it, in the language that the
// string is in.
func (s *Stage) phrase(l locale.Language, key string, args map[string]any) (string, locale.Language, error) {
	m, from := s.message(l, key)
	text, err := say(from, m, args)
	return text, from, err
}

// statusOf is the key of the string that says in a few words whose text a page
// is to readers of l.
func (s *Stage) statusOf(l locale.Language, page *project.Page) string {
	official := page.Resolution != nil && page.Resolution.Status == "official"
	switch by := review(s.project, page); {
	case page.Language.Key != l.Key:
		return "language_not_translated"
	case by == "unreviewed" || by == "machine":
		return "short_" + by
	case by == "original" && (official || page.Resolution == nil):
		return "short_official"
	default:
		return "short_unofficial"
	}
}
