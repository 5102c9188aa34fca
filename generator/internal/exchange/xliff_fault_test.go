package exchange

import (
	"strings"
	"testing"
)

func TestBadXLIFFIsRefusedWithEveryFault(t *testing.T) {
	const open = `<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">`
	file := func(original, body string) string {
		return `<file original="` + original + `" source-language="en" target-language="pl" datatype="x"><body>` + body + `</body></file>`
	}
	whole := func(body string) string { return open + file("/a/", body) + "</xliff>" }
	unit := func(id, inner string) string { return "\n<trans-unit id=\"" + id + "\">" + inner + "</trans-unit>" }
	group := func(forms ...string) string {
		s := "\n<group restype=\"x-gettext-plurals\" id=\"n\">"
		for _, f := range forms {
			s += "\n<trans-unit id=\"n[" + f + "]\"><source>c</source><target>d</target></trans-unit>"
		}
		return s + "</group>"
	}
	for _, tc := range []struct{ name, src, want string }{
		{"nothing", "", "1:0 exchange-xml Detail=no element"},
		{"no XML", "msgid \"\"\n", "1:0 exchange-xml Detail=no element"},
		{"XLIFF 2.0", `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>`, "1:0 exchange-xliff-version Found=xliff 2.0"},
		{"another language of XML", `<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>`, "1:0 exchange-xliff-version Found=html"},
		{"no file", open + "</xliff>", "2:0 exchange-xliff-version Found=xliff 1.2 without <file>"},
		{"cut off", whole(unit("b", "<source>c</source><target>d</target>"))[:200], "3:12 exchange-xml Detail=unexpected EOF"},
		{"a document type", strings.Replace(whole(unit("b", "<source>c</source>")), "\n", "\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n", 1), "2:0 exchange-xml-doctype"},
		{"entities", strings.Replace(whole(unit("b", "<source>&a;</source>")), "\n", "\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n", 1),
			"2:0 exchange-xml-doctype\n4:31 exchange-xml Detail=invalid character entity &a;"},
		{"an external entity", `<!DOCTYPE x SYSTEM "file:///etc/passwd">` + whole(""), "1:0 exchange-xml-doctype"},
		{"two documents", whole("") + "\n" + whole(unit("b", "<source>c</source>"))[len(`<?xml version="1.0" encoding="UTF-8"?>`):], "4:0 exchange-xml Detail=a second root element"},
		{"too deep", whole(unit("b", "<source>"+strings.Repeat("<mrk>", 100)+strings.Repeat("</mrk>", 100)+"</source>")), "3:0 exchange-xml-deep Limit=50"},
		{"too deep where nothing is read", whole(strings.Repeat("<x>", 100) + strings.Repeat("</x>", 100)), "2:0 exchange-xml-deep Limit=50"},
		{"another encoding declared", strings.Replace(whole(unit("b", "<source>c</source>")), "UTF-8", "ISO-8859-2", 1), "1:0 exchange-encoding Encoding=ISO-8859-2"},
		{"another encoding", whole(unit("b", "<source>c\xe9</source>")), "3:29 exchange-bytes"},
		{"UTF-16", "\xff\xfe<\x00x\x00", "1:1 exchange-encoding Encoding=UTF-16"},
		{"UTF-16 without a mark", "<\x00x\x00", "1:1 exchange-encoding Encoding=UTF-16"},
		{"twice the same unit", whole(unit("b", "<source>c</source>") + unit("b", "<source>c</source>")), "4:0 exchange-duplicate Line=3 Unit=/a/ b"},
		{"several languages", open + file("/a/", "") + "\n" + strings.Replace(file("/b/", ""), `"pl"`, `"cs"`, 1) + "</xliff>", "3:0 exchange-language-mixed Other=en → pl Tag=en → cs"},
		{"an unknown language", strings.Replace(whole(""), `"pl"`, `"polish"`, 1), "2:0 exchange-language Tag=polish"},
		{"no language", strings.Replace(whole(""), ` target-language="pl"`, ``, 1), "2:0 exchange-language Tag=\"\""},
		{"paths", open + file("/../a/", unit("b", `<source>c</source><context-group><context context-type="sourcefile">/etc/passwd</context></context-group>`)) + "</xliff>",
			"3:0 exchange-path Path=/../a/\n3:0 exchange-path Path=/etc/passwd"},
		{"an id that is a path", whole(unit("../b", "<source>c</source>")), "3:0 exchange-id Unit=/a/ ../b"},
		{"a fingerprint of several words", whole(unit("b", `<source>c</source><context-group><context context-type="x-translation-base">d e</context></context-group>`)), "3:0 exchange-base Base=d e Unit=/a/ b"},
		{"no id", whole(unit("", "<source>c</source>")), "3:0 exchange-id Unit=/a/"},
		{"no source", whole(unit("b", "<target>c</target>")), "3:0 exchange-source-empty Unit=/a/ b"},
		{"a carriage return", whole(unit("b", "<source>c</source><target>&#13;</target>")), "3:0 exchange-control Character=U+000D Unit=/a/ b"},
		{"a control that XML has not", whole(unit("b", "<source>c</source><target>&#1;</target>")), "3:50 exchange-xml Detail=illegal character code U+0001"},
		{"a bidi override", whole(unit("b", "<source>c</source><target>&#x202e;</target>")), "3:0 exchange-bidi Character=U+202E Unit=/a/ b"},
		{"braces", whole(unit("b", "<source>{{ .A }}</source><target>{{ .A }} {{ system }}</target>")), "3:0 exchange-braces Text={{ system }} Unit=/a/ b"},
		{"codes without content", whole(unit("b", `<source>c<ph id="1">*</ph></source><target><x id="1"/><x id="2"/><g id="3">d</g></target>`)),
			"3:0 exchange-xliff-inline Element=<x> Unit=/a/ b\n3:0 exchange-xliff-inline Element=<g> Unit=/a/ b"},
		{"a code that is to be multiplied", whole(unit("b", `<source>c<ph id="1">*</ph><ph id="2"><x id="1"/><x id="1"/></ph></source><target><x id="1"/><x id="1"/></target>`)),
			strings.Repeat("3:0 exchange-xliff-inline Element=<x> Unit=/a/ b\n", 2) + "3:0 exchange-xliff-inline Element=<ph> Unit=/a/ b\n3:0 exchange-xliff-inline Element=<x> Unit=/a/ b"},
		{"plural forms missing", whole(group("one", "few", "other")), "4:0 exchange-plural-missing Form=many Unit=/a/ n"},
		{"plural forms too many", whole(group("one", "two", "few", "many", "many", "other")), "5:0 exchange-plural-extra Form=two Unit=/a/ n\n8:0 exchange-plural-extra Form=many Unit=/a/ n"},
		{"a plural form left empty", strings.Replace(whole(group("one", "few", "many", "other")), "<target>d</target>", "", 1), "4:0 exchange-plural-missing Form=one Unit=/a/ n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, faults := ReadXLIFF([]byte(tc.src))
			if got := said(faults); got != tc.want {
				t.Errorf(" got %s\nwant %s", got, tc.want)
			}
		})
	}
}
