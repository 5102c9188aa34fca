package site

import (
	"path"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// glossaryPath is the page whose headings are terms.
const glossaryPath = "/glossary/"

// called tells what the terms of the glossary are called in other languages, as
// their term bases have it, by path, language key of the text and anchor of the
// heading. Words whose term is not the original's any more have none.
func (s *Stage) called() map[string]map[string]map[string][]nameData {
	p := s.project
	all := map[string]map[string]map[string][]nameData{}
	original := p.Page(p.Reference.Key, glossaryPath)
	if original == nil {
		return all
	}
	at := path.Clean(glossaryPath)
	all[at] = map[string]map[string][]nameData{}
	for _, l := range p.Languages {
		page := p.Page(l.Key, glossaryPath)
		if page == nil {
			continue
		}
		terms := map[string][]nameData{}
		for anchor, term := range s.headings(original, page) {
			if names := s.namesOf(term, l); len(names) > 0 {
				terms[anchor] = names
			}
		}
		all[at][l.Key] = terms
	}
	return all
}

// headings are the original's headings by the anchors that they have on a page.
func (s *Stage) headings(original, page *project.Page) map[string]string {
	found := map[string]string{}
	if page == original {
		for _, b := range page.Blocks().Body {
			if b.Kind.IsHeading() {
				found[anchorOf(page, b.Start)] = b.Text
			}
		}
		return found
	}
	if t := s.own(page.Language.Key, page.Path); t != nil {
		for _, u := range t.Units {
			if stateOf(u) == stateCurrent && len(u.Source) == 1 && len(u.Target) == 1 && u.Source[0].Kind.IsHeading() {
				found[anchorOf(page, u.Target[0].Start)] = u.Source[0].Text
			}
		}
	}
	return found
}

// namesOf is what a term of the reference language is called in every language but
// one, in the order of the languages: nothing where no other has a name for it.
func (s *Stage) namesOf(term string, except locale.Language) []nameData {
	var names []nameData
	others := false
	for _, l := range s.project.Languages {
		switch name := s.project.Terms[l.Key].Called(term); {
		case l.Key == s.project.Reference.Key && l.Key != except.Key:
			names = append(names, nameData{term, l.Key})
		case l.Key == s.project.Reference.Key:
		case name != "":
			others = true
			if l.Key != except.Key {
				names = append(names, nameData{name, l.Key})
			}
		}
	}
	if !others {
		return nil
	}
	return names
}
