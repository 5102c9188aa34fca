package check_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/messages"
	"resolutionsite/generator/internal/project"
)

var update = flag.Bool("update", false, "write the golden files anew")

// broken is the project of testdata/broken.txtar, with what a txtar archive
// cannot hold.
func broken(t *testing.T) fstest.MapFS {
	t.Helper()
	archive, err := os.ReadFile("testdata/broken.txtar")
	if err != nil {
		t.Fatal(err)
	}
	fsys := overlay(string(archive))
	fsys["content/en/latin-1.md"] = &fstest.MapFile{Data: []byte(md("caf\xe9\n"))}
	fsys["content/en/video.mp4"] = &fstest.MapFile{Data: make([]byte, project.MaxFileSize+1)}
	fsys["content/en/bell.md"] = &fstest.MapFile{Data: []byte(md("a \x07bell\n"))}
	fsys["content/en/direction.md"] = &fstest.MapFile{Data: []byte(md("to \u202eevil\n"))}
	fsys["content/en/windows.md"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll("---\n# c\ntitle: T\nsumary: S\n---\n\n### H\n", "\n", "\r\n"))}
	fsys["content/fr/recorded.provenance.txt"] = &fstest.MapFile{Data: []byte("# nothing is accepted yet\n")}
	fsys["content/en/recorded.md"], fsys["content/fr/recorded.md"] = &fstest.MapFile{Data: []byte(md(""))}, &fstest.MapFile{Data: []byte(md(""))}
	fsys["content/en/urgent.md"] = &fstest.MapFile{Data: []byte("---\ntitle: T\nsummary: S\nclass: critical\n---\n")}
	fsys["content/fr/urgent.md"] = &fstest.MapFile{Data: []byte(md(""))}
	return fsys
}

// The whole report is as users read it, with the English texts.
func TestABrokenProjectIsReportedAsAWhole(t *testing.T) {
	printer, err := messages.New("en")
	if err != nil {
		t.Fatal(err)
	}
	found := run(t, broken(t))
	printer.Fill(found)
	var got bytes.Buffer
	if err := found.Text(&got, false); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/broken.golden"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Bytes(), want) {
		t.Errorf("the report is not that of %s (go test -update writes it):\n%s", golden, got.Bytes())
	}
	if strings.Contains(got.String(), "<no value>") {
		t.Error("a text has a placeholder without a value")
	}
	for _, d := range found {
		if d.File == "" || d.Line < 1 || d.Column < 1 || d.Message == d.ID || d.Hint == "" {
			t.Errorf("%s: incomplete: %q, hint %q", brief(d), d.Message, d.Hint)
		}
	}
}

func TestTheReportIsTheSameEveryTime(t *testing.T) {
	var first string
	for range 5 {
		got := fmt.Sprint(run(t, broken(t)))
		if first == "" {
			first = got
		}
		if got != first {
			t.Fatal("two reports of one project differ")
		}
	}
}

// The broken project breaks every rule, so that none falls silent unseen.
func TestTheBrokenProjectBreaksEveryRule(t *testing.T) {
	seen := map[string]bool{}
	for _, d := range run(t, broken(t)) {
		seen[d.Rule] = true
	}
	seen["home-page"] = true // it has one to break other rules; see its own test
	for _, rule := range check.Rules() {
		if !seen[rule.Name] {
			t.Errorf("the rule %s finds nothing", rule.Name)
		}
	}
}

func TestRulesHaveTheirNamesAndSeverities(t *testing.T) {
	seen := map[string]bool{}
	for _, rule := range check.Rules() {
		if seen[rule.Name] {
			t.Errorf("%s stands twice", rule.Name)
		}
		seen[rule.Name] = true
		want := "error"
		if slices.Contains([]string{"abbreviation", "date-text", "paragraph-length", "sentence-length", "fact-weak", "figure-bare", "helpline-expired", "string-missing", "string-plural", "id-unregistered", "provenance-alone", "reference-text", "resolution-footnote", "resolution-supplied-short", "session-step", "term", "translation-difference", "translation-script", "translation-source", "translation-unpaired", "translation-unrecorded", "word-avoided"}, rule.Name) {
			want = "warning"
		}
		if got := rule.Severity.String(); got != want {
			t.Errorf("%s is a %s, want %s", rule.Name, got, want)
		}
	}
}
