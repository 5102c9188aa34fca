package manifestation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"resolutionsite/generator/internal/resolution"
)

type textJSON struct {
	Schema     string          `json:"$schema,omitempty"`
	Work       string          `json:"work,omitempty"`
	Expression string          `json:"expression,omitempty"`
	Address    string          `json:"address,omitempty"`
	Notice     string          `json:"notice,omitempty"`
	Title      string          `json:"title"`
	Kind       string          `json:"kind"`
	Number     string          `json:"number"`
	Body       string          `json:"body"`
	Place      string          `json:"place"`
	Adopted    string          `json:"adopted"`
	Note       string          `json:"note"`
	Language   string          `json:"language"`
	Official   bool            `json:"official"`
	Formula    string          `json:"formula"`
	Recitals   []paragraphJSON `json:"recitals"`
	Operative  []paragraphJSON `json:"operative"`
	Footnotes  []footnoteJSON  `json:"footnotes"`
}

// A paragraphJSON is a paragraph or, without a heading, a point.
type paragraphJSON struct {
	ID      string `json:"id,omitempty"`
	Cite    string `json:"cite,omitempty"`
	Heading string `json:"heading,omitempty"`
	Label   string `json:"label"`
	// Language is that of the words where it is not the text's.
	Language string          `json:"language,omitempty"`
	Text     []runJSON       `json:"text"`
	Points   []paragraphJSON `json:"points"`
}

type footnoteJSON struct {
	Mark string    `json:"mark"`
	Text []runJSON `json:"text"`
}

type runJSON struct {
	Text  string `json:"text"`
	Style string `json:"style,omitempty"`
}

// styles are the names of the styles of runs; a plain run has none.
var styles = [...]string{resolution.Plain: "", resolution.Emphasis: "emphasis", resolution.Strong: "strong", resolution.Call: "call"}

// JSON writes the model of the edition with its styles, as SchemaFile
// describes it: texts as lists of runs, parts with their identities. Lists are
// never null; what is not known is "".
func JSON(e *Edition) ([]byte, error) {
	t := e.Text
	doc := textJSON{
		Schema: e.Schema, Work: e.Work.IRI, Expression: e.iri(), Address: e.Address, Notice: e.Notice,
		Title: t.Title, Kind: t.Kind, Number: t.Number, Body: t.Body, Place: t.Place, Adopted: t.Adopted,
		Note: t.Note, Language: t.Language, Official: t.Official, Formula: t.Formula,
		Footnotes: []footnoteJSON{},
	}
	w := jsonWriter{t.Elements(), e.Languages}
	doc.Recitals, doc.Operative = w.paragraphs(t.Recitals), w.paragraphs(t.Operative)
	for _, f := range t.Footnotes {
		doc.Footnotes = append(doc.Footnotes, footnoteJSON{f.Mark, runsJSON(f.Text)})
	}
	return Encode(doc)
}

// Encode writes indented JSON for people as much as for programs.
func Encode(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return b.Bytes(), err
}

// A jsonWriter writes paragraphs and points. Elements are the parts that follow,
// of which it takes its own.
type jsonWriter struct {
	elements  []resolution.Element
	languages map[string]string
}

func (w *jsonWriter) paragraphs(paragraphs []resolution.Paragraph) []paragraphJSON {
	list := []paragraphJSON{}
	for _, p := range paragraphs {
		e := w.take()
		list = append(list, paragraphJSON{e.ID, e.Cite, p.Heading, p.Label, w.languages[e.ID], runsJSON(p.Text), w.points(p.Points)})
	}
	return list
}

func (w *jsonWriter) points(points []resolution.Point) []paragraphJSON {
	list := []paragraphJSON{}
	for _, p := range points {
		e := w.take()
		list = append(list, paragraphJSON{e.ID, e.Cite, "", p.Label, w.languages[e.ID], runsJSON(p.Text), w.points(p.Points)})
	}
	return list
}

func (w *jsonWriter) take() resolution.Element {
	first := w.elements[0]
	w.elements = w.elements[1:]
	return first
}

func runsJSON(in resolution.Inline) []runJSON {
	list := []runJSON{}
	for _, r := range in {
		list = append(list, runJSON{r.Text, styles[r.Style]})
	}
	return list
}

// ReadJSON reads back what JSON wrote. The text is in normal form. The error
// for a file that is something else is an *InvalidFile.
func ReadJSON(src []byte) (*resolution.Text, error) {
	if len(src) > resolution.MaxSize {
		return nil, &InvalidFile{Reason: fmt.Sprintf("%d bytes are more than the %d that are read", len(src), resolution.MaxSize)}
	}
	var doc textJSON
	d := json.NewDecoder(bytes.NewReader(src))
	d.DisallowUnknownFields()
	err := d.Decode(&doc)
	if err == nil {
		if _, more := d.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("something follows the object")
		}
	}
	if err != nil {
		return nil, &InvalidFile{1 + bytes.Count(src[:min(int(d.InputOffset()), len(src))], []byte("\n")), err.Error()}
	}
	t := &resolution.Text{
		Title: doc.Title, Kind: doc.Kind, Number: doc.Number, Body: doc.Body, Place: doc.Place, Adopted: doc.Adopted,
		Note: doc.Note, Language: doc.Language, Official: doc.Official, Formula: doc.Formula,
	}
	r := jsonReader{}
	t.Recitals, t.Operative = r.paragraphs(doc.Recitals), r.paragraphs(doc.Operative)
	for _, f := range doc.Footnotes {
		t.Footnotes = append(t.Footnotes, resolution.Footnote{Mark: f.Mark, Text: r.runs(f.Text)})
	}
	if r.unknown != "" {
		return nil, &InvalidFile{Reason: fmt.Sprintf("%q is no style of a run", r.unknown)}
	}
	t.Normalize()
	return t, nil
}

// A jsonReader turns parts back into the model; unknown is a style that is
// none.
type jsonReader struct{ unknown string }

func (r *jsonReader) paragraphs(list []paragraphJSON) []resolution.Paragraph {
	var out []resolution.Paragraph
	for _, p := range list {
		out = append(out, resolution.Paragraph{Heading: p.Heading, Label: p.Label, Text: r.runs(p.Text), Points: r.points(p.Points)})
	}
	return out
}

func (r *jsonReader) points(list []paragraphJSON) []resolution.Point {
	var out []resolution.Point
	for _, p := range list {
		out = append(out, resolution.Point{Label: p.Label, Text: r.runs(p.Text), Points: r.points(p.Points)})
	}
	return out
}

func (r *jsonReader) runs(list []runJSON) resolution.Inline {
	var in resolution.Inline
	for _, run := range list {
		style := -1
		for i, name := range styles {
			if name == run.Style {
				style = i
			}
		}
		if style < 0 {
			r.unknown, style = run.Style, 0
		}
		in = append(in, resolution.Run{Text: run.Text, Style: resolution.Style(style)})
	}
	return in
}
