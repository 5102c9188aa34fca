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
	date     = shape{kind: Text, date: true}
)

// DocumentKinds are the kinds of text a resolution page may hold.
var DocumentKinds = []string{"resolution", "declaration", "recommendation", "opinion", "motion", "decision"}

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
	"review":      {kind: Text, values: []string{"unreviewed", "machine", "reviewed"}},
	"reviewer":    text,
	"reviewed":    date,
	"contentNote": prose,
	"class":       {kind: Text, values: []string{ClassOrdinary, ClassCritical}},
	"importance":  {kind: Text, number: true},
	"draft":       {kind: Text, flag: true},
	"quiet":       {kind: Text, flag: true},
	"aliases":     textList,
	"focus":       textList,
	"asks": {kind: List, item: &shape{kind: Map, fields: map[string]shape{
		"of": prose, "to": prose,
	}}},
	"sources": {kind: List, item: &shape{kind: Map, fields: map[string]shape{
		"fact": text, "title": text, "url": text,
	}}},
	"resolution": {kind: Map, fields: map[string]shape{
		"kind":    {kind: Text, values: DocumentKinds},
		"number":  text,
		"body":    prose,
		"actor":   text,
		"place":   prose,
		"adopted": date,
		"note":    prose,
		"status":  {kind: Text, values: []string{"official", "unofficial"}},
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
