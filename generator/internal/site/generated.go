package site

import (
	"cmp"
	"encoding/json"
	"path"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// made is a page that the program makes in one language, with its words.
type made struct {
	project.Generated
	// From is the language whose words the title is in: the reader's, or the
	// nearest of its chain.
	From           locale.Language
	Title, Summary string
}

// name is the page's kind, with which the keys of its strings begin.
func (m made) name() string { return cmp.Or(m.Strings, path.Base(m.Layout)) }

// componentsPage shows every component. It is made only where a developer asks
// for it, and is no page of the site: nothing leads there, no map lists it.
var componentsPage = project.Generated{Path: "/components/", Layout: "components/components"}

// makePages gives the pages that the program makes their words. A page that some
// language of the chain has written itself is not made.
func (s *Stage) makePages() error {
	s.made = map[string][]made{}
	all := s.project.Generated()
	for _, l := range s.project.Languages {
		if s.options.Components {
			all[l.Key] = append(all[l.Key], componentsPage)
		}
		for _, g := range all[l.Key] {
			if s.project.Source(l, g.Path) != nil {
				continue
			}
			m := made{Generated: g}
			var err error
			if m.Title, m.From, err = s.word(l, m.name()+"_title", g.Texts); err != nil {
				return err
			}
			if m.Summary, _, err = s.word(l, m.name()+"_summary", g.Texts); err != nil {
				return err
			}
			s.made[l.Key] = append(s.made[l.Key], m)
		}
	}
	return nil
}

// word fills in a string that may name the languages of the texts of a page,
// in the language that the string is in.
func (s *Stage) word(l locale.Language, key string, texts []locale.Language) (string, locale.Language, error) {
	m, from := s.message(l, key)
	args := map[string]any{}
	for i, name := range []string{"One", "Two"} {
		if i < len(texts) {
			args[name] = from.NameOf(texts[i])
		}
	}
	text, err := say(from, m, args)
	return text, from, err
}

// pages writes the pages that the program makes as files of content, one folder
// for each language.
func (s *Stage) pages(files map[string][]byte) error {
	for key, pages := range s.made {
		for _, m := range pages {
			texts := []string{}
			for _, l := range m.Texts {
				texts = append(texts, l.Key)
			}
			counterparts := map[string]string{}
			for other, at := range m.Counterparts {
				counterparts[other] = path.Clean(at)
			}
			content, err := json.MarshalIndent(map[string]any{
				"title": m.Title, "summary": m.Summary,
				"type": path.Dir(m.Layout), "layout": path.Base(m.Layout),
				"texts": texts, "counterparts": counterparts, "aliases": m.Aliases,
			}, "", "\t")
			if err != nil {
				return err
			}
			files["content/"+key+"/"+m.file()] = append(content, '\n')
		}
	}
	return nil
}

// file is the page's file below its language's folder.
func (m made) file() string { return strings.TrimPrefix(m.Path, "/") + "index.md" }
