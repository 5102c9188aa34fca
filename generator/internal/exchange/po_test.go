package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
)

func TestPOIsAsExpected(t *testing.T) { golden(t, "sample.po", po(t, sample(t))) }

func TestWhatIsWrittenAsPOIsRead(t *testing.T) {
	for i, target := range edgeLanguages {
		f := generated(t, target, uint64(i), 400)
		got, faults := ReadPO(po(t, f))
		if faults = noBraces(faults); faults != nil {
			t.Fatalf("%s: %v", target, faults[0])
		}
		same(t, got, f)
	}
}

func TestPOOfOtherProgramsIsRead(t *testing.T) {
	want := sample(t)
	plain := string(po(t, want))
	for name, change := range map[string]func(string) string{
		"with line feeds of Windows": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"with a byte order mark":     func(s string) string { return "\ufeff" + s },
		"without empty lines":        func(s string) string { return strings.ReplaceAll(s, "\n\n", "\n") },
		"with indented strings":      func(s string) string { return strings.ReplaceAll(s, "\n\"", "\n   \"") },
		"with several strings on a line": func(s string) string {
			return strings.ReplaceAll(s, `msgid "Skip to content"`, "msgid\t\"Skip\" \" to\"\n \"\"\n\" content\"")
		},
		"with escapes": func(s string) string { return strings.ReplaceAll(s, `"Skip to`, `"\123\x6bip\40to`) },
		"with obsolete entries": func(s string) string {
			return s + "\n# old\n#, fuzzy\n#~| msgid \"a\"\n#~ msgctxt \"x\"\n#~ msgid \"b\"\n#~ msgstr \"c\"\n#~ \"d\"\n\n# the end\n"
		},
		"with comments in another order": func(s string) string {
			return strings.ReplaceAll(s, "#. title of the page\n#. max-length: 60\n", "#, fuzzy-not\n#. max-length: 60\n#. title of the page\n")
		},
		"with another plural expression": func(s string) string {
			return strings.ReplaceAll(s, "plural=n<=1 ? 0 : n!=0 && n%1000000==0 ? 1 : 2;", "plural=(n == 0 || n == 1) ? 0 : n % 1000000 == 0 ? 1 : 2;")
		},
		"with the header's order changed": func(s string) string {
			return strings.Replace(strings.Replace(s, "\"Language: fr\\n\"\n", "", 1), "\"X-Source", "\"X-Generator: Poedit 3.2\\n\"\n\"Language: fr\\n\"\n\"X-Source", 1)
		},
	} {
		t.Run(name, func(t *testing.T) {
			changed := change(plain)
			if changed == plain {
				t.Fatal("nothing was changed")
			}
			got, faults := ReadPO([]byte(changed))
			if faults != nil {
				t.Fatal(faults)
			}
			if name == "with comments in another order" {
				if fmt.Sprint(got.Units[0].Flags) != "[fuzzy-not]" || got.Units[0].MaxLength != 60 {
					t.Errorf("%+v", got.Units[0])
				}
				got.Units[0].Flags = nil
			}
			same(t, got, want)
		})
	}
}

func TestWhatTranslatorsWriteIsKept(t *testing.T) {
	src := strings.Replace(string(po(t, sample(t))), "#. list item\n", "# first\n#\n#   second\n#. list item\n#, fuzzy, no-c-format, safe-html\n", 1)
	src = strings.Replace(src, "msgstr \"\"\n\n#: i18n", "msgstr \"rien\"\n\n#: i18n", 1)
	got, faults := ReadPO([]byte(src))
	if faults != nil {
		t.Fatal(faults)
	}
	u := got.Units[2]
	if fmt.Sprint(u.Comments, u.Flags, u.State, u.Target, u.Was == "") != "[first second] [no-c-format safe-html] 1 [rien] true" {
		t.Errorf("%+v", u)
	}
	if again, _ := ReadPO(po(t, got)); fmt.Sprint(again.Units[2].Comments, again.Units[2].Flags) != "[first second] [no-c-format safe-html]" {
		t.Errorf("%+v", again.Units[2])
	}
}

func TestPluralFormsFollowTheHeaderThatTheFileHas(t *testing.T) {
	f := empty(t, "ar")
	f.Units = []Unit{{Page: Strings, ID: "n", Source: "a", SourcePlural: "b", Target: []string{"zero", "one", "two", "few", "many", "other"}, State: Current}}
	src := string(po(t, f))
	src = strings.ReplaceAll(src, "plural=n==0 ? 0 : n==1 ? 1 :", "plural=n==0 ? 1 : n==1 ? 0 :")
	got, faults := ReadPO([]byte(src))
	if faults != nil || fmt.Sprint(got.Units[0].Target) != "[one zero two few many other]" {
		t.Errorf("%v %v", faults, got.Units)
	}
}

func TestATextThatNoFileCanCarryIsNotWritten(t *testing.T) {
	for _, u := range []Unit{
		{Page: "/a/", ID: "b", Source: "a\x00b"}, {Page: "/a/", ID: "b", Source: "a", Target: []string{"\x1b[31m"}, State: Current},
		{Page: "/a/", ID: "b"}, {Page: "/a/", ID: "b c", Source: "a"}, {Page: "/../", ID: "b", Source: "a"}, {Page: "/a/", ID: "b", Source: "a", Base: "1 2"},
		{Page: "/a/", ID: "b", Source: "a", File: "/etc/passwd"},
	} {
		f := empty(t, "fr")
		f.Units = []Unit{u}
		var b bytes.Buffer
		if err := WritePO(&b, f); err == nil || b.Len() > 0 {
			t.Errorf("%+v: %s", u, b.Bytes())
		}
	}
}
