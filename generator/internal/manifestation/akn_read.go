package manifestation

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/resolution"
)

// ReadXML reads the text of an Akoma Ntoso 3.0 statement back. The text is in
// normal form, its lines are those of the file. The error for a file that is
// not in the profile that XML writes is an *InvalidFile: what has no place in
// the model is refused, never dropped.
func ReadXML(src []byte) (*resolution.Text, error) {
	root, err := readXML(src, namespace)
	if err != nil {
		return nil, err
	}
	r := aknReader{text: &resolution.Text{}, editorial: map[string]*node{}}
	statement := root.child("statement")
	if root.name != "akomaNtoso" || statement == nil {
		return nil, &InvalidFile{root.line, "there is no statement in an akomaNtoso element"}
	}
	if r.err = r.document(statement); r.err != nil {
		return nil, r.err
	}
	r.text.Normalize()
	return r.text, nil
}

// An aknReader reads one document. err is the first fault in a text, where
// going on is easier than turning back.
type aknReader struct {
	text      *resolution.Text
	notes     []readNote
	editorial map[string]*node // notes of the metadata by their eId
	err       error
}

// A readNote is a footnote with its place in the list, 0 where it has none.
type readNote struct {
	place int
	resolution.Footnote
}

func (r *aknReader) fail(n *node, format string, args ...any) {
	if r.err == nil {
		r.err = &InvalidFile{n.line, fmt.Sprintf(format, args...)}
	}
}

// each calls f for every element in n; text between them is a fault.
func (r *aknReader) each(n *node, f func(*node)) {
	for _, c := range n.children {
		switch {
		case c.name != "":
			f(c)
		case strings.TrimSpace(c.text) != "":
			r.fail(c, "text stands in %s outside of its elements", n.name)
		}
	}
}

func (r *aknReader) unknown(in, n *node) {
	r.fail(n, "%s in %s is not in the profile", n.name, in.name)
}

func (r *aknReader) document(statement *node) error {
	t := r.text
	if name := statement.attr("name"); name != untyped {
		t.Kind = name
	}
	body := statement.child("mainBody")
	if body == nil {
		return &InvalidFile{statement.line, "there is no mainBody"}
	}
	r.each(statement, func(part *node) {
		switch part.name {
		case "meta":
			r.meta(part)
		case "preface":
			r.preface(part)
		case "preamble":
			r.preamble(part)
		case "mainBody":
			r.body(part)
		case "conclusions":
			r.conclusions(part)
		default:
			r.unknown(statement, part)
		}
	})
	slices.SortStableFunc(r.notes, func(a, b readNote) int { return cmp.Compare(a.place, b.place) })
	for _, n := range r.notes {
		t.Footnotes = append(t.Footnotes, n.Footnote)
	}
	return r.err
}

func (r *aknReader) meta(meta *node) {
	t := r.text
	value := func(names ...string) string {
		if n := meta.child(names...); n != nil {
			return cmp.Or(n.attr("value"), n.attr("language"))
		}
		return ""
	}
	t.Kind = cmp.Or(value("identification", "FRBRWork", "FRBRsubtype"), t.Kind)
	t.Number = value("identification", "FRBRWork", "FRBRnumber")
	t.Official = value("identification", "FRBRExpression", "FRBRauthoritative") == "true"
	t.Language = value("identification", "FRBRExpression", "FRBRlanguage")
	if date := meta.child("identification", "FRBRWork", "FRBRdate"); date != nil && date.attr("name") != unknownEvent {
		t.Adopted = date.attr("date")
	}
	for _, part := range meta.children {
		for _, n := range part.children {
			switch {
			case n.name == "TLCOrganization" && n.attr("eId") == "body":
				t.Body = n.attr("showAs")
			case n.name == "TLCLocation" && n.attr("eId") == "place":
				t.Place = n.attr("showAs")
			case n.name == "note":
				r.editorial[n.attr("eId")] = n
			}
		}
	}
}

func (r *aknReader) preface(preface *node) {
	r.each(preface, func(p *node) {
		if p.name != "p" {
			r.unknown(preface, p)
			return
		}
		// A paragraph of a preface is made of named pieces.
		r.each(p, func(n *node) {
			switch n.name {
			case "docTitle":
				r.text.Title = r.inline(n).Plain()
			case "docNumber":
				r.text.Number = cmp.Or(r.text.Number, r.inline(n).Plain())
			case "docProponent":
				r.text.Body = cmp.Or(r.text.Body, r.inline(n).Plain())
			case "docDate":
				r.text.Adopted = cmp.Or(r.text.Adopted, n.attr("date"))
			case "authorialNote":
				r.footnote(n)
			case "docType": // its kind is known
			default:
				r.unknown(p, n)
			}
		})
	})
}

func (r *aknReader) conclusions(conclusions *node) {
	r.each(conclusions, func(p *node) {
		if p.name != "p" {
			r.unknown(conclusions, p)
			return
		}
		if location, date := p.child("location"), p.child("date"); (location != nil || date != nil) && !saysMore(p) {
			if location != nil {
				r.text.Place = cmp.Or(r.text.Place, r.inline(location).Plain())
			}
			return
		}
		r.text.Note = joined(" ", r.text.Note, r.inline(p).Plain())
	})
}

// saysMore reports whether there are words beside the place and the date.
func saysMore(p *node) bool {
	return slices.ContainsFunc(p.children, func(n *node) bool {
		return n.name != "location" && n.name != "date" && (n.name != "" || strings.ContainsFunc(n.text, unicode.IsLetter))
	})
}

