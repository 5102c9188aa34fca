package translation

import (
	"fmt"
	"strings"
	"testing"
)

// The page of the tests: a paragraph of each kind, in English and French.
const english = `Getting help is your decision.

Nobody may push you to it.

## Medical care

Medical care helps at any time. Some treatments only work when they begin early, see [the guide](https://example.org/a).

## Services

- Belgium: a line that answers every day of the year
- France: a line for women who are victims of violence

The number is 112 in the European Union.

| Country | Hours |
| --- | --- |
| Belgium | all day |

> Everyone has the right to be heard.
`

const french = `Demander de l’aide est votre décision.

Personne ne peut vous y pousser.

## Soins médicaux

Les soins sont utiles à tout moment. Certains traitements n’agissent que tôt, voir [le guide](https://example.org/a).

## Services

- Belgique : une ligne qui répond chaque jour de l’année
- France : une ligne pour les femmes victimes de violences

Le numéro est le 112 dans l’Union européenne.

| Pays | Heures |
| --- | --- |
| Belgique | toute la journée |

> Chacun a le droit d’être entendu.
`

func textOf(body string) Text { return Text{Body: NewSplitter().Split([]byte(body))} }

// states lists what has happened: the state of each unit that is not current,
// with the beginning of its source, or of its translation where it has none.
func states(units []Unit) string {
	var out []string
	for _, u := range units {
		if u.State == Current {
			continue
		}
		blocks := u.Source
		if len(blocks) == 0 {
			blocks = u.Target
		}
		var words []string
		for _, b := range blocks {
			words = append(words, strings.Join(strings.Fields(b.Text)[:min(2, len(strings.Fields(b.Text)))], " "))
		}
		out = append(out, fmt.Sprintf("%s %s", u.State, strings.Join(words, "+")))
	}
	return strings.Join(out, "; ")
}

// accepted is the record of a translation whose every block was accepted.
func accepted(source, target string) *Record {
	return Accept(Compare(textOf(source), textOf(target), nil), func(Unit) bool { return true })
}

func TestBlocksOfATranslationAreAdoptedByStructure(t *testing.T) {
	units := Compare(textOf(english), textOf(french), nil)
	if got := Count(units); got != (Counts{Current: 11}) {
		t.Errorf("got %+v: %s", got, states(units))
	}
	for _, u := range units {
		if u.Recorded {
			t.Errorf("%q counts as recorded", u.Source[0].Text)
		}
	}
}

