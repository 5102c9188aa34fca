package resolution

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestWhatIsNoResolutionIsRefused(t *testing.T) {
	const preamble = "The Assembly,\n\n1. Recalling its work;\n\n"
	for _, c := range []struct{ name, source, want string }{
		{"nothing", " \n\t\n", "resolution-refused-empty"},
		{"a recipe", "Pancakes\n\nTake two eggs and some flour.\n\n1. Beat the eggs with a little milk.\n2. Add the flour.\n3. Bake.", "resolution-refused-few-lead-words"},
		{"a shopping list", "milk\nbread\n", "resolution-refused-no-paragraphs"},
		{"a preamble alone", preamble + "2. Noting the report;\n", "resolution-refused-no-operative"},
		{"two numbers", "RESOLUTION 491\n\n" + preamble + "2. URGES all to act.\n\nRESOLUTION 492\n\n" + preamble + "2. URGES all to rest.",
			"resolution-refused-several at line 9 first=RESOLUTION 491 second=RESOLUTION 492"},
		{"two formulas", "ON VIOLENCE\n\n" + preamble + "2. URGES all to act.\n\nON PEACE\n\n" + preamble + "2. URGES all to rest.",
			"resolution-refused-several at line 11 first=ON VIOLENCE second=ON PEACE"},
		{"a NUL byte", preamble + "2. URGES\x00 all", "resolution-refused-binary at line 5 byte=0x00"},
		{"two encodings", preamble + "2. URGES l’État, \xff all", "resolution-refused-mixed at line 5 byte=0xFF"},
		{"Latin-1", preamble + "2. D\xe9plore", "resolution-refused-encoding at line 5 byte=0xE9"},
		{"UTF-16", "\xff\xfeT\x00h\x00e\x00", "resolution-refused-encoding at line 1 byte=0xFF"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\x00", "resolution-refused-binary at line 3 byte=0x00"},
		{"a novel", strings.Repeat("The night was dark and the old man walked along the river.\n", 40_000), "resolution-refused-few-lead-words"},
		{"a bidi override", preamble + "2. URGES \u202eall", "resolution-refused-direction at line 5 character=U+202E"},
		{"a bidi isolate", "a \u2066b", "resolution-refused-direction at line 1 character=U+2066"},
		{"a line without end", "\n" + strings.Repeat("é", 1_000_001) + "\n", "resolution-refused-line at line 2 length=1000001 limit=1000000"},
		{"too many lines", strings.Repeat("a\n", 50_001), "resolution-refused-lines limit=50000 lines=50001"},
		{"too many bytes", strings.Repeat("a b\n", 3<<20), "resolution-refused-large limit=8388608 size=12582912"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, _, err := Read([]byte(c.source), Options{Language: "en"})
			var refusal *Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("read as %+v, error %v", text, err)
			}
			if err.Error() != c.want {
				t.Errorf("got %q, want %q", err, c.want)
			}
		})
	}
}

// The slowest shapes of input that the limits let through: what is linear
// takes about a second here, what is quadratic would take hours.
func TestLargestInputsAreReadInTime(t *testing.T) {
	head := "The Assembly,\n\n1. Recalling its work;\n\n2. URGES all:\n"
	counted := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i+2)
		}
		return b.String()
	}
	for _, c := range []struct{ name, source string }{
		{"points", head + strings.Repeat("a. to act;\n", 49_000)},
		{"points deep", head + strings.Repeat("a. to act:\n(i) so:\n", 24_000)},
		{"labels alone", head + strings.Repeat("1.\n", 49_000)},
		{"bare paragraphs", head + strings.Repeat("Noting the report;\n\n", 49_000)},
		{"stars", head + strings.Repeat("* ** *** _ ", 80_000)},
		{"open stars", head + strings.Repeat("**a *b ", 120_000)},
		{"hyphens", head + strings.Repeat("imple-\n", 49_000)},
		{"footnotes", head + strings.Repeat("a^{1}", 190_000)},
		{"brackets", head + strings.Repeat("[^", 400_000)},
		{"entities", head + strings.Repeat("&amp;", 190_000)},
		{"headers", head + strings.Repeat("Header of this page\n\n", 49_000)},
		{"long lines", head + strings.Repeat(strings.Repeat("word ", 190_000)+"\n", 8)},
		{"one word", head + strings.Repeat("a", 900_000)},
		{"page marks", head + strings.Repeat("- 3 -\n", 49_000)},
		{"front matter", strings.Repeat("Some title words\n", 49_000) + head},
		{"formulas", strings.Repeat("The Assembly,\n", 49_000) + head},
		{"front matter and a title", strings.Repeat("of the many committees that have met on the matter and of all that they have said on it, for the\n", 2_900) + "\n## On the work\n\n" + head},
		{"superscripts", head + strings.Repeat("¹", 400_000)},
		{"labels that slipped", "The Assembly,\n\n1. Recalling its work;\n" + counted(9_900, "Noting the report that\n%d.\nthe committee has made;\n") + "URGES all to act.\n"},
		{"labels at the ends of lines", "The Assembly,\n\n1. Recalling its work;\n" + counted(9_900, "Noting the report that the committee has made; %d.\n") + "URGES all to act.\n"},
		{"emphasis in words", head + strings.Repeat("**a**b ", 120_000)},
		{"quotation marks", strings.Repeat("“The Assembly\n", 40_000) + head},
		{"labels lost before a second", "The Assembly,\n\n" + strings.Repeat("Noting the report;\n\n2. Recalling the plan;\n\n", 12_000) + "URGES all to act.\n"},
		{"mail", strings.ReplaceAll("\n"+head+strings.Repeat("a. to act;\n", 40_000), "\n", "\n> ")},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			text, repairs, err := Read([]byte(c.source), Options{Language: "en"})
			if err == nil {
				_, err = text.JSON(repairs)
				ParseMarkdown(text.Markdown())
			}
			took := time.Since(start)
			t.Logf("%v, %d bytes, error %.80v", took.Round(time.Millisecond), len(c.source), err)
			// So long only where the time grows with the square of the size, on a
			// busy machine, too: alone, each takes some seconds at most.
			if took > 2*time.Minute {
				t.Errorf("took %v", took)
			}
		})
	}
}
