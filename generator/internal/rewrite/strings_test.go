package rewrite_test

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"resolutionsite/generator/internal/rewrite"
)

// order is the keys of the reference catalogue in the tests.
var order = []string{"skip", "nav", "points", "pages", "foot.note"}

func form(key, category, text string) rewrite.StringEdit {
	return rewrite.StringEdit{Key: key, Category: category, Text: text}
}

func TestStringsChangeInPlace(t *testing.T) {
	for _, tc := range []struct {
		name, file, want string
		edits            []rewrite.StringEdit
	}{
		{
			"basic, with a comment behind it", "# head\n\n# Page\nskip = \"old\" # keep \"me\"\nnav=\"n\"\n",
			"# head\n\n# Page\nskip = \"a \\\"b\\\" \\\\c\" # keep \"me\"\nnav=\"n\"\n",
			[]rewrite.StringEdit{form("skip", "", `a "b" \c`)},
		},
		{"literal stays literal", "nav = 'old'\n", "nav = 'a \"b\" \\c'\n", []rewrite.StringEdit{form("nav", "", `a "b" \c`)}},
		{"literal that cannot hold it", "nav = 'old'\n", "nav = \"it's\"\n", []rewrite.StringEdit{form("nav", "", "it's")}},
		{"dotted forms", "points.one = \"a\"\npoints.other = \"b\"\n", "points.one = \"a\"\npoints.other = \"c\"\n", []rewrite.StringEdit{form("points", "other", "c")}},
		{"table", "[points]\n  one = \"a\"\n  other = 'b'\n", "[points]\n  one = \"x\"\n  other = 'b'\n", []rewrite.StringEdit{form("points", "one", "x")}},
		{"inline table", "points = { one = \"a\", other = \"b\" }\n", "points = { one = \"x\", other = \"b\" }\n", []rewrite.StringEdit{form("points", "one", "x")}},
		{"quoted key", "\"foot.note\" = \"a\"\n", "\"foot.note\" = \"b\"\n", []rewrite.StringEdit{form("foot.note", "", "b")}},
		{"several lines", "nav = \"\"\"\na\nb\"\"\" # c\n", "nav = \"\"\"\nx \"y\"\n\\\\z\\\"\"\"\" # c\n", []rewrite.StringEdit{form("nav", "", "x \"y\"\n\\z\"")}},
		{"several lines, literal", "nav = '''\na\nb'''\n", "nav = '''\nx\n'y\\z'''\n", []rewrite.StringEdit{form("nav", "", "x\n'y\\z")}},
		{"line ends of Windows", "skip = \"\"\"a\r\nb\"\"\"\r\nnav = \"n\"\r\n", "skip = \"c\\nd\"\r\nnav = \"n\"\r\n", []rewrite.StringEdit{form("skip", "", "c\nd")}},
		{"mark and no last line end", "\ufeffnav = \"n\"", "\ufeffnav = \"m\"", []rewrite.StringEdit{form("nav", "", "m")}},
		{"the form other of a string without forms", "nav = \"n\"\n", "nav = \"m\"\n", []rewrite.StringEdit{form("nav", "other", "m")}},
		{"a string written as its form other", "nav.other = \"n\"\n", "nav.other = \"m\"\n", []rewrite.StringEdit{form("nav", "", "m")}},
	} {
		t.Run(tc.name, func(t *testing.T) { wantStrings(t, tc.file, tc.edits, tc.want) })
	}
}