func TestWhatCannotBePairedWithoutGuessingIsLeft(t *testing.T) {
	for _, tc := range []struct{ name, source, target, want string }{
		{"one of two equal paragraphs", "A one.\n\nB two.\n", "Un.\n", "orphan Un.; missing A one.; missing B two."},
		{"the number says which", "A one.\n\nB 112 two.\n", "Deux 112.\n", "missing A one."},
		{"headings hold the rest apart", "## H\n\nA one.\n\n## I\n\nB two.\n", "## H\n\n## I\n\nDeux.\n", "missing A one."},
		{"digits of other scripts", "A 5.\n\nB 112 two.\n", "ب ١١٢\n", "missing A 5."},
	} {
		if got := states(Compare(textOf(tc.source), textOf(tc.target), nil)); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}

// An edit of the source, and what it makes of each block of a translation that
// was accepted before.
func TestAnEditOfTheSourceMakesStaleWhatItChanges(t *testing.T) {
	replace := func(old, new string) func(string) string {
		return func(s string) string {
			if !strings.Contains(s, old) {
				t.Fatalf("the page does not say %q", old)
			}
			return strings.Replace(s, old, new, 1)
		}
	}
	for _, tc := range []struct {
		name string
		edit func(string) string
		want string
	}{
		{"nothing", func(s string) string { return s }, ""},
		{"white space", replace("is your decision", "is\nyour   decision"), ""},
		{"typographic quotes", replace("Everyone has the right", "“Everyone” has the right"), "outdated “Everyone” has"},
		{"a link's target", replace("https://example.org/a", "https://example.org/b"), ""},
		{"a link's target with a title", replace("(https://example.org/a)", `(https://example.org/b "Guide")`), ""},
		{"wording", replace("helps at any time", "helps always"), "outdated Medical care"},
		{"a number", replace("112", "113"), "outdated The number"},
		{"a heading's level", replace("## Services", "### Services"), ""},
		{"a heading's words", replace("## Services", "## Lines"), "outdated Lines"},
		{"added paragraph", replace("## Services", "A new paragraph stands here now.\n\n## Services"), "missing A new"},
		{"added item", replace("- France", "- Croatia: a line in three languages\n- France"), "missing Croatia: a"},
		{"deleted paragraph", replace("The number is 112 in the European Union.\n\n", ""), "orphan Le numéro"},
		{"deleted item", replace("- France: a line for women who are victims of violence\n", ""), "orphan France :"},
		{"moved paragraph", func(s string) string {
			return replace("Getting help is your decision.\n\n", "")(s) + "\nGetting help is your decision.\n"
		}, ""},
		{"moved and reworded", func(s string) string {
			return replace("The number is 112 in the European Union.\n\n", "")(s) + "\nThe number is 112 in the whole European Union.\n"
		}, "outdated The number"},
		{"moved item", replace("- Belgium: a line that answers every day of the year\n- France: a line for women who are victims of violence\n", "- France: a line for women who are victims of violence\n- Belgium: a line that answers every day of the year\n"), ""},
		{"split paragraph", replace("any time. Some", "any time.\n\nSome"), ""},
		{"split and reworded", replace("any time. Some treatments only", "any time.\n\nA few treatments only"), "outdated Medical care+A few"},
		{"merged items", replace("every day of the year\n- France", "every day of the year France"), ""},
		{"merged paragraphs", replace("decision.\n\nNobody", "decision. Nobody"), ""},
		{"merged and reworded", replace("decision.\n\nNobody may", "decision. Nobody can"), "outdated Getting help"},
		{"a heading taken out between paragraphs that are merged", replace("push you to it.\n\n## Medical care\n\nMedical", "push you to it. Medical"), "outdated Nobody may"},
		{"a paragraph replaced", replace("The number is 112 in the European Union.", "Nobody needs to decide about anything on this very day."), "orphan Le numéro; missing Nobody needs"},
		{"a cell of a table", replace("all day", "always"), "outdated | Belgium"},
		{"a paragraph becomes an item", replace("The number is", "- The number is"), ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			record := accepted(english, french)
			if got := states(Compare(textOf(tc.edit(english)), textOf(french), record)); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestEditingATranslationNeverMakesItCurrent(t *testing.T) {
	record := accepted(english, french)
	now := strings.Replace(english, "any time", "all times", 1)
	edited := strings.Replace(french, "à tout moment", "toujours", 1)
	if got := states(Compare(textOf(now), textOf(edited), record)); got != "outdated Medical care" {
		t.Errorf("got %q", got)
	}
	// What was current stays so.
	if got := states(Compare(textOf(english), textOf(edited), record)); got != "" {
		t.Errorf("an edit of the translation alone: %q", got)
	}
	// A block that was typed in is not current before somebody says so.
	added := strings.Replace(english, "## Services", "A new one.\n\n## Services", 1)
	typed := strings.Replace(french, "## Services", "Un nouveau.\n\n## Services", 1)
	units := Compare(textOf(added), textOf(typed), record)
	if got := states(units); got != "outdated A new" {
		t.Errorf("a typed block: %q", got)
	}
	again := Accept(units, func(Unit) bool { return true })
	if got := states(Compare(textOf(added), textOf(typed), again)); got != "" {
		t.Errorf("after it was accepted: %q", got)
	}
}

func TestAcceptingOneBlockLeavesTheOthers(t *testing.T) {
	record := accepted(english, french)
	now := strings.NewReplacer("any time", "all times", "all day", "always").Replace(english)
	units := Compare(textOf(now), textOf(french), record)
	some := Accept(units, func(u Unit) bool { return u.Source[0].Kind == Row })
	if got := states(Compare(textOf(now), textOf(french), some)); got != "outdated Medical care" {
		t.Errorf("got %q", got)
	}
	if u := Compare(textOf(now), textOf(french), some)[3]; len(u.Was) != 1 || !strings.Contains(u.Was[0], "any time") {
		t.Errorf("what it was made from is lost: %q", u.Was)
	}
}

func TestARecordIsReadBackAsItWasWritten(t *testing.T) {
	r := accepted(english, french)
	r.Entries = append(r.Entries, Entry{Name: "a key %", Kind: Field, Source: Hash("x"), Target: Hash("y"), Was: "x"})
	data := r.Bytes()
	back, found := ParseRecord(data)
	if len(found) > 0 {
		t.Fatalf("%+v", found)
	}
	if string(back.Bytes()) != string(data) {
		t.Errorf("wrote\n%s\nread\n%s", data, back.Bytes())
	}
	for _, tc := range []struct{ from, to, want string }{
		{"decision", "decisions", "provenance-changed"},
		{"paragraph \"Getting", "paragraph Getting", "provenance-line"},
		{"# What", "# what", ""},
	} {
		damaged, found := ParseRecord([]byte(strings.Replace(string(data), tc.from, tc.to, 1)))
		if found = append(found, damaged.Verify()...); (len(found) > 0) != (tc.want != "") || tc.want != "" && found[0].ID != tc.want {
			t.Errorf("%q for %q: %+v", tc.to, tc.from, found)
		}
	}
	if _, found := ParseRecord([]byte("<<<<<<< ours\n" + string(data))); len(found) != 1 || found[0].ID != "provenance-conflict" {
		t.Errorf("a conflict of git: %+v", found)
	}
}

func TestFieldsAreFollowedByName(t *testing.T) {
	source := Text{Named: []Block{Named(Field, "title", "Help"), Named(Field, "summary", "Whom to ask")}}
	target := Text{Named: []Block{Named(Field, "title", "Aide"), Named(Field, "contentNote", "Note")}}
	units := Compare(source, target, nil)
	if got := states(units); got != "missing Whom to; orphan Note" {
		t.Errorf("got %q", got)
	}
	record := Accept(units, func(Unit) bool { return true })
	source.Named[0].Text = "Getting help"
	if got := states(Compare(source, target, record)); got != "outdated Getting help; missing Whom to; orphan Note" {
		t.Errorf("after an edit: %q", got)
	}
}

func TestTheSameWordsTwiceOnAPageAreTwoBlocks(t *testing.T) {
	source, target := "## A\n\nRead more.\n\n## B\n\nRead more.\n", "## A\n\nPlus.\n\n## B\n\nPlus.\n"
	record := accepted(source, target)
	now := strings.Replace(source, "Read more.", "Read this.", 1)
	if got := states(Compare(textOf(now), textOf(target), record)); got != "outdated Read this." {
		t.Errorf("got %q", got)
	}
}
