package translation

import (
	"strings"
	"testing"
)

// What AllCurrent says of a page is what Compare says of each block of it.
func TestAPageThatIsAllCurrentIsToldFromItsRecord(t *testing.T) {
	text := func(title, body string) Text {
		return Text{Named: []Block{Named(Field, "title", title), Named(Field, "summary", "S")}, Body: NewSplitter().Split([]byte(body))}
	}
	source, target := text("Help", "## One\n\nTwo \"three\"\n\n- four\n- four\n"), text("Aide", "## Un\n\nDeux\n\n- quatre\n- quatre\n")
	record := string(Accept(Compare(source, target, nil), func(Unit) bool { return true }).Bytes())
	lines := strings.SplitAfter(record, "\n")
	without := func(i int) string { return strings.Join(lines[:i], "") + strings.Join(lines[i+1:], "") }
	cases := map[string]struct {
		source, target Text
		record         string
		want           bool
	}{
		"as it was":                       {source, target, record, true},
		"cosmetic changes":                {text("Help", "One\n---\n\nTwo “three”\n\n* four\n* four\n"), target, record, true},
		"another title":                   {text("Aid", "## One\n\nTwo \"three\"\n\n- four\n- four\n"), target, record, false},
		"another paragraph":               {text("Help", "## One\n\nTwo\n\n- four\n- four\n"), target, record, false},
		"a block more":                    {text("Help", "## One\n\nTwo \"three\"\n\n- four\n- four\n- four\n"), target, record, false},
		"an edited translation":           {source, text("Aide", "## Une\n\nDeux\n\n- quatre\n- quatre\n"), record, false},
		"a translation less":              {source, text("Aide", "## Un\n\nDeux\n\n- quatre\n"), record, false},
		"a line less at the end":          {source, target, without(len(lines) - 2), false},
		"a field's line less":             {source, target, without(4), false},
		"a line twice":                    {source, target, record + lines[len(lines)-2], false},
		"a field twice":                   {source, target, strings.Replace(record, lines[4], lines[4]+lines[4], 1), false},
		"a mark of git":                   {source, target, record + "<<<<<<< ours\n", false},
		"words that are no string":        {source, target, strings.Replace(record, `"four"`, `"fo"ur"`, 1), false},
		"lines as Windows has them":       {source, target, strings.ReplaceAll(record, "\n", "\r\n"), false},
		"no record":                       {source, target, "", false},
		"nothing to translate and nobody": {Text{}, Text{}, record, false},
	}
	for name, tc := range cases {
		if got := AllCurrent(tc.source, tc.target, tc.record); got != tc.want {
			t.Errorf("%s: %v", name, got)
		}
		if !tc.want {
			continue
		}
		parsed, found := ParseRecord([]byte(tc.record))
		for _, u := range Compare(tc.source, tc.target, parsed) {
			if u.State != Current || !u.Recorded || len(found) > 0 {
				t.Errorf("%s: %s is %s", name, u.Source[0].Text, u.State)
			}
		}
	}
}
