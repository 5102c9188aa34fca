package project

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAStringGetsNewWordsAndNothingElseChanges(t *testing.T) {
	const file = "# Head\n\n# Every page\na = \"A\" # note\nb = 'B'\n\nc.one = \"{{ .Count }} c\"\nc.other = \"\"\"\nmany\"\"\"\nd = { one = \"x\", other = \"y\" }\n\n[e]\n  one = \"z\"\n  other = \"zz\"\n"
	order := []string{"a", "a2", "b", "c", "d", "e", "f"}
	for _, tc := range []struct {
		edit     StringEdit
		old, new string
	}{
		{StringEdit{"a", "", "N"}, `"A"`, `"N"`},
		{StringEdit{"a", "", "say \"x\" \\ y"}, `"A"`, `"say \"x\" \\ y"`},
		{StringEdit{"b", "", "N"}, `'B'`, `"N"`},
		{StringEdit{"c", "other", "N"}, "\"\"\"\nmany\"\"\"", `"N"`},
		{StringEdit{"c", "few", "N"}, "c.other", "c.few = \"N\"\nc.other"},
		{StringEdit{"c", "zero", "N"}, "c.one", "c.zero = \"N\"\nc.one"},
		{StringEdit{"d", "one", "N"}, `"x"`, `"N"`},
		{StringEdit{"d", "many", "N"}, `"x"`, `"x", many = "N"`},
		{StringEdit{"e", "other", "N"}, `"zz"`, `"N"`},
		{StringEdit{"e", "two", "N"}, "\"z\"\n", "\"z\"\ntwo = \"N\"\n"},
		{StringEdit{"a2", "", "N"}, "# note\n", "# note\na2 = \"N\"\n"},
		{StringEdit{"f", "few", "N"}, "\"y\" }\n", "\"y\" }\nf.few = \"N\"\n"},
		{StringEdit{"a", "", "A"}, "", ""},
	} {
		for _, newline := range []string{"\n", "\r\n"} {
			src := strings.ReplaceAll(file, "\n", newline)
			got, err := SetStrings([]byte(src), []StringEdit{tc.edit}, order)
			if want := strings.ReplaceAll(strings.Replace(file, tc.old, tc.new, 1), "\n", newline); err != nil || string(got) != want {
				t.Errorf("%v: %v\n%s", tc.edit, err, got)
			}
		}
	}
	for _, empty := range []string{"", "# Head\n", "# Head", "\ufeff# Head\n", "[x]\none = \"y\"\n"} {
		got, err := SetStrings([]byte(empty), []StringEdit{{"a", "", "A"}, {"b", "one", "B"}}, order)
		if err != nil || !strings.Contains(string(got), "a = \"A\"\nb.one = \"B\"\n") {
			t.Errorf("%q: %v\n%s", empty, err, got)
		}
	}
	for _, wrong := range []StringEdit{{"a", "one", "N"}, {"c", "", "N"}} {
		if got, err := SetStrings([]byte(file), []StringEdit{wrong}, order); err == nil {
			t.Errorf("%v was put in:\n%s", wrong, got)
		}
	}
}

// Whatever the words and the catalogue, they are read back, and the other
// strings stay.
func TestAnyWordsAreReadBackFromACatalogue(t *testing.T) {
	files, _ := filepath.Glob("../../../i18n/*.toml")
	random := rand.New(rand.NewPCG(1, 2))
	signs := []rune("ab é\"'\\:#-[]{}=\n\t\x01яع")
	for _, name := range files {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found, err := catalogStrings(file)
		if err != nil || len(found) == 0 {
			t.Fatal(name, err)
		}
		for _, s := range found {
			e := StringEdit{Key: s.path[0]}
			if len(s.path) == 2 {
				e.Category = s.path[1]
			}
			if same, err := SetStrings(file, []StringEdit{{e.Key, e.Category, s.text}}, nil); err != nil || string(same) != string(file) {
				t.Fatalf("%s: the same words changed the file (%v)", s.path, err)
			}
			text := make([]rune, random.IntN(12))
			for i := range text {
				text[i] = signs[random.IntN(len(signs))]
			}
			e.Text = string(text)
			if _, err := SetStrings(file, []StringEdit{e}, nil); err != nil {
				t.Fatalf("%s %q: %v", s.path, e.Text, err)
			}
		}
	}
}
