package site

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// brief writes runs as the layouts will, roughly: *em* **strong**, [^call],
// {words → target}.
func brief(runs []runData) string {
	var b strings.Builder
	for _, r := range runs {
		mark := map[string]string{"strong": "**", "em": "*"}[r.Mark]
		switch {
		case r.Runs != nil:
			b.WriteString("{" + brief(r.Runs) + " → " + r.URL + r.Page + r.Part + "}")
		case r.Call != "":
			b.WriteString("[^" + r.Text + " " + r.Call + "]")
		default:
			b.WriteString(mark + r.Text + mark)
		}
	}
	return b.String()
}

func TestLinksKeepTheWordsAndTheirEmphasis(t *testing.T) {
	page := func(body, references string) *project.Resolution {
		p, err := project.Load(fstest.MapFS{
			"hugo.toml": {}, "i18n/en.toml": {},
			"content/en/resolution/_index.md":       {Data: []byte("---\ntitle: R\nresolution: {kind: resolution}\n---\n1. " + body + "\n\n***\n\n2. **Urges** all.\n\n[^1]: a note\n\n[^*]: b\n")},
			"content/en/resolution/references.yaml": {Data: []byte("references:\n" + references)},
		})
		if err != nil || len(p.Problems) > 0 {
			t.Fatal(err, p.Problems)
		}
		return p.Resolutions["en"]
	}
	const charter = "  - {text: Charter of Rivers, url: 'https://a.example/', title: T}\n"
	for _, tc := range []struct{ body, references, want string }{
		{"**Noting** all", "", "**Noting** all"},
		{"see the Charter of Rivers, too", charter, "see the {Charter of Rivers → https://a.example/}, too"},
		{"Charter of Rivers", charter, "{Charter of Rivers → https://a.example/}"},
		{"the *Charter* of **Rivers** flow", charter, "the {*Charter* of **Rivers** → https://a.example/} flow"},
		{"the **old Charter of Rivers here**", charter, "the **old **{**Charter of Rivers** → https://a.example/}** here**"},
		{"Charter[^1] of Rivers[^*]; and paragraph 2.", charter, "{Charter → https://a.example/}[^1 fn-1]{ of Rivers → https://a.example/}[^* fn-x2a]; and {paragraph 2 → p2}."},
		{"word[^1] Charter of Rivers", charter, "word[^1 fn-1] {Charter of Rivers → https://a.example/}"},
		{"Charter of Rivers, Charter of Rivers", charter, "{Charter of Rivers → https://a.example/}, {Charter of Rivers → https://a.example/}"},
		{"a b", "  - {text: a, to: /about/}\n  - {text: b, to: p2}\n", "{a → /about/} {b → p2}"},
		{"paragraph 1 is this one", "", "paragraph 1 is this one"},
	} {
		r := page(tc.body, tc.references)
		in := r.Text.Recitals[0].Text
		w := runWriter{referrer: project.NewReferrer(r), language: "en", notes: footnoteIDs(r.Text)}
		runs := w.runs("p1", in)
		if got := brief(runs); got != tc.want {
			t.Errorf("%s:\n\t%s\nwant:\n\t%s", tc.body, got, tc.want)
		}
		words := ""
		var add func([]runData)
		add = func(runs []runData) {
			for _, r := range runs {
				if r.Call == "" {
					words += r.Text
				}
				add(r.Runs)
			}
		}
		if add(runs); words != in.Plain() {
			t.Errorf("the words became %q, they were %q", words, in.Plain())
		}
	}
}

func TestFootnotesHaveAnchorsByTheirMarks(t *testing.T) {
	text := &resolution.Text{Footnotes: []resolution.Footnote{{Mark: "1"}, {Mark: "*"}, {Mark: "a"}, {Mark: "A"}, {Mark: "١"}, {Mark: "1"}}}
	got, err := json.Marshal(footnoteIDs(text))
	if want := `{"*":"fn-x2a","1":"fn-1","A":"fn-a-2","a":"fn-a","١":"fn-x661"}`; err != nil || string(got) != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestPartsWithoutALabelAreNamedByTheirPosition(t *testing.T) {
	text := &resolution.Text{
		Recitals: []resolution.Paragraph{{}, {}, {Label: "A"}},
		Operative: []resolution.Paragraph{
			{Label: "3", Points: []resolution.Point{{Label: "a", Points: []resolution.Point{{Label: "i"}, {}}}, {Label: "3.2"}, {}}},
			{Points: []resolution.Point{{Label: "a", Points: []resolution.Point{{Label: "i"}}}}},
		},
	}
	d := textOf(locale.Language{Key: "en", Tag: "en", DateBase: "en"}, &project.Resolution{Text: text}, nil)
	var got []string
	var add func([]elementData)
	add = func(list []elementData) {
		for _, e := range list {
			got = append(got, e.Name)
			add(e.Points)
		}
	}
	add(d.Recitals)
	add(d.Operative)
	if want := "[1] [2] A 3 3a 3a(i) 3a[2] 3.2 3[3] [2] [2](a) [2](a)(i)"; strings.Join(got, " ") != want {
		t.Errorf("%s, want %s", got, want)
	}
}