func wantStrings(t *testing.T, file string, edits []rewrite.StringEdit, want string) {
	t.Helper()
	got, err := rewrite.Strings([]byte(file), edits, order)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestMissingStringsStandWhereTheReferenceHasThem(t *testing.T) {
	for _, tc := range []struct {
		name, file, want string
		edits            []rewrite.StringEdit
	}{
		{
			"behind the one before", "# A\nskip = \"s\" # c\n\n# B\npages = \"p\"\n", "# A\nskip = \"s\" # c\nnav = \"n\"\npoints.one = \"1\"\npoints.other = \"2\"\n\n# B\npages = \"p\"\n",
			[]rewrite.StringEdit{form("points", "other", "2"), form("nav", "", "n"), form("points", "one", "1")},
		},
		{"before the one behind", "# A\n\n# B\npages = \"p\"\n", "# A\n\n# B\nnav = \"n\"\npages = \"p\"\n", []rewrite.StringEdit{form("nav", "", "n")}},
		{"behind all forms of the one before", "points.one = \"1\"\npoints.other = \"2\"\nx = \"\"\n", "points.one = \"1\"\npoints.other = \"2\"\npages = \"p\"\nx = \"\"\n", []rewrite.StringEdit{form("pages", "", "p")}},
		{"unknown to the reference", "nav = \"n\"\nskip = \"s\"\n", "nav = \"n\"\nskip = \"s\"\nnew = \"x\"\n", []rewrite.StringEdit{form("new", "", "x")}},
		{"no last line end", "nav = \"n\"", "nav = \"n\"\npages = \"p\"", []rewrite.StringEdit{form("pages", "", "p")}},
		{"line ends of Windows", "nav = \"n\"\r\n", "nav = \"n\"\r\npages = \"p\"\r\n", []rewrite.StringEdit{form("pages", "", "p")}},
		{"a key with a dot", "nav = \"n\"\n", "nav = \"n\"\n\"foot.note\" = \"f\"\n", []rewrite.StringEdit{form("foot.note", "", "f")}},
		{"among keys in quotes", "\"nav\" = \"n\"\n", "\"nav\" = \"n\"\n\"pages\" = \"f\"\n", []rewrite.StringEdit{form("pages", "", "f")}},
		{"empty file", "", "nav = \"n\"\n", []rewrite.StringEdit{form("nav", "", "n")}},
		{"comment only", "# head\n", "# head\n\nnav = \"n\"\n", []rewrite.StringEdit{form("nav", "", "n")}},
		{"never in a table", "# head\n\n# T\n[points]\none = \"1\"\n", "# head\n\nskip = \"s\"\npages = \"p\"\n\n# T\n[points]\none = \"1\"\n", []rewrite.StringEdit{form("pages", "", "p"), form("skip", "", "s")}},
		{"as a table behind a table", "[points]\none = \"1\"\n\n[zzz]\nother = \"z\"\n", "[points]\none = \"1\"\n\n[pages]\nother = \"p\"\n\n[zzz]\nother = \"z\"\n", []rewrite.StringEdit{form("pages", "other", "p")}},
	} {
		t.Run(tc.name, func(t *testing.T) { wantStrings(t, tc.file, tc.edits, tc.want) })
	}
}

func TestMissingFormsStandInTheOrderOfCLDR(t *testing.T) {
	edits := []rewrite.StringEdit{form("points", "many", "m"), form("points", "zero", "z"), form("points", "few", "f")}
	for _, tc := range []struct{ name, file, want string }{
		{"dotted", "points.one = \"1\"\npoints.other = \"o\"\nx = \"\"\n", "points.zero = \"z\"\npoints.one = \"1\"\npoints.few = \"f\"\npoints.many = \"m\"\npoints.other = \"o\"\nx = \"\"\n"},
		{"table", "[points]\n one = \"1\"\n other = \"o\"\n", "[points]\n zero = \"z\"\n one = \"1\"\n few = \"f\"\n many = \"m\"\n other = \"o\"\n"},
		{"inline table", "points = {one = \"1\", other = \"o\"}\n", "points = {zero = \"z\", one = \"1\", few = \"f\", many = \"m\", other = \"o\"}\n"},
		{"empty inline table", "points = {}\n", "points = { zero = \"z\", few = \"f\", many = \"m\"}\n"},
		{"empty table", "[points]\n[x]\n", "[points]\nzero = \"z\"\nfew = \"f\"\nmany = \"m\"\n[x]\n"},
		{"described only", "points.description = \"d\"", "points.description = \"d\"\npoints.zero = \"z\"\npoints.few = \"f\"\npoints.many = \"m\""},
		{"no forms so far", "points = \"o\" # c\n", "points.zero = \"z\"\npoints.few = \"f\"\npoints.many = \"m\"\npoints.other = \"o\" # c\n"},
		{"the next string in front", "pages = \"p\"\npoints.one = \"1\"\n", "pages = \"p\"\npoints.zero = \"z\"\npoints.one = \"1\"\npoints.few = \"f\"\npoints.many = \"m\"\n"},
	} {
		t.Run(tc.name, func(t *testing.T) { wantStrings(t, tc.file, edits, tc.want) })
	}
}

func TestStringsThatCannotBeWrittenAreRefused(t *testing.T) {
	for _, tc := range []struct {
		name, file, id string
		edits          []rewrite.StringEdit
	}{
		{"no TOML", "nav = n\n", "rewrite-toml", []rewrite.StringEdit{form("nav", "", "x")}},
		{"a number", "nav = 1\n", "rewrite-string-kind", []rewrite.StringEdit{form("nav", "", "x")}},
		{"tables in a table", "[nav.x]\ny = \"1\"\n", "rewrite-string-kind", []rewrite.StringEdit{form("nav", "one", "x")}},
		{"a list of tables", "[[nav]]\ny = \"1\"\n", "rewrite-string-kind", []rewrite.StringEdit{form("nav", "", "x")}},
		{"no plural form", "", "rewrite-string-category", []rewrite.StringEdit{form("nav", "lots", "x")}},
		{"one text for several forms", "nav.one = \"1\"\nnav.other = \"2\"\n", "rewrite-string-forms", []rewrite.StringEdit{form("nav", "", "x")}},
		{"twice", "", "rewrite-twice", []rewrite.StringEdit{form("nav", "", "x"), form("nav", "", "y")}},
		{"control character", "", "rewrite-characters", []rewrite.StringEdit{form("nav", "", "x\x00")}},
		{"not UTF-8", "", "rewrite-characters", []rewrite.StringEdit{form("nav", "", "x\xff")}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, err := rewrite.Strings([]byte(tc.file), tc.edits, order)
			wantFault(t, got, err, tc.id)
		})
	}
}

