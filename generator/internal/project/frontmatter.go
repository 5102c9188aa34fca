package project

import (
	"bytes"
	"strconv"
	"strings"
	"time"

	"resolutionsite/generator/internal/diag"
)

// FrontMatter is the head of a page: YAML between two lines of three dashes.
// Which fields there are is said once, in schema.go.
type FrontMatter struct {
	Title, Summary string
	// Review says who stands behind a translation: unreviewed, machine or
	// reviewed; empty on an original.
	Review string
	// Reviewer and Reviewed are the person and the ISO 8601 date of a review.
	Reviewer, Reviewed string
	ContentNote        string
	Draft              bool
	// Quiet says of this page and those below it what Project.Quiet does.
	Quiet bool
	// Class says what readers are shown where a translation is outdated; empty
	// where the page above decides. Only the reference language's counts.
	Class string
	// Importance is how much a translation of the page is needed, from 0 to 100.
	Importance int
	// Type is the layout of a page that does not take its folder's. Only the
	// reference language's counts.
	Type string
	// Print is the kind of sheet that the page is also made as, or "".
	Print   string
	Aliases []string
	// OwnNumbers are numbers of the text that no document says, such as the
	// minutes of a lesson.
	OwnNumbers []string
	// Focus are the points that the home page puts first, such as "13e".
	Focus      []string
	Asks       []Ask
	Sources    []Source
	Images     []ImageRights
	Services   []ServiceText
	Events     []Event
	Messages   []KeyMessage
	Posts      []Post
	Posters    []Poster
	Session    Session
	Resolution *Metadata

	tree   *Value
	broken bool
}

// Ask is one thing that a point asks, and of whom.
type Ask struct{ Of, To string }

// Source is a document that a page relies on.
type Source struct {
	// Fact is the entry of the project's fact base.
	Fact string
	// Title and URL, where they are given, stand in the place of the entry's, to
	// name a part of its document.
	Title, URL string
}

// Metadata describes the resolution on its own page.
type Metadata struct {
	Kind, Number, Body, Place string
	// Actor is the short name of the body in the name of the work, such as
	// "nato-pa"; that of the reference language counts.
	Actor   string
	Adopted string // ISO 8601 date
	Note    string
	// Status is official for the text as adopted, unofficial for a
	// translation that the adopting body has not made its own.
	Status string
}

// Has reports whether the front matter gives a field, even an empty one.
func (f *FrontMatter) Has(name string) bool { return f.tree != nil && f.tree.field(name) != nil }

// Broken reports whether there is no front matter that could be read, so that
// what it lacks means nothing.
func (f *FrontMatter) Broken() bool { return f.broken }

// Lacks reports whether a text is missing or empty. Its path is made of field
// names and positions in lists: "title", "asks.0.of". What stands there in
// another form is not missing: Load has reported its form.
func (f *FrontMatter) Lacks(path string) bool {
	v := f.tree
	for name := range strings.SplitSeq(path, ".") {
		switch i, err := strconv.Atoi(name); {
		case v == nil || v.Kind == Null:
			return f.tree != nil
		case v.Kind == List && err == nil && i < len(v.List):
			v = &v.List[i]
		case v.Kind != Map:
			return false
		default:
			field := v.field(name)
			if field == nil {
				return true
			}
			v = &field.Value
		}
	}
	return v != nil && (v.Kind == Null || v.Kind == Text && strings.TrimSpace(v.Text) == "")
}

// PositionOf returns where a field stands, or the first line of the file.
func (f *FrontMatter) PositionOf(name string) (line, column int) {
	if f.tree != nil {
		if field := f.tree.field(name); field != nil {
			return field.Line, field.Column
		}
	}
	return 1, 1
}

// PositionOfItem returns where item i of a list field stands.
func (f *FrontMatter) PositionOfItem(name string, i int) (line, column int) {
	if f.tree != nil {
		if field := f.tree.field(name); field != nil && i < len(field.Value.List) {
			return field.Value.List[i].Line, field.Value.List[i].Column
		}
	}
	return f.PositionOf(name)
}

var fence = []byte("---")

// splitFrontMatter separates the YAML from the body. bodyLine counts from 1.
// The problem, if any, has no file yet; where the front matter is missing, all
// is body.
func splitFrontMatter(data []byte) (front, body []byte, bodyLine int, problem *diag.Diagnostic) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	fail := func(line int, id string) ([]byte, []byte, int, *diag.Diagnostic) {
		return nil, nil, 1, &diag.Diagnostic{Line: line, Column: 1, Rule: "front-matter", ID: id}
	}
	first, rest, _ := bytes.Cut(data, []byte("\n"))
	switch {
	case bytes.HasPrefix(data, []byte("+++")), bytes.HasPrefix(data, []byte("{")):
		return fail(1, "front-matter-format")
	case !bytes.Equal(bytes.TrimRight(first, " \t\r"), fence):
		_, _, _, problem = fail(1, "front-matter-missing")
		return nil, data, 1, problem
	}
	line := 2
	for front = rest; len(rest) > 0; line++ {
		var current []byte
		start := len(front) - len(rest)
		current, rest, _ = bytes.Cut(rest, []byte("\n"))
		if bytes.Equal(bytes.TrimRight(current, " \t\r"), fence) {
			return front[:start], rest, line + 1, nil
		}
		if bytes.HasPrefix(current, fence) { // to Hugo, the end, with text behind it
			return fail(line, "front-matter-unclosed")
		}
	}
	return fail(1, "front-matter-unclosed")
}

// parseFrontMatter reads the YAML of a front matter whose first line is line 2
// of the file.
func parseFrontMatter(front []byte) (FrontMatter, diag.List) {
	tree, problems := parseYAML(front, 1)
	if tree == nil {
		return FrontMatter{broken: true}, problems
	}
	problems = append(problems, schema.judge(tree, "")...)
	f := FrontMatter{tree: tree}
	f.Title = tree.text("title")
	f.Summary = tree.text("summary")
	f.Review = tree.text("review")
	f.Reviewer = tree.text("reviewer")
	f.Reviewed = tree.text("reviewed")
	f.ContentNote = tree.text("contentNote")
	f.Draft = tree.text("draft") == "true"
	f.Quiet = tree.text("quiet") == "true"
	f.Class = tree.text("class")
	if tree.field("importance") != nil {
		f.Importance, _ = strconv.Atoi(tree.text("importance")) // what is no number counts as 0, and is reported
	}
	f.Aliases = tree.texts("aliases")
	f.Focus = tree.texts("focus")
	f.Type, f.Print = tree.text("type"), tree.text("print")
	f.OwnNumbers = tree.texts("ownNumbers")
	f.readCampaign(tree)
	for _, item := range tree.items("asks") {
		f.Asks = append(f.Asks, Ask{Of: item.text("of"), To: item.text("to")})
	}
	for _, item := range tree.items("sources") {
		f.Sources = append(f.Sources, Source{Fact: item.text("fact"), Title: item.text("title"), URL: item.text("url")})
	}
	// In another form, the field says nothing of a resolution.
	if field := tree.field("resolution"); field != nil && (field.Value.Kind == Map || field.Value.Kind == Null) {
		r := &field.Value
		f.Resolution = &Metadata{
			Kind: r.text("kind"), Number: r.text("number"), Body: r.text("body"), Place: r.text("place"),
			Actor: r.text("actor"), Adopted: r.text("adopted"), Note: r.text("note"), Status: r.text("status"),
		}
	}
	return f, problems
}

func validDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}
