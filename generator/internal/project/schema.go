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
	digits bool             // of a text: one that may be written as a number
	words  bool             // of a text: words that are translated
	most   int              // of a text: the characters that there is room for, 0 for any
	must   bool             // of a field of a list's items: none may lack it
	either []string         // of a list's items: one of these fields is there
	item   *shape           // of a list
	fields map[string]shape // of a map

	title, about string // what it is, to those who write it
	examples     []string
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
	digits   = shape{kind: Text, digits: true}
)

// listOf is a list of maps with these fields.
func listOf(fields map[string]shape) shape {
	return shape{kind: List, item: &shape{kind: Map, fields: fields}}
}

// choice is a text that is one of these.
func choice(values ...string) shape { return shape{kind: Text, values: values} }

// says names a field and says what to write in it.
func (s shape) says(title, about string, examples ...string) shape {
	s.title, s.about, s.examples = title, about, examples
	return s
}

// required is a field that no item of its list may lack.
func (s shape) required() shape { s.must = true; return s }

// upTo limits a text to so many characters.
func (s shape) upTo(characters int) shape { s.most = characters; return s }

// oneOf wants items of a list to have one of these fields.
func (s shape) oneOf(fields ...string) shape { s.either = fields; return s }

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
