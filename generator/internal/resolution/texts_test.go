package resolution

import (
	"cmp"
	"flag"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

var textsFolder = flag.String("texts", "testdata/texts", "the folder of texts to read")

// A suppliedText is one hand-checked text of testdata/texts: what somebody
// might supply, and what a careful reader makes of it. README.md there
// explains the form.
type suppliedText struct {
	name, layout, flaw, lang string
	source, want             string
	repairs                  []string
}

func suppliedTexts(t testing.TB) []suppliedText {
	t.Helper()
	var list []suppliedText
	err := filepath.WalkDir(*textsFolder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".txtar" {
			return err
		}
		archive, err := txtar.ParseFile(name)
		if err != nil {
			return err
		}
		s := suppliedText{lang: "en", layout: filepath.Base(filepath.Dir(name))}
		s.name = s.layout + "/" + strings.TrimSuffix(entry.Name(), ".txtar")
		for line := range strings.Lines(string(archive.Comment)) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
			switch key {
			case "lang":
				s.lang = value
			case "flaw":
				s.flaw = value
			}
		}
		for _, f := range archive.Files {
			switch f.Name {
			case "source":
				s.source = string(f.Data)
			case "want":
				s.want = strings.TrimSpace(string(f.Data))
			case "repairs":
				s.repairs = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
			}
		}
		list = append(list, s)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// notation writes a text in the form of the section want.
func notation(t *Text) []string {
	lines := []string{
		"title: " + t.Title, "kind: " + t.Kind, "number: " + t.Number, "body: " + t.Body,
		"adopted: " + t.Adopted, "place: " + t.Place, "note: " + strings.ReplaceAll(t.Note, "\n", " "), "formula: " + t.Formula,
	}
	for _, list := range []struct {
		role       string
		paragraphs []Paragraph
	}{{"R ", t.Recitals}, {"O ", t.Operative}} {
		for _, p := range list.paragraphs {
			if p.Heading != "" {
				lines = append(lines, "## "+p.Heading)
			}
			lines = append(lines, list.role+labelled(p.Label, p.Text.Plain()))
			lines = append(lines, pointNotation(p.Points, "  ")...)
		}
	}
	for _, f := range t.Footnotes {
		lines = append(lines, "footnote "+f.Mark+". "+f.Text.Plain())
	}
	return lines
}

func pointNotation(points []Point, indent string) []string {
	var lines []string
	for _, p := range points {
		text := labelled(p.Label, p.Text.Plain())
		if p.Label == "" {
			text = "- " + text
		}
		lines = append(lines, indent+text)
		lines = append(lines, pointNotation(p.Points, indent+"  ")...)
	}
	return lines
}

// differences compares what was wanted with what was read, line by line; " … "
// in a wanted line stands for any words.
func differences(want string, got []string) []string {
	var out []string
	wanted := strings.Split(want, "\n")
	metadata := func(line string) bool {
		key, _, ok := strings.Cut(line, ": ")
		return ok && slices.Contains([]string{"title", "kind", "number", "body", "adopted", "place", "note", "formula"}, key)
	}
	var wantedText, gotText []string
	for _, w := range wanted {
		switch {
		case !metadata(w):
			wantedText = append(wantedText, strings.TrimRight(w, " "))
		case !slices.ContainsFunc(got, func(g string) bool { return agrees(w, g) }):
			key, _, _ := strings.Cut(w, ": ")
			i := slices.IndexFunc(got, func(g string) bool { return strings.HasPrefix(g, key+": ") })
			out = append(out, "- "+w, "+ "+got[i])
		}
	}
	for _, g := range got {
		if !metadata(g) {
			gotText = append(gotText, g)
		}
	}
	last := func(s string) int { // footnotes may be written where they stand
		if strings.HasPrefix(s, "footnote ") {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(wantedText, func(a, b string) int { return last(a) - last(b) })
	// The longest common subsequence would be kinder; the first differing
	// lines say enough.
	for i := range max(len(wantedText), len(gotText)) {
		var w, g string
		if i < len(wantedText) {
			w = wantedText[i]
		}
		if i < len(gotText) {
			g = gotText[i]
		}
		if !agrees(w, g) {
			out = append(out, "- "+w, "+ "+g)
		}
	}
	return out
}

func agrees(want, got string) bool {
	head, tail, ok := strings.Cut(want, " … ")
	if !ok {
		return want == got
	}
	return strings.HasPrefix(got, head) && strings.HasSuffix(got, tail) && len(got) >= len(head)+len(tail)
}

// notRead are the texts that the reader does not read as a person does, with
// what it cannot do. They are faults to mend.
var notRead = map[string]string{
	"national/nested-31":         "aa) and bb) within one line",
	"nato-pa/split-glued-31":     "a conjunction glued to the second lead word of a recital",
	"nato-pa/split-glued-51":     "the second lead word of a recital glued to the next",
	"nato-pa/hard-wrapped-52":    "an article glued to a noun in mid-sentence",
	"national/foreign-front-72":  "a running header once in mid-sentence, as wide as the text",
	"pace/page-furniture-66":     "a letterhead once in mid-sentence, behind a divided word",
	"un-press/page-furniture-62": "a date once in mid-sentence, as wide as the text",
}

// TestSuppliedTextsAreReadAsAPersonReadsThem reads every text of
// testdata/texts and prints, with -v, the table layout × flaw and how sure the
// reader was of its repairs.
func TestSuppliedTextsAreReadAsAPersonReadsThem(t *testing.T) {
	type cell struct{ layout, flaw string }
	right, all := map[cell]int{}, map[cell]int{}
	confidence := map[string][]float64{}
	for _, s := range suppliedTexts(t) {
		if why := notRead[s.name]; why != "" {
			r, err := read([]byte(s.source), Options{Language: s.lang})
			if err == nil && len(differences(s.want, notation(r.text))) == 0 {
				t.Errorf("%s is read: take it off the list", s.name)
			}
			all[cell{s.layout, s.flaw}]++
			t.Logf("not read: %s: %s", s.name, why)
			continue
		}
		at := cell{s.layout, s.flaw}
		all[at]++
		ok := t.Run(s.name, func(t *testing.T) {
			r, err := read([]byte(s.source), Options{Language: s.lang})
			if err != nil {
				t.Fatal(err)
			}
			for _, p := range r.repairs {
				if !slices.Contains(RepairRules, p.Rule) {
					t.Errorf("the rule %q is explained nowhere", p.Rule)
				}
				confidence[p.Rule] = append(confidence[p.Rule], p.Confidence)
			}
			if d := differences(s.want, notation(r.text)); len(d) > 0 {
				t.Errorf("\n%s\nrepairs\n%s", strings.Join(d, "\n"), describeRepairs(r.repairs))
			}
			for _, want := range s.repairs {
				if want != "" && !strings.Contains("\n"+describeRepairs(r.repairs), "\n"+want+" ") {
					t.Errorf("no repair %q in\n%s", want, describeRepairs(r.repairs))
				}
			}
			if m := unaccounted([]byte(s.source), r); len(m) > 0 && len(unaccountedLetters([]byte(s.source), r)) > 0 {
				t.Errorf("unaccounted for: %v\nrepairs\n%s", m, describeRepairs(r.repairs))
			}
		})
		if ok {
			right[at]++
		}
	}
	if len(all) == 0 {
		t.Fatalf("no texts in %s", *textsFolder)
	}
	total, good := 0, 0
	for _, at := range slices.SortedFunc(maps.Keys(all), func(a, b cell) int {
		return cmp.Or(strings.Compare(a.layout, b.layout), strings.Compare(a.flaw, b.flaw))
	}) {
		t.Logf("%-10s %-16s %d of %d", at.layout, at.flaw, right[at], all[at])
		total, good = total+all[at], good+right[at]
	}
	t.Logf("read as a person reads them: %d of %d", good, total)
	for _, rule := range slices.Sorted(maps.Keys(confidence)) {
		c := confidence[rule]
		t.Logf("%-16s %3d repairs, confidence %.2f to %.2f", rule, len(c), slices.Min(c), slices.Max(c))
	}
}
