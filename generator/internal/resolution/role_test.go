package resolution

import "testing"

// Where a break stands, the lead words have less to say.
func TestABreakEndsThePreambleAtTheNextParagraph(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"two paragraphs in the line behind it": {
			"1. Noting the report of the committee; 2. Requests all to act.\n",
			"<The Assembly,> R1 Recalling its; O1 Noting the; O2 Requests all",
		},
		"a heading behind it": {
			"## EDUCATION\n\n1. Noting the report of the committee;\n\n2. Requests all to act.\n",
			"<The Assembly,> R1 Recalling its; O1 Noting the; O2 Requests all",
		},
		"a page mark behind it": {
			"- 3 -\n\n2. Noting the report of the committee;\n\n3. Requests all to act.\n",
			"<The Assembly,> R1 Recalling its; O2 Noting the; O3 Requests all",
		},
	} {
		t.Run(name, func(t *testing.T) {
			r := readWhole(t, lossHead+"***\n\n"+c.source)
			if got := outline(r.text); got != c.want {
				t.Errorf("\n got %s\nwant %s\nrepairs\n%s", got, c.want, describeRepairs(r.repairs))
			}
		})
	}
}
