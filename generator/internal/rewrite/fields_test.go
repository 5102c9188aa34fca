package rewrite_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"resolutionsite/generator/internal/rewrite"
)

func field(path, text string) []rewrite.FieldEdit {
	return []rewrite.FieldEdit{{Path: path, Text: text}}
}

func TestFieldsChangeInPlace(t *testing.T) {
	for _, tc := range []struct {
		name, front, want string
		edits             []rewrite.FieldEdit
	}{
		{"plain", "title: Old # keep\nsummary: S\n", "title: New “text” # keep\nsummary: S\n", field("title", "New “text”")},
		{"plain that needs quotes", "title: Old\n", "title: \"New: \\\"text\\\"\"\n", field("title", `New: "text"`)},
		{"number", "title: Old\n", "title: \"491\"\n", field("title", "491")},
		{"word of YAML", "title: Old\n", "title: \"No\"\n", field("title", "No")},
		{"plain of several lines", "title: Old\n  and\n\n  older\nsummary: S\n", "title: New\nsummary: S\n", field("title", "New")},
		{"plain on the next line", "title:\n  Old\n  text\nsummary: S\n", "title:\n  New\nsummary: S\n", field("title", "New")},
		{"single quotes", "title: 'it''s' # c\n", "title: 'they''re: #1' # c\n", field("title", "they're: #1")},
		{"double quotes", "title: \"a \\\"b\\\"\" # c\n", "title: \"x # \\\\ y\\nz\" # c\n", field("title", "x # \\ y\nz")},
		{"double quotes of several lines", "title: \"a\n  b\"\nx: y\n", "title: \"c\"\nx: y\n", field("title", "c")},
		{"literal", "summary: | # c\n    Old\n     text\n\ntitle: T\n", "summary: | # c\n    New\n    text\n\ntitle: T\n", field("summary", "New\ntext")},
		{"literal that cannot hold it", "summary: | # c\n    Old\n    text\ntitle: T\n", "summary: \" New\" # c\ntitle: T\n", field("summary", " New")},
		{"folded", "summary: >-\n  Old text\n  of two\ntitle: T\n", "summary: >-\n  New text\n  of three\n\n  lines\ntitle: T\n", field("summary", "New text of three\nlines")},
		{"folded of one line", "summary: >\n  Old text\n", "summary: >\n  New text of one very long line\n", field("summary", "New text of one very long line")},
		{"empty", "title:   # c\nsummary: S\n", "title: T   # c\nsummary: S\n", field("title", "T")},
		{"null", "title: ~ # c\n", "title: T # c\n", field("title", "T")},
		{"in a list", "asks:\n- of: A\n  to: B\n- of: C # c\n  to: D\n", "asks:\n- of: A\n  to: B\n- of: X # c\n  to: D\n", field("asks.1.of", "X")},
		{"in a map", "resolution:\n    # c\n    note: Note\n    status: official\n", "resolution:\n    # c\n    note: M\n    status: official\n", field("resolution.note", "M")},
		{"in brackets", "asks: [{of: A, to: 'B'}, {of: \"C\"}] # c\n", "asks: [{of: \"X, y\", to: 'B'}, {of: \"C\"}] # c\n", field("asks.0.of", "X, y")},
		{"what looks like a number, as it is", "title: 1.50 # c\n", "title: 1.50 # c\n", field("title", "1.50")},
		{"blanks around it, as they are", "title: \" a \"\n", "title: \" a \"\n", field("title", "a")},
		{"quoted key", "\"title\": Old\n", "\"title\": New\n", field("title", "New")},
		{"line ends of Windows", "title: Old # c\r\nsummary: |\r\n  a\r\n  b\r\n", "title: Old # c\r\nsummary: |\r\n  c\r\n  d\r\n", field("summary", "c\nd")},
	} {
		t.Run(tc.name, func(t *testing.T) { wantFields(t, tc.front, tc.edits, tc.want) })
	}
}

// wantFields edits a front matter with a page around it.
func wantFields(t *testing.T, front string, edits []rewrite.FieldEdit, want string) {
	t.Helper()
	for _, around := range [][2]string{{"---\n", "---\n\nBody: x\n---\n"}, {"\ufeff--- \r\n", "---"}} {
		got, err := rewrite.Fields([]byte(around[0]+front+around[1]), edits)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != around[0]+want+around[1] {
			t.Errorf("got\n%s\nwant\n%s", got, around[0]+want+around[1])
		}
	}
}

