package manifestation

import (
	"cmp"
	"net/url"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"resolutionsite/generator/internal/resolution"
)

// Edition is one expression of a resolution and where it is published.
type Edition struct {
	// Text is in normal form.
	Text *resolution.Text
	// Address is that of the page with the text, absolute and ending in a
	// slash: "https://example.org/fr/resolution/".
	Address string
	// Schema is the address of SchemaFile.
	Schema    string
	Work      Work
	Publisher Publisher
	// Document is what the text is called in its language: "Résolution 491".
	Document string
	// Date is the date of adoption as readers of the language write it.
	Date string
	// Notice says in the language of the text whose words these are.
	Notice string
	// Review says who stands behind a translation: "original", "unreviewed",
	// "machine" or "reviewed".
	Review string
	// Names are the parts by identity, as a citation names them in the
	// language: "point 13e". A part that is absent is named as it is cited.
	Names map[string]string
	// State says how a translation stands to the original, as the page of
	// translations explains it: "current", "outdated"; "" of what is none.
	State string
	// States is the address of that explanation.
	States string
	// Languages are those of the parts that are not in the language of the text,
	// by identity: where a translation is not current, the original's words may
	// stand in its place.
	Languages map[string]string
	// Original is the expression this one translates; nil where it
	// translates none.
	Original *Expression
	// Others are the other expressions that are published, by language.
	Others []Expression
}

// Expression is another language version of the same work.
type Expression struct {
	Language string // BCP 47
	Address  string
	Official bool
}

// Publisher is who publishes the files.
type Publisher struct {
	Name    string // "" where nobody has said so yet
	Address string // of the site
	// Official is true where the body that adopted the text publishes it.
	Official bool
}

// Work names the work that editions are expressions of.
type Work struct {
	// IRI follows the Akoma Ntoso naming convention for a statement of no
	// single country ("xx").
	IRI string
	// Actor is the short name of the body that adopted it: "nato-pa".
	Actor string
	// Address stands for the work on the web, apart from all its expressions.
	Address string
}

// NewWork names the work of which t is an expression. Without an actor the
// name of the body serves. page is the address of the page of t.
func NewWork(t *resolution.Text, actor, page string) Work {
	w := Work{Actor: slug(cmp.Or(actor, t.Body)), Address: page + "#work"}
	parts := []string{"/akn/xx/statement"}
	for _, part := range []string{slug(t.Kind), w.Actor, t.Adopted, cmp.Or(slug(t.Number), "nn")} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	w.IRI = strings.Join(parts, "/")
	return w
}

// expressionIRI is the name of the work in one language, that of its original
// version: …/491/eng@.
func expressionIRI(work, tag string) string { return work + "/" + languageCode(tag) + "@" }

func (e *Edition) iri() string { return expressionIRI(e.Work.IRI, e.Text.Language) }

// languageCode is the ISO 639-3 code of a language, which is the terminological
// code of ISO 639-2 where that has one, with what else its tag says of script
// and region: "fra", "srp-Latn"; "und" for a language without a code.
func languageCode(tag string) string {
	t, err := language.Raw.Parse(tag)
	if err != nil {
		return "und"
	}
	base, _ := t.Base()
	code := cmp.Or(base.ISO3(), "und")
	if _, rest, ok := strings.Cut(t.String(), "-"); ok {
		code += "-" + rest
	}
	return code
}

// slug is s in small letters and digits of ASCII with hyphens.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case !unicode.Is(unicode.Mn, r): // the accents of letters leave no gap
			gap = true
		}
	}
	return b.String()
}

// address is that of a part of the text.
func (e *Edition) address(id string) string { return e.Address + "#" + id }

// name names a part in a citation.
func (e *Edition) name(part resolution.Element) string {
	return cmp.Or(e.Names[part.ID], part.Cite, part.ID)
}

// adopted is the date of adoption, the zero time where it is not known.
func (e *Edition) adopted() time.Time {
	date, _ := time.Parse(time.DateOnly, e.Text.Adopted) // the zero time where it fails
	return date
}

// status is "official" or "unofficial".
func (e *Edition) status() string {
	if e.Text.Official {
		return "official"
	}
	return "unofficial"
}

// issuer names who publishes the file in a citation, by the host where they
// have not said so.
func (e *Edition) issuer() string {
	if u, err := url.Parse(e.Publisher.Address); err == nil {
		return cmp.Or(e.Publisher.Name, u.Host)
	}
	return e.Publisher.Name
}

// publisher names who publishes the file, by the address where they have not
// said so.
func (e *Edition) publisher() string { return cmp.Or(e.Publisher.Name, e.Publisher.Address) }