func wantFault(t *testing.T, got []byte, err error, id string) {
	t.Helper()
	var fault *rewrite.Error
	if !errors.As(err, &fault) || fault.ID != id || got != nil {
		t.Errorf("%q, %v, want %s", got, err, id)
	}
}

// catalogues are those of the project, by their names.
func catalogues(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("../../../i18n/*.toml")
	if err != nil || len(files) == 0 {
		t.Fatal("no catalogues", err)
	}
	all := map[string][]byte{}
	for _, f := range files {
		if all[filepath.Base(f)], err = os.ReadFile(f); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func editsOf(t testing.TB, data []byte) []rewrite.StringEdit {
	t.Helper()
	var values map[string]any
	if err := toml.Unmarshal(data, &values); err != nil {
		t.Fatal(err)
	}
	var edits []rewrite.StringEdit
	for _, key := range slices.Sorted(maps.Keys(values)) {
		switch v := values[key].(type) {
		case string:
			edits = append(edits, form(key, "", v))
		case map[string]any:
			for _, category := range slices.Sorted(maps.Keys(v)) {
				edits = append(edits, form(key, category, v[category].(string)))
			}
		}
	}
	return edits
}

func TestStringsThatSayTheSameChangeNoByte(t *testing.T) {
	for name, data := range catalogues(t) {
		got, err := rewrite.Strings(data, editsOf(t, data), nil)
		if err != nil || !bytes.Equal(got, data) {
			t.Errorf("%s has changed: %v", name, err)
		}
	}
}

// A catalogue that has lost any of its lines gets them back where they were, but
// for the borders between its parts, which the order of keys does not tell.
func TestLostStringsComeBackToTheirPlaces(t *testing.T) {
	for name, data := range catalogues(t) {
		var keys []string
		lines := slices.Collect(bytes.Lines(data))
		for _, line := range lines {
			if key, _, ok := strings.Cut(string(line), " = "); ok && line[0] != '#' {
				key, _, _ = strings.Cut(key, ".")
				keys = append(keys, key)
			}
		}
		edits := editsOf(t, data)
		for i, line := range lines {
			inside := i > 0 && len(bytes.TrimSpace(lines[i-1])) > 0 && lines[i-1][0] != '#'
			if line[0] == '#' || !bytes.Contains(line, []byte(" = ")) || !inside {
				continue
			}
			damaged := bytes.Join(slices.Delete(slices.Clone(lines), i, i+1), nil)
			got, err := rewrite.Strings(damaged, edits, keys)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, data) {
				t.Fatalf("%s without line %d: %s", name, i+1, line)
			}
		}
	}
}

// oddTexts are texts that files of one kind or another do not hold as they are.
var oddTexts = []string{
	"", " ", "a", "it's", `say "x" \ y`, "a\nb", "\n", "a\n\nb\n", "\ta", "'''", `"""`, "a: b", "a #b", "#a", "- a", "[a", "{a}", "no", "12", "1.5", "null", "~", "@a", "`a`", "%a", "|", ">", "&a", "*a", "!a", "a:", "?", "---", "2024-11-25",
	"\u2028", "\u00a0a\u202f", "\ufeff", "العربية", "😀", "{{ .Count }}", strings.Repeat("long ", 100),
}

func TestAnyTextsAreReadBackFromACatalogue(t *testing.T) {
	const file = "basic = \"b\"\nliteral = 'l'\nlines = \"\"\"\nx\ny\"\"\"\nraw = '''x\ny'''\nforms.one = \"1\"\nin = { one = \"1\" }\n\n[table]\none = \"1\"\n"
	for _, text := range oddTexts {
		for _, newline := range []string{"\n", "\r\n"} {
			edits := []rewrite.StringEdit{
				form("basic", "", text), form("literal", "", text), form("lines", "", text), form("raw", "", text), form("forms", "one", text),
				form("in", "few", text), form("table", "other", text), form("new", "", text), form("new forms", "many", text),
			}
			got, err := rewrite.Strings([]byte(strings.ReplaceAll(file, "\n", newline)), edits, order)
			if err != nil {
				t.Errorf("%q: %v", text, err)
				continue
			}
			for _, e := range edits {
				if !slices.Contains(editsOf(t, got), e) {
					t.Errorf("%q is not read back as %v", got, e)
				}
			}
		}
	}
}

func FuzzStrings(f *testing.F) {
	for _, seed := range []string{
		"nav = \"n\"\n", "[points]\none = '1'\n\n[nav]\nother=\"x\"", "points = { one = \"1\" }\r\nnav.other = \"\"\"\r\na\"\"\" # c\r\n",
		"\ufeff# c\n\"points\".one = \"1\"\n", "[[nav]]\n[nav.x]\n", "points.description = 'd'\n", "[a.b]\nx = [1, {c = 2}]\nnav = 1979-05-27\n", "points = {\n # c\n one = \"1\",\n}",
	} {
		f.Add([]byte(seed), "a \"b\"\n\\c'", "nav", "points")
	}
	f.Fuzz(func(t *testing.T, data []byte, text, plain, plural string) {
		defer endsSoon(t, data, text, plain, plural)()
		edits := []rewrite.StringEdit{form(plain, "", text), form(plural, "one", text), form(plural, "few", text+"x")}
		got, err := rewrite.Strings(data, edits, []string{"skip", plural, plain})
		if err != nil {
			return
		}
		var values map[string]any
		if err := toml.Unmarshal(bytes.TrimPrefix(got, []byte("\ufeff")), &values); err != nil {
			t.Fatalf("%v\n%s", err, got)
		}
		read := values[plain]
		if forms, ok := read.(map[string]any); ok {
			read = forms["other"]
		}
		if read != text || values[plural].(map[string]any)["one"] != text {
			t.Errorf("%q: %v", got, values)
		}
		again, err := rewrite.Strings(got, edits, nil)
		if err != nil || !bytes.Equal(again, got) {
			t.Errorf("again: %v\n%q\n%q", err, got, again)
		}
	})
}
