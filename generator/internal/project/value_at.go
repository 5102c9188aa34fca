package project

import "strings"

// Given is a field that a front matter has, and where it stands.
type Given struct {
	Name         string
	Line, Column int
}

// Given lists the fields that the front matter gives, in its order.
func (f *FrontMatter) Given() []Given {
	if f.tree == nil {
		return nil
	}
	var all []Given
	for _, field := range f.tree.Fields {
		all = append(all, Given{field.Key, field.Line, field.Column})
	}
	return all
}

// Length is how many items a list field has.
func (f *FrontMatter) Length(list string) int {
	if f.tree == nil {
		return 0
	}
	return len(f.tree.items(list))
}

// TextAt is the text at a path such as "events.june.date" or "events.2.date"; of a
// list of texts, these with commas between them; "" where there is none.
func (f *FrontMatter) TextAt(path string) string {
	v := f.at(path)
	if v == nil {
		return ""
	}
	if v.Kind == List {
		var texts []string
		for i := range v.List {
			texts = append(texts, strings.TrimSpace(v.List[i].Text))
		}
		return strings.Join(texts, ", ")
	}
	return strings.TrimSpace(v.Text)
}

// PositionAt is where the value at such a path stands: its key, or the item of the
// list.
func (f *FrontMatter) PositionAt(path string) (line, column int) { return f.positionOfPath(path) }

// at is the value at a path; nil where there is none.
func (f *FrontMatter) at(path string) *Value {
	v := f.tree
	for name := range strings.SplitSeq(path, ".") {
		if v == nil {
			return nil
		}
		if i := v.itemIndex(name); i >= 0 {
			v = &v.List[i]
		} else if field := v.field(name); field != nil {
			v = &field.Value
		} else {
			return nil
		}
	}
	return v
}
