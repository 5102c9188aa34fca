package site

import (
	"encoding/json"
	"path"
	"strings"
	"time"

	"github.com/bep/golocales"

	"resolutionsite/generator/internal/locale"
)

// testsFile is the record of the acceptance tests, beside the page that shows it.
const testsFile = "tests.json"

// dates are the days that layouts show of documents, and of files that they read
// themselves, by ISO 8601 date, as each language writes them. Hugo knows the months of fewer
// languages, and writes them in English where it does not know them.
func (s *Stage) dates() map[string]map[string]string {
	all := map[string]map[string]string{}
	if s.project.Facts != nil {
		for _, d := range s.project.Facts.Documents {
			if len(d.Date) == len(time.DateOnly) {
				s.addDate(all, d.Date)
			}
		}
	}
	for _, f := range s.project.Files {
		var record struct {
			Date string `json:"date"`
		}
		if path.Base(f.Path) != testsFile || json.Unmarshal(f.Text, &record) != nil || record.Date == "" {
			continue
		}
		s.addDate(all, record.Date)
	}
	if s.project.Helplines != nil {
		for _, h := range s.project.Helplines.Entries {
			if h.Checked != "" {
				s.addDate(all, h.Checked)
			}
		}
	}
	return all
}

func (s *Stage) addDate(all map[string]map[string]string, iso string) {
	all[iso] = map[string]string{}
	for _, l := range s.project.Languages {
		all[iso][l.Key] = longDate(l, iso)
	}
}

// longDate writes an ISO 8601 date as readers of l write dates ("25 November
// 2024"), or leaves it as it is where CLDR does not say how.
func longDate(l locale.Language, iso string) string {
	date, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	if t := golocales.New(strings.ToLower(l.DateBase)); t != nil {
		return t.FormatDateLong(date)
	}
	return iso
}
