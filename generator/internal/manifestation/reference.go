package manifestation

import (
	"cmp"
	"strings"
	"time"

	"resolutionsite/generator/internal/resolution"
)

// A reference is what a bibliography says of an edition or of one part of it.
// Its texts are on one line.
type reference struct {
	Key              string // for citing: small letters, digits and hyphens
	Genre, Number    string // "Résolution", "491"
	Title            string // with the name of the part
	Part             string // as it is cited: "13e"
	Body             string
	Publisher, Place string    // who published the text, and where
	Date             time.Time // zero where it is not known
	Address          string
	Language, LangID string // BCP 47; babel's name, "" where it has none
	Abstract         string // the words of the part
	Note             string // whose words these are
	Work             string // its name
}

// reference describes a part, or the whole text where part is nil.
func (e *Edition) reference(part *resolution.Element) reference {
	t := e.Text
	r := reference{
		Genre: e.genre(), Number: t.Number, Title: t.Title, Body: t.Body, Publisher: t.Body, Place: t.Place,
		Date: e.adopted(), Address: e.Address, Language: t.Language, LangID: babelName(t.Language),
		Note: e.Notice, Work: e.Work.IRI,
	}
	if !t.Official {
		r.Publisher, r.Place = e.issuer(), ""
	}
	key := []string{e.Work.Actor, cmp.Or(slug(t.Number), slug(t.Kind))}
	if part != nil {
		r.Title = strings.Trim(t.Title+", "+e.name(*part), ", ")
		r.Part = cmp.Or(part.Cite, part.ID)
		r.Abstract = part.Text.Plain()
		r.Address = e.address(part.ID)
		key = append(key, part.ID)
	}
	r.Key = strings.Trim(strings.Join(append(key, strings.ToLower(t.Language)), "-"), "-")
	return r
}

// genre is what the text is called in its language, without its number, which
// styles put behind it.
func (e *Edition) genre() string {
	return cmp.Or(strings.TrimSpace(strings.Replace(e.Document, e.Text.Number, "", 1)), e.Text.Kind)
}

// citation names a part in one line of text, the whole where part is nil.
func (e *Edition) citation(part *resolution.Element) string {
	r := e.reference(part)
	return joined(". ", joined(", ", r.Body, e.Document, r.Title, cmp.Or(e.Date, e.Text.Adopted)), r.Note)
}
