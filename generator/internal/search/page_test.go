package search

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// said reads a page whose main part is given, as "text", then each section as
// "#id title: text".
func said(t *testing.T, main, tag string, borrowed bool) string {
	t.Helper()
	page, err := read([]byte(`<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>T</title></head><body><a>skip</a><header>masthead</header><main>`+main+`</main><footer>footer</footer></body></html>`), tag, borrowed)
	if err != nil {
		t.Fatal(err)
	}
	out := []string{marked(page.text)}
	for _, s := range page.sections {
		out = append(out, "#"+s.id+" "+s.title+": "+marked(s.text))
	}
	return strings.Join(out, "\n")
}

// marked writes a text with what is in another language in brackets.
func marked(t text) string {
	var b strings.Builder
	for _, r := range t {
		if r.Language == (language{}) {
			b.WriteString(r.Text)
		} else {
			b.WriteString("[" + r.Language[0] + " " + r.Language[1] + ":" + r.Text + "]")
		}
	}
	return b.String()
}

func TestOnlyTheTextOfAPageIsRead(t *testing.T) {
	got := said(t, `
<header class="page-header"><h1>Title</h1></header><section class="notice notice--status"><p>Notice</p></section>
<nav>Menu</nav><p>One
  two <em>three</em>four.</p><p class="button"><a href="/">Go</a></p><p>See <a href="/">this</a>.</p>
<div class="sources sources--small">Source</div><div class="quotation__links">Quoted</div><p hidden>Hidden</p><p aria-hidden="true">13e</p>
<script>script</script><template><p>Template</p></template>`, "ar", false)
	if want := "One two threefour. See this."; got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

func TestRemarksOnPartsAreNotReadButTheOriginalsWordsAre(t *testing.T) {
	got := said(t, `<p><a class="state-mark" href="/en/">Changed</a> One.</p><p><span class="instead__words" lang="en" dir="ltr">Two.</span> <span class="instead">In English.</span></p><p class="instead">In English.</p>`, "ar", false)
	if want := "One. [en ltr:Two.]"; got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

func TestSectionsArePlacesOfTheirOwn(t *testing.T) {
	got := said(t, `<div><p>First.</p><h2 id="a">Heading <em>A</em></h2><p>Of a.</p><h3>Below</h3><p>Too.</p><h2 id="b">B</h2><p>Of b</p></div>
<section><h2 id="c">C</h2><nav>menu</nav></section><p>Of none.</p>`, "ar", false)
	want := "First. Heading A · Of a. Below · Too. B · Of b · C · Of none.\n#a Heading A: Of a. Below · Too.\n#b B: Of b"
	if got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

func TestWordsOfAnotherLanguageKeepIt(t *testing.T) {
	main := `<p>أ <span lang="en" dir="ltr">NATO <b>PA</b></span> ب</p>`
	if got, want := said(t, main, "ar", false), "أ [en ltr:NATO PA] ب"; got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

// On a page that shows another language's text, the words in the reader's
// language are the site's own.
func TestABorrowedPageIsReadInItsLanguageAlone(t *testing.T) {
	got := said(t, `<h2 id="asks">ما المطلوب</h2><p lang="en" dir="ltr">Asked. <span lang="fr" dir="ltr">Mot.</span></p><p>هنا</p><div lang="en" dir="ltr"><h2 id="why">Why</h2><p>So.</p></div>`, "en", true)
	if want := "Asked. Why · So.\n#why Why: So."; got != want {
		t.Errorf("got:  %s\nwant: %s", got, want)
	}
}

func TestATextInOneLanguageIsWrittenAsAString(t *testing.T) {
	for _, tc := range []struct {
		text text
		want string
	}{
		{nil, `""`},
		{text{{Text: "a"}}, `"a"`},
		{text{{Text: "a "}, {Text: "b", Language: language{"en", "ltr"}}}, `[["a "],["b",["en","ltr"]]]`},
	} {
		got, err := json.Marshal(tc.text)
		if err != nil || string(got) != tc.want {
			t.Errorf("got %s, %v; want %s", got, err, tc.want)
		}
	}
}

// A component that got another name would be searched unnoticed.
func TestTheApparatusIsMadeOfComponents(t *testing.T) {
	for _, name := range apparatus {
		if _, err := os.Stat(filepath.Join("..", "..", "..", "static", "css", "components", name+".css")); err != nil {
			t.Error(err)
		}
	}
}
