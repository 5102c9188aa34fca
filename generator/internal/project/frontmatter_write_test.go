package project

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestAFieldGetsNewWordsAndNothingElseChanges(t *testing.T) {
	const page = "---\ntitle: Aide # for colleagues\nsummary: \"a \\\"b\\\"\n  c\" # note\ncontentNote: >-\n  folded\n  text\n\nasks:\n- of: 'All''s'\n  to: listen\n  \n- of: plain\n    on two lines\n  to: >\n    x\nresolution:\n  kind: resolution\n  note: |\n    one\n    two\n  body: B\nquiet: true\n---\n\nBody: text.\n"
	for _, tc := range []struct{ path, text, old, new string }{
		{"title", "Help", "title: Aide #", "title: Help #"},
		{"title", "Help: now", "title: Aide #", `title: "Help: now" #`},
		{"title", "yes", "title: Aide #", `title: "yes" #`},
		{"title", "112", "title: Aide #", `title: "112" #`},
		{"title", `"b" \ c`, "title: Aide #", `title: "\"b\" \\ c" #`},
		{"summary", "Whom", "\"a \\\"b\\\"\n  c\"", "Whom"},
		{"contentNote", "Note", ">-\n  folded\n  text\n", "Note\n"},
		{"asks.0.of", "Tous", "'All''s'", "Tous"},
		{"asks.1.of", "Y", "plain\n    on two lines", "\"Y\""},
		{"asks.1.to", "Z", ">\n    x", "Z"},
		{"asks.2.of", "Third", "    x\n", "    x\n- of: Third\n"},
		{"resolution.note", "Note", "|\n    one\n    two\n", "Note\n"},
		{"resolution.place", "Montréal", "  body: B\n", "  body: B\n  place: Montréal\n"},
		{"title", "Aide", "", ""},
	} {
		for _, newline := range []string{"\n", "\r\n"} {
			file := strings.ReplaceAll(page, "\n", newline)
			got, err := SetFields([]byte(file), []FieldEdit{{tc.path, tc.text}})
			want := strings.ReplaceAll(strings.Replace(page, tc.old, tc.new, 1), "\n", newline)
			if err != nil || string(got) != want {
				t.Errorf("%s: %v\n%s", tc.path, err, got)
			}
		}
	}
}

func TestAMissingFieldIsPutWhereItBelongs(t *testing.T) {
	for _, tc := range []struct{ page, path, want string }{
		{"---\ntitle: T\nreview: unreviewed\n---\n", "summary", "---\ntitle: T\nsummary: new\nreview: unreviewed\n---\n"},
		{"---\nreview: unreviewed\n---\n", "title", "---\ntitle: new\nreview: unreviewed\n---\n"},
		{"---\ntitle: T\n---\n", "asks.0.of", "---\ntitle: T\nasks:\n  - of: new\n---\n"},
		{"---\ntitle: T\nasks:\n  - of: a\n---\n", "asks.0.to", "---\ntitle: T\nasks:\n  - of: a\n    to: new\n---\n"},
		{"---\ntitle: T\n---\n", "resolution.note", "---\ntitle: T\nresolution:\n  note: new\n---\n"},
	} {
		got, err := SetFields([]byte(tc.page), []FieldEdit{{tc.path, "new"}})
		if err != nil || string(got) != tc.want {
			t.Errorf("%s: %v\n%s", tc.path, err, got)
		}
	}
	if _, err := SetFields([]byte("---\ntitle: T\n---\n"), []FieldEdit{{"asks.1.of", "x"}}); err == nil {
		t.Error("an item was put where none stands before it")
	}
}

// Whatever the words, they are read back as they are, and the other fields stay.
func TestAnyWordsAreReadBackFromAFrontMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	signs := []rune("ab é\"'\\:#-[]{}|>&*!%@`,?\u2028٣—…  \tя0~=<")
	for range 3000 {
		text := make([]rune, 1+random.IntN(12))
		for i := range text {
			text[i] = signs[random.IntN(len(signs))]
		}
		want := strings.Join(strings.Fields(string(text)), " ")
		if want == "" {
			continue
		}
		const page = "---\ntitle: a\nsummary: \"b\"\nasks:\n  - of: c\n    to: d\n---\nText\n"
		for _, path := range []string{"title", "summary", "asks.0.to", "contentNote"} {
			got, err := SetFields([]byte(page), []FieldEdit{{path, want}})
			if err != nil {
				t.Fatalf("%s %q: %v", path, want, err)
			}
			texts, err := namedTexts(got)
			if err != nil || texts[path] != want {
				t.Fatalf("%s: wrote %q, read %q (%v)\n%s", path, want, texts[path], err, got)
			}
		}
	}
}
