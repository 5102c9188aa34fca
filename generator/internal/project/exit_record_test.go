package project_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
)

const wholeRecord = `{
  "date": "2025-11-25",
  "browsers": [
    {
      "name": "Browser",
      "version": "12.3",
      "ways": [
        { "way": "quiet", "back": "before", "kept": true, "covered": false, "list": [], "files": ["first", "third"] }
      ]
    }
  ]
}
`

// withRecord is a project with a record beside a page.
func withRecord(record string) fstest.MapFS {
	fsys := files("-- content/en/safety/index.md --\n---\ntitle: Safety\n---\n")
	fsys["content/en/safety/exit.json"] = &fstest.MapFile{Data: []byte(record)}
	return fsys
}

func TestARecordOfTheExitIsRead(t *testing.T) {
	p := load(t, withRecord(wholeRecord))
	wantProblems(t, p)
	want := &project.ExitRecord{Date: "2025-11-25", Browsers: []project.ExitBrowser{{
		Name: "Browser", Version: "12.3",
		Ways: []project.ExitWay{{Way: "quiet", Back: "before", Kept: true, Files: []string{"first", "third"}}},
	}}}
	if got := p.ExitRecords["/safety/"]; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestABrokenRecordOfTheExitIsReportedAndNotShown(t *testing.T) {
	for name, tc := range map[string]struct{ old, new, place string }{
		"cut off":            {"    }\n  ]\n}\n", "", "4:5"},
		"another field":      {`"date"`, `"day"`, "2:3"},
		"no date":            {`"2025-11-25"`, `"November"`, "2:11"},
		"an unknown way":     {`"quiet"`, `"silent"`, "8:18"},
		"an unknown page":    {`"third"`, `"fourth"`, "8:108"},
		"a text for a flag":  {`"kept": true`, `"kept": "maybe"`, "8:53"},
		"no version":         {`"12.3"`, `""`, "1:1"},
		"a list for a field": {`"Browser"`, `["Browser"]`, "5:15"},
	} {
		t.Run(name, func(t *testing.T) {
			p := load(t, withRecord(strings.Replace(wholeRecord, tc.old, tc.new, 1)))
			wantProblems(t, p, "content/en/safety/exit.json:"+tc.place+" error exit-record exit-record-broken")
			if p.ExitRecords["/safety/"] != nil {
				t.Error("it is shown")
			}
		})
	}
	for _, record := range []string{"", "null", "[]", "{}", `{"date": "2025-11-25", "browsers": []}`, `{"date": "2025-11-25", "browsers": [{}]}`} {
		if p := load(t, withRecord(record)); len(p.Problems) != 1 || p.Problems[0].ID != "exit-record-broken" {
			t.Errorf("%q: %v", record, p.Problems)
		}
	}
}

// The record that the repository publishes is one that the browser test wrote.
func TestTheRepositoryHasARecordOfTheExit(t *testing.T) {
	p, err := project.Load(os.DirFS(filepath.Join("..", "..", "..")))
	if err != nil {
		t.Fatal(err)
	}
	record := p.ExitRecords["/about/safety/"]
	if record == nil || len(record.Browsers) != 2 {
		t.Fatalf("%+v", record)
	}
	for _, b := range record.Browsers {
		if len(b.Ways) != 4 {
			t.Errorf("%s: %d ways", b.Name, len(b.Ways))
		}
	}
}
