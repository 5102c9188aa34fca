package publish

import (
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/diag"
)

const base = "https://example.org/491/"

// good is a page that breaks no rule; tests replace a part of it.
const good = `<!doctype html>
<html lang="en" dir="ltr">
<head>
<title>Point 13e</title>
</head>
<body>
<h1 id="p13-e">Point 13e</h1>
</body>
</html>
`

func page(replace ...string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(strings.NewReplacer(replace...).Replace(good))}
}

// body is the good page with more in its body, which begins on line 7.
func body(html string) *fstest.MapFile { return page("<body>", "<body>\n"+html) }

// head is the good page with more in its head, which begins on line 4.
func head(html string) *fstest.MapFile { return page("<head>", "<head>\n"+html) }

// found writes diagnostics as file:line:column ID key=value …
func found(l diag.List) []string {
	var out []string
	for _, d := range l {
		s := fmt.Sprintf("%s:%d:%d %s", d.File, d.Line, d.Column, d.ID)
		for _, k := range []string{"Actual", "Anchor", "Attribute", "Base", "Detail", "Dir", "Element", "First", "Id", "Lang", "Languages", "Level", "Link", "Previous", "Runs", "Script", "Seems", "Src", "Target", "Text"} {
			if v, ok := d.Args[k]; ok {
				s += fmt.Sprintf(" %s=%v", k, v)
			}
		}
		out = append(out, s)
	}
	return out
}

