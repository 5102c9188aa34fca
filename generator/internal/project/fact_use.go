package project

import (
	"slices"
	"strings"
)

// FactUse is a fact that a page names, and where it names it.
type FactUse struct {
	ID           string
	Line, Column int
}

// FactUses are the facts that a page rests on: its sources, and those of the items
// of its lists, in this order, as often as it names them.
func (f *FrontMatter) FactUses() []FactUse {
	if f.tree == nil {
		return nil
	}
	var uses []FactUse
	use := func(v *Value) {
		if id := strings.TrimSpace(v.Text); id != "" {
			uses = append(uses, FactUse{id, v.Line, v.Column})
		}
	}
	for _, list := range []string{"sources", "events", "messages"} {
		items := f.tree.items(list)
		for i := range items {
			if one := items[i].field("fact"); one != nil {
				use(&one.Value)
			}
			facts := items[i].items("facts")
			for j := range facts {
				use(&facts[j])
			}
		}
	}
	return uses
}

// Original is the reference language's page at a path, or the first language's
// that has one. Its facts are those of the page in every language.
func (p *Project) Original(at string) *Page {
	for _, l := range p.Languages { // the reference is the first
		if page := p.Page(l.Key, at); page != nil {
			return page
		}
	}
	return nil
}

// UsedGroup is a group of documents that pages rest on, in the order of the
// register.
type UsedGroup struct {
	Name      string
	Documents []UsedDocument
}

// UsedDocument is a document with the facts of it that pages rest on, in the order
// of the register, and the addresses of these pages.
type UsedDocument struct {
	*CitedDocument
	Facts []*Fact
	Pages []string
}

// UsedDocuments lists the documents that some page rests on, by group.
func (p *Project) UsedDocuments() []UsedGroup {
	if p.Facts == nil {
		return nil
	}
	pages, used := map[string][]string{}, map[string]bool{}
	for _, at := range p.Paths() {
		for _, use := range p.Original(at).FactUses() {
			if f := p.Facts.Fact(use.ID); f != nil {
				used[f.ID] = true
				if !slices.Contains(pages[f.In], at) {
					pages[f.In] = append(pages[f.In], at)
				}
			}
		}
	}
	var groups []UsedGroup
	for _, name := range DocumentGroups {
		group := UsedGroup{Name: name}
		for i := range p.Facts.Documents {
			d := UsedDocument{CitedDocument: &p.Facts.Documents[i]}
			if d.Group != name || len(pages[d.ID]) == 0 {
				continue
			}
			d.Pages = pages[d.ID]
			for j := range p.Facts.Facts {
				if f := &p.Facts.Facts[j]; f.In == d.ID && used[f.ID] {
					d.Facts = append(d.Facts, f)
				}
			}
			group.Documents = append(group.Documents, d)
		}
		if len(group.Documents) > 0 {
			groups = append(groups, group)
		}
	}
	return groups
}
