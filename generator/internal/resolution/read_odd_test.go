package resolution

import (
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"
)

// In small letters Ⱥ takes a byte more.
func TestANumberWithLettersThatGrowWhenSmallIsRead(t *testing.T) {
	readWhole(t, "No.ȺȺȺȺ1\n\nThe Assembly,\n\n1. Recalling its work;\n\n2. URGES governments to act.\n\nNo.ȺȺȺȺ1\n")
}

// Old Macintoshes ended lines with a carriage return alone.
func TestCarriageReturnsAloneEndLines(t *testing.T) {
	src, err := os.ReadFile("testdata/491/supplied.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := readWhole(t, string(src))
	got := readWhole(t, strings.ReplaceAll(string(src), "\n", "\r"))
	if !reflect.DeepEqual(got.text, want.text) || !reflect.DeepEqual(got.repairs, want.repairs) {
		t.Errorf("%s\n%s", strings.Join(notation(got.text), "\n"), describeRepairs(got.repairs))
	}
}

func TestLinesAreCountedWhateverEndsThem(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\f", "\u2028"} {
		line := "a" + end
		_, _, err := Read([]byte(strings.Repeat(strings.Repeat(line, 10_000)+"\n", 6)), Options{Language: "en"})
		var refusal *Refusal
		if !errors.As(err, &refusal) || refusal.ID != "resolution-refused-lines" {
			t.Errorf("%q: %v", end, err)
		}
	}
}

// The text layer of a PDF has the form feed before the first line of a page.
func TestAPageBreakStandsBeforeTheLineBehindIt(t *testing.T) {
	lines := splitLines("a\n\fb\nc\fd\ne", "en")
	for i, want := range []bool{true, true, false, true, false} {
		if lines[i].blank != want {
			t.Errorf("%s: blank %v", lines[i].raw, lines[i].blank)
		}
	}
}

func TestASubmissionIsRecognisedWhateverTheOrderOfTheKinds(t *testing.T) {
	for range 200 {
		for opening, want := range map[string]bool{
			"Draft resolution presented by the committee":        true,
			"Projet de résolution présenté par la commission":    true,
			"Resolution on the draft presented by the committee": false,
			"Draft resolution decision presented by nobody":      false,
		} {
			l := line{}
			if l = retake(l, opening, "en"); isSubmission(l) != want {
				t.Fatalf("%s: %v", opening, !want)
			}
		}
	}
}

func TestFootnotesOfOneMarkHaveMarksOfTheirOwn(t *testing.T) {
	r := readWhole(t, lossHead+"2. URGES all[^1] to act[^1-2].\n\n[^1]: One.\n\n[^1-2]: Two.\n\n3. Calls on all[^1] to act[^1].\n\n[^1]: Three.\n")
	seen := map[string]string{}
	for _, f := range r.text.Footnotes {
		if other, ok := seen[f.Mark]; ok {
			t.Errorf("%s and %s are both %s", other, f.Text.Plain(), f.Mark)
		}
		seen[f.Mark] = f.Text.Plain()
	}
	if len(seen) != 3 {
		t.Errorf("%v\n%s", seen, describeRepairs(r.repairs))
	}
}
