package resolution

import (
	"errors"
	"os"
	"reflect"
	"slices"
	"testing"
)

// bounds names the rules that divide or join words.
var bounds = map[string]bool{
	"label-glued": true, "word-glued": true, "word-split": true, "emphasis-split": true,
	"hyphen": true, "footnote-mark": true, "entity": true,
}

func FuzzRead(f *testing.F) {
	if src, err := os.ReadFile("testdata/491/supplied.txt"); err == nil {
		f.Add(src)
	}
	for _, c := range layouts {
		f.Add([]byte(c.source))
	}
	for _, s := range suppliedTexts(f) {
		f.Add([]byte(s.source))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := read(src, Options{Language: "en"})
		if err != nil {
			var refusal *Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("%T: %v", err, err)
			}
			return
		}
		// Where repairs move the bounds of words, two of them can meet in one
		// word; then only the letters can be counted.
		measure := unaccounted
		if slices.ContainsFunc(r.repairs, func(p Repair) bool { return bounds[p.Rule] }) {
			measure = unaccountedLetters
		}
		if m := measure(src, r); len(m) > 0 {
			t.Fatalf("unaccounted for: %v\nrepairs\n%s", m, describeRepairs(r.repairs))
		}
		// What was read is in normal form and survives being written.
		normal := *r.text
		normal.Normalize()
		if !reflect.DeepEqual(normal.Recitals, r.text.Recitals) {
			t.Fatal("the recitals are not in normal form")
		}
		if _, err := r.text.JSON(r.repairs); err != nil {
			t.Fatal(err)
		}
		ParseMarkdown(r.text.Markdown())
	})
}
