package project_test

import (
	"reflect"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

func TestAResolutionWrittenIsReadAgain(t *testing.T) {
	plain := func(s string) resolution.Inline { return resolution.Inline{{Text: s}} }
	for _, tc := range []struct {
		name string
		text resolution.Text
	}{
		{"plain", resolution.Text{Title: "Title", Kind: "resolution", Number: "491", Body: "Assembly", Adopted: "2024-11-25", Official: true}},
		{"unofficial, undated", resolution.Text{Title: "T", Kind: "declaration", Number: "1", Body: "B"}},
		{"what YAML might read otherwise", resolution.Text{
			Title: `A: "B" # C & *D* 'E' \F {{< g >}} <h> !i`, Kind: "recommendation", Number: "0x1F", Body: "yes", Place: "null",
			Adopted: "2024-02-29", Note: "- 1\n- 2\ttab\u2028x\u00a0y\u007fz\u0001é🙂",
		}},
		{"other scripts", resolution.Text{Title: "قرار ٤٩١", Kind: "resolution", Number: "٤٩١", Body: "الجمعية", Place: "مونتريال"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			want := tc.text
			want.Language, want.Formula = "en", "The Assembly,"
			want.Recitals = []resolution.Paragraph{{Label: "1", Text: resolution.Inline{{Text: "Noting", Style: resolution.Strong}, {Text: " that"}}}}
			want.Operative = []resolution.Paragraph{{Label: "2", Text: plain("Urges:"), Points: []resolution.Point{{Label: "a", Text: plain("to act")}}}}
			fsys := files("")
			fsys["content/en/resolution/_index.md"] = &fstest.MapFile{Data: project.ResolutionPage(&want)}
			p := load(t, fsys)
			wantProblems(t, p)
			r := p.Resolutions["en"]
			if r == nil {
				t.Fatalf("no resolution in\n%s", project.ResolutionPage(&want))
			}
			want.Normalize()
			got := *r.Text
			for _, list := range [][]resolution.Paragraph{got.Recitals, got.Operative} {
				for i := range list {
					list[i].Line = 0
					for j := range list[i].Points {
						list[i].Points[j].Line = 0
					}
				}
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got\n%+v\nwant\n%+v", got, want)
			}
			if r.Page.Summary == "" {
				t.Error("the page has no summary")
			}
			if again := project.ResolutionPage(r.Text); string(again) != string(project.ResolutionPage(&want)) {
				t.Errorf("written otherwise the second time:\n%s", again)
			}
		})
	}
}
