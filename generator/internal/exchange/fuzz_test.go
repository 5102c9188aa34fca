package exchange

import (
	"bytes"
	"reflect"
	"slices"
	"testing"
)

// What a reader accepts, both formats carry unchanged.
func accepted(t *testing.T, f File) {
	for name, format := range map[string]struct {
		write func(testing.TB, File) []byte
		read  func([]byte) (File, []Fault)
	}{"PO": {po, ReadPO}, "XLIFF": {xliff, ReadXLIFF}} {
		if f.Source == "" && name == "XLIFF" { // which must name it
			continue
		}
		want := placeless(f, name == "PO")
		written := format.write(t, f)
		got, faults := format.read(written)
		if faults != nil {
			t.Fatalf("%s: %s\n%s", name, said(faults), written)
		}
		if got = placeless(got, true); !reflect.DeepEqual(got, want) {
			t.Fatalf("%s:\n got %#v\nwant %#v\n%s", name, got, want, written)
		}
		if again := format.write(t, got); name == "PO" && !bytes.Equal(again, written) {
			t.Fatalf("%s\n%s", written, again)
		}
	}
	tmx(t, f)
	for _, u := range f.Units {
		Check(u, f.PluralForms)
	}
}

// placeless is a file without the lines that its units were read from.
func placeless(f File, flags bool) File {
	f.Units = append([]Unit{}, f.Units...)
	for i := range f.Units {
		f.Units[i].At = 0
		if !flags {
			f.Units[i].Flags = nil
		}
	}
	return f
}

// seed is a small random file that the readers accept.
func seed(t testing.TB, target string, number uint64) File {
	f := generated(t, target, number, 12)
	f.Units = slices.DeleteFunc(f.Units, func(u Unit) bool {
		return slices.ContainsFunc(u.Target, func(text string) bool { return strayBraces(&u, text) != nil })
	})
	return f
}

func FuzzReadPO(f *testing.F) {
	f.Add(po(f, sample(f)))
	for i, target := range edgeLanguages {
		f.Add(po(f, seed(f, target, uint64(i))))
	}
	f.Add([]byte(smallHeader + "# a\n#. max-length: 3\n#: \u2068a b\u2069:3 c:4\n#, fuzzy, x\n#| msgid \"\\x41\"\n#| \"b\"\nmsgctxt \"/ a\"\nmsgid \"a\" \"b\"\n\"\\n\"\nmsgstr \"\\101\"\n#~ msgid \"c\"\n"))
	f.Fuzz(func(t *testing.T, src []byte) {
		if file, faults := ReadPO(src); faults == nil {
			accepted(t, file)
		}
	})
}

func FuzzReadXLIFF(f *testing.F) {
	f.Add(xliff(f, sample(f)))
	for i, target := range edgeLanguages {
		f.Add(xliff(f, seed(f, target, uint64(i))))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		if file, faults := ReadXLIFF(src); faults == nil {
			accepted(t, file)
		}
	})
}

// However a text is cut into codes, nothing of it is lost.
func FuzzCodes(f *testing.F) {
	for _, s := range nasty {
		f.Add(s+" *a* "+s, s)
	}
	f.Fuzz(func(t *testing.T, text, other string) {
		for _, page := range []string{"/a/", Strings} {
			u := Unit{Page: page, ID: "b", Source: text, Target: []string{other}, State: Current}
			end := 0
			codes := u.codes(text)
			for i, c := range codes {
				if c.start < end || c.end <= c.start || c.end > len(text) {
					t.Fatalf("%q: %+v", text, codes)
				}
				if c.pair >= 0 && (codes[c.pair].pair != i || codes[c.pair].kind != c.kind) {
					t.Fatalf("%q: %+v", text, codes)
				}
				end = c.end
			}
			Check(u, nil)
		}
	})
}
