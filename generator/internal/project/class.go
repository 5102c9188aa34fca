package project

import (
	"maps"
	"path"
	"slices"
	"strings"
)

// PageClass is a kind of page: how it is recognised and which fields it has.
// Every page is of one.
type PageClass struct {
	Name string
	// About says what the pages are for.
	About string
	// Place is the address of its pages, with * for one part of it and ** for any
	// number; "" for those that may stand wherever no other class has its place.
	Place string
	// Typed pages say that they are of the class by the field type, wherever they
	// stand.
	Typed bool
	// Resolution pages are known by the field resolution.
	Resolution bool
	// Section pages have other pages below them: their file is _index.md.
	Section bool
	// Must are the fields that an original cannot do without, May others that it
	// may have beside those of every page. A translation need only have Title and
	// Summary, and what is in Each: the rest is the original's.
	Must, May, Each []string
}

// everyPage are the fields that pages of every class may have.
var everyPage = []string{
	"title", "summary", "review", "reviewer", "reviewed", "contentNote", "class", "importance", "order",
	"draft", "quiet", "aliases", "ownNumbers", "sources", "images",
}

// everyPageMust are those that none may lack, in any language.
var everyPageMust = []string{"title", "summary"}

// PageClasses are all classes, in the order in which a page is tried; the last
// takes every page that no other does.
func PageClasses() []PageClass {
	return []PageClass{
		{Name: "resolution", About: "The text of the resolution", Place: "/resolution/", Resolution: true, Section: true,
			Must: []string{"resolution"}, Each: []string{"resolution"}},
		{Name: "messages", About: "Key messages, each of which stands on a card", Typed: true, Must: []string{"type", "messages"}},
		{Name: "calendar", About: "Days of the year that the campaign keeps", Typed: true, Must: []string{"type", "events"}},
		{Name: "social", About: "Texts for social media", Typed: true, Must: []string{"type", "posts"}},
		{Name: "kit", About: "Posters, and everything to download", Typed: true, Must: []string{"type", "posters"}},
		{Name: "session", About: "A plan for teachers", Typed: true, Must: []string{"type", "minutes", "aims", "optOut", "steps"}},
		{Name: "home", About: "The first page", Place: "/", Section: true, May: []string{"focus"}},
		{Name: "point", About: "What one point of the resolution asks", Place: "/resolution/*/", May: []string{"asks"}},
		{Name: "help", About: "Where to turn", Place: "/help/", Section: true, May: []string{"services"}},
		{Name: "figures", About: "Figures by year", Place: "/facts/", Section: true},
		{Name: "glossary", About: "The words of the subject", Place: "/glossary/", Section: true},
		{Name: "sources", About: "The documents that the site rests on", Place: "/sources/", Section: true},
		{Name: "statement", About: "About the site: safety, privacy, accessibility", Place: "/about/**"},
		{Name: "section", About: "A page with others below it", Section: true, May: []string{"print"}},
		{Name: "article", About: "Any other page", May: []string{"print"}},
	}
}

// classes are PageClasses, made once.
var classes = PageClasses()

// ClassNames are the names of all classes, sorted.
func ClassNames() []string {
	var names []string
	for i := range classes {
		names = append(names, classes[i].Name)
	}
	slices.Sort(names)
	return names
}

// FindClass finds a class by its name; nil where there is none.
func FindClass(name string) *PageClass {
	if i := slices.IndexFunc(classes, func(c PageClass) bool { return c.Name == name }); i >= 0 {
		return &classes[i]
	}
	return nil
}

// ClassOf is the class of a page. The original decides, so that a page is of the
// same in every language.
func (p *Project) ClassOf(page *Page) *PageClass {
	from := p.Original(page.Path)
	if from == nil {
		from = page
	}
	for i := range classes {
		c := &classes[i]
		switch {
		case c.Resolution:
			if from.Has("resolution") || page.Has("resolution") {
				return c
			}
		case c.Typed:
			if from.Type == c.Name {
				return c
			}
		case c.Place != "":
			if c.At(page.Path) {
				return c
			}
		case c.Section == (path.Base(strings.ToLower(from.File)) == "_index.md"):
			return c
		}
	}
	return &classes[len(classes)-1]
}

