package exchange

import (
	"bytes"
	"strings"
	"testing"
)

func xliff(t testing.TB, f File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteXLIFF(&b, f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestXLIFFIsAsExpected(t *testing.T) { golden(t, "sample.xlf", xliff(t, sample(t))) }

func TestWhatIsWrittenAsXLIFFIsRead(t *testing.T) {
	for i, target := range edgeLanguages {
		f := generated(t, target, uint64(i), 400)
		got, faults := ReadXLIFF(xliff(t, f))
		if faults = noBraces(faults); faults != nil {
			t.Fatalf("%s: %v", target, said(faults[:1]))
		}
		same(t, got, f)
	}
}

func TestTheCodesOfATextTogetherAreTheText(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"plain", "plain"},
		{"a **b** c", "a [**]b[/**] c"},
		{"***a** b*", "[*][**]a[/**] b[/*]"},
		{"2 * 3 * 4 and a_b_c", "2 * 3 * 4 and a_b_c"},
		{"_a_, __b__ ~~c~~ ~d~", "[_]a[/_], [__]b[/__] [~~]c[/~~] [~]d[/~]"},
		{`\*a\* *b`, `\*a\* *b`},
		{"`*a*` ``b`c`` `d", "[`*a*`] [``b`c``] `d"},
		{"[a *b*](/c \"d) e\") f", "[[]a [*]b[/*][/](/c \"d) e\")] f"},
		{"[a](/b(c)d) [e](<f g>) [h][i] [j] [k](l", "[[]a[/](/b(c)d)] [[]e[/](<f g>)] [[]h[/][i]] [j] [k](l"},
		{"![a](b) [![c](d)](e)", "[![]a[/](b)] [[][![]c[/](d)][/](e)]"},
		{"<https://a.b/?c=1&d> https://e.f/g_h_i. xhttps://j", "[<https://a.b/?c=1&d>] [https://e.f/g_h_i]. xhttps://j"},
		{"a[^1]\nb {#c}", "a[[^1]][\n]b [{#c}]"},
		{"{{< lang it >}}*a* b{{< /lang >}} {{< tests >}} {{ .Name }}", "[{{< lang it >}}][*]a[/*] b[/{{< /lang >}}] [{{< tests >}}] [{{ .Name }}]"},
		{"{{< /lang >}} {{< a >}}{{< b >}}{{< /a >}} {{</* c */>}}", "[{{< /lang >}}] [{{< a >}}][{{< b >}}][/{{< /a >}}] [{{</* c */>}}]"},
		{"[a]({{< ref \"b)\" >}}) {{% note \"c >}} *d* e\" %}}", "[[]a[/]({{< ref \"b)\" >}})] [{{% note \"c >}} *d* e\" %}}]"},
		{"*a [b*](c)", "[*]a [[]b[/*][/](c)]"},
	} {
		u := Unit{Page: "/a/"}
		if got := shown(u.codes(tc.text), tc.text); got != tc.want {
			t.Errorf("%s\n got %s\nwant %s", tc.text, got, tc.want)
		}
	}
	u := Unit{Page: Strings}
	if got := shown(u.codes("**a** {{ .B }}\n{{< c >}}"), "**a** {{ .B }}\n{{< c >}}"); got != "**a** [{{ .B }}][\n]{{< c >}}" {
		t.Errorf("a string is no Markdown: %s", got)
	}
}

// shown puts codes into brackets, the second of a pair with a slash.
func shown(codes []code, text string) string {
	var b strings.Builder
	at := 0
	for i, c := range codes {
		b.WriteString(text[at:c.start] + "[")
		if c.pair >= 0 && c.pair < i {
			b.WriteString("/")
		}
		b.WriteString(c.raw(text) + "]")
		at = c.end
	}
	return b.String() + text[at:]
}

