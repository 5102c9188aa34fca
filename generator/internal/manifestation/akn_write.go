package manifestation

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"resolutionsite/generator/internal/resolution"
)

// namespace is that of Akoma Ntoso 3.0.
const namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

// unknownDate stands where Akoma Ntoso wants a date and none is known; the
// event it names is then unknownEvent.
const (
	unknownDate  = "0001-01-01"
	unknownEvent = "unknown"
	adoption     = "adoption"
)

// untyped is the name of a statement whose kind is not known.
const untyped = "statement"

// XML writes the edition as Akoma Ntoso 3.0, valid against its schema.
//
// The permanent identity of a part is its wId, the eId follows the naming
// convention (recs__rec_9, para_13__list_1__point_e). A footnote stands where
// it is called first, one that is called nowhere behind the title; its eId
// gives its place in the list. A cross-heading of the operative part is a
// crossHeading before its paragraph, in the preamble, where the schema has
// none, the heading of its recital.
func XML(e *Edition) []byte {
	w := aknWriter{edition: e, text: e.Text, lang: e.Text.Language, eIDs: map[string]bool{}, notes: map[string]int{}, placed: map[int]bool{}}
	for i, f := range slices.Backward(e.Text.Footnotes) {
		w.notes[f.Mark] = i
	}
	for _, part := range e.Text.Elements() {
		w.ids = append(w.ids, part.ID)
		for _, run := range part.Text {
			if n, ok := w.notes[run.Text]; ok && run.Style == resolution.Call {
				w.placed[n] = false // to be placed at a call
			}
		}
	}
	w.document()
	return []byte(w.String())
}

// An aknWriter writes one document. Parts are written in the order of ids.
type aknWriter struct {
	xmlWriter
	edition *Edition
	text    *resolution.Text
	lang    string
	ids     []string
	id      string // of the part that is being written
	eIDs    map[string]bool
	notes   map[string]int // position of a footnote by its mark
	// placed says of a footnote that is called in the text whether it stands
	// there already; one that is not called is absent.
	placed   map[int]bool
	headings int // cross-headings written so far
}

func (w *aknWriter) document() {
	t := w.text
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	w.open("akomaNtoso", "xmlns", namespace)
	w.open("statement", "name", cmp.Or(t.Kind, untyped))
	w.meta()
	w.preface()
	if t.Formula != "" || len(t.Recitals) > 0 {
		w.open("preamble", "xml:lang", w.lang)
		if t.Formula != "" {
			w.open("formula", "eId", "formula_1", "name", "enactingFormula")
			w.leaf("p", t.Formula)
			w.close("formula")
		}
		if len(t.Recitals) > 0 {
			w.open("recitals", "eId", "recs")
			for i, p := range t.Recitals {
				w.recital(i, p)
			}
			w.close("recitals")
		}
		w.close("preamble")
	}
	w.open("mainBody", "xml:lang", w.lang)
	for i, p := range t.Operative {
		w.operative(i, p)
	}
	if len(t.Operative) == 0 {
		w.leaf("p", "") // the schema wants something
	}
	w.close("mainBody")
	w.conclusions()
	w.close("statement")
	w.close("akomaNtoso")
}

