package resolution

import (
	"flag"
	"maps"
	"os"
	"strings"
	"testing"
	"unicode"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestResolution491IsReadAsItShouldBe(t *testing.T) {
	src, err := os.ReadFile("testdata/491/supplied.txt")
	if err != nil {
		t.Fatal(err)
	}
	text, repairs, err := Read(src, Options{Language: "en", Official: true})
	if err != nil {
		t.Fatal(err)
	}
	doc, err := text.JSON(repairs)
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/491/model.json", doc)
	golden(t, "testdata/491/canonical.md", text.Markdown())

	if len(text.Recitals) != 12 || len(text.Operative) != 1 || len(text.Operative[0].Points) != 16 {
		t.Fatalf("%d recitals, %d operative paragraphs", len(text.Recitals), len(text.Operative))
	}
	for i, p := range text.Operative[0].Points {
		if p.Label != letterLabel(i+1) {
			t.Errorf("point %d is labelled %q", i+1, p.Label)
		}
	}
	for _, c := range []struct{ name, got, want string }{
		{"title", text.Title, "Breaking the silence and fighting for dignity: combatting conflict-related sexual violence"},
		{"kind", text.Kind, "resolution"},
		{"number", text.Number, "491"},
		{"body", text.Body, "NATO Parliamentary Assembly"},
		{"place", text.Place, "Montréal, Canada"},
		{"adopted", text.Adopted, "2024-11-25"},
		{"formula", text.Formula, "The Assembly,"},
		{"lead of 2", text.Recitals[1].Lead(), "Strongly condemning"},
		{"lead of 13", text.Operative[0].Lead(), "URGES"},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.name, c.got, c.want)
		}
	}
	for _, want := range []string{
		"29 note-moved", "47 label-misread I. → l.", "51 label-missing - to cooperate more closely, → o. to cooperate more closely,",
		"5 footnote-mark RESOLUTION 491^{*} → RESOLUTION 491", "35 stray-dash - 13. → 13.", "36 stray-dash - a. → a.", "50 stray-dash - n. → n.",
	} {
		if !strings.Contains(describeRepairs(repairs), want) {
			t.Errorf("no repair %q", want)
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s: %s", name, firstDifference(string(want), string(got)))
	}
}

// describeRepairs writes one repair per line.
func describeRepairs(repairs []Repair) string {
	var b strings.Builder
	for _, r := range repairs {
		b.WriteString(strings.Join([]string{decimal.write(r.Line), r.Rule, r.Before, "→", r.After}, " ") + "\n")
	}
	return b.String()
}

// count adds the words of s, marks of emphasis aside, to m.
func count(m map[string]int, s string, n int) {
	s = strings.NewReplacer("*", "", "_", "", `\`, "").Replace(strings.ToLower(s))
	for _, w := range strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) || r == 'º' || r == 'ª'
	}) {
		if m[w] += n; m[w] == 0 {
			delete(m, w)
		}
	}
}

// unaccounted is the words in which source and reading differ, once every
// repair is taken into account: none, if the reader is honest.
func unaccounted(src []byte, r *reader) map[string]int { return difference(src, r, count) }

// unaccountedLetters is the same for letters and digits, whatever words they
// make.
func unaccountedLetters(src []byte, r *reader) map[string]int {
	return difference(src, r, func(m map[string]int, s string, n int) {
		for _, c := range strings.ToLower(s) {
			if unicode.IsLetter(c) || unicode.IsDigit(c) {
				count(m, string(c), n)
			}
		}
	})
}

func difference(src []byte, r *reader, count func(map[string]int, string, int)) map[string]int {
	m := map[string]int{}
	count(m, string(src), 1)
	for _, p := range r.repairs {
		count(m, p.After, 1)
		count(m, p.Before, -1)
	}
	for _, s := range r.consumed {
		count(m, s, -1)
	}
	for _, s := range []string{r.text.Title, r.text.Note, r.text.Formula} {
		count(m, s, -1)
	}
	for _, list := range [][]Paragraph{r.text.Recitals, r.text.Operative} {
		for _, p := range list {
			count(m, p.Heading, -1)
		}
	}
	for _, f := range r.text.Footnotes {
		count(m, f.Mark, -1)
		count(m, f.Text.Plain(), -1)
	}
	for _, e := range r.text.Elements() {
		count(m, e.Label, -1)
		count(m, e.Text.Plain(), -1)
	}
	return m
}

func TestNoWordOfResolution491IsLostOrChanged(t *testing.T) {
	src, err := os.ReadFile("testdata/491/supplied.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, err := read(src, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if m := unaccounted(src, r); len(m) > 0 {
		t.Errorf("unaccounted for: %v", maps.Collect(maps.All(m)))
	}
}