func TestCodesHaveTheNumbersOfTheSource(t *testing.T) {
	f := empty(t, "fr")
	f.Units = []Unit{{Page: "/a/", ID: "b", Source: "**a** [b](/c) **d**{{< tests >}}", Target: []string{"{{< tests >}}[b](/c) *x* **d** **a**"}, State: Current}}
	got := string(xliff(t, f))
	for _, want := range []string{
		`<bpt id="1" ctype="bold">**</bpt>a<ept id="1">**</ept> <bpt id="2" ctype="link">[</bpt>b<ept id="2">](/c)</ept> <bpt id="3" ctype="bold">**</bpt>d<ept id="3">**</ept><ph id="4" ctype="x-shortcode">{{&lt; tests &gt;}}</ph>`,
		`<ph id="4" ctype="x-shortcode">{{&lt; tests &gt;}}</ph><bpt id="2" ctype="link">[</bpt>b<ept id="2">](/c)</ept> <bpt id="5" ctype="italic">*</bpt>x<ept id="5">*</ept> <bpt id="1" ctype="bold">**</bpt>d<ept id="1">**</ept> <bpt id="3"`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func TestACopyOfTheSourceIsNoTranslation(t *testing.T) {
	f := sample(t)
	f.CopySource = true
	src := string(xliff(t, f))
	if n := strings.Count(src, `state="needs-translation"`); n != 5 {
		t.Errorf("%d copies in\n%s", n, src)
	}
	src = strings.Replace(src, `state="needs-translation">Italy: `, `state="needs-translation">Italie: `, 1)
	got, faults := ReadXLIFF([]byte(src))
	if faults != nil {
		t.Fatal(said(faults))
	}
	want := sample(t)
	for _, i := range []int{1, 4} {
		want.Units[i].Target, want.Units[i].State, want.Units[i].Was, want.Units[i].WasPlural = nil, Missing, "", ""
	}
	want.Units[2].Target, want.Units[2].State = []string{"Italie" + strings.TrimPrefix(want.Units[2].Source, "Italy")}, Current
	same(t, got, want)
}

func TestXLIFFOfOtherProgramsIsRead(t *testing.T) {
	plain := string(xliff(t, sample(t)))
	for _, tc := range []struct {
		name, from, to string
		want           func(*File)
	}{
		{"a translation that the program marks as final", `state="translated">Aide`, `state="final">Aide`, func(*File) {}},
		{"a translation whose state the program drops", ` state="translated">Aide`, `>Aide`, func(*File) {}},
		{"an empty code", `xml:lang="fr" state="needs-review-translation">Appelez le numéro d’urgence. C’est le <bpt id="1" ctype="bold">**</bpt>112<ept id="1">**</ept>`,
			`xml:lang="fr" state="needs-review-translation">Appelez le numéro d’urgence. C’est le <bx id="1"/>112<ept id="1"/>`, func(*File) {}},
		{"segments", `>Aller au texte<`, `><mrk mtype="seg" mid="1">Aller </mrk><mrk mtype="seg" mid="2">au <mrk mtype="term">texte</mrk></mrk><`, func(*File) {}},
		{"its own elements", `<target xml:lang="fr" state="translated">Aide`, `<own:x xmlns:own="urn:own"><own:y>z</own:y></own:x><seg-source>Help</seg-source><target xml:lang="fr" state="translated">Aide`, func(*File) {}},
		{"a group around units", `<trans-unit id="skip"`, `<group><note>a</note><trans-unit id="skip"`, func(*File) {}},
		{"a copy of the source", `>Skip to content</source>`, `>Skip to content</source><target state="new">Skip to content</target>`, func(f *File) {
			f.Units[5].Target, f.Units[5].State = nil, Missing
		}},
		{"a comment", `<note from="translator">to be seen by Marie</note>`, `<note from="translator">to be seen by Marie</note><note from="translator">seen</note>`, func(f *File) {
			f.Units[1].Comments = append(f.Units[1].Comments, "seen")
		}},
		{"CDATA and numbers", ">Aide<", "><![CDATA[Ai]]>&#100;&#x65;<", func(*File) {}},
		{"suggestions", `<alt-trans alttranstype="previous-version">`, `<alt-trans match-quality="90"><source>x</source><target>y</target></alt-trans><alt-trans alttranstype="previous-version">`, func(*File) {}},
		{"instructions to programs", "<body>", "<?own x?><!-- y --><body>", func(*File) {}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			changed := strings.Replace(plain, tc.from, tc.to, 1)
			if changed == plain {
				t.Fatal("nothing was changed")
			}
			if tc.name == "a group around units" {
				i := strings.LastIndex(changed, "</trans-unit>") + len("</trans-unit>")
				changed = changed[:i] + "</group>" + changed[i:]
			}
			if tc.name == "a copy of the source" {
				changed = strings.Replace(changed, `<target xml:lang="fr" state="translated">Aller au texte</target>`, "", 1)
			}
			want := sample(t)
			tc.want(&want)
			got, faults := ReadXLIFF([]byte("\ufeff" + strings.ReplaceAll(changed, "\n", "\r\n")))
			if faults != nil {
				t.Fatal(said(faults))
			}
			same(t, got, want)
		})
	}
}
