package resolution

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// disorderly are lines and words that supplied texts have where nobody expects
// them.
var disorderly = []string{
	"–", "*", "***", "ANNEX", "## Heading", "- 3 -", "3", "2.", "(b)", "a.", "i.", "II.", `1\.`, "١.", "**2. the",
	"¹ a note", "[1] see there", "A/RES/76/304", "> x", "The Assembly,", "“The Assembly,", "”", "»",
	"Adopted on 2 March 2020^{3}", "RESUELVE:", "be it", "(more)", "persis\u00ad", "tence-", "&auml;", "text\fmore", "No.ȺȺȺ",
}

// TestNoDisorderLosesAWord puts the texts of testdata/texts out of order,
// always in the same ways: the reader may misread them, but neither lose a word
// nor give up.
func TestNoDisorderLosesAWord(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 91))
	pick := func(list []string) string { return list[random.IntN(len(list))] }
	for _, s := range suppliedTexts(t) {
		lines := strings.Split(s.source, "\n")
		for range 4 {
			i, j := random.IntN(len(lines)), random.IntN(len(lines))
			fields := strings.Fields(lines[i])
			switch random.IntN(6) {
			case 0:
				lines = slices.Insert(lines, i, pick(disorderly))
			case 1:
				lines = slices.Insert(lines, i, "", pick(disorderly), "")
			case 2:
				lines[i], lines[j] = lines[j], lines[i]
			case 3: // a line is broken
				if n := len(fields) / 2; n > 0 {
					lines[i] = strings.Join(fields[:n], " ")
					lines = slices.Insert(lines, i+1, strings.Join(fields[n:], " "))
				}
			case 4: // two are joined
				if i+1 < len(lines) {
					lines[i] += " " + lines[i+1]
					lines = slices.Delete(lines, i+1, i+2)
				}
			case 5:
				if len(fields) > 0 {
					fields[len(fields)/2] += pick(disorderly)
					lines[i] = strings.Join(fields, " ")
				}
			}
		}
		source := strings.Join(lines, "\n")
		r, err := read([]byte(source), Options{Language: s.lang})
		if err != nil {
			continue
		}
		if m := unaccountedLetters([]byte(source), r); len(m) > 0 {
			t.Errorf("%s: unaccounted for: %v in\n%s\nrepairs\n%s", s.name, m, source, describeRepairs(r.repairs))
		}
		for _, p := range r.repairs {
			if p.Line < 1 || p.Line > len(lines) || !slices.Contains(RepairRules, p.Rule) {
				t.Errorf("%s: %+v", s.name, p)
			}
		}
	}
}