func TestMissingFieldsStandWhereTheyUsuallyDo(t *testing.T) {
	for _, tc := range []struct {
		name, front, want string
		edits             []rewrite.FieldEdit
	}{
		{"behind the one before", "title: T # c\n# d\nasks:\n  - of: A\n", "title: T # c\nsummary: S\n# d\nasks:\n  - of: A\n", field("summary", "S")},
		{"behind a list", "asks:\n  - of: A\n    # c\n", "asks:\n  - of: A\nresolution:\n  note: Note\n    # c\n", field("resolution.note", "Note")},
		{"first", "summary: S\n", "title: \"1\"\nsummary: S\n", field("title", "1")},
		{"unknown", "title: T\nsummary: S\n", "title: T\nsummary: S\nother: O\n", field("other", "O")},
		{"nothing so far", "", "title: T\n", field("title", "T")},
		{"unknown, and nothing so far", "", "other: O\n", field("other", "O")},
		{"comment only", "# c\n", "# c\ntitle: T\n", field("title", "T")},
		{"first in an item", "asks:\n  - to: B\n", "asks:\n  - of: A\n    to: B\n", field("asks.0.of", "A")},
		{"new list", "title: T\n", "title: T\nasks:\n  - of: A\n    to: B\n  - of: C\n", []rewrite.FieldEdit{{Path: "asks.1.of", Text: "C"}, {Path: "asks.0.to", Text: "B"}, {Path: "asks.0.of", Text: "A"}}},
		{"new item of a list that is not indented", "asks:\n- of: A\n  to: B\nfocus:\n", "asks:\n- of: A\n  to: B\n- to: X\nfocus:\n", field("asks.1.to", "X")},
		{"empty list", "asks: [] # c\ntitle: T\n", "asks: # c\n  - of: A\ntitle: T\n", field("asks.0.of", "A")},
		{"empty map", "resolution: # c\ntitle: T\n", "resolution: # c\n  note: Note\ntitle: T\n", field("resolution.note", "Note")},
		{"empty map in brackets", "resolution: {}\n", "resolution:\n  note: Note\n", field("resolution.note", "Note")},
		{"empty item", "asks:\n  - \n  - of: B\n", "asks:\n  - of: A \n  - of: B\n", field("asks.0.of", "A")},
		{"in brackets", "asks: [{to: B}]\n", "asks: [{to: B, of: \"A\"}, {to: \"C\"}]\n", []rewrite.FieldEdit{{Path: "asks.0.of", Text: "A"}, {Path: "asks.1.to", Text: "C"}}},
		{"behind a literal", "title: |\n  a\n\nreview: machine\n", "title: |\n  a\nsummary: S\n\nreview: machine\n", field("summary", "S")},
	} {
		t.Run(tc.name, func(t *testing.T) { wantFields(t, tc.front, tc.edits, tc.want) })
	}
}

func TestFieldsThatCannotBeWrittenAreRefused(t *testing.T) {
	for _, tc := range []struct{ name, file, path, text, id string }{
		{"no front matter", "# Title\n", "title", "x", "rewrite-front-matter"},
		{"front matter without an end", "---\ntitle: x\n", "title", "x", "rewrite-front-matter"},
		{"no YAML", "---\ntitle: \"x\n---\n", "title", "x", "rewrite-yaml-plain"},
		{"no YAML to the parser", "---\ntitle: a: b\n---\n", "title", "x", "rewrite-yaml"},
		{"brackets without an end", "---\n{title:\n---\n", "title", "x", "rewrite-yaml-plain"},
		{"anchor", "---\ntitle: &a x\nsummary: *a\n---\n", "title", "y", "rewrite-yaml-plain"},
		{"item that leaves a gap", "---\nasks:\n  - of: A\n---\n", "asks.2.of", "x", "rewrite-field-item"},
		{"item that leaves a gap in a new list", "---\ntitle: T\n---\n", "asks.1.of", "x", "rewrite-field-item"},
		{"a map for a text", "---\nresolution:\n  note: Note\n---\n", "resolution", "x", "rewrite-field-kind"},
		{"a text for a map", "---\nresolution: text\n---\n", "resolution.note", "x", "rewrite-field-kind"},
		{"a list for a map", "---\nresolution:\n- a\n---\n", "resolution.note", "x", "rewrite-field-kind"},
		{"path", "---\ntitle: T\n---\n", "a: b", "x", "rewrite-field-path"},
		{"control character", "---\ntitle: T\n---\n", "title", "x\x1b", "rewrite-characters"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := rewrite.Fields([]byte(tc.file), field(tc.path, tc.text))
			wantFault(t, got, err, tc.id)
		})
	}
}

// pages are those of the project, by their paths.
func pages(t testing.TB) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := filepath.WalkDir("../../../content", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".md" {
			all[path], err = os.ReadFile(path)
		}
		return err
	})
	if err != nil || len(all) == 0 {
		t.Fatal("no pages", err)
	}
	return all
}

