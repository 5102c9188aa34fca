package resolution

import (
	"bytes"
	"encoding/json"
)

type textJSON struct {
	Title     string          `json:"title"`
	Kind      string          `json:"kind"`
	Number    string          `json:"number"`
	Body      string          `json:"body"`
	Adopted   string          `json:"adopted"`
	Note      string          `json:"note"`
	Language  string          `json:"language"`
	Formula   string          `json:"formula"`
	Recitals  []recitalJSON   `json:"recitals"`
	Operative []operativeJSON `json:"operative"`
	Footnotes []footnoteJSON  `json:"footnotes,omitempty"`
	Repairs   []Repair        `json:"repairs"`
}

type footnoteJSON struct {
	Mark string `json:"mark"`
	Text string `json:"text"`
}

type recitalJSON struct {
	Heading string `json:"heading,omitempty"`
	Label   string `json:"label"`
	Lead    string `json:"lead"`
	Text    string `json:"text"`
	// Recitals seldom have points; those that do must not lose them.
	Points []pointJSON `json:"points,omitempty"`
}

type operativeJSON struct {
	Heading string      `json:"heading,omitempty"`
	Label   string      `json:"label"`
	Lead    string      `json:"lead"`
	Text    string      `json:"text"`
	Points  []pointJSON `json:"points"`
}

type pointJSON struct {
	Label  string      `json:"label"`
	Text   string      `json:"text"`
	Points []pointJSON `json:"points"`
}

// JSON writes the object that `import --dry-run --format json` prints: the
// model with its texts plain (lead words included) and the repairs made on
// reading. Arrays are never null; an unknown date is "". A recital has the
// member "points" only where it has points, a paragraph "heading" and the text
// "footnotes" only where there are any. It ends with a line feed.
func (t *Text) JSON(repairs []Repair) ([]byte, error) {
	doc := textJSON{
		Title: t.Title, Kind: t.Kind, Number: t.Number, Body: t.Body,
		Adopted: t.Adopted, Note: t.Note, Language: t.Language, Formula: t.Formula,
		Recitals: []recitalJSON{}, Operative: []operativeJSON{},
		Repairs: append([]Repair{}, repairs...),
	}
	for _, p := range t.Recitals {
		doc.Recitals = append(doc.Recitals, recitalJSON{p.Heading, p.Label, p.Lead(), p.Text.Plain(), pointsJSON(p.Points)})
	}
	for _, p := range t.Operative {
		doc.Operative = append(doc.Operative, operativeJSON{p.Heading, p.Label, p.Lead(), p.Text.Plain(), pointsJSON(p.Points)})
	}
	for _, f := range t.Footnotes {
		doc.Footnotes = append(doc.Footnotes, footnoteJSON{f.Mark, f.Text.Plain()})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func pointsJSON(points []Point) []pointJSON {
	list := []pointJSON{}
	for _, p := range points {
		list = append(list, pointJSON{p.Label, p.Text.Plain(), pointsJSON(p.Points)})
	}
	return list
}
