package resolution

import (
	"slices"
	"testing"
)

func TestLeadWordsAreFoundAtTheBeginningAndInside(t *testing.T) {
	for _, tc := range []struct {
		name, lang, src string
		want            []string
	}{
		{
			"emphasised", "en",
			"1. **Strongly condemning** a; and **considering** that b;\n\n2. *Recalling* c, while *acknowledging*, d;\n\n***\n\n3. **URGES** all to *act*:\n\n    - a. to act;\n    - b. **calls upon** others.",
			[]string{"Strongly condemning p1 recital", "considering p1 recital", "Recalling p2 recital", "acknowledging p2 recital", "URGES p3 operative", "calls upon p3-b operative"},
		},
		{
			"titles and foreign words are none", "en",
			"1. *Recalling*, *inter alia*, its report *Women in war* and *Bridges*;\n\n***\n\n2. *Calls* for **more**.",
			[]string{"Recalling p1 recital", "Calls p2 operative"},
		},
		{
			"nothing emphasised", "en",
			"1. Deeply concerned about a;\n\n***\n\n2. The Assembly urges all;\n\n3. The Assembly also strongly regrets that;\n\n4. Bridges stand open.",
			[]string{"Deeply concerned p1 recital", "urges p2 operative", "also strongly regrets p3 operative"},
		},
		{
			"a language without lists", "ar",
			"1. *وإذ تشير* إلى ذلك، *وإذ تقر* بأن؛\n\n***\n\n2. **تحث** الحكومات *على ما يلي من الأمور التي تهم الجميع*.",
			[]string{"وإذ تشير p1 recital", "وإذ تقر p1 recital", "تحث p2 operative"},
		},
	} {
		var got []string
		for _, w := range parse(t, tc.lang, tc.src).LeadWords() {
			got = append(got, w.Words+" "+w.Of.ID+" "+w.Role.String())
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s:\ngot:  %q\nwant: %q", tc.name, got, tc.want)
		}
	}
}
