package resolution

// Text is one resolution in one language.
type Text struct {
	Title  string
	Kind   string // "resolution", "declaration", "recommendation", …
	Number string // "491"
	Body   string // the body that adopted it: "NATO Parliamentary Assembly"
	Place  string // "Montréal, Canada"
	// Adopted is the date of adoption in ISO 8601 (2024-11-25), "" when it is
	// not known.
	Adopted  string
	Note     string // the adoption note, plain text
	Language string // BCP 47
	Official bool   // whether this language version is authentic
	Formula  string // the enacting formula: "The Assembly,"

	Recitals  []Paragraph
	Operative []Paragraph
	Footnotes []Footnote
}

// Paragraph is a recital or an operative paragraph.
type Paragraph struct {
	// Heading is the cross-heading that stands before the paragraph, plain
	// text; "" where there is none. It is no element: nobody cites it.
	Heading string
	Label   string // "13", "A"; "" when it is not numbered
	Text    Inline
	Points  []Point
	Line    int // the line it begins at in the source it was read from, from 1
}

// Point is one entry of a list below a paragraph or below another point.
type Point struct {
	Label  string // "a", "iv", "3.1"; "" when it has none
	Text   Inline
	Points []Point
	Line   int
}

// Footnote is a note to a place in the text: the places are the runs of style
// Call whose text is Mark. A footnote to the title has no such place.
type Footnote struct {
	Mark string // "1", "*"
	Text Inline
	Line int
}

// Normalize brings every text of t into the normal form of Inline, in place;
// labels, marks and what is said of the text as well.
func (t *Text) Normalize() {
	for _, s := range []*string{&t.Title, &t.Kind, &t.Number, &t.Body, &t.Place, &t.Adopted, &t.Note, &t.Language, &t.Formula} {
		*s = collapse(*s)
	}
	for _, list := range [][]Paragraph{t.Recitals, t.Operative} {
		for i := range list {
			p := &list[i]
			p.Heading, p.Label, p.Text = collapse(p.Heading), collapse(p.Label), p.Text.Normal()
			normalizePoints(p.Points)
		}
	}
	for i := range t.Footnotes {
		f := &t.Footnotes[i]
		f.Mark, f.Text = normalMark(legible(f.Mark)), f.Text.Normal()
	}
}

func normalizePoints(points []Point) {
	for i := range points {
		p := &points[i]
		p.Label, p.Text = collapse(p.Label), p.Text.Normal()
		normalizePoints(p.Points)
	}
}
