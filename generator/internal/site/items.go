package site

import (
	"path"
	"strings"

	"resolutionsite/generator/internal/project"
)

// itemWords are the words of an item of a front-matter list, by name, as they are
// shown. The one word of a text that is an item itself is named "text".
type itemWords map[string]fieldData

// items are the words of the items of every list, in the order of the reference
// language's page, by path, language of the text and list. What else an item has is
// data: that of the reference language's page.
func (s *Stage) items() map[string]map[string]map[string][]itemWords {
	p := s.project
	all := map[string]map[string]map[string][]itemWords{}
	for _, page := range p.Pages {
		original := p.Page(p.Reference.Key, page.Path)
		if page != p.Page(page.Language.Key, page.Path) {
			continue
		}
		if original == nil {
			original = page
		}
		lists := itemsOf(original, page, s.own(page.Language.Key, page.Path))
		if len(lists) == 0 {
			continue
		}
		at := path.Clean(page.Path)
		if all[at] == nil {
			all[at] = map[string]map[string][]itemWords{}
		}
		all[at][page.Language.Key] = lists
	}
	return all
}

// itemsOf lays the lists of a page beside those of its original. t is nil where the
// page is no translation.
func itemsOf(original, page *project.Page, t *translated) map[string][]itemWords {
	own := map[string]string{}
	for _, b := range page.Blocks().Named {
		own[b.ID] = b.Text
	}
	told := map[string]fieldData{}
	if t != nil && t.told() {
		for _, u := range t.Units {
			if stateOf(u) != stateCurrent {
				told[u.Name()] = t.field(u)
			}
		}
	}
	words := map[string]itemWords{} // by list and item
	for _, b := range original.Blocks().Named {
		list, rest, nested := strings.Cut(b.ID, ".")
		if !nested {
			continue
		}
		item, name, nested := strings.Cut(rest, ".")
		if !nested {
			name = "text"
		}
		f, known := told[b.ID]
		if !known {
			f.Text = own[b.ID]
		}
		if f.Text == "" && page != original {
			f = fieldData{State: stateMissing, Text: b.Text, In: original.Language.Key}
		}
		item = list + "." + item
		if words[item] == nil {
			words[item] = itemWords{}
		}
		words[item][name] = f
	}
	lists := map[string][]itemWords{}
	for list, names := range original.Items() {
		found := false
		for _, name := range names {
			item := words[list+"."+name]
			lists[list] = append(lists[list], item)
			found = found || item != nil
		}
		if !found {
			delete(lists, list)
		}
	}
	return lists
}