func verify(t *testing.T, site fs.FS) (Report, diag.List) {
	t.Helper()
	report, list, err := Verify(site, VerifyOptions{BaseURL: base, Languages: []string{"en", "fr", "ar", "sr-Latn", "pt-BR"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range list {
		if d.Severity != diag.Error || !strings.HasPrefix(d.ID, d.Rule) || !strings.HasPrefix(d.Rule, "output-") {
			t.Errorf("severity, rule or ID out of form: %+v", d)
		}
	}
	return report, list
}

type verifyCase struct {
	name string
	site fstest.MapFS
	want []string
}

func (c verifyCase) run(t *testing.T) {
	t.Run(c.name, func(t *testing.T) {
		_, list := verify(t, c.site)
		if got := found(list); !reflect.DeepEqual(got, c.want) {
			t.Errorf("found\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
		}
	})
}

// one is a site of the one page a.html.
func one(p *fstest.MapFile) fstest.MapFS { return fstest.MapFS{"a.html": p} }

func TestVerifyHoldsEachPageToItsOwnRules(t *testing.T) {
	for _, c := range []verifyCase{
		{"a good page", one(page()), nil},
		{"a site without pages", fstest.MapFS{"a.txt": {}}, []string{":0:0 output-empty"}},

		{"lang missing", one(page(` lang="en"`, "")), []string{"a.html:2:1 output-lang-missing"}},
		{"lang empty", one(page(`lang="en"`, `lang=" "`)), []string{"a.html:2:1 output-lang-missing"}},
		{"lang of another site", one(page(`lang="en"`, `lang="de"`)), []string{"a.html:2:1 output-lang-unlisted Lang=de Languages=en, fr, ar, sr-Latn, pt-BR"}},
		{"lang in another letter case", one(page(`lang="en"`, `lang="sr-latn"`)), nil},
		{"lang with underscore", one(page(`lang="en"`, `lang="pt_BR"`)), []string{"a.html:2:1 output-lang-invalid Element=html Lang=pt_BR"}},
		{"lang of a part unknown", one(body(`<p lang="zz">x`)), []string{"a.html:7:1 output-lang-invalid Element=p Lang=zz"}},
		{"lang of a part not in the site", one(body(`<p lang="uk">x`)), nil},
		{"dir missing", one(page(` dir="ltr"`, "")), []string{"a.html:2:1 output-dir-missing"}},
		{"dir auto", one(page(`dir="ltr"`, `dir="auto"`)), []string{"a.html:2:1 output-dir-invalid Dir=auto"}},
		{"dir rtl", one(page(`lang="en" dir="ltr"`, `lang="ar" dir="RTL"`, "Point", "البند")), nil},
		{"no html element", one(&fstest.MapFile{Data: []byte("<title>x</title><h1>x</h1>")}),
			[]string{"a.html:1:1 output-dir-missing", "a.html:1:1 output-lang-missing"}},

		{"title missing", one(page("<title>Point 13e</title>", "")), []string{"a.html:1:1 output-title-missing"}},
		{"title empty", one(page("<title>Point 13e</title>", "<title> &#32;\n</title>")), []string{"a.html:4:1 output-title-empty"}},
		{"title twice", one(head("<title>x</title>")), []string{"a.html:5:1 output-title-repeated First=4"}},
		{"title of a drawing is not the page's", one(body("<svg><title>x</title><title/><path id=a /></svg>")), nil},

		{"h1 missing", one(page("<h1", "<h2", "</h1", "</h2")), []string{"a.html:1:1 output-h1-missing"}},
		{"h1 twice", one(page("</body>", "  <h1>x</h1>")), []string{"a.html:8:3 output-h1-repeated First=7"}},
		{"heading level skipped", one(page("</body>", "<h2>x</h2>é<h4>x</h4><h5>x</h5>")), []string{"a.html:8:12 output-heading-skipped Level=4 Previous=2"}},
		{"heading levels fall freely", one(page("</body>", "<h2>x</h2><h3>x</h3><h4>x</h4><h2>x</h2>")), nil},
		{"h2 of the masthead above h1", one(body("<h2>x</h2>")), nil},

		{"id twice", one(body("<p id=p13-e>x")), []string{"a.html:8:1 output-id-repeated First=7 Id=p13-e"}},
		{"ids differ by letter case", one(body("<p id=P13-e>x")), nil},
		{"id with a space, id empty", one(body("<p id='a b'>x<p id>")), []string{"a.html:7:1 output-id-invalid Id=a b", "a.html:7:14 output-id-invalid Id="}},
		{"id and name of one anchor", one(body("<a name=x></a><p id=x>x")), nil},

		{"alt missing", one(body("<img src=a.html>")), []string{"a.html:7:1 output-alt-missing Src=a.html"}},
		{"alt empty", one(body(`<img src=a.html alt="">`)), nil},
		{"base element", one(head("<base href=/>")), []string{"a.html:4:1 output-base"}},
	} {
		c.run(t)
	}
}

func TestVerifyFindsScriptsAndStylesInThePage(t *testing.T) {
	for _, c := range []verifyCase{
		{"inline script", one(head("<script>f()</script>")), []string{"a.html:4:1 output-inline-script"}},
		{"inline script by type", one(head(`<script type="text/javascript; charset=utf-8">f()</script><script type=module></script>`)),
			[]string{"a.html:4:1 output-inline-script", "a.html:4:59 output-inline-script"}},
		{"external script", fstest.MapFS{"a.html": head("<script src=a.js></script>"), "a.js": {}}, nil},
		{"data block", one(head(`<script type="application/ld+json">{"onclick": "<img style=x>"}</script>`)), nil},
		{"inline style", one(head("<style>p{}</style>")), []string{"a.html:4:1 output-inline-style"}},
		{"style attribute", one(body("<p style=x>")), []string{"a.html:7:1 output-inline-style-attribute Element=p"}},
		{"handler", one(body("<p OnClick=x>")), []string{"a.html:7:1 output-inline-handler Attribute=onclick Element=p"}},
		{"handler in noscript", one(body("<noscript><p onload=x></noscript>")), []string{"a.html:7:11 output-inline-handler Attribute=onload Element=p"}},
		{"no handler", one(body("<p data-onclick=x on=y only-this=z>onclick=x")), nil},
		{"handler in a comment", one(body("<!-- <p onclick=x> -->")), nil},
		{"javascript address", one(body("<a href=' javascript:f()'>")), []string{"a.html:7:1 output-inline-link Link=javascript:f()"}},
		{"data address", one(body("<img alt='' src=data:image/gif;base64,R0>")), []string{"a.html:7:1 output-inline-data Element=img"}},
		{"srcdoc", one(body("<iframe srcdoc=x></iframe>")), []string{"a.html:7:1 output-inline-document Element=iframe"}},
	} {
		c.run(t)
	}
}

func TestVerifyFindsThirdParties(t *testing.T) {
	third := func(link, element string, at string) string {
		return "a.html:" + at + " output-third-party Element=" + element + " Link=" + link
	}
	for _, c := range []verifyCase{
		{"script", one(head("<script src=//cdn.example/x.js></script>")), []string{third("//cdn.example/x.js", "script", "4:1")}},
		{"stylesheet", one(head("<link rel='preload stylesheet' href=https://x.example/a.css>")), []string{third("https://x.example/a.css", "link", "4:1")}},
		{"icon", one(head("<link rel='shortcut icon' href=https://x.example/i>")), []string{third("https://x.example/i", "link", "4:1")}},
		{"dns-prefetch", one(head("<link rel=dns-prefetch href=//x.example>")), []string{third("//x.example", "link", "4:1")}},
		{"iframe", one(body("<iframe src=https://x.example/></iframe>")), []string{third("https://x.example/", "iframe", "7:1")}},
		{"srcset", one(body("<img alt='' srcset='a.html 1x, https://x.example/1,2.png 2x,https://y.example/3.png, a.html'>")),
			[]string{third("https://x.example/1,2.png", "img", "7:1"), third("https://y.example/3.png", "img", "7:1")}},
		{"form", one(body("<form action=https://x.example/><button formaction=mailto:a@b.example></form>")),
			[]string{third("https://x.example/", "form", "7:1"), third("mailto:a@b.example", "button", "7:33")}},
		{"same host without TLS", one(body("<img alt='' src=http://example.org/491/a.html>")), []string{third("http://example.org/491/a.html", "img", "7:1")}},
		{"ping", one(body("<a href=a.html ping=/x>")), []string{"a.html:7:1 output-third-party-ping Link=/x"}},
		{"own host above the base", one(body("<img alt='' src=https://example.org/logo.png>")), nil},
		{"links for the reader", one(body("<a href=https://x.example/>x</a><a href=mailto:a@b.example>x</a><a href=tel:+49>x</a><blockquote cite=https://x.example/>")), nil},
		{"licence and canonical elsewhere", one(head("<link rel=license href=https://x.example/><link rel=canonical href=https://x.example/>")), nil},
	} {
		c.run(t)
	}
}

func TestVerifyFindsLeftOverTemplateOutput(t *testing.T) {
	for _, c := range []verifyCase{
		{"action in text", one(body("<p>Hello {{ .Name }}")), []string{"a.html:7:10 output-leftover Text={{ .Name }}"}},
		{"action in the title", one(page("Point 13e</title>", "{{ .Title }}</title>")), []string{"a.html:4:8 output-leftover Text={{ .Title }}"}},
		{"action in an attribute", one(body("<p title='{{x'>")), []string{"a.html:7:1 output-leftover Text={{x"}},
		{"unsafe content", one(body("<a href='#ZgotmplZ'>")), []string{
			"a.html:7:1 output-leftover Text=#ZgotmplZ",
			"a.html:7:1 output-link-anchor Anchor=ZgotmplZ Link=#ZgotmplZ Target=a.html"}},
		{"unsafe element", one(body("<spanZgotmplZ>x</span>")), []string{"a.html:7:1 output-leftover Text=ZgotmplZ"}},
		{"unsafe attribute", one(body("<p class='a'ZgotmplZ>x")), []string{"a.html:7:1 output-leftover Text=ZgotmplZ"}},
		{"no value, raw", one(body("<p><no value>")), []string{"a.html:7:4 output-leftover Text=<no value>"}},
		{"no value, escaped", one(body("<p>x\n&lt;no value&gt;")), []string{"a.html:7:4 output-leftover Text=<no value>"}},
		{"formatting", one(body("<p>%!d(string=x)<p>%!s(MISSING)<p>a%!(EXTRA int=1)<p>%!v(map[string]int=map[])<p>%!s(&lt;nil&gt;)")), []string{
			"a.html:7:4 output-leftover Text=%!d(string=x)",
			"a.html:7:20 output-leftover Text=%!s(MISSING)",
			"a.html:7:36 output-leftover Text=%!(EXTRA int=1)",
			"a.html:7:54 output-leftover Text=%!v(map[string]int=map[])",
			"a.html:7:82 output-leftover Text=%!s(<nil>)"}},
		{"map", one(body("<p>map[a:1 b:2]")), []string{"a.html:7:4 output-leftover Text=map[a:1 b:2]"}},
		{"string missing", one(body("<p>[i18n] home")), []string{"a.html:7:4 output-leftover Text=[i18n] home"}},
		{"data block", one(head(`<script type="application/ld+json">{"a":{"b":{}}}</script><script type="application/ld+json">"{{ .X }}"</script>`)),
			[]string{`a.html:4:95 output-leftover Text={{ .X }}"`}},
		{"prose", one(body("<p>of no value; 100 %! (really); 50%!a (b = c); a map[1]; {x} {<b>{</b>")), nil},
		{"quoted source", one(body("<p><code>{{ .Name }}</code><pre><b>%!d(int=1)</b></pre>")), nil},
	} {
		c.run(t)
	}
}
