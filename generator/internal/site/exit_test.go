package site

import (
	"regexp"
	"strings"
	"testing"
)

const quietPage = "---\ntitle: Where to turn\nsummary: About sexual violence.\nquiet: true\n---\n\nText. {{< remains >}}\n"

const exitRecord = `{"date": "2025-11-25", "browsers": [{"name": "Browser", "version": "12.3.4", "ways": [
	{"way": "plain", "back": "first", "list": ["first", "second", "third"], "files": ["first", "second", "third"]},
	{"way": "ordinary", "back": "second", "list": ["first", "second"], "files": ["first", "second", "third"]},
	{"way": "quiet", "back": "before", "list": [], "files": []},
	{"way": "noscript", "back": "third", "covered": true, "list": ["third"], "files": ["third"]}]}]}`

func contains(t *testing.T, name, html string, wanted bool, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if strings.Contains(html, part) != wanted {
			t.Errorf("%s: %q: want %v", name, part, wanted)
		}
	}
}

func TestEveryLanguageIsLedOutToItsOwnPage(t *testing.T) {
	out, found := render(t, map[string]string{
		"hugo.toml": "baseURL = \"https://example.org/\"\n[params.exit]\ndefault = \"https://all.example/\"\nfr = \"https://fr.example/a?b=c&d\"\n",
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	for name, to := range map[string]string{
		"index.html": "https://all.example/", "404.html": "https://all.example/", "en/index.html": "https://all.example/",
		"ar/404.html": "https://all.example/", "fr/resolution/3a/index.html": "https://fr.example/a?b=c&amp;d",
	} {
		contains(t, name, page(t, out, name), true, `<a class="exit__link" href="`+to+`" rel="noreferrer" draggable="false">`)
	}
	// The name of a key is marked where it is the reference language's.
	contains(t, "ar", page(t, out, "ar/index.html"), true, `<kbd data-say="Shift" lang="en" dir="ltr">`)
	contains(t, "fr", page(t, out, "fr/index.html"), true, `<kbd data-say="Maj">`)
}

func TestAQuietPageIsNeutralToWhoeverSeesItsName(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/en/quiet/index.md": strings.ReplaceAll(quietPage, "{{< remains >}}", ""),
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, name := range []string{"en/quiet/index.html", "fr/quiet/index.html"} {
		head, _, _ := strings.Cut(page(t, out, name), "</head>")
		contains(t, name, head, true, `>Where to turn</title>`, `<link rel="icon" href="/plain.svg"`)
		if !regexp.MustCompile(`<meta name="description"[^>]* content="Where to turn">`).MatchString(head) {
			t.Errorf("%s: its description is not its title", name)
		}
		contains(t, name, head, false, "sexual violence", "Open bridges")
		contains(t, name, page(t, out, name), true, `<div class="notice quiet" hidden>`, "js/exit-quiet.min.")
	}
	contains(t, "en/index.html", page(t, out, "en/index.html"), false, "plain.svg\" type", "class=\"notice quiet\"")
}

func TestWhatRemainsIsSaidInTheReadersLanguage(t *testing.T) {
	out, found := render(t, map[string]string{
		"content/en/quiet/index.md":  quietPage,
		"content/en/quiet/exit.json": exitRecord,
		"content/ar/quiet/index.md":  strings.Replace(quietPage, "Where to turn", "أين", 1),
	})
	if len(found) > 0 {
		t.Fatal(found)
	}
	contains(t, "en", page(t, out, "en/quiet/index.html"), true,
		"Measured on 25 November 2025.", `<div class="remains">`,
		`<caption><bdi>Browser 12</bdi></caption>`,
		`<th scope="row">Ordinary pages</th><td>The last page but one</td><td>All but the last</td>`,
		`<td>What you had open before this site</td><td>None</td>`,
		`<td>The last page, blank until it is touched</td><td>Some</td>`,
		"The list of Browser does not show everything.")
	// How other sites do it is no reader's concern.
	contains(t, "en", page(t, out, "en/quiet/index.html"), false, "The first page you read here")
	// On a borrowed page, the table is still in the reader's language.
	contains(t, "fr", page(t, out, "fr/quiet/index.html"), true,
		`<div class="remains" lang="fr" dir="ltr">`, "Mesuré le 25 novembre 2025.", "Pages ordinaires", `<bdi lang="en" dir="ltr">Browser 12</bdi>`)
	contains(t, "ar", page(t, out, "ar/quiet/index.html"), true, `<div class="remains">`, "الصفحات العادية", `<span lang="en" dir="ltr">Browser</span>`)
}
