package resolution

import (
	"slices"
	"testing"
)

// The site explains each rule to the public; one that is not listed would be
// shown without a word.
func TestEveryRepairNamesAListedRule(t *testing.T) {
	for _, text := range suppliedTexts(t) {
		_, repairs, err := Read([]byte(text.source), Options{Language: text.lang})
		if err != nil {
			continue // other tests want it read
		}
		for _, r := range repairs {
			if !slices.Contains(RepairRules, r.Rule) {
				t.Errorf("%s: RepairRules lacks %s", text.name, r.Rule)
			}
		}
	}
}