func (w *aknWriter) meta() {
	e, t := w.edition, w.text
	date, event := cmp.Or(t.Adopted, unknownDate), adoption
	if t.Adopted == "" {
		event = unknownEvent
	}
	// level writes what each level of FRBR has; the author of the work and of
	// an authentic text is the body, of all else the publisher.
	level := func(name, iri, this, author string, rest func()) {
		w.open(name)
		w.empty("FRBRthis", "value", this)
		w.empty("FRBRuri", "value", iri)
		w.empty("FRBRdate", "date", date, "name", event)
		w.empty("FRBRauthor", "href", author)
		rest()
		w.close(name)
	}
	author := "#body"
	if !t.Official {
		author = "#publisher"
	}
	w.open("meta")
	w.open("identification", "source", "#publisher")
	level("FRBRWork", e.Work.IRI, e.Work.IRI+"/!main", "#body", func() {
		w.empty("FRBRcountry", "value", "xx")
		if t.Kind != "" {
			w.empty("FRBRsubtype", "value", t.Kind)
		}
		if t.Number != "" {
			w.empty("FRBRnumber", "value", t.Number)
		}
	})
	level("FRBRExpression", e.iri(), e.iri()+"/!main", author, func() {
		w.empty("FRBRauthoritative", "value", strconv.FormatBool(t.Official))
		if o := e.Original; o != nil {
			w.empty("FRBRmasterExpression", "href", expressionIRI(e.Work.IRI, o.Language), "showAs", o.Language)
		}
		w.empty("FRBRlanguage", "language", w.lang)
		if o := e.Original; o != nil {
			w.empty("FRBRtranslation", "href", expressionIRI(e.Work.IRI, o.Language), "fromLanguage", o.Language, "authoritative", strconv.FormatBool(t.Official), "by", "#publisher")
		}
	})
	level("FRBRManifestation", e.iri()+".xml", e.iri()+"/!main.xml", "#publisher", func() {
		w.empty("FRBRformat", "value", "application/akn+xml")
	})
	w.close("identification")
	if t.Adopted != "" {
		w.open("lifecycle", "source", "#publisher")
		w.empty("eventRef", "eId", "eventRef_1", "date", t.Adopted, "type", "generation", "source", "#original")
		w.close("lifecycle")
	}
	w.open("references", "source", "#publisher")
	w.empty("original", "eId", "original", "href", e.Work.IRI, "showAs", e.Document)
	w.empty("TLCOrganization", "eId", "body", "href", "/akn/ontology/organization/"+cmp.Or(e.Work.Actor, "nn"), "showAs", t.Body)
	w.empty("TLCOrganization", "eId", "publisher", "href", e.Publisher.Address, "showAs", e.publisher())
	if t.Place != "" {
		w.empty("TLCLocation", "eId", "place", "href", "/akn/ontology/location/"+cmp.Or(slug(t.Place), "nn"), "showAs", t.Place)
	}
	w.close("references")
	if e.Notice != "" {
		w.open("notes", "source", "#publisher", "xml:lang", w.lang)
		w.open("note", "eId", "note_1")
		w.leaf("p", e.Notice)
		w.close("note")
		w.close("notes")
	}
	w.close("meta")
}

func (w *aknWriter) preface() {
	t := w.text
	w.open("preface", "xml:lang", w.lang)
	w.line("p", func() {
		w.inlineLeaf("docTitle", t.Title)
		for i := range t.Footnotes {
			if _, called := w.placed[i]; !called {
				w.footnote(i)
			}
		}
	})
	if name := w.edition.Document; name != "" {
		element := "docNumber"
		if t.Number == "" {
			element = "docType"
		}
		w.line("p", func() { w.inlineLeaf(element, name) })
	}
	if t.Body != "" {
		w.line("p", func() { w.inlineLeaf("docProponent", t.Body, "refersTo", "#body") })
	}
	w.close("preface")
}

func (w *aknWriter) conclusions() {
	t := w.text
	if t.Note == "" && t.Place == "" && t.Adopted == "" {
		return
	}
	w.open("conclusions", "xml:lang", w.lang)
	if t.Note != "" {
		w.leaf("p", t.Note, "class", "adoptionNote")
	}
	if t.Place != "" || t.Adopted != "" {
		w.line("p", func() {
			if t.Place != "" {
				w.inlineLeaf("location", t.Place, "refersTo", "#place")
			}
			if t.Place != "" && t.Adopted != "" {
				w.raw(", ")
			}
			if t.Adopted != "" {
				w.inlineLeaf("date", cmp.Or(w.edition.Date, t.Adopted), "date", t.Adopted)
			}
		})
	}
	w.close("conclusions")
}

func (w *aknWriter) recital(i int, p resolution.Paragraph) {
	eID := w.eID("recs__rec_", p.Label, i)
	w.open("recital", "eId", eID, "wId", w.nextID())
	w.num(p.Label)
	if p.Heading != "" {
		w.leaf("heading", p.Heading)
	}
	w.paragraphOf(p.Text)
	w.items(p.Points, eID)
	w.close("recital")
}

