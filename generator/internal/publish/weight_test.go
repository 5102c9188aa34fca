package publish

import (
	"bytes"
	"html"
	"io/fs"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/diag"
)

// digits do not compress well, and are words of no language.
func digits(n int) string {
	var b strings.Builder
	for x := uint32(1); b.Len() < n; x = x*1664525 + 1013904223 {
		b.WriteByte('0' + byte(x>>24)%10)
	}
	return b.String()
}

// loaded is a page with all that a browser fetches, and what it does not.
func loaded() fstest.MapFS {
	return fstest.MapFS{
		"a.html": {Data: []byte(strings.NewReplacer("<head>", `<head><link rel=stylesheet href=a.css><link rel=icon href=i.svg>
<script defer src=a.js></script><script src=a.js></script><link rel=alternate href=b.txt>`,
			"<body>", `<body><img alt="" src=at-once.svg><img alt="" src=later.svg loading=lazy><a href=b.txt>1</a><p>`+digits(9000)).Replace(good))},
		"a.css": {Data: []byte(digits(5000))}, "a.js": {Data: []byte(digits(1000))},
		"at-once.svg": {Data: []byte("<svg/>")}, "later.svg": {Data: []byte("<svg/>")}, "i.svg": {Data: []byte("<svg/>")},
		"b.txt": {Data: []byte(digits(100000))},
	}
}

func weighed(t *testing.T, site fs.FS, b Budget) (Weight, diag.List) {
	t.Helper()
	report, list, err := Verify(site, VerifyOptions{BaseURL: base, Budget: func(page string) (string, Budget) { return "kind of " + page, b }})
	if err != nil {
		t.Fatal(err)
	}
	return report.Weights[0], list
}

// gzipped is the size of a file as the program gzip has it.
func gzipped(t *testing.T, site fs.FS, name string) int {
	t.Helper()
	src, err := fs.ReadFile(site, name)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("gzip", "-9", "-n", "-c")
	cmd.Stdin = bytes.NewReader(src)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return len(out)
}

// The library and the program do not compress alike to the byte, least of all
// what is no text: so the files are some of this repository.
func TestAPageWeighsWhatABrowserFetches(t *testing.T) {
	site := loaded()
	for name, source := range map[string]string{"a.css": "static/css/base.css", "a.js": "static/js/copy.js", "at-once.svg": "static/icon.svg", "a.html": "content/en/resolution/_index.md"} {
		src, err := os.ReadFile("../../../" + source)
		if err != nil {
			t.Fatal(err)
		}
		if name == "a.html" {
			src = bytes.Replace(site[name].Data, []byte(digits(9000)), []byte(html.EscapeString(string(src))), 1)
		}
		site[name] = &fstest.MapFile{Data: src}
	}
	w, list := weighed(t, site, Budget{})
	if len(list) != 0 || w.Page != "a.html" || w.Kind != "kind of a.html" || w.Requests != 4 {
		t.Errorf("%+v, %v", w, list)
	}
	for name, got := range map[string]int{"a.html": w.HTML, "a.css": w.CSS, "a.js": w.JS, "at-once.svg": w.Images} {
		if want := gzipped(t, site, name); got < want*99/100-5 || got > want*101/100+5 {
			t.Errorf("%s weighs %d bytes, the program gzip says %d", name, got, want)
		}
	}
	if want := []string{"a.html", "a.css", "a.js"}; !reflect.DeepEqual(w.Files, want) {
		t.Errorf("%v", w.Files)
	}
	if w.FirstView() != w.HTML+w.CSS+w.JS {
		t.Error("the first view is HTML, style sheets and scripts")
	}
}

func TestAPageOneByteOverItsBudgetIsAnError(t *testing.T) {
	w, _ := weighed(t, loaded(), Budget{})
	exact := Budget{FirstView: w.FirstView(), JS: w.JS, Requests: w.Requests}
	if _, list := weighed(t, loaded(), exact); len(list) != 0 {
		t.Error("a page that just keeps to its budget:", list)
	}
	for name, over := range map[string]struct {
		budget Budget
		id     string
		args   map[string]any
	}{
		"first view": {Budget{FirstView: w.FirstView() - 1}, "output-weight-html",
			map[string]any{"Kind": w.Kind, "Bytes": w.FirstView(), "Most": w.FirstView() - 1, "HTML": w.HTML, "CSS": w.CSS, "JS": w.JS}},
		"scripts":  {Budget{JS: w.JS - 1}, "output-weight-script", map[string]any{"Kind": w.Kind, "Bytes": w.JS, "Most": w.JS - 1}},
		"requests": {Budget{Requests: 3}, "output-weight-requests", map[string]any{"Kind": w.Kind, "Count": 4, "Most": 3}},
	} {
		_, list := weighed(t, loaded(), over.budget)
		want := diag.List{{File: "a.html", Line: 1, Column: 1, Rule: "output-weight", Severity: diag.Error, ID: over.id, Args: over.args}}
		if !reflect.DeepEqual(list, want) {
			t.Errorf("%s: %v, want %v", name, list, want)
		}
	}
}

func TestTheRemedyIsForWhatWeighsMost(t *testing.T) {
	for name, id := range map[string]string{"a.css": "output-weight-css", "a.js": "output-weight-js"} {
		site := loaded()
		site[name] = &fstest.MapFile{Data: []byte(digits(50000))}
		if _, list := weighed(t, site, Budget{FirstView: 1000}); len(list) != 1 || list[0].ID != id {
			t.Errorf("%s: %v", name, list)
		}
	}
}

func TestTheHeaviestPageComesFirst(t *testing.T) {
	site := fstest.MapFS{"a.html": body("x"), "b.html": body(digits(900)), "c.html": body(digits(500))}
	report, _, err := Verify(site, VerifyOptions{BaseURL: base, Budget: func(string) (string, Budget) { return "", Budget{} }})
	if err != nil {
		t.Fatal(err)
	}
	var pages []string
	for _, w := range report.Weights {
		pages = append(pages, w.Page)
	}
	if got := strings.Join(pages, " "); got != "b.html c.html a.html" {
		t.Error(got)
	}
}
