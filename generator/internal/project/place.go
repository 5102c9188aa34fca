package project

import (
	"strings"

	"resolutionsite/generator/internal/translation"
)

// Place is where something stands in a file of the project. Line and Column are
// 0 where only the file is known.
type Place struct {
	File         string
	Line, Column int
}

// SourcePlace is where a block of the source stands.
func (t *Translation) SourcePlace(p *Project, b translation.Block) Place {
	if t.Path == StringsPath {
		return p.Catalogs[p.Reference.Key].place(b.ID)
	}
	return t.Source.place(b)
}

// TargetPlace is where a block of the translation stands.
func (t *Translation) TargetPlace(p *Project, b translation.Block) Place {
	if t.Path == StringsPath {
		return p.Catalogs[t.Language.Key].place(b.ID)
	}
	return t.Page.place(b)
}

// PlaceOf is where a byte of a block of a page stands: of a field, the field.
func (p *Page) PlaceOf(b translation.Block, offset int) Place {
	if b.Kind != translation.Field {
		b.Start += offset
	}
	return p.place(b)
}

func (p *Page) place(b translation.Block) Place {
	at := Place{File: p.File}
	if b.Kind == translation.Field {
		at.Line, at.Column = p.positionOfPath(b.ID)
	} else {
		at.Line, at.Column = p.PositionInBody(b.Start)
	}
	return at
}

// positionOfPath is where the value at a path such as "asks.0.of" or
// "events.june.name" stands: its key, or the item of the list.
func (f *FrontMatter) positionOfPath(path string) (line, column int) {
	v := f.tree
	line, column = 1, 1
	for name := range strings.SplitSeq(path, ".") {
		if v == nil {
			break
		}
		if i := v.itemIndex(name); i >= 0 {
			v = &v.List[i]
			line, column = v.Line, v.Column
		} else if field := v.field(name); field != nil {
			v = &field.Value
			line, column = field.Line, field.Column
		} else {
			break
		}
	}
	return line, column
}

// place is where a string stands, or the form of it that a name means; where it
// has not this form, the message.
func (c *Catalog) place(name string) Place {
	at := Place{File: c.File}
	m, ok := c.Message(name)
	if !ok {
		key, category := CutStringName(name)
		if m, ok = c.Message(key); !ok {
			return at
		}
		if f, has := m.Form(category); has {
			at.Line, at.Column = f.Line, f.Column
			return at
		}
	}
	at.Line, at.Column = m.Line, m.Column
	return at
}