func (r *aknReader) preamble(preamble *node) {
	r.each(preamble, func(n *node) {
		switch n.name {
		case "formula":
			r.text.Formula = r.blocks(n, nil).Plain()
		case "recitals":
			r.each(n, func(recital *node) {
				if recital.name != "recital" {
					r.unknown(n, recital)
					return
				}
				r.text.Recitals = append(r.text.Recitals, r.paragraph(recital))
			})
		default:
			r.unknown(preamble, n)
		}
	})
}

func (r *aknReader) body(body *node) {
	heading := ""
	r.each(body, func(n *node) {
		switch {
		case n.name == "blockContainer" && n.child("crossHeading") != nil && len(n.children) <= 3:
			heading = r.inline(n.child("crossHeading")).Plain()
		case n.name == "paragraph":
			p := r.paragraph(n)
			p.Heading = cmp.Or(p.Heading, heading)
			heading = ""
			r.text.Operative = append(r.text.Operative, p)
		case n.name == "p" && len(n.children) == 0:
			// An empty body must have something.
		default:
			r.unknown(body, n)
		}
	})
	if heading != "" {
		r.fail(body, "a cross-heading stands before no paragraph")
	}
}

func (r *aknReader) paragraph(n *node) resolution.Paragraph {
	p := resolution.Paragraph{Line: n.line}
	part := r.part(n, &p.Heading)
	p.Label, p.Text, p.Points = part.Label, part.Text, part.Points
	return p
}

// part reads what is numbered: a recital, a paragraph, a point or an item.
func (r *aknReader) part(n *node, heading *string) resolution.Point {
	p := resolution.Point{Line: n.line}
	r.parts(n, &p, heading)
	return p
}

// parts reads the content of a numbered element, or of a list in it, into p.
func (r *aknReader) parts(n *node, p *resolution.Point, heading *string) {
	r.each(n, func(c *node) {
		if len(p.Points) > 0 && slices.Contains([]string{"content", "intro", "p", "listIntroduction", "num", "heading"}, c.name) {
			r.fail(c, "%s follows the points of %s", c.name, n.name)
		}
		switch c.name {
		case "num":
			p.Label = bareLabel(r.inline(c).Plain())
		case "heading":
			if heading == nil {
				r.unknown(n, c)
				return
			}
			*heading = r.inline(c).Plain()
		case "content", "intro":
			p.Text = join(p.Text, r.blocks(c, p))
		case "p", "listIntroduction":
			p.Text = join(p.Text, r.inline(c))
		case "list", "blockList":
			r.parts(c, p, nil)
		case "point", "indent", "item":
			p.Points = append(p.Points, r.part(c, nil))
		default:
			r.unknown(n, c)
		}
	})
}

// blocks reads the paragraphs of an element as one text; lists among them are
// points of p, where that is not nil.
func (r *aknReader) blocks(n *node, p *resolution.Point) resolution.Inline {
	var in resolution.Inline
	r.each(n, func(c *node) {
		switch {
		case c.name == "p":
			in = join(in, r.inline(c))
		case c.name == "blockList" && p != nil:
			r.parts(c, p, nil)
		default:
			r.unknown(n, c)
		}
	})
	return in
}

// join puts a space between two blocks of one text.
func join(a, b resolution.Inline) resolution.Inline {
	if len(a) == 0 {
		return b
	}
	return append(append(a, resolution.Run{Text: " "}), b...)
}

func (r *aknReader) inline(n *node) resolution.Inline {
	return r.runs(nil, n, resolution.Plain)
}

func (r *aknReader) runs(in resolution.Inline, n *node, style resolution.Style) resolution.Inline {
	for _, c := range n.children {
		switch c.name {
		case "":
			in = append(in, resolution.Run{Text: c.text, Style: style})
		case "b":
			in = r.runs(in, c, resolution.Strong)
		case "i":
			in = r.runs(in, c, max(style, resolution.Emphasis)) // both are Strong
		case "br", "eol":
			in = append(in, resolution.Run{Text: " ", Style: style})
		case "authorialNote":
			in = append(in, resolution.Run{Text: r.footnote(c), Style: resolution.Call})
		case "noteRef":
			r.editorialNote(c)
			in = append(in, resolution.Run{Text: c.attr("marker"), Style: resolution.Call})
		default: // references, dates, names: their words are text
			in = r.runs(in, c, style)
		}
	}
	return in
}

// footnote keeps an authorial note and returns its mark.
func (r *aknReader) footnote(n *node) string {
	place, _ := strconv.Atoi(strings.TrimPrefix(n.attr("eId"), "authorialNote_"))
	mark := cmp.Or(strings.TrimSpace(n.attr("marker")), strconv.Itoa(len(r.notes)+1))
	at := len(r.notes)
	r.notes = append(r.notes, readNote{place: place})
	r.notes[at].Footnote = resolution.Footnote{Mark: mark, Line: n.line, Text: r.blocks(n, nil)}
	return mark
}

// editorialNote keeps the note of the metadata that n refers to, once.
func (r *aknReader) editorialNote(n *node) {
	id := strings.TrimPrefix(n.attr("href"), "#")
	if note := r.editorial[id]; note != nil {
		delete(r.editorial, id)
		r.notes = append(r.notes, readNote{len(r.notes) + 1, resolution.Footnote{Mark: n.attr("marker"), Line: note.line, Text: r.blocks(note, nil)}})
	}
}

// bareLabel takes the punctuation off a number: one full stop, else one pair of
// brackets or a closing one.
func bareLabel(num string) string {
	num = strings.TrimSpace(num)
	if label, ok := strings.CutSuffix(num, "."); ok {
		return label
	}
	if label, ok := strings.CutSuffix(num, ")"); ok {
		return strings.TrimPrefix(label, "(")
	}
	return num
}
