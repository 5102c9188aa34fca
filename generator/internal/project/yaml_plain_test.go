package project

import (
	"reflect"
	"testing"
)

// samePlain holds a front matter that is read as plain to what the YAML parser
// makes of it.
func samePlain(t *testing.T, src string) (plain bool) {
	t.Helper()
	got, plain := plainYAML(src, 1)
	if !plain {
		return false
	}
	if want, found := anyYAML([]byte(src), 1, maxFrontMatter); len(found) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("%q:\ngot  %+v\nwant %+v, %v", src, got, want, found)
	}
	return true
}

func TestPlainFrontMatterIsReadAsYAMLIs(t *testing.T) {
	for _, src := range []string{
		"title: Help\n", "title: Help", "title: Help\nsummary: Where to turn, and how to use these pages safely.\nreview: unreviewed\n",
		"title: Допомога\nsummary: Куди звернутися - і як.\n", "title: \"A: b # c 'd' — e\"\nx: z\n", "title: L’aide (ici) d'un ami!\n",
		"title: \"\"\n", "title: a-b/c?d\n",
	} {
		if !samePlain(t, src) {
			t.Errorf("%q is not plain", src)
		}
	}
	for _, src := range []string{
		"", "\n", "title:\n", "title: \n", "title: null\n", "title: True\n", "draft: yes\n", "title: - a\n", "title: a: b\n", "title: a #b\n", "title: 'a'\n",
		"title: a\ntitle: b\n", "a:\n  b: c\n", "title: a\n  b\n", "title: [a]\n", "title: &a b\n", "title: *a\n", "title: \"a\\n\"\n", "title: \"a\n", "title: a \n",
		"title: a\r\n", "title: 50\n", "title: |\n", "title: >\n", "true: a\n", "title : a\n", " title: a\n", "title: a\tb\n", "# c\ntitle: a\n", "title: \"a\" b\n", "title: .inf\n",
	} {
		if _, plain := plainYAML(src, 1); plain {
			t.Errorf("%q is not plain", src)
		}
	}
}

func FuzzPlainFrontMatter(f *testing.F) {
	for _, seed := range []string{"title: Help\nsummary: Where, to turn.\n", "a: \"b\"\nc: d-e\n", "a: b\n\nc: d", "a: b ? c\n", "a: e5\n", "a: b...\n", "a: b ---\n", "a: é—«x»\n", "a: nan\nb: \"x: #\"\n"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, src string) { samePlain(t, src) })
}