// items writes the points below a recital, where the schema allows no list of
// the hierarchy.
func (w *aknWriter) items(points []resolution.Point, parent string) {
	if len(points) == 0 {
		return
	}
	list := parent + "__list_1"
	w.open("blockList", "eId", list)
	for i, p := range points {
		eID := w.eID(list+"__item_", p.Label, i)
		w.open("item", "eId", eID, "wId", w.nextID())
		w.num(p.Label)
		w.paragraphOf(p.Text)
		w.items(p.Points, eID)
		w.close("item")
	}
	w.close("blockList")
}

func (w *aknWriter) operative(i int, p resolution.Paragraph) {
	eID := w.eID("para_", p.Label, i)
	if p.Heading != "" {
		w.headings++
		container := fmt.Sprintf("blockContainer_%d", w.headings)
		w.open("blockContainer", "eId", container)
		w.leaf("crossHeading", p.Heading, "eId", container+"__crossHeading_1")
		w.close("blockContainer")
	}
	w.hierarchy("paragraph", eID, p.Label, p.Text, p.Points)
}

// hierarchy writes a paragraph or a point with its points.
func (w *aknWriter) hierarchy(name, eID, label string, text resolution.Inline, points []resolution.Point) {
	w.open(name, "eId", eID, "wId", w.nextID())
	w.num(label)
	if len(points) == 0 {
		w.block("content", eID+"__content_1", text)
	} else {
		list := eID + "__list_1"
		w.open("list", "eId", list)
		if len(text) > 0 {
			w.block("intro", list+"__intro_1", text)
		}
		for i, p := range points {
			w.hierarchy("point", w.eID(list+"__point_", p.Label, i), p.Label, p.Text, p.Points)
		}
		w.close("list")
	}
	w.close(name)
}

func (w *aknWriter) block(name, eID string, text resolution.Inline) {
	w.open(name, "eId", eID)
	w.paragraphOf(text)
	w.close(name)
}

func (w *aknWriter) num(label string) {
	if label != "" {
		w.leaf("num", label+".")
	}
}

// nextID is the permanent identity of the part that is written next.
func (w *aknWriter) nextID() string {
	w.id, w.ids = w.ids[0], w.ids[1:]
	return w.id
}

// eID makes the identity of a part in the document: its label, or its position
// where it has none, made unique where labels are repeated.
func (w *aknWriter) eID(prefix, label string, i int) string {
	base := prefix + cmp.Or(slug(label), "nn-"+strconv.Itoa(i+1))
	eID := base
	for n := 2; w.eIDs[eID]; n++ {
		eID = base + "-" + strconv.Itoa(n)
	}
	w.eIDs[eID] = true
	return eID
}

// paragraphOf writes a text on one line: white space in it is text.
func (w *aknWriter) paragraphOf(text resolution.Inline) {
	var attributes []string
	if lang := w.edition.Languages[w.id]; lang != "" {
		attributes = []string{"xml:lang", lang}
	}
	w.line("p", func() { w.runs(text, true) }, attributes...)
}

// runs writes a text. A footnote is placed at its first call where place
// allows it, not within another footnote.
func (w *aknWriter) runs(text resolution.Inline, place bool) {
	for _, r := range text {
		switch r.Style {
		case resolution.Strong:
			w.inlineLeaf("b", r.Text)
		case resolution.Emphasis:
			w.inlineLeaf("i", r.Text)
		case resolution.Call:
			n, known := w.notes[r.Text]
			switch placed, called := w.placed[n]; {
			case !known:
				w.inlineEmpty("noteRef", "href", "#", "marker", r.Text)
			case place && called && !placed:
				w.placed[n] = true
				w.footnote(n)
			default:
				w.inlineEmpty("noteRef", "href", "#"+noteID(n), "marker", r.Text)
			}
		default:
			w.chars(r.Text)
		}
	}
}

func (w *aknWriter) footnote(i int) {
	f := w.text.Footnotes[i]
	w.tag("authorialNote", "eId", noteID(i), "marker", f.Mark, "placement", "bottom")
	w.raw("<p>")
	w.runs(f.Text, false)
	w.raw("</p></authorialNote>")
}

// noteID is the eId of the footnote at a position of the list.
func noteID(i int) string { return fmt.Sprintf("authorialNote_%d", i+1) }
