package resolution

import "testing"

func TestTheFormOfALabelIsWhatIsPrinted(t *testing.T) {
	for _, c := range []struct {
		source, form, rest string
		escaped            bool
	}{
		{"1. Recalling", "1.", "Recalling", false},
		{`1\. Recalling`, `1\.`, "Recalling", true},
		{`3\.1\. to act`, `3\.1\.`, "to act", true},
		{`\(a\) to act`, `\(a\)`, "to act", true},
		{`(a) see 1\. above`, "(a)", `see 1\. above`, false},
		{`1\. see 2\. above`, `1\.`, `see 2\. above`, true},
		{"**1.** Recalling", "**1.**", "Recalling", false},
		{`**1\.** Recalling`, `**1\.**`, "Recalling", true},
		{"**1. Recalling** it", "1.", "**Recalling** it", false},
		{`**1\. Recalling** it`, `1\.`, "**Recalling** it", true},
		{"**(a) to act**", "(a)", "**to act**", false},
		{"***ж. Recalling***", "ж.", "***Recalling***", false},
		{"1.Recalling", "1.", "Recalling", false},
		{"I. – Recalling", "I. –", "Recalling", false},
		{`I\.  – Recalling`, `I\.  –`, "Recalling", true},
		{`1\.`, `1\.`, "", true},
	} {
		l := readLabel(c.source)
		if !l.ok() || l.form != c.form || l.rest != c.rest || l.escaped != c.escaped {
			t.Errorf("%s: %d readings, form %q, rest %q, escaped %v", c.source, len(l.readings), l.form, l.rest, l.escaped)
		}
	}
}