// ClassAt is the class whose place an address is; nil where it is that of none.
func ClassAt(at string) *PageClass {
	if i := slices.IndexFunc(classes, func(c PageClass) bool { return c.Place != "" && c.At(at) }); i >= 0 {
		return &classes[i]
	}
	return nil
}

// At reports whether an address is a place of the class.
func (c *PageClass) At(at string) bool {
	if above, ok := strings.CutSuffix(c.Place, "**"); ok {
		return strings.HasPrefix(at, above)
	}
	matched, _ := path.Match(c.Place, at)
	return matched
}

// Fits reports whether a page of the class can stand at an address.
func (c *PageClass) Fits(at string) bool {
	if c.Place != "" {
		return c.At(at)
	}
	return ClassAt(at) == nil
}

// Fields are the fields that pages of the class may have, sorted.
func (c *PageClass) Fields() []string {
	all := slices.Concat(everyPage, c.Must, c.May)
	slices.Sort(all)
	return slices.Compact(all)
}

// Allows reports whether pages of the class may have a field.
func (c *PageClass) Allows(field string) bool {
	return slices.Contains(everyPage, field) || slices.Contains(c.Must, field) || slices.Contains(c.May, field)
}

// Required are the fields that a page of the class cannot do without.
func (c *PageClass) Required(translation bool) []string {
	if translation {
		return slices.Concat(everyPageMust, c.Each)
	}
	return slices.Concat(everyPageMust, c.Must)
}

// ClassesWith are the names of the classes whose pages may have a field, sorted;
// none for a field that there is not.
func ClassesWith(field string) []string {
	var names []string
	for i := range classes {
		if _, known := schema.fields[field]; known && classes[i].Allows(field) {
			names = append(names, classes[i].Name)
		}
	}
	slices.Sort(names)
	return names
}

// ItemRules says what each item of a list field must have.
type ItemRules struct {
	// ByID lists have an identity in each item, by which translations name it.
	ByID bool
	// Must are the fields of an item of an original, Each those of a translation;
	// of Either one is there.
	Must, Each, Either []string
	// Words are the fields that are translated, Data the others but the identity,
	// which are the original's in every language.
	Words, Data []string
	// Most is the room for a text in characters, by field.
	Most map[string]int
}

// Lists are the fields that are lists of items, sorted.
func Lists() []string {
	var names []string
	for _, name := range slices.Sorted(maps.Keys(schema.fields)) {
		if s := schema.fields[name]; s.kind == List && s.item.kind == Map {
			names = append(names, name)
		}
	}
	return names
}

// ItemsOf says what the items of a list field are made of.
func ItemsOf(list string) ItemRules {
	s := schema.fields[list]
	if s.kind != List || s.item.kind != Map {
		return ItemRules{}
	}
	r := ItemRules{Either: s.either, Most: map[string]int{}}
	_, r.ByID = s.item.fields["id"]
	for _, name := range slices.Sorted(maps.Keys(s.item.fields)) {
		f := s.item.fields[name]
		if f.must {
			r.Must = append(r.Must, name)
			// Without an identity, words are all that says which item it is.
			if name == "id" || f.words && !r.ByID {
				r.Each = append(r.Each, name)
			}
		}
		switch {
		case f.words:
			r.Words = append(r.Words, name)
		case name != "id":
			r.Data = append(r.Data, name)
		}
		if f.most > 0 {
			r.Most[name] = f.most
		}
	}
	return r
}

// Translations may be longer than originals: so many tenths of their length.
const translatedTenths = 14

// Room is how many characters there is room for in an original or a translation,
// where an original may have so many.
func Room(most int, translation bool) int {
	if translation {
		return most * translatedTenths / 10
	}
	return most
}

// PartsOf are the fields of a field that is made of fields which none may lack,
// sorted.
func PartsOf(field string) []string {
	var must []string
	if s := schema.fields[field]; s.kind == Map {
		for _, name := range slices.Sorted(maps.Keys(s.fields)) {
			if s.fields[name].must {
				must = append(must, name)
			}
		}
	}
	return must
}
