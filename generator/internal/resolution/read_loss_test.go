package resolution

import (
	"slices"
	"strings"
	"testing"
)

// readWhole reads a source and fails where a word of it is neither in the text
// nor in a repair.
func readWhole(t *testing.T, source string) *reader {
	t.Helper()
	r, err := read([]byte(source), Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	measure := unaccounted
	if slices.ContainsFunc(r.repairs, func(p Repair) bool { return bounds[p.Rule] }) {
		measure = unaccountedLetters
	}
	if m := measure([]byte(source), r); len(m) > 0 {
		t.Errorf("unaccounted for: %v\nrepairs\n%s", m, describeRepairs(r.repairs))
	}
	return r
}

const lossHead = "RESOLUTION 7\n\nThe Assembly,\n\n1. Recalling its earlier work on the matter;\n\n"

func TestAWordDividedBySoftHyphenIsPutTogether(t *testing.T) {
	r := readWhole(t, lossHead+"2. URGES governments to end the persis\u00ad\ntence of violence.\n")
	if got := r.text.Operative[0].Text.Plain(); got != "URGES governments to end the persistence of violence." {
		t.Error(got)
	}
	if !strings.Contains(describeRepairs(r.repairs), "7 hyphen persis\u00ad tence → persistence\n") {
		t.Error(describeRepairs(r.repairs))
	}
}

// The model has headings before paragraphs only.
func TestAHeadingThatNoParagraphFollowsIsNotLost(t *testing.T) {
	for name, source := range map[string]string{
		"before a label that slipped": "2. Noting the report;\n\nEDUCATION AND SCHOOLS\n\n3.\n\n4. Recalling its earlier work;\n\nNoting the report;\n\n5. URGES governments to act.\n",
		"between points":              "2. URGES governments:\n\n(a) to act together;\n\nEDUCATION AND SCHOOLS\n\n(b) to report;\n",
		"before the first point":      "2. URGES governments:\n\nEDUCATION AND SCHOOLS\n\n(a) to act together;\n\n(b) to report;\n",
		"before a footnote":           "2. URGES governments to act together in every forum^{1}.\n\nANNEX\n\n^{1} See the report.\n",
		"before a page mark":          "2. URGES governments to act together in every forum.\n\n## ANNEX\n\n- 3 -\n\n## ANNEXES\n\n- 4 -\n",
	} {
		t.Run(name, func(t *testing.T) {
			readWhole(t, lossHead+source)
		})
	}
}

func TestACallInTheNoteOnAdoptionIsReported(t *testing.T) {
	note := "Adopted by the Assembly^{22} on 25 November 2024\nand the committee^{23} in May\n"
	for name, source := range map[string]string{
		"in front":          "RESOLUTION 7\n\n" + note + "\nThe Assembly,\n\n1. Recalling its work;\n\n2. URGES governments to act.\n",
		"behind":            lossHead + "2. URGES governments to act.\n\n" + note,
		"behind, as a tail": lossHead + "2. URGES governments to act.\n\nDone at Paris, 25 November 2024^{22}\n",
	} {
		t.Run(name, func(t *testing.T) {
			r := readWhole(t, source)
			if strings.ContainsAny(r.text.Note, "{}") {
				t.Error(r.text.Note)
			}
			if !strings.Contains(describeRepairs(r.repairs), "footnote-mark") {
				t.Error(describeRepairs(r.repairs))
			}
		})
	}
}

func TestAListMarkOnALineByItselfBelongsToTheNextLine(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"points": {
			"2. URGES governments:\n•\nto act together;\n•\nto report.\n",
			"<The Assembly,> R1 Recalling its; O2 URGES governments: [ to act,  to report.]",
		},
		"a paragraph": {
			"–\n\n2. URGES governments to act.\n",
			"<The Assembly,> R1 Recalling its; O2 URGES governments",
		},
		"before a label that its text precedes": {
			"2. URGES governments:\n*\n\na) to act together;\nb) to report.\n",
			"<The Assembly,> R1 Recalling its; O2 URGES governments: [a to act, b to report.]",
		},
		"at the end": {
			"2. URGES governments to act.\n\n–\n",
			"<The Assembly,> R1 Recalling its; O2 URGES governments",
		},
		"before a label that stands by itself": {
			"–\n2.\nURGES governments to act.\n",
			"<The Assembly,> R1 Recalling its; O2 URGES governments",
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := readWhole(t, lossHead+c.source)
			if got := outline(r.text); got != c.want {
				t.Errorf("\n got %s\nwant %s\nrepairs\n%s", got, c.want, describeRepairs(r.repairs))
			}
		})
	}
}

func TestAListMarkBeforeAnotherIsLeftOut(t *testing.T) {
	r := readWhole(t, lossHead+"- 2. URGES governments:\n*\n- a) to act together;\n- b) to report.\n")
	if !strings.Contains(describeRepairs(r.repairs), "8 stray-dash * → \n") {
		t.Error(describeRepairs(r.repairs))
	}
}
