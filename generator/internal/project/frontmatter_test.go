package project_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
)

func TestFrontMatterIsRead(t *testing.T) {
	_, got := page(t, `---
title: "Title: with a colon"
summary: >
  On two
  lines
review: reviewed
reviewer: A. Person
reviewed: 2024-11-25
contentNote: |
  Line one
  Line two
draft: false
aliases:
  - /old/
  - /older/
focus: [13e, "13j"]
asks:
  - of: Parliaments
    to: Act
  - {of: Teachers, to: Teach}
sources:
  - fact: F1
    title: T
    url: https://example.org/
resolution:
  kind: resolution
  number: 491
  body: Assembly
  place: Montréal
  adopted: 2024-11-25
  note: N
  status: official
---
Body
`)
	want := project.FrontMatter{
		Title: "Title: with a colon", Summary: "On two lines", Review: "reviewed", Reviewer: "A. Person", Reviewed: "2024-11-25",
		ContentNote: "Line one\nLine two", Aliases: []string{"/old/", "/older/"}, Focus: []string{"13e", "13j"},
		Asks:    []project.Ask{{Of: "Parliaments", To: "Act"}, {Of: "Teachers", To: "Teach"}},
		Sources: []project.Source{{Fact: "F1", Title: "T", URL: "https://example.org/"}},
		Resolution: &project.Metadata{
			Kind: "resolution", Number: "491", Body: "Assembly", Place: "Montréal", Adopted: "2024-11-25", Note: "N", Status: "official",
		},
	}
	a, b := reflect.ValueOf(got.FrontMatter), reflect.ValueOf(want)
	for i := range a.NumField() {
		if f := a.Type().Field(i); f.IsExported() && !reflect.DeepEqual(a.Field(i).Interface(), b.Field(i).Interface()) {
			t.Errorf("%s: got %#v, want %#v", f.Name, a.Field(i), b.Field(i))
		}
	}
	if string(got.Body) != "Body\n" || got.BodyLine != 34 {
		t.Errorf("body %q from line %d", got.Body, got.BodyLine)
	}
}

func TestFrontMatterKeepsPositions(t *testing.T) {
	source := `---
# a comment
title: T

"summary": S
aliases:
- /a/
-   /é/
focus: [13e, é, 13j]
asks:
  - of: A
    to: B
  -
    of: C
    to: D
sources: [{title: x}, {title: y}]
---
`
	for _, lineEnd := range []string{"\n", "\r\n"} {
		for _, mark := range []string{"", "\ufeff"} {
			t.Run(fmt.Sprintf("%q%q", mark, lineEnd), func(t *testing.T) {
				p, got := page(t, mark+strings.ReplaceAll(source, "\n", lineEnd))
				wantProblems(t, p)
				for _, tc := range []struct {
					field        string
					item         int
					line, column int
				}{
					{"title", -1, 3, 1},
					{"summary", -1, 5, 1},
					{"aliases", -1, 6, 1},
					{"aliases", 0, 7, 3},
					{"aliases", 1, 8, 5},
					{"focus", 0, 9, 9},
					{"focus", 1, 9, 14},
					{"focus", 2, 9, 17},
					{"asks", 0, 11, 5},
					{"asks", 1, 14, 5},
					{"sources", 1, 16, 24},
					{"sources", 2, 16, 1}, // an item that is not there: the field
					{"draft", -1, 1, 1},   // a field that is not there: the file
					{"draft", 0, 1, 1},
				} {
					var line, column int
					if tc.item < 0 {
						line, column = got.PositionOf(tc.field)
					} else {
						line, column = got.PositionOfItem(tc.field, tc.item)
					}
					if line != tc.line || column != tc.column {
						t.Errorf("%s %d: got %d:%d, want %d:%d", tc.field, tc.item, line, column, tc.line, tc.column)
					}
				}
				if got.Has("draft") || !got.Has("title") {
					t.Error("Has is wrong")
				}
			})
		}
	}
}

