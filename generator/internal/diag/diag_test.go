package diag

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func sample() List {
	l := List{
		{File: "content/fr/b.md", Line: 2, Column: 1, Rule: "raw-html", Severity: Error, ID: "raw-html", Message: "HTML in the text", Hint: "use Markdown"},
		{File: "content/fr/a.md", Line: 9, Column: 4, Rule: "link", Severity: Warning, ID: "link-broken", Message: "leads nowhere"},
		{File: "content/fr/a.md", Line: 9, Column: 4, Rule: "link", Severity: Warning, ID: "link-broken", Message: "leads nowhere"},
		{Rule: "config", Severity: Error, ID: "config", Message: "no configuration"},
	}
	l.Sort()
	return l
}

func TestReportIsSortedByPlaceWithoutRepetitions(t *testing.T) {
	var b strings.Builder
	if err := sample().Text(&b, false); err != nil {
		t.Fatal(err)
	}
	want := "error: no configuration\n" +
		"content/fr/a.md:9:4: warning: leads nowhere\n" +
		"content/fr/b.md:2:1: error: HTML in the text\n  hint: use Markdown\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestColourIsOnlyWrittenWhenAskedFor(t *testing.T) {
	var b strings.Builder
	_ = sample().Text(&b, true)
	if !strings.Contains(b.String(), "\x1b[1;31merror\x1b[0m") {
		t.Errorf("no colour in %q", b.String())
	}
}

func TestWhatATerminalWouldObeyIsWrittenOut(t *testing.T) {
	var b strings.Builder
	l := List{{File: "a\x1b.md", Line: 1, Severity: Error, Message: "\x1b[31mred\a \u202e \xff \ufffd é", Hint: "write \x07"}}
	_ = l.Text(&b, false)
	want := `a\x1b.md:1: error: \x1b[31mred\a \u202e \xff ` + "\ufffd é\n" + `  hint: write \a` + "\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

func TestStrictTurnsWarningsIntoErrors(t *testing.T) {
	l := sample()
	l.Strict()
	if l.Count(Warning) != 0 || l.Count(Error) != 3 {
		t.Errorf("%d warnings, %d errors", l.Count(Warning), l.Count(Error))
	}
}

func TestColumnsCountCharactersNotBytes(t *testing.T) {
	src := []byte("a\nété {{\n")
	line, column := Position(src, bytes.Index(src, []byte("{{")))
	if line != 2 || column != 5 {
		t.Errorf("got %d:%d, want 2:5", line, column)
	}
}

func TestJSONAndSARIFAreReadByMachines(t *testing.T) {
	var b bytes.Buffer
	if err := sample().JSON(&b); err != nil {
		t.Fatal(err)
	}
	var report struct {
		Diagnostics []struct {
			File, Severity, Message string
			Line                    int
		}
		Errors, Warnings int
	}
	if err := json.Unmarshal(b.Bytes(), &report); err != nil || report.Errors != 2 || report.Warnings != 1 || report.Diagnostics[1].Line != 9 {
		t.Errorf("%v %+v", err, report)
	}
	b.Reset()
	if err := (List{}).JSON(&b); err != nil || !strings.Contains(b.String(), `"diagnostics": []`) {
		t.Errorf("an empty report is an empty array: %s", b.String())
	}
	b.Reset()
	if err := sample().SARIF(&b); err != nil {
		t.Fatal(err)
	}
	var sarif struct {
		Version string
		Runs    []struct {
			Results []struct {
				RuleID    string
				Locations []struct {
					PhysicalLocation struct {
						Region struct{ StartLine, StartColumn int }
					}
				}
			}
		}
	}
	if err := json.Unmarshal(b.Bytes(), &sarif); err != nil || sarif.Version != "2.1.0" || len(sarif.Runs[0].Results) != 3 {
		t.Fatalf("%v %+v", err, sarif)
	}
	if r := sarif.Runs[0].Results[1]; r.RuleID != "link" || r.Locations[0].PhysicalLocation.Region.StartColumn != 4 {
		t.Errorf("%+v", r)
	}
}
