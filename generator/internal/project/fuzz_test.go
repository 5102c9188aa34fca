package project_test

import (
	"bytes"
	"fmt"
	"testing"
	"testing/fstest"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// endsSoon ends the process where a test of data does not end by itself, so
// that the fuzzer keeps the data: it does not notice a loop without an end. Call
// what it returns at the end.
func endsSoon(data []byte) (stop func() bool) {
	const patience = 5 * time.Second // far above what anything small may take
	return time.AfterFunc(patience, func() { panic(fmt.Sprintf("no end after %v: %q", patience, data)) }).Stop
}

// wantPlacesInside checks that every diagnostic stands in the file.
func wantPlacesInside(t *testing.T, file string, data []byte, list diag.List) {
	t.Helper()
	lines := bytes.Count(data, []byte("\n")) + 1
	for _, d := range list {
		if d.File != file || d.Line < 1 || d.Line > lines+1 || d.Column < 1 || d.Column > len(data)+1 {
			t.Errorf("%s is not in %s of %d lines", brief(d), file, lines)
		}
	}
}

func FuzzFrontMatter(f *testing.F) {
	for _, seed := range []string{
		"", "---", "---\n", "---\n---\n", "---\r\ntitle: T\r\n---\r\n", "\ufeff---\ntitle: T\n---\n## A {#b}\n",
		"---\ntitle: [[[[[[[[[[[[[[[[[[[[[[\n---\n", "---\n- - - - - - - - - - - - - - - - - - - -\n---\n",
		"---\na: &a [*a]\nb: *a\n<<: *a\n---\n", "---\n!!binary x: !x y\n? a\n: b\n---\n", "---\ntitle: |\n  a\n\n b\n---\n",
		"---\ntitle: \"\\u0000\\x00\\U0010ffff\n---\n", "---\n{a: b, c: {d: e}, : }\n---\n", "---\ntitle: a\rsummary: b\n---\n",
		"---\n%YAML 1.2\n---\ntitle: a\n...\n---\n", "---\nresolution:\n---\nA\n\n***\n\n1. B\n    - a. c\n    - b. d\n",
		"---\nt: é\n---\n![](x)[y](z)<b>{{< c d=\"}}\" >}}\n\n<!-- -->\n# D\n", "+++\n+++\n", "{\"a\": 1}", "---\n\x00\xff\n---\n",
		"---\n# only\n# comments\n---\n", "---\nsources: [{title: a, url: 'b'}, null, ~, 1.5, .inf, .nan]\n---\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		defer endsSoon(data)()
		p, err := project.Load(fstest.MapFS{"hugo.toml": {}, "i18n/en.toml": {}, "content/en/x.md": {Data: data}})
		if err != nil {
			t.Fatal(err)
		}
		wantPlacesInside(t, "content/en/x.md", data, p.Problems)
		for _, page := range append(p.Pages, p.Drafts...) {
			d := page.Document()
			var places diag.List
			note := func(offset int) {
				line, column := page.PositionInBody(offset)
				places.Add(diag.Diagnostic{File: page.File, Line: line, Column: column})
				if offset < 0 || offset > len(page.Body) {
					t.Errorf("offset %d of %d", offset, len(page.Body))
				}
			}
			for _, h := range d.Headings {
				note(h.Offset)
			}
			for _, l := range d.Links {
				note(l.Offset)
			}
			for _, i := range d.Images {
				note(i.Offset)
			}
			for _, s := range d.Shortcodes {
				note(s.Offset)
			}
			for _, offset := range d.HTML {
				note(offset)
			}
			wantPlacesInside(t, page.File, data, places)
		}
	})
}

func FuzzCatalog(f *testing.F) {
	for _, seed := range []string{
		"", "a = \"b\"\n", "a.one = \"b\"\n", "[a]\none = \"b\"\n", "a = {one = \"b\", other = \"c\"}\n", "a = {b.c = {d = 1}}\n",
		"[[a]]\nb = \"c\"\n[[a.b]]\n", "a = '''\nb\n'''\n", "a = \"\"\"\\\n b\"\"\"\r\n", "\"\" = \"\"\n", "\"é\".'ü' = \"\\U0010ffff\"\n",
		"a = [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\n", "a = 1979-05-27T07:32:00Z\n", "a = \xff\n", "a = \x00\n", "one = \"x\"\n",
		"\ufeffa = \"b\"\n", "a = {", "a = \"\"\"", "[a.b.c.d]\ne = \"f\"\n[a]\n", "<<<<<<< HEAD\n", "a = \"{{ .B }} {{\"\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		defer endsSoon(data)()
		p, err := project.Load(fstest.MapFS{"hugo.toml": {}, "i18n/en.toml": {Data: data}})
		if err != nil {
			t.Fatal(err)
		}
		wantPlacesInside(t, "i18n/en.toml", data, p.Problems)
		var places diag.List
		for _, m := range p.Catalogs["en"].Messages {
			for _, form := range m.Forms {
				places.Add(diag.Diagnostic{File: "i18n/en.toml", Line: form.Line, Column: form.Column})
			}
		}
		wantPlacesInside(t, "i18n/en.toml", data, places)
	})
}
