package project

import (
	"path"
	"slices"

	"resolutionsite/generator/internal/diag"
)

// ExitRecordFile is the name of the record that the test of the exit writes,
// beside the page of the reference language that shows it.
const ExitRecordFile = "exit.json"

// ExitRecord is what browsers were found to keep of a visit of three pages after
// its exit.
type ExitRecord struct {
	Date     string // of the measurement, ISO 8601
	Browsers []ExitBrowser
}

// ExitBrowser is one browser and the ways of visiting, in the record's order.
type ExitBrowser struct {
	Name    string
	Version string
	Ways    []ExitWay
}

// ExitWay is what one browser keeps of one way of visiting.
type ExitWay struct {
	Way     string
	Back    string // the page that the Back button shows
	Kept    bool   // as it was, without asking for it again
	Covered bool   // by the exit's cover
	// List are the pages in the browser's own list of history, Files those in
	// the file behind it.
	List  []string
	Files []string
}

var (
	visited      = []string{"first", "second", "third"}
	visitedShape = shape{kind: Text, values: visited}

	// exitRecordSchema is every field of the record. JSON is read as YAML,
	// which knows the place of everything.
	exitRecordSchema = shape{kind: Map, fields: map[string]shape{
		"date": date,
		"browsers": {kind: List, item: &shape{kind: Map, fields: map[string]shape{
			"name": text, "version": text,
			"ways": {kind: List, item: &shape{kind: Map, fields: map[string]shape{
				"way":     {kind: Text, values: []string{"plain", "ordinary", "quiet", "noscript"}},
				"back":    {kind: Text, values: append([]string{"before"}, visited...)},
				"kept":    {kind: Text, flag: true},
				"covered": {kind: Text, flag: true},
				"list":    {kind: List, item: &visitedShape},
				"files":   {kind: List, item: &visitedShape},
			}}},
		}}},
	}}
)

// loadExitRecords reads the records beside the pages of the reference language.
// One that is not as the test writes it is a problem, and known as nil.
func (p *Project) loadExitRecords() {
	for _, page := range p.Pages {
		if page.Language.Key != p.Reference.Key {
			continue
		}
		file := p.readable(path.Join(path.Dir(page.File), ExitRecordFile))
		if file == nil {
			continue
		}
		tree, found := parseYAML(file.Text, 0)
		if tree != nil {
			found = append(found, exitRecordSchema.judge(tree, "")...)
		}
		p.ExitRecords[page.Path] = nil
		if len(found) == 0 {
			if record := readExitRecord(tree); record.whole() {
				p.ExitRecords[page.Path] = record
				continue
			}
			found = diag.List{{}}
		}
		// Nobody writes it by hand: one fault is enough to have it written anew.
		p.problem(diag.Diagnostic{File: file.Path, Line: found[0].Line, Column: found[0].Column, Rule: "exit-record", ID: "exit-record-broken"})
	}
}

func readExitRecord(tree *Value) *ExitRecord {
	r := &ExitRecord{Date: tree.text("date")}
	for _, b := range tree.items("browsers") {
		browser := ExitBrowser{Name: b.text("name"), Version: b.text("version")}
		for _, w := range b.items("ways") {
			browser.Ways = append(browser.Ways, ExitWay{
				Way: w.text("way"), Back: w.text("back"), Kept: w.text("kept") == "true", Covered: w.text("covered") == "true",
				List: w.texts("list"), Files: w.texts("files"),
			})
		}
		r.Browsers = append(r.Browsers, browser)
	}
	return r
}

// whole reports whether the record says everything that a table needs.
func (r *ExitRecord) whole() bool {
	return r.Date != "" && len(r.Browsers) > 0 && !slices.ContainsFunc(r.Browsers, func(b ExitBrowser) bool {
		return b.Name == "" || b.Version == "" || len(b.Ways) == 0 || slices.ContainsFunc(b.Ways, func(w ExitWay) bool {
			return w.Way == "" || w.Back == ""
		})
	})
}