func TestFrontMatterHasNoOtherForm(t *testing.T) {
	for _, tc := range []struct {
		name, content string
		problems      []string
	}{
		{"nothing at all", "", []string{"content/en/x.md:1:1 error front-matter front-matter-missing"}},
		{"text only", "Text\n", []string{"content/en/x.md:1:1 error front-matter front-matter-missing"}},
		{"a blank line first", "\n---\ntitle: T\n---\n", []string{"content/en/x.md:1:1 error front-matter front-matter-missing"}},
		{"four dashes", "----\ntitle: T\n---\n", []string{"content/en/x.md:1:1 error front-matter front-matter-missing"}},
		{"never closed", "---\ntitle: T\n", []string{"content/en/x.md:1:1 error front-matter front-matter-unclosed"}},
		{"closed by something like it", "---\ntitle: T\n----\nText\n---\n", []string{"content/en/x.md:3:1 error front-matter front-matter-unclosed"}},
		{"one fence only", "---", []string{"content/en/x.md:1:1 error front-matter front-matter-unclosed"}},
		{"TOML", "+++\ntitle = \"T\"\n+++\n", []string{"content/en/x.md:1:1 error front-matter front-matter-format"}},
		{"JSON", "{\"title\": \"T\"}\n", []string{"content/en/x.md:1:1 error front-matter front-matter-format"}},
		{"empty", "---\n---\nText\n", nil},
		{"a comment only", "---\n# title\n---\n", nil},
		{"fences with white space", "--- \ntitle: T\n---\t\r\n", nil},
		{"the second fence ends the file", "---\ntitle: T\n---", nil},
		{"a text", "---\nTitle\n---\n", []string{"content/en/x.md:2:1 error front-matter front-matter-kind-map Field="}},
		{"a list", "---\n- title: T\n---\n", []string{"content/en/x.md:2:1 error front-matter front-matter-kind-map Field="}},
		{"a tab", "---\n\ttitle: T\n---\n", []string{"content/en/x.md:2:6 error front-matter front-matter-syntax Detail=tab character cannot use as a map key directly"}},
		{"a colon in a plain text", "---\ntitle: A: B\n---\n", []string{"content/en/x.md:2:8 error front-matter front-matter-syntax Detail=mapping value is not allowed in this context"}},
		{"an open quotation mark", "---\n\ntitle: \"T\n---\n", []string{"content/en/x.md:3:8 error front-matter front-matter-syntax Detail=could not find end character of double-quoted text"}},
		{"a second document", "---\ntitle: T\n...\ntitle: U\n---\n", []string{"content/en/x.md:4:1 error front-matter front-matter-plain"}},
		{"a field given twice", "---\ntitle: T\nsummary: S\ntitle: U\n---\n", []string{"content/en/x.md:4:1 error front-matter front-matter-twice Field=title"}},
		{"a field given twice in an item", "---\nasks:\n  - {of: A, of: B}\n---\n", []string{"content/en/x.md:3:13 error front-matter front-matter-twice Field=of"}},
		{"an anchor", "---\ntitle: &a T\n---\n", []string{"content/en/x.md:2:8 error front-matter front-matter-plain"}},
		{"an alias", "---\ntitle: *a\n---\n", []string{"content/en/x.md:2:8 error front-matter front-matter-plain"}},
		{"a tag", "---\ntitle: !!str T\n---\n", []string{"content/en/x.md:2:8 error front-matter front-matter-plain"}},
		{"a merge key", "---\ntitle: T\n<<: {summary: S}\n---\n", []string{"content/en/x.md:3:1 error front-matter front-matter-plain"}},
		{"a key that is no text", "---\n1: T\n---\n", []string{"content/en/x.md:2:1 error front-matter front-matter-plain"}},
		{"a key of several lines", "---\n? - a\n: T\n---\n", []string{"content/en/x.md:2:3 error front-matter front-matter-syntax Detail=unexpected scalar value type"}},
		{"too long", "---\ntitle: " + strings.Repeat("x", 64<<10) + "\n---\n", []string{"content/en/x.md:1:1 error front-matter front-matter-size"}},
		{"flow lists too deep", "---\ntitle: " + strings.Repeat("[", 10000) + "\n---\n", []string{"content/en/x.md:1:1 error front-matter front-matter-size"}},
		{"lists too deep", "---\n" + strings.Repeat("- ", 10000) + "x\n---\n", []string{"content/en/x.md:1:1 error front-matter front-matter-size"}},
		{"keys too deep", "---\n" + strings.Repeat("? ", 10000) + "x\n---\n", []string{"content/en/x.md:1:1 error front-matter front-matter-size"}},
		{"brackets in a text are not depth", "---\ntitle: \"" + strings.Repeat("[", 40) + "\"\n---\n", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p, _ := page(t, tc.content)
			wantProblems(t, p, tc.problems...)
		})
	}
}

