package project

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// JSONSchema describes the front matter of pages of the class, for editors and
// other programs, as JSON Schema, draft 2020-12.
func (c *PageClass) JSONSchema() []byte {
	properties := map[string]any{}
	for _, name := range c.Fields() {
		properties[name] = schema.fields[name].jsonSchema()
	}
	if c.Typed {
		properties["type"].(map[string]any)["enum"] = []string{c.Name}
		properties["type"].(map[string]any)["examples"] = []string{c.Name}
	}
	document := map[string]any{
		"$schema":              "https://json-schema.org/draft/2020-12/schema",
		"title":                "Front matter: " + c.Name,
		"description":          c.About + ".",
		"type":                 "object",
		"properties":           properties,
		"additionalProperties": false,
		// A draft may lack anything, a translation what is the original's.
		"if":   map[string]any{"properties": map[string]any{"draft": map[string]any{"const": true}}, "required": []string{"draft"}},
		"else": c.completeSchema(),
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(document); err != nil {
		panic(err) // texts, lists and maps of them: always JSON
	}
	return b.Bytes()
}

// completeSchema is what is wanted of a page that is to be published.
func (c *PageClass) completeSchema() map[string]any {
	of := func(translation bool) map[string]any {
		complete := map[string]any{"required": c.Required(translation)}
		items := map[string]any{}
		for _, name := range c.Fields() {
			if s := schema.fields[name]; s.kind == Map && len(PartsOf(name)) > 0 {
				items[name] = map[string]any{"required": PartsOf(name)}
			}
			rules := ItemsOf(name)
			must := rules.Must
			if translation {
				must = rules.Each
			}
			wanted := map[string]any{}
			if len(must) > 0 {
				wanted["required"] = must
			}
			for _, field := range rules.Either {
				one, _ := wanted["anyOf"].([]any)
				wanted["anyOf"] = append(one, map[string]any{"required": []string{field}})
			}
			if len(wanted) > 0 {
				items[name] = map[string]any{"items": wanted}
			}
		}
		if len(items) > 0 {
			complete["properties"] = items
		}
		return complete
	}
	return map[string]any{"if": map[string]any{"required": []string{"review"}}, "then": of(true), "else": of(false)}
}

// jsonSchema describes a value.
func (s shape) jsonSchema() map[string]any {
	d := map[string]any{}
	if s.title != "" {
		d["title"] = s.title
	}
	if s.about != "" {
		d["description"] = s.about
	}
	switch s.kind {
	case Map:
		fields := map[string]any{}
		for _, name := range slices.Sorted(maps.Keys(s.fields)) {
			fields[name] = s.fields[name].jsonSchema()
		}
		d["type"], d["properties"], d["additionalProperties"] = "object", fields, false
	case List:
		d["type"], d["items"] = "array", s.item.jsonSchema()
		if len(s.examples) > 0 {
			d["examples"] = [][]string{s.examples}
		}
		return d
	case Text:
		s.textSchema(d)
	}
	return d
}

func (s shape) textSchema(d map[string]any) {
	d["type"] = "string"
	var examples []any
	for _, e := range s.examples {
		examples = append(examples, e)
	}
	switch {
	case s.flag:
		d["type"] = "boolean"
		examples = []any{true}
	case s.number:
		d["type"], d["minimum"], d["maximum"], d["pattern"] = []string{"integer", "string"}, 0, 100, "^[0-9]+$"
		examples = nil
		for _, e := range s.examples {
			examples = append(examples, whole(e))
		}
	case s.digits:
		d["type"] = []string{"string", "integer"}
	case s.date:
		d["format"] = "date"
	case s.yearly:
		d["pattern"] = "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
	case s.values != nil:
		d["enum"] = s.values
		examples = nil
	}
	if s.most > 0 {
		d["maxLength"] = Room(s.most, true)
		d["description"] = fmt.Sprintf("%s At most %d characters, in a translation %d.", s.about, s.most, Room(s.most, true))
	}
	if len(examples) > 0 {
		d["examples"] = examples
	}
}