// texts gives the texts of a front matter by their paths.
func texts(values map[string]string, path string, v any) {
	switch v := v.(type) {
	case string:
		values[path] = v
	case []any:
		for i, item := range v {
			texts(values, path+"."+strconv.Itoa(i), item)
		}
	case map[string]any:
		for key, item := range v {
			texts(values, strings.TrimPrefix(path+"."+key, "."), item)
		}
	}
}

func TestFieldsThatSayTheSameChangeNoByte(t *testing.T) {
	for name, data := range pages(t) {
		_, front, _ := bytes.Cut(data, []byte("---\n"))
		front, _, _ = bytes.Cut(front, []byte("---\n"))
		var v map[string]any
		if err := yaml.Unmarshal(front, &v); err != nil {
			t.Fatal(err)
		}
		values := map[string]string{}
		texts(values, "", v)
		for path, text := range values {
			got, err := rewrite.Fields(data, field(path, text))
			if err != nil || !bytes.Equal(got, data) {
				t.Errorf("%s %s: %v", name, path, err)
			}
			if _, err := rewrite.Fields(data, field(path, "new: text")); err != nil {
				t.Errorf("%s %s: %v", name, path, err)
			}
		}
	}
}

func TestAnyTextsAreReadBackFromAFrontMatter(t *testing.T) {
	const front = "title: plain # c\nsummary: \"double\"\ncontentNote: 'single'\nasks:\n- of: >-\n    folded\n    text\n  to: |\n    literal\n    text\n- {of: flow}\nresolution:\n  note: of\n    two lines\n"
	for _, text := range oddTexts {
		for _, newline := range []string{"\n", "\r\n"} {
			var edits []rewrite.FieldEdit
			for _, path := range []string{"title", "summary", "contentNote", "asks.0.of", "asks.0.to", "asks.1.of", "asks.1.to", "asks.2.of", "resolution.note", "resolution.body", "new"} {
				edits = append(edits, rewrite.FieldEdit{Path: path, Text: text})
			}
			got, err := rewrite.Fields([]byte(strings.ReplaceAll("---\n"+front+"---\n", "\n", newline)), edits)
			if err != nil {
				t.Errorf("%q: %v", text, err)
				continue
			}
			yml := bytes.TrimSuffix(bytes.TrimSpace(got[3:]), []byte("---"))
			var v map[string]any
			if err := yaml.Unmarshal(bytes.ReplaceAll(yml, []byte("\r\n"), []byte("\n")), &v); err != nil {
				t.Fatal(err)
			}
			values := map[string]string{}
			texts(values, "", v)
			for _, e := range edits {
				if read := values[e.Path]; read != e.Text && strings.TrimSuffix(read, "\n") != e.Text {
					t.Errorf("%s is read as %q from\n%s", e.Path, read, got)
				}
			}
		}
	}
}

func FuzzFields(f *testing.F) {
	for _, seed := range []string{
		"title: T # c\nsummary: >-\n  a\n\n  b\nasks:\n- of: 'A'\n  to: \"B\"\n", "asks: [{of: a}, {to: b}]\r\ntitle:\r\n  a\r\n  b\r\n",
		"resolution: {}\nasks: []\n", "title: |+\n  a\n\n\nsummary: ~\n", "{title: a, asks: }\n", "- a\n", "asks:\n  -\n  - - a\n", "title: 'a\n\n  b' # c\n", "a: b: c\n", "title: a\n\tb\n", "? a\n: b\n",
	} {
		f.Add([]byte(seed), "a: \"b\"\n 'c' #d", "title", "asks.0.of")
	}
	f.Fuzz(func(t *testing.T, front []byte, text, path, other string) {
		defer endsSoon(t, front, text, path, other)()
		file := []byte("---\n" + string(front) + "---\n")
		edits := []rewrite.FieldEdit{{Path: path, Text: text}, {Path: other, Text: text + "x"}}
		got, err := rewrite.Fields(file, edits)
		if err != nil {
			return
		}
		again, err := rewrite.Fields(got, edits)
		if err != nil || !bytes.Equal(again, got) {
			t.Errorf("again: %v\n%q\n%q", err, got, again)
		}
		rest, _, _ := bytes.Cut(got[len("---"):], []byte("\n---\n"))
		var v map[string]any
		if err := yaml.Unmarshal(bytes.ReplaceAll(rest, []byte("\r\n"), []byte("\n")), &v); err != nil {
			t.Fatalf("%v\n%q", err, got)
		}
		values := map[string]string{}
		texts(values, "", v)
		for path, want := range map[string]string{path: text, other: text + "x"} {
			// A number that is the text already stays a number.
			if read, isText := values[path]; isText && read != want && strings.TrimSpace(read) != strings.TrimSpace(want) {
				t.Errorf("%q reads %q", got, values)
			}
		}
	})
}
