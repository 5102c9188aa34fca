package build_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"resolutionsite/generator/internal/build"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/testproject"
)

// numbers do not compress well, and are words of no language.
func numbers(n int) string {
	var b strings.Builder
	for x := uint32(1); b.Len() < n; x = x*1664525 + 1013904223 {
		fmt.Fprintf(&b, "%d\n", x)
	}
	return b.String()
}

func run(t *testing.T, root string) *build.Result {
	t.Helper()
	result, err := build.Run(context.Background(), build.Options{
		Root: root, Out: filepath.Join(root, "public"), Date: time.Date(2024, 11, 25, 0, 0, 0, 0, time.UTC),
		WithoutNode: true, Progress: func(string) {},
	})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A page may weigh as much as fits into the first packets; what is over is
// refused, and the readers keep the site they have. A page with a whole text may
// weigh twice as much.
func TestABuildKeepsToTheBudgetOfEachKindOfPage(t *testing.T) {
	root := filepath.Join(t.TempDir(), "project")
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	result := run(t, root)
	if result.Diagnostics.HasErrors() {
		t.Fatal(result.Diagnostics)
	}
	kinds := map[string]publish.Budget{}
	for _, w := range result.Output.Weights {
		kinds[w.Kind] = w.Budget
	}
	usual := publish.Budget{FirstView: 14600, JS: 1024, Requests: 3}
	whole := publish.Budget{FirstView: 30000, JS: 1024, Requests: 3}
	want := map[string]publish.Budget{
		"home": usual, "about/page": usual, "resolution/page": usual, "resolution/source": usual, "resolution/verbs": usual,
		"404": usual, "chooser": usual, "resolution": whole, "resolution/beside": whole,
	}
	for kind, b := range want {
		if kinds[kind] != b {
			t.Errorf("%s: %+v, want %+v", kind, kinds[kind], b)
		}
	}
	// What was weighed is what hosts send.
	w := result.Output.Weights[0]
	for name, got := range map[string]int{w.Page: w.HTML, w.Files[1]: w.CSS} {
		if info, err := os.Stat(filepath.Join(root, "public", name+".gz")); err != nil || int(info.Size()) != got {
			t.Errorf("%s weighs %d bytes, its copy: %v, %v", name, got, info, err)
		}
	}
	published := filepath.Join(root, "public", "build.json")
	before, err := os.Stat(published)
	if err != nil {
		t.Fatal(err)
	}

	write(t, filepath.Join(root, "content/en/long/index.md"), "---\ntitle: Long\nsummary: A long page.\n---\n\n"+numbers(25000))
	result = run(t, root)
	var over []string
	for _, d := range result.Diagnostics.Only(diag.Error) {
		over = append(over, d.File+" "+d.ID)
		if bytes, most := d.Args["Bytes"].(int), d.Args["Most"]; most != 14600 || bytes <= 14600 || d.Args["Kind"] != "long/page" {
			t.Errorf("%+v", d)
		}
	}
	if want := []string{"ar/long/index.html output-weight-html", "en/long/index.html output-weight-html", "fr/long/index.html output-weight-html"}; !reflect.DeepEqual(over, want) {
		t.Errorf("over their budget are %v, want %v", over, want)
	}
	if after, err := os.Stat(published); err != nil || !os.SameFile(before, after) {
		t.Error("the published folder has changed:", err)
	}
}

func TestWeightsAreSummedUpByKind(t *testing.T) {
	weights := []publish.Weight{
		{Page: "b/index.html", Kind: "home", HTML: 90, CSS: 5, JS: 5, Requests: 2, Budget: publish.Budget{FirstView: 200}},
		{Page: "x.html", Kind: "text", HTML: 80, Requests: 1, Budget: publish.Budget{FirstView: 300}},
		{Page: "a/index.html", Kind: "home", HTML: 40, CSS: 3, JS: 7, Requests: 3, Budget: publish.Budget{FirstView: 200}},
	}
	want := []build.KindWeight{
		{Kind: "home", Pages: 2, Median: 75, Maximum: 100, Most: 200, Requests: 3, JS: 7, Heaviest: "b/index.html"},
		{Kind: "text", Pages: 1, Median: 80, Maximum: 80, Most: 300, Requests: 1, Heaviest: "x.html"},
	}
	if got := build.KindWeights(weights); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
