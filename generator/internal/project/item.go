package project

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// itemID is what the id of an item of a list may be. It begins with a letter, so
// that no position is one.
var itemID = regexp.MustCompile(`^[a-z][a-z0-9-]*$`)

// ItemID reports whether a text can be the id of an item of a list.
func ItemID(s string) bool { return itemID.MatchString(s) }

// itemName names item i of a list: by its id, where it has one that can be part of
// a path and that no item before it has, so that it keeps its name wherever it
// stands; else by its position.
func (v *Value) itemName(i int) string {
	id := v.List[i].text("id")
	if itemID.MatchString(id) && v.itemIndex(id) == i {
		return id
	}
	return strconv.Itoa(i)
}

// itemIndex is the position of the item that itemName names; -1 where there is
// none.
func (v *Value) itemIndex(name string) int {
	if v.Kind != List {
		return -1
	}
	if i, err := strconv.Atoi(name); err == nil {
		if i >= 0 && i < len(v.List) {
			return i
		}
		return -1
	}
	return slices.IndexFunc(v.List, func(item Value) bool { return item.text("id") == name })
}

// Places gives the names of front-matter texts, as blocks have them, the paths by
// which a file is edited: "events.june.name" is "events.2.name" where that item is
// the third. An item that the page lacks is put behind the others; added are then
// the paths of its id, and the id.
func (p *Page) Places(names []string) (paths []string, added map[string]string) {
	paths, added = make([]string, len(names)), map[string]string{}
	extra := map[string][]string{} // ids of new items by list
	for i, name := range names {
		paths[i] = name
		list, rest, _ := strings.Cut(name, ".")
		id, below, nested := strings.Cut(rest, ".")
		if !nested || !itemID.MatchString(id) || schema.fields[list].kind != List {
			continue
		}
		at, length := -1, 0
		if p != nil && p.tree != nil {
			if f := p.tree.field(list); f != nil {
				at, length = f.Value.itemIndex(id), len(f.Value.List)
			}
		}
		if at < 0 {
			if at = slices.Index(extra[list], id); at < 0 {
				at = len(extra[list])
				extra[list] = append(extra[list], id)
			}
			at += length
			added[list+"."+strconv.Itoa(at)+".id"] = id
		}
		paths[i] = list + "." + strconv.Itoa(at) + "." + below
	}
	return paths, added
}

// Items gives the names of the items of every list of the page's front matter, in
// their order, by the name of the list.
func (p *Page) Items() map[string][]string {
	lists := map[string][]string{}
	if p.tree == nil {
		return lists
	}
	for i := range p.tree.Fields {
		f := &p.tree.Fields[i]
		for at := range f.Value.List {
			lists[f.Key] = append(lists[f.Key], f.Value.itemName(at))
		}
	}
	return lists
}
