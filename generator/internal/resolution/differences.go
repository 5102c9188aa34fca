package resolution

import "slices"

// Difference is one place where two readings of a resolution differ: A in the
// first, B in the second, nil where the reading has nothing there.
type Difference struct {
	// Part says where: "title", "kind", "number", "body", "place", "adopted",
	// "note", "formula"; "heading" and "text" of the element ID; "footnote".
	Part string
	// ID and Cite name the element; Cite is the mark of a footnote.
	ID, Cite string
	Role     Role
	A, B     Inline
}

// Differences compares two readings of a resolution, part by part. Parts of a
// paragraph are compared by their permanent identities, with their emphasis.
func Differences(a, b *Text) []Difference {
	var list []Difference
	compare := func(d Difference) {
		d.A, d.B = d.A.Normal(), d.B.Normal()
		if !slices.Equal(d.A, d.B) {
			list = append(list, d)
		}
	}
	for _, f := range []struct{ part, a, b string }{
		{"title", a.Title, b.Title},
		{"kind", a.Kind, b.Kind},
		{"number", a.Number, b.Number},
		{"body", a.Body, b.Body},
		{"place", a.Place, b.Place},
		{"adopted", a.Adopted, b.Adopted},
		{"note", a.Note, b.Note},
		{"formula", a.Formula, b.Formula},
	} {
		compare(Difference{Part: f.part, A: Inline{{Text: f.a}}, B: Inline{{Text: f.b}}})
	}
	headingsA, headingsB := a.headings(), b.headings()
	for _, p := range Align(a, b) {
		e := p.Either()
		compare(Difference{
			Part: "heading", ID: p.ID, Cite: e.Cite, Role: e.Role,
			A: Inline{{Text: headingsA[p.ID]}}, B: Inline{{Text: headingsB[p.ID]}},
		})
		d := Difference{Part: "text", ID: p.ID, Cite: e.Cite, Role: e.Role}
		if p.A != nil {
			d.A = p.A.Text
		}
		if p.B != nil {
			d.B = p.B.Text
		}
		compare(d)
	}
	notes := map[string]Inline{}
	for _, n := range b.Footnotes {
		notes[n.Mark] = n.Text
	}
	for _, n := range a.Footnotes {
		compare(Difference{Part: "footnote", Cite: n.Mark, A: n.Text, B: notes[n.Mark]})
		delete(notes, n.Mark)
	}
	for _, n := range b.Footnotes {
		compare(Difference{Part: "footnote", Cite: n.Mark, B: notes[n.Mark]})
	}
	return list
}

// headings gives the cross-headings that stand before paragraphs, by the
// identity of the paragraph.
func (t *Text) headings() map[string]string {
	headings := map[string]string{}
	paragraphs := slices.Concat(t.Recitals, t.Operative)
	for _, e := range t.Elements() {
		if e.Depth > 0 {
			continue
		}
		if h := paragraphs[0].Heading; h != "" {
			headings[e.ID] = h
		}
		paragraphs = paragraphs[1:]
	}
	return headings
}
