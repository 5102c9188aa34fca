package translation

import (
	"strings"
	"testing"
)

// marked writes differences as git does.
func marked(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		switch p.Change {
		case Gone:
			b.WriteString("[-" + p.Text + "-]")
		case New:
			b.WriteString("{+" + p.Text + "+}")
		default:
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestDifferencesAreMarkedWordByWord(t *testing.T) {
	for _, tc := range [][3]string{
		{"You are not alone.", "You are not alone.", "You are not alone."},
		{"You are not alone.", "You are never alone.", "You are [-not-]{+never+} alone."},
		{"Ask today.", "Ask.", "Ask[- today-]."},
		{"Ask.", "Ask them today!", "Ask[-.-]{+ them today!+}"},
		{"one two three four", "one drei vier four", "one [-two three-]{+drei vier+} four"},
		{"a, b", "a; b", "a[-,-]{+;+} b"},
		{"", "new", "{+new+}"},
		{"old", "", "[-old-]"},
		{"", "", ""},
		{"Call 112 now", "Call 113 now", "Call [-112-]{+113+} now"},
		{"See [help](/help/).", "See [help](/aid/).", "See [help](/[-help-]{+aid+}/)."},
		{"don’t go", "don't  go", "don't  go"},
		{"他们来了", "他们走了", "他们[-来-]{+走+}了"},
		{"first\nsecond", "first\nthird", "first\n[-second-]{+third+}"},
		{"The cat sat on the mat", "On the mat sat the cat", "[-The cat sat on-]{+On+} the mat{+ sat the cat+}"},
	} {
		pieces := Differences(tc[0], tc[1])
		got := marked(pieces)
		if got != tc[2] {
			t.Errorf("%q, %q:\ngot  %s\nwant %s", tc[0], tc[1], got, tc[2])
		}
		var now, was strings.Builder
		for _, p := range pieces {
			if p.Change != Gone {
				now.WriteString(p.Text)
			}
			if p.Change != New {
				was.WriteString(p.Text)
			}
		}
		if now.String() != tc[1] || Normalize(was.String()) != Normalize(tc[0]) {
			t.Errorf("%q, %q: pieces are of %q and %q", tc[0], tc[1], was.String(), now.String())
		}
	}
}

func TestLongTextsAreComparedInBoundedWork(t *testing.T) {
	old, new := strings.Repeat("a b ", 20_000), strings.Repeat("c d ", 20_000)
	if got := marked(Differences(old, new)); got != "[-"+strings.TrimSpace(old)+"-]{+"+strings.TrimSpace(new)+"+} " {
		t.Errorf("got %s", got[:100])
	}
}