func TestFieldsHaveTheirShape(t *testing.T) {
	const all = "aims, aliases, asks, class, contentNote, draft, events, focus, images, importance, messages, minutes, optOut, order, ownNumbers, posters, posts, print, quiet, resolution, review, reviewed, reviewer, services, sources, steps, summary, title, type"
	for _, tc := range []struct {
		name, yaml string
		problems   []string
	}{
		{"a field that is nearly known", "titel: T", []string{"2:1 error unknown-field unknown-field-nearest Field=titel Fields=" + all + " Nearest=title"}},
		{"a field in the wrong case", "Title: T", []string{"2:1 error unknown-field unknown-field-nearest Field=Title Fields=" + all + " Nearest=title"}},
		{"a field that is like none", "layout: x", []string{"2:1 error unknown-field Field=layout Fields=" + all + " Nearest="}},
		{"an unknown field of an item", "asks:\n  - of: A\n    too: B", []string{"4:5 error unknown-field unknown-field-nearest Field=too Fields=of, to Nearest=to"}},
		{"an unknown field of the resolution", "resolution:\n  numer: 1", []string{"3:3 error unknown-field unknown-field-nearest Field=numer Fields=actor, adopted, body, kind, note, number, place, status Nearest=number"}},
		{"a list where a text belongs", "title: [T]", []string{"2:8 error front-matter front-matter-kind-text Field=title"}},
		{"a map where a text belongs", "summary:\n  a: b", []string{"3:3 error front-matter front-matter-kind-text Field=summary"}},
		{"a text where a list belongs", "aliases: /old/", []string{"2:10 error front-matter front-matter-kind-list Field=aliases"}},
		{"a text where a map belongs", "resolution: 491", []string{"2:13 error front-matter front-matter-kind-map Field=resolution"}},
		{"a text in a list of maps", "sources:\n  - Title", []string{"3:5 error front-matter front-matter-kind-map Field=sources"}},
		{"a list in a list of texts", "focus: [[13e]]", []string{"2:9 error front-matter front-matter-kind-text Field=focus"}},
		{"a date", "reviewed: 2024-02-29", nil},
		{"a day that is none", "reviewed: 2023-02-29", []string{"2:11 error front-matter front-matter-date Field=reviewed Value=2023-02-29 Values="}},
		{"a date in another order", "reviewed: 25.11.2024", []string{"2:11 error front-matter front-matter-date Field=reviewed Value=25.11.2024 Values="}},
		{"a date with a time", "resolution:\n  adopted: 2024-11-25T10:00:00Z", []string{"3:12 error front-matter front-matter-date Field=resolution.adopted Value=2024-11-25T10:00:00Z Values="}},
		{"a number for a date", "reviewed: 20241125", []string{"2:11 error front-matter front-matter-date Field=reviewed Value=20241125 Values="}},
		{"a value that is none of those", "review: done", []string{"2:9 error front-matter front-matter-value Field=review Value=done Values=unreviewed, machine, reviewed"}},
		{"kind and status", "resolution:\n  kind: law\n  status: Official", []string{
			"3:9 error front-matter front-matter-value Field=resolution.kind Value=law Values=resolution, declaration, recommendation, opinion, motion, decision",
			"4:11 error front-matter front-matter-value Field=resolution.status Value=Official Values=official, unofficial",
		}},
		{"yes is not true", "draft: yes", []string{"2:8 error front-matter front-matter-value Field=draft Value=yes Values=true, false"}},
		{"an empty field", "title:\nsummary: ~\nasks:\nresolution: null", nil},
		{"numbers are texts as written", "title: 0x1F\nsummary: 1_000", nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			p, _ := page(t, "---\n"+tc.yaml+"\n---\nNoting\n\n***\n\n1. **URGES** all\n")
			var want []string
			for _, w := range tc.problems {
				want = append(want, "content/en/x.md:"+w)
			}
			wantProblems(t, p, want...)
		})
	}
}

func TestNumbersAreTextsAsWritten(t *testing.T) {
	_, got := page(t, "---\ntitle: 0x1F\nsummary: 1.50\nreviewer: true\n---\n")
	if got.Title != "0x1F" || got.Summary != "1.50" || got.Reviewer != "true" {
		t.Errorf("got %q, %q, %q", got.Title, got.Summary, got.Reviewer)
	}
}

func TestTextBelowWindowsLineEndsHasNoCarriageReturn(t *testing.T) {
	_, got := page(t, "---\r\ntitle: T\r\nsummary: |\r\n  A\r\n  B\r\ncontentNote: >\r\n  C\r\n  D\r\n---\r\nBody\r\n")
	if got.Title != "T" || got.Summary != "A\nB" || got.ContentNote != "C D" {
		t.Errorf("got %q, %q, %q", got.Title, got.Summary, got.ContentNote)
	}
	if got.BodyLine != 10 {
		t.Errorf("body from line %d", got.BodyLine)
	}
}
