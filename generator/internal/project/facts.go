package project

import (
	"path"
	"regexp"
	"slices"
	"time"

	"resolutionsite/generator/internal/translation"
)

// FactsFile is the name of the register of facts, in the reference language's
// folder of content/. It is not published.
const FactsFile = "facts.yaml"

// SourcesPath is the address of the page that lists the documents.
const SourcesPath = "/sources/"

// FactBase is the register of facts: what texts of the site may rest on.
type FactBase struct {
	File      string
	Documents []CitedDocument
	Facts     []Fact
	LeftOut   []LeftOut
}

// DocumentGroups are the groups in which documents are listed.
var DocumentGroups = []string{"resolution", "nations", "law", "states", "help"}

// CitedDocument is a document that says something.
type CitedDocument struct {
	ID, Group string
	// Title is as the document is cited, Publisher who made it.
	Title, Publisher string
	// Date is a day, a month or a year in the form of ISO 8601, or "".
	Date string
	// Symbol is what it is cited by, such as "S/2025/389", or "".
	Symbol string
	// URL is its address, "" where only a copy elsewhere was seen; Language is the
	// tag of the page there, "" where it is the reference language's.
	URL, Language string

	value *Value
}

// The marks of facts.
const (
	// MarkOfficial is of what was seen on a page of the body itself, or in its
	// document.
	MarkOfficial = "official"
	// MarkSecondary is of what was seen on a page of somebody else.
	MarkSecondary = "secondary"
	// MarkKnown is of general knowledge, which was not seen in a document.
	MarkKnown = "known"
)

// FactMarks are all of them, the strongest first.
var FactMarks = []string{MarkOfficial, MarkSecondary, MarkKnown}

// Fact is a statement that texts may rest on.
type Fact struct {
	// ID is a letter and a number, such as "A7".
	ID string
	// Says is what may be written, with every number.
	Says string
	// In is the identity of the document that says it; "" of some that are known.
	In string
	// URL is where it was seen, where that is not the document's address; Seen is
	// who published that, where it is another body, and Language the tag of the
	// page, where it is not the reference language's.
	URL, Seen, Language string
	Mark                string
	// Weak says that it has a single or thin source.
	Weak bool
	// Allowed says why it may be used although it is weak, or only known.
	Allowed string
	// Note is for writers.
	Note string

	value *Value
}

// LeftOut is what is never published: numbers, in a paragraph with one of the
// phrases of Near or, where there is none, anywhere; and words.
type LeftOut struct {
	Numbers []string
	Near    []translation.Phrase
	Words   []string
	Why     string

	value *Value
}

// Position returns where a field of the document stands, or the document itself.
func (d *CitedDocument) Position(field string) (line, column int) { return d.value.position(field) }

// Position returns where a field of the fact stands, or the fact itself.
func (f *Fact) Position(field string) (line, column int) { return f.value.position(field) }

// Position returns where a field of the entry stands, or the entry itself.
func (l *LeftOut) Position(field string) (line, column int) { return l.value.position(field) }

// Fact finds a fact; nil where there is none. A nil register has none.
func (b *FactBase) Fact(id string) *Fact {
	if b == nil {
		return nil
	}
	if i := slices.IndexFunc(b.Facts, func(f Fact) bool { return f.ID == id }); i >= 0 {
		return &b.Facts[i]
	}
	return nil
}

// Document finds a document; nil where there is none. A nil register has none.
func (b *FactBase) Document(id string) *CitedDocument {
	if b == nil {
		return nil
	}
	if i := slices.IndexFunc(b.Documents, func(d CitedDocument) bool { return d.ID == id }); i >= 0 {
		return &b.Documents[i]
	}
	return nil
}

// factID is what the identity of a fact may be.
var factID = regexp.MustCompile(`^[A-Z][0-9]+$`)

// FactID reports whether a text can be the identity of a fact.
func FactID(s string) bool { return factID.MatchString(s) }

// CitedDate reports whether a text is a day, a month or a year.
func CitedDate(s string) bool {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}

var factsSchema = shape{kind: Map, fields: map[string]shape{
	"documents": listOf(map[string]shape{
		"id": text, "group": choice(DocumentGroups...), "title": text, "publisher": text, "date": text,
		"symbol": text, "url": text, "language": text,
	}),
	"facts": listOf(map[string]shape{
		"id": text, "says": text, "in": text, "url": text, "seen": text, "language": text,
		"mark": choice(FactMarks...), "weak": flag, "allowed": text, "note": text,
	}),
	"leftOut": listOf(map[string]shape{"numbers": textList, "near": textList, "words": textList, "why": text}),
}}

// loadFacts reads the register of facts, if the project has one.
func (p *Project) loadFacts() {
	file := p.readable(path.Join(p.Folder(p.Reference), FactsFile))
	if file == nil {
		return
	}
	if tree := p.readData(file, "facts-", factsSchema); tree != nil {
		p.Facts = readFacts(file.Path, tree)
	}
}

func readFacts(file string, tree *Value) *FactBase {
	base := &FactBase{File: file}
	for _, v := range mapsOf(tree.items("documents")) {
		base.Documents = append(base.Documents, CitedDocument{
			ID: v.text("id"), Group: v.text("group"), Title: v.text("title"), Publisher: v.text("publisher"), Date: v.text("date"),
			Symbol: v.text("symbol"), URL: v.text("url"), Language: v.text("language"), value: v,
		})
	}
	for _, v := range mapsOf(tree.items("facts")) {
		base.Facts = append(base.Facts, Fact{
			ID: v.text("id"), Says: v.text("says"), In: v.text("in"), URL: v.text("url"), Seen: v.text("seen"), Language: v.text("language"),
			Mark: v.text("mark"), Weak: v.text("weak") == "true", Allowed: v.text("allowed"), Note: v.text("note"), value: v,
		})
	}
	for _, v := range mapsOf(tree.items("leftOut")) {
		out := LeftOut{Numbers: v.texts("numbers"), Words: v.texts("words"), Why: v.text("why"), Near: phrases(v, "near"), value: v}
		base.LeftOut = append(base.LeftOut, out)
	}
	return base
}
