package site

import (
	"cmp"
	"path"
	"strings"

	"resolutionsite/generator/internal/project"
)

// Kinds gives the kind of every page, written, borrowed or made by the program,
// by its file in the site, such as "fr/help/index.html". Pages of one kind come
// from one layout and show the same sort of thing:
//
//	home, resolution             those pages
//	resolution/beside            a page that the program makes, by its layout
//	help, help/page              a folder of content and the pages below it
//	session/page                 a page that has a type of its own
func (s *Stage) Kinds() map[string]string {
	kinds := map[string]string{}
	for _, l := range s.project.Languages {
		for _, m := range s.made[l.Key] {
			kinds[l.Key+m.Path+"index.html"] = m.Layout
		}
		for _, at := range s.project.Paths() {
			if page := s.project.Source(l, at); page != nil {
				kinds[l.Key+at+"index.html"] = kindOf(page, s.project.TypeOf(at))
			}
		}
	}
	return kinds
}

// The kinds of pages of which more is expected, or less.
const (
	KindResolution = "resolution" // the full text, wherever it is
	KindBeside     = "resolution/beside"
	KindSearch     = "site/search"
	KindComponents = "components/components"
)

func kindOf(p *project.Page, of string) string {
	folder, below, _ := strings.Cut(strings.Trim(p.Path, "/"), "/")
	folder = cmp.Or(of, folder)
	switch {
	case p.Resolution != nil:
		return KindResolution
	case folder == "":
		return "home"
	case below != "" || !strings.HasPrefix(path.Base(p.File), "_index."):
		return folder + "/page"
	default:
		return folder
	}
}
