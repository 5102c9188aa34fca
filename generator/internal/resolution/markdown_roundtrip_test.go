package resolution_test

import (
	"reflect"
	"strings"
	"testing"

	"resolutionsite/generator/internal/resolution"
	"resolutionsite/generator/internal/resolution/resolutiontest"
)

func TestMarkdownAndBackIsTheSameText(t *testing.T) {
	for seed := range uint64(4000) {
		want := resolutiontest.Body(seed)
		source := want.Markdown()
		got, diags := resolution.ParseMarkdown(source)
		resolutiontest.ClearLines(got)
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("seed %d:\n%s\nis read as\n%s", seed, source, got.Markdown())
		}
		for _, d := range diags {
			if !strings.HasPrefix(d.ID, "resolution-label-") && d.ID != "resolution-footnote-missing" {
				t.Fatalf("seed %d: %+v in\n%s", seed, d, source)
			}
		}
	}
}
