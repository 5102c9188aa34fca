package project

import (
	"testing"
	"time"
)

func TestACheckCountsForItsShelfLife(t *testing.T) {
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, tc := range []struct {
		name, checked, by string
		today             time.Time
		want              HelplineState
		left              int
	}{
		{"on the day", "2026-01-01", "A", day("2026-01-01"), HelplineCurrent, 90},
		{"in the evening of the last day", "2026-01-01", "A", day("2026-04-01").Add(23 * time.Hour), HelplineCurrent, 0},
		{"the day after", "2026-01-01", "A", day("2026-04-02"), HelplineExpired, -1},
		{"before it", "2026-01-02", "A", day("2026-01-01"), HelplineUnconfirmed, 0},
		{"by nobody", "2026-01-01", "", day("2026-01-01"), HelplineUnconfirmed, 0},
		{"never", "", "A", day("2026-01-01"), HelplineUnconfirmed, 0},
		{"on no day", "2026-02-30", "A", day("2026-03-01"), HelplineUnconfirmed, 0},
		{"nobody knows the day", "2026-01-01", "A", time.Time{}, HelplineUnconfirmed, 0},
	} {
		h := &Helpline{Numbers: []HelplineNumber{{"call", "3919"}}, Checked: tc.checked, CheckedBy: tc.by}
		if state, left := h.StateOn(tc.today, 90); state != tc.want || left != tc.left {
			t.Errorf("%s: %s, %d days left", tc.name, state, left)
		}
	}
}

func TestANumberIsFoundHoweverItsDigitsAreParted(t *testing.T) {
	long, short := HelplineNumber{"call", "0800 98 100"}, HelplineNumber{"call", "1888"}
	for text, want := range map[string]bool{
		"Call 0800 98 100.": true, "080098100": true, "0800-98-100": true, "0800 98 100": true,
		"٠٨٠٠ ٩٨ ١٠٠": true, "112, 0800.98.100": true, "112 0800 98 100 113": true,
		"0800 98 1000": false, "10800 98 100": false, "0800 98": false,
		// What readers do not see between digits, and other ways to part them.
		"0800 **98** 100": true, "0800&nbsp;98&#160;100": true, "&#48;800 98 100": true, "0800\u200b98\u00ad100": true,
		"0800 {{< name >}}98{{< /name >}} 100": true, "0800<!-- -->98100": true, "0800, 98, 100": true, "| 0800 | 98 | 100 |": true,
		"0800・98・100": true, "0800 (98) 100": true, "0800_98_100": true,
		// As it is dialled from abroad, or without what stands before it at home.
		"+32 800 98 100": true, "+32 (0)800 98 100": true, "+3280098100": true, "0032 800 98 100": true, "tel:+3280098100": true,
		"800 98 100": true, "+32 800 98 1001": false, "+32 98 100": false, "5800 98 100": false,
	} {
		if long.In(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
	if !short.In("Ring 18 88 or 112") || short.In("In 21888 cases") {
		t.Error("a short number is not found as such")
	}
}

func TestAnAmericanNumberIsFoundWithoutItsCode(t *testing.T) {
	line := HelplineNumber{"call", "1-888-933-9007"}
	for text, want := range map[string]bool{"(888) 933-9007": true, "+1 888 933 9007": true, "888.933.9007": true, "933-9007": false} {
		if line.In(text) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestNumbersCanBeDialled(t *testing.T) {
	for number, want := range map[string]bool{
		"016": true, "15-47": true, "1-888-933-9007": true, "+33 1 42 34 56 78": true, "800 120 002": true,
		"12": false, "+0 123 456 789": false, "+1 234": false, "0800  98": false, "800 HELP": false, "": false,
		"1234 5678 9012 3456": false, "(800) 120 002": false,
	} {
		if (HelplineNumber{"call", number}).Valid() != want {
			t.Errorf("%q: %v", number, !want)
		}
	}
}
