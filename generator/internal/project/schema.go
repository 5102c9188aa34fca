package project

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/diag"
)

// shape says what a front-matter value may be.
type shape struct {
	kind   Kind
	values []string         // of a text: the only values allowed
	date   bool             // of a text: an ISO 8601 date
	yearly bool             // of a text: a day of every year, such as 06-19
	flag   bool             // of a text: true or false
	number bool             // of a text: a whole number from 0 to 100
	words  bool             // of a text: words that are translated
	item   *shape           // of a list
	fields map[string]shape // of a map
}

var (
	text     = shape{kind: Text}
	prose    = shape{kind: Text, words: true}
	textList = shape{kind: List, item: &text}
	proses   = shape{kind: List, item: &prose}
	date     = shape{kind: Text, date: true}
	yearly   = shape{kind: Text, yearly: true}
	flag     = shape{kind: Text, flag: true}
	number   = shape{kind: Text, number: true}
)

// listOf is a list of maps with these fields.
func listOf(fields map[string]shape) shape {
	return shape{kind: List, item: &shape{kind: Map, fields: fields}}
}

// choice is a text that is one of these.
func choice(values ...string) shape { return shape{kind: Text, values: values} }

// DocumentKinds are the kinds of text a resolution page may hold.
var DocumentKinds = []string{"resolution", "declaration", "recommendation", "opinion", "motion", "decision"}

// PageTypes are the kinds of pages that have a layout of their own wherever they
// stand; other pages take that of their folder.
var PageTypes = []string{"messages", "calendar", "social", "kit", "session"}

// Prints are the kinds of sheets that a page is also made as.
var Prints = []string{"summary", "handout"}

// The classes of pages.
const (
	// ClassOrdinary pages show what a translation said of the original before
	// it changed, and say that it is outdated.
	ClassOrdinary = "ordinary"
	// ClassCritical pages show the original instead: help, safety, law.
	ClassCritical = "critical"
)

// schema is every field a page may have. It is the only place that knows.
var schema = shape{kind: Map, fields: map[string]shape{
	"title":       prose,
	"summary":     prose,
	"type":        choice(PageTypes...),
	"review":      choice("unreviewed", "machine", "reviewed"),
	"reviewer":    text,
	"reviewed":    date,
	"contentNote": prose,
	"class":       choice(ClassOrdinary, ClassCritical),
	"importance":  number,
	"draft":       flag,
	"quiet":       flag,
	"print":       choice(Prints...),
	"aliases":     textList,
	"focus":       textList,
	"ownNumbers":  textList,
	"asks":        listOf(map[string]shape{"of": prose, "to": prose}),
	"sources":     listOf(map[string]shape{"fact": text, "title": text, "url": text}),
	"images":      listOf(map[string]shape{"file": text, "licence": text, "credit": text, "consent": text}),
	"services":    listOf(map[string]shape{"id": text, "about": prose}),
	"events": listOf(map[string]shape{
		"id": text, "date": yearly, "until": yearly, "since": text, "name": prose, "about": prose, "fact": text,
	}),
	"messages": listOf(map[string]shape{"id": text, "text": prose, "more": prose, "facts": textList}),
	"posts":    listOf(map[string]shape{"id": text, "text": prose, "alt": prose, "message": text}),
	"posters":  listOf(map[string]shape{"id": text, "mark": text, "text": prose, "more": prose}),
	"minutes":  number,
	"aims":     proses,
	"optOut":   prose,
	"steps":    listOf(map[string]shape{"minutes": number, "title": prose}),
	"resolution": {kind: Map, fields: map[string]shape{
		"kind":    choice(DocumentKinds...),
		"number":  text,
		"body":    prose,
		"actor":   text,
		"place":   prose,
		"adopted": date,
		"note":    prose,
		"status":  choice("official", "unofficial"),
	}},
}}

// judge compares a value with its shape. name is the path of the value for
// messages, empty for the front matter itself.
func (s shape) judge(v *Value, name string) diag.List {
	var found diag.List
	report := func(line, column int, id string, args map[string]any) {
		found.Add(diag.Diagnostic{Line: line, Column: column, Rule: "front-matter", Severity: diag.Error, ID: id, Args: args})
	}
	if v.Kind == Null {
		return nil // an empty field is a missing one; the rules say which are required
	}
	if v.Kind != s.kind {
		report(v.Line, v.Column, "front-matter-kind-"+s.kind.String(), map[string]any{"Field": name})
		return found
	}
	switch s.kind {
	case Map:
		for i := range v.Fields {
			f := &v.Fields[i]
			inner, known := s.fields[f.Key]
			if !known {
				names := slices.Sorted(maps.Keys(s.fields))
				args := map[string]any{"Field": f.Key, "Nearest": Nearest(f.Key, names), "Fields": strings.Join(names, ", ")}
				id := "unknown-field"
				if args["Nearest"] != "" {
					id = "unknown-field-nearest"
				}
				found.Add(diag.Diagnostic{Line: f.Line, Column: f.Column, Rule: "unknown-field", Severity: diag.Error, ID: id, Args: args})
				continue
			}
			found = append(found, inner.judge(&f.Value, join(name, f.Key))...)
		}
	case List:
		for i := range v.List {
			found = append(found, s.item.judge(&v.List[i], name)...)
		}
	case Text:
		values, id := s.values, ""
		switch {
		case s.date && !validDate(v.Text):
			id = "front-matter-date"
		case s.yearly && !validDate("2024-"+v.Text): // a leap year has every day
			id = "front-matter-yearly"
		case s.flag && v.Text != "true" && v.Text != "false":
			values, id = []string{"true", "false"}, "front-matter-value"
		case s.number && !validImportance(v.Text):
			id = "front-matter-number"
		case s.values != nil && !slices.Contains(s.values, v.Text):
			id = "front-matter-value"
		}
		if id != "" {
			report(v.Line, v.Column, id, map[string]any{"Field": name, "Value": v.Text, "Values": strings.Join(values, ", ")})
		}
	}
	return found
}

func validImportance(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && 0 <= n && n <= 100
}

func join(name, key string) string {
	if name == "" {
		return key
	}
	return name + "." + key
}
