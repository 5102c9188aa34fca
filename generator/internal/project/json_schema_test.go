package project_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"resolutionsite/generator/archetypes"
	"resolutionsite/generator/internal/project"
)

var update = flag.Bool("update", false, "write generator/schemas anew")

const schemas = "../../schemas"

// compiled is the schema of a class, as a validator of its own takes it.
func compiled(t *testing.T, source []byte) *jsonschema.Schema {
	t.Helper()
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(source))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("class.json", document); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("class.json")
	if err != nil {
		t.Fatal(err)
	}
	return compiled
}

// front is the front matter of a page as an editor reads it.
func front(t *testing.T, page string) any {
	t.Helper()
	_, page, _ = strings.Cut(strings.ReplaceAll(page, "\r\n", "\n"), "---\n")
	page, _, _ = strings.Cut(page, "\n---")
	var value any
	if err := yaml.Unmarshal([]byte(page), &value); err != nil {
		t.Fatal(err)
	}
	encoded, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	if value, err = jsonschema.UnmarshalJSON(bytes.NewReader(encoded)); err != nil {
		t.Fatal(err)
	}
	return value
}

func TestSchemasAreThoseOfTheClasses(t *testing.T) {
	var want []string
	for _, class := range project.PageClasses() {
		name := class.Name + ".schema.json"
		want = append(want, name)
		file := filepath.Join(schemas, name)
		if *update {
			if err := os.WriteFile(file, class.JSONSchema(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(file); err != nil || !bytes.Equal(got, class.JSONSchema()) {
			t.Errorf("%s is not current: go test ./generator/internal/project -run Schemas -update (%v)", name, err)
		}
	}
	entries, err := os.ReadDir(schemas)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !slices.Contains(want, e.Name()) {
			t.Errorf("%s is of no class", e.Name())
		}
	}
}

// Every page of the repository is as the schema of its class says, also to a
// program that knows nothing of ours.
func TestThePagesOfTheRepositoryAreAsTheirSchemasSay(t *testing.T) {
	p, err := project.Load(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	validators := map[string]*jsonschema.Schema{}
	for _, class := range project.PageClasses() {
		validators[class.Name] = compiled(t, class.JSONSchema())
	}
	seen := map[string]bool{}
	for _, page := range p.Pages {
		class := p.ClassOf(page)
		seen[class.Name] = true
		if err := validators[class.Name].Validate(front(t, string(p.Text(page.File)))); err != nil {
			t.Errorf("%s is no %s: %v", page.File, class.Name, err)
		}
	}
	for _, class := range project.PageClasses() {
		if !seen[class.Name] {
			t.Errorf("the repository has no page of class %s", class.Name)
		}
	}
}

// The examples that a schema gives are what it allows.
func TestExamplesAreValid(t *testing.T) {
	for _, class := range project.PageClasses() {
		var document any
		if err := json.Unmarshal(class.JSONSchema(), &document); err != nil {
			t.Fatal(err)
		}
		examples := 0
		var walk func(v any, path string)
		walk = func(v any, path string) {
			m, isMap := v.(map[string]any)
			if !isMap {
				return
			}
			if list, has := m["examples"].([]any); has {
				source, err := json.Marshal(m)
				if err != nil {
					t.Fatal(err)
				}
				of := compiled(t, source)
				for _, e := range list {
					examples++
					if err := of.Validate(e); err != nil {
						t.Errorf("%s: %s: %v", class.Name, path, err)
					}
				}
			}
			for name, inner := range m {
				walk(inner, path+"/"+name)
			}
		}
		walk(document, "")
		if examples < 8 {
			t.Errorf("%s has %d examples", class.Name, examples)
		}
	}
}

// What new pages begin with is a draft also to a program that knows only schemas.
func TestArchetypesAreAsTheirSchemasSay(t *testing.T) {
	for _, class := range project.PageClasses() {
		archetype, err := archetypes.Files.ReadFile(class.Name + ".md")
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled(t, class.JSONSchema()).Validate(front(t, string(archetype))); err != nil {
			t.Errorf("%s: %v", class.Name, err)
		}
	}
}

func TestSchemasRefuseWhatTheRulesRefuse(t *testing.T) {
	for _, tc := range []struct{ class, page string }{
		{"article", "title: T"},
		{"article", "title: T\nsummary: S\nauthor: A"},
		{"article", "title: T\nsummary: S\nfocus: [13e]"},
		{"article", "title: T\nsummary: S\nimportance: 101"},
		{"article", "title: T\nsummary: S\nreviewed: 25.11.2024"},
		{"article", "title: T\nsummary: S\nsources: [{url: https://example.org/}]"},
		{"article", "title: T\nsummary: S\nimages: [{file: a.jpg, licence: mine, credit: C, consent: C}]"},
		{"calendar", "title: T\nsummary: S\ntype: calendar"},
		{"calendar", "title: T\nsummary: S\ntype: kit\nevents: []"},
		{"calendar", "title: T\nsummary: S\ntype: calendar\nevents: [{id: a, date: 19 June, name: N, about: A}]"},
		{"messages", "title: T\nsummary: S\ntype: messages\nmessages: [{text: T, more: M}]"},
		{"messages", "title: T\nsummary: S\nreview: unreviewed\nmessages: [{text: T}]"},
		{"resolution", "title: T\nsummary: S\nresolution: {kind: song, number: 1, body: B, status: official}"},
	} {
		if compiled(t, project.FindClass(tc.class).JSONSchema()).Validate(front(t, "---\n"+tc.page+"\n---\n")) == nil {
			t.Errorf("accepted as %s:\n%s", tc.class, tc.page)
		}
	}
	// A draft may lack anything, a translation what is the original's.
	for _, page := range []string{"title: T\ndraft: true", "title: T\nsummary: S\nreview: unreviewed\nmessages: [{id: a}]"} {
		if err := compiled(t, project.FindClass("messages").JSONSchema()).Validate(front(t, "---\n"+page+"\n---\n")); err != nil {
			t.Errorf("%s: %v", page, err)
		}
	}
}
