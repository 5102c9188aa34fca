package project

import (
	"path"
	"slices"

	"resolutionsite/generator/internal/locale"
)

// Generated is a page that the program makes in a language, without a file in
// content/. A page that an editor writes at its address takes its place.
type Generated struct {
	// Path is the page's address without the language, as Page.Path.
	Path string
	// Layout is its template below layouts/, without the ending.
	Layout string
	// Strings is what the keys of its title and summary begin with; "" for the
	// last part of Layout ("beside_title").
	Strings string
	// Texts are the languages of the texts it shows, which its title may name.
	Texts []locale.Language
	// Counterparts give the address of the page that does the same in another
	// language, by language key, where it has another address.
	Counterparts map[string]string
	// Aliases are other addresses that lead to it, beside its own.
	Aliases []string
}

// SearchPath is the address of the page on which readers find the others.
const SearchPath = "/search/"

// TranslationsPath is the address of the page that says how far the translations
// are. A project in one language has none.
const TranslationsPath = "/translations/"

// Generated lists the pages that the program makes, by language key, whether or
// not an editor has written one in their place.
func (p *Project) Generated() map[string][]Generated {
	all := map[string][]Generated{}
	for _, l := range p.Languages {
		all[l.Key] = append(p.ofResolution(l), Generated{Path: SearchPath, Layout: "site/search", Aliases: []string{"a-z"}})
		all[l.Key] = append(all[l.Key], p.ofFacts()...)
		if len(p.Languages) > 1 {
			all[l.Key] = append(all[l.Key], Generated{Path: TranslationsPath, Layout: "site/translations"})
		}
	}
	for key, pages := range all {
		for i := range pages {
			pages[i].Counterparts = map[string]string{}
			for other, theirs := range all {
				if other != key && !slices.ContainsFunc(theirs, func(g Generated) bool { return g.Path == pages[i].Path }) {
					pages[i].Counterparts[other] = p.counterpart(pages[i], theirs)
				}
			}
		}
	}
	return all
}

// counterpart is the page among theirs that shows the same texts as a page, or
// else the resolution.
func (p *Project) counterpart(page Generated, theirs []Generated) string {
	for _, g := range theirs {
		if g.Layout == page.Layout && len(g.Texts) == len(page.Texts) && !slices.ContainsFunc(g.Texts, func(l locale.Language) bool {
			return !slices.ContainsFunc(page.Texts, func(own locale.Language) bool { return own.Key == l.Key })
		}) {
			return g.Path
		}
	}
	return p.Resolutions[p.Reference.Key].Page.Path
}

// ofResolution lists the pages about the resolution: the index of its lead words,
// how it was established, and each other text beside the reader's.
func (p *Project) ofResolution(l locale.Language) []Generated {
	shown := p.ShownIn(l.Key)
	if shown == nil {
		return nil
	}
	own := shown.Page.Language
	under := func(parts ...string) string {
		return path.Join(append([]string{p.Resolutions[p.Reference.Key].Page.Path}, parts...)...) + "/"
	}
	pages := []Generated{{Path: under("verbs"), Layout: "resolution/verbs", Texts: []locale.Language{own}}}
	if r := p.EstablishedBy(l.Key); r != nil {
		pages = append(pages, Generated{Path: under("source"), Layout: "resolution/source", Texts: []locale.Language{r.Page.Language}})
	}
	beside := p.besides()
	for _, other := range p.Languages {
		if p.Resolutions[other.Key] == nil || other.Key == own.Key || other.Key == l.Key || !beside[own.Key] && !beside[other.Key] {
			continue
		}
		pages = append(pages, Generated{Path: under("beside", other.Key), Layout: "resolution/beside", Texts: []locale.Language{own, other}})
	}
	return pages
}

// ofFacts lists the pages with the documents of each group, below the page of
// sources: all together would be too heavy. A project without that page has none.
func (p *Project) ofFacts() []Generated {
	if p.Page(p.Reference.Key, SourcesPath) == nil {
		return nil
	}
	var pages []Generated
	for _, group := range p.UsedDocuments() {
		pages = append(pages, Generated{Path: SourcesPath + group.Name + "/", Layout: "sources/group", Strings: "sources_" + group.Name})
	}
	return pages
}

// besides are the languages whose texts any other can be read beside: those
// that the configuration names, or else those of authentic texts, or else the
// reference language.
func (p *Project) besides() map[string]bool {
	set := map[string]bool{}
	for _, key := range p.Config.SideBySide {
		set[key] = true
	}
	if len(set) > 0 {
		return set
	}
	for key, r := range p.Resolutions {
		if r.Text.Official {
			set[key] = true
		}
	}
	if len(set) == 0 {
		set[p.Reference.Key] = true
	}
	return set
}
