package resolution

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// What a source can be made of so that a careless reader compares everything
// with everything. Each is read in about a second; at the square of its
// size it would take minutes.
func TestTimeIsLinearInWhateverASourceRepeats(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const body = "The Assembly,\n\n1. Recalling its earlier work on the matter;\n\n2. URGES governments to act together.\n"
	numbered := func(n int, form string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, form, i+2)
		}
		return b.String()
	}
	for name, source := range map[string]string{
		"superscripts in one line":  body + "\n3. Calls on all " + strings.Repeat("¹", 300_000) + " to act.\n",
		"a front of many lines":     "On the work\n" + strings.Repeat("of the many committees that have met on the matter and of all that they have said on it, for the\n", 2_900) + "matter\n\n## On the work\n\n" + body,
		"labels that slipped":       strings.Replace(body, "2. URGES", numbered(9_900, "Noting the report that\n%d.\nthe committee has made;\n")+"\nURGES", 1),
		"labels at the ends":        strings.Replace(body, "2. URGES", numbered(9_000, "Noting the report that the committee has made; %d.\n")+"\nURGES", 1),
		"notes of one mark":         body + strings.Repeat("\n3. Calls on all^{1} to act.\n\n^{1} See there.\n", 10_000),
		"calls of one note":         body + "\n3. Calls on all " + strings.Repeat("to act^{1} ", 50_000) + "\n\n^{1} See there.\n",
		"brackets":                  body + "\n3. Calls on all " + strings.Repeat("(a) ", 100_000) + "to act.\n",
		"stars and words":           body + "\n3. Calls on all " + strings.Repeat("*a ** b ", 30_000) + " to act.\n",
		"references":                body + "\n3. Calls on all " + strings.Repeat("&amp;", 100_000) + " to act.\n",
		"quotation marks":           strings.Repeat("“The Assembly\n", 40_000) + body,
		"emphasis that divides":     body + "\n3. Calls on all " + strings.Repeat("**a**b ", 30_000) + " to act.\n",
		"unnumbered before seconds": strings.Replace(body, "2. URGES", strings.Repeat("Noting the report;\n\n2. Recalling the plan;\n\n", 6_000)+"URGES", 1),
		"mail quotations":           strings.ReplaceAll("\n"+body+strings.Repeat("2. URGES all to act;\n", 10_000), "\n", "\n> "),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			if _, _, err := Read([]byte(source), Options{Language: "en"}); err != nil {
				t.Log(err)
			}
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%d bytes took %v", len(source), took)
			} else {
				t.Log(len(source), took)
			}
		})
	}
}
