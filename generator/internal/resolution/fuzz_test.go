package resolution

import (
	"errors"
	"os"
	"reflect"
	"testing"
)

func FuzzRead(f *testing.F) {
	if src, err := os.ReadFile("testdata/491/supplied.txt"); err == nil {
		f.Add(src)
	}
	for _, c := range layouts {
		f.Add([]byte(c.source))
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
		if m := unaccounted(src, r); len(m) > 0 {
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
