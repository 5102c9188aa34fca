package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// said writes faults as "line:column id key=value", one after another.
func said(faults []Fault) string {
	var all []string
	for _, f := range faults {
		s := fmt.Sprintf("%d:%d %s", f.Line, f.Column, f.ID)
		for _, k := range slices.Sorted(maps.Keys(f.Args)) {
			s += fmt.Sprintf(" %s=%v", k, f.Args[k])
		}
		all = append(all, s)
	}
	return strings.Join(all, "\n")
}

const smallHeader = "msgid \"\"\nmsgstr \"Language: pl\\nX-Source-Language: en\\nPlural-Forms: nplurals=4; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;\\n\"\n"

func TestBadPOIsRefusedWithEveryFault(t *testing.T) {
	entry := func(context, rest string) string { return smallHeader + "\nmsgctxt \"" + context + "\"\n" + rest }
	for _, tc := range []struct{ name, src, want string }{
		{"nothing", "", "1:0 exchange-po-header"},
		{"no header", "msgctxt \"/a/ b\"\nmsgid \"c\"\nmsgstr \"d\"\n", "1:0 exchange-po-header"},
		{"no entry but words", "<html>\n", "1:1 exchange-po-syntax Text=<html>"},
		{"cut off in a string", smallHeader + "msgctxt \"/a/ b\"\nmsgid \"c", "4:7 exchange-po-string"},
		{"cut off before the translation", smallHeader + "msgctxt \"/a/ b\"\nmsgid \"c\"\n", "3:0 exchange-po-incomplete"},
		{"several at once", entry("/a/ b", "msgid \"c\\q\"\nmsgstr \"\"\n\nmsgctxt \"/a/ c\"\nmsgid \"d\" e\nmsgstr \"\"\nmsgstr \"x\"\n\nmsgstr \"y\"\n"),
			"5:9 exchange-po-escape Escape=\\q\n9:11 exchange-po-syntax Text=e"},
		{"a number that is no character", entry("/a/ b", "msgid \"\\377\"\nmsgstr \"\"\n"), "5:8 exchange-po-escape Escape=\\3"},
		{"twice the same unit", entry("/a/ b", "msgid \"c\"\nmsgstr \"\"\nmsgctxt \"/a/ b\"\nmsgid \"d\"\nmsgstr \"\"\n"), "7:0 exchange-duplicate Line=4 Unit=/a/ b"},
		{"no languages", "msgid \"\"\nmsgstr \"X: y\\n\"\n", "2:0 exchange-language Tag=\"\""},
		{"an unknown language", "msgid \"\"\nmsgstr \"Language: english\\nX-Source-Language: en_GB\\n\"\n", "2:0 exchange-language Tag=english"},
		{"a path upwards", entry("/a/../../etc/ b", "msgid \"c\"\nmsgstr \"\"\n") + "#: ../../etc/passwd:3\nmsgctxt \"/b/ b\"\nmsgid \"c\"\nmsgstr \"\"\n",
			"4:0 exchange-path Path=/a/../../etc/\n8:0 exchange-path Path=../../etc/passwd"},
		{"an absolute path", entry("b/ b", "msgid \"c\"\nmsgstr \"\"\n#: /etc/passwd\nmsgctxt \"/b/ b\"\nmsgid \"c\"\nmsgstr \"\"\n#: C:/x.md\nmsgctxt \"/c/ b\"\nmsgid \"c\"\nmsgstr \"\"\n"),
			"4:0 exchange-path Path=b/\n8:0 exchange-path Path=/etc/passwd\n12:0 exchange-path Path=C:/x.md"},
		{"a path of Windows", entry("/a\\\\b/ b", "msgid \"c\"\nmsgstr \"\"\n"), "4:0 exchange-path Path=/a\\b/"},
		{"a path with NUL", entry("/a\\0/ b", "msgid \"c\"\nmsgstr \"\"\n"), "4:0 exchange-path Path=/a /"},
		{"no page", entry("b", "msgid \"c\"\nmsgstr \"\"\n"), "4:0 exchange-context Context=b"},
		{"an id that is a path", entry("/a/ ../b", "msgid \"c\"\nmsgstr \"\"\n"), "4:0 exchange-id Unit=/a/ ../b"},
		{"no source", entry("/a/ b", "msgid \"\"\nmsgstr \"d\"\n"), "4:0 exchange-source-empty Unit=/a/ b"},
		{"controls", entry("/a/ b", "msgid \"c\"\nmsgstr \"\\x1b[31m\"\n\nmsgctxt \"/a/ c\"\nmsgid \"c\"\nmsgstr \"\u202ec\"\n"),
			"6:0 exchange-control Character=U+001B Unit=/a/ b\n10:0 exchange-bidi Character=U+202E Unit=/a/ c"},
		{"plural forms missing", entry("i18n b", "msgid \"c\"\nmsgid_plural \"d\"\nmsgstr[0] \"e\"\nmsgstr[1] \"e\"\n"),
			"7:0 exchange-plural-missing Form=many Unit=i18n b\n7:0 exchange-plural-missing Form=other Unit=i18n b"},
		{"plural forms left empty", entry("i18n b", "msgid \"c\"\nmsgid_plural \"d\"\nmsgstr[0] \"e\"\nmsgstr[1] \"e\"\nmsgstr[2] \"e\"\nmsgstr[3] \"\"\n"),
			"7:0 exchange-plural-missing Form=other Unit=i18n b"},
		{"plural forms too many", entry("i18n b", "msgid \"c\"\nmsgid_plural \"d\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\nmsgstr[2] \"\"\nmsgstr[3] \"\"\nmsgstr[4] \"\"\n"),
			"7:0 exchange-plural-extra Form=4 Unit=i18n b"},
		{"plural forms of another language", strings.Replace(entry("i18n b", "msgid \"c\"\nmsgid_plural \"d\"\nmsgstr[0] \"\"\nmsgstr[1] \"\"\nmsgstr[2] \"\"\nmsgstr[3] \"\"\n"), "Plural-Forms: nplurals=4; plural=n==1", "Plural-Forms: nplurals=2; plural=n", 1),
			"2:0 exchange-plural-header Header=nplurals=2; plural=n ? 0 : n%10>=2 && n%… Wanted=nplurals=4; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;"},
		{"an index of another kind", entry("i18n b", "msgid \"c\"\nmsgid_plural \"d\"\nmsgstr[x] \"\"\n"), "7:1 exchange-po-syntax Text=msgstr[x] \"\""},
		{"another encoding declared", strings.Replace(smallHeader, "Language:", "Content-Type: text/plain; charset=ISO-8859-1\\nLanguage:", 1), "2:0 exchange-encoding Encoding=iso-8859-1"},
		{"another encoding", "# a\n# caf\xe9\n# \xff\n", "2:6 exchange-bytes\n3:3 exchange-bytes"},
		{"UTF-16", "\xff\xfem\x00s\x00", "1:1 exchange-encoding Encoding=UTF-16"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, faults := ReadPO([]byte(tc.src))
			if got := said(faults); got != tc.want {
				t.Errorf(" got %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestAHugeFileIsRefusedBeforeItIsRead(t *testing.T) {
	src := make([]byte, 100<<20)
	for name, read := range map[string]func([]byte) (File, []Fault){"PO": ReadPO, "XLIFF": ReadXLIFF} {
		allocations := testing.AllocsPerRun(1, func() {
			if _, faults := read(src); said(faults) != "0:0 exchange-size Limit=64 Size=100" {
				t.Errorf("%s: %s", name, said(faults))
			}
		})
		if allocations > 100 {
			t.Errorf("%s: %v allocations", name, allocations)
		}
	}
}

func TestAFileFullOfFaultsIsReportedUpToALimit(t *testing.T) {
	_, faults := ReadPO([]byte(smallHeader + strings.Repeat("\nmsgid \"a\"\nmsgstr \"b\"\n", 5000)))
	if len(faults) != maxFaults+1 || faults[maxFaults].ID != "exchange-many" {
		t.Errorf("%d faults", len(faults))
	}
}
