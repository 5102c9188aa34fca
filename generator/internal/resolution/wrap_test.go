package resolution

import (
	"strings"
	"testing"
)

func TestBlankLinesAfterEveryWrappedLineMeanNothing(t *testing.T) {
	source := `The Assembly,
1. Deploring the persistence of sexual violence in the conflicts that the
resolutions of the Security Council have named, and the impunity of
those who commit it;
2. Recalling its work on the matter, in which it has always held that all
governments have the same duties towards those who suffer from it;
3. URGES governments:
a. to act together in every forum that is open to them and to report on
what they have done;
b. to report.
`
	r := readWhole(t, strings.ReplaceAll(source, "\n", "\n\n"))
	if got, want := outline(r.text), "<The Assembly,> R1 Deploring the; R2 Recalling its; O3 URGES governments: [a to act, b to report.]"; got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if len(r.repairs) > 0 {
		t.Error(describeRepairs(r.repairs))
	}
}
