package resolution

import (
	"strings"
	"testing"
)

func TestARepairOfWordsNamesTheirLine(t *testing.T) {
	r := readWhole(t, `RESOLUTION 7

The Assembly,

1.
Recal ling its earlier work on the matter
and **Deplor**ing that nothing
came of it, **Not** ing the &amp; sign and
**Stressing**that it &lt;s&gt; late;

2. URGES all to act.
`)
	got := describeRepairs(r.repairs)
	for _, want := range []string{
		"6 word-split Recal ling → Recalling",
		"7 emphasis-split Deploring → Deploring",
		"8 word-split Not ing → Noting",
		"9 word-glued Stressingthat → Stressing that",
	} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("no repair %q in\n%s", want, got)
		}
	}
}
