package site

import (
	"path"
	"strings"

	"resolutionsite/generator/internal/project"
)

// remainsData is a record of the exit's test as readers are shown it.
type remainsData struct {
	// Dates is the day of the measurement as each language writes it.
	Dates    map[string]string `json:"dates"`
	Browsers []remainsBrowser  `json:"browsers"`
}

type remainsBrowser struct {
	Name  string       `json:"name"`
	Major string       `json:"major"` // the version, as people know it
	Ways  []remainsWay `json:"ways"`
	// Hides tells that the browser's files hold addresses that its list does
	// not show.
	Hides bool `json:"hides"`
}

// remainsWay names the strings that say what remains.
type remainsWay struct {
	Way  string `json:"way"`
	Back string `json:"back"`
	List string `json:"list"`
}

// remains are the records, by path as Hugo's templates have it. How other sites
// do it is in the records for comparison; readers of this one are shown its own
// ways.
func (s *Stage) remains() map[string]remainsData {
	all := map[string]remainsData{}
	for at, record := range s.project.ExitRecords {
		if record == nil {
			continue // the checks have said so
		}
		d := remainsData{Dates: map[string]string{}}
		for _, l := range s.project.Languages {
			d.Dates[l.Key] = longDate(l, record.Date)
		}
		for _, b := range record.Browsers {
			major, _, _ := strings.Cut(b.Version, ".")
			browser := remainsBrowser{Name: b.Name, Major: major}
			for _, w := range b.Ways {
				browser.Hides = browser.Hides || len(w.Files) > len(w.List)
				if w.Way != "plain" {
					browser.Ways = append(browser.Ways, remainsOf(w))
				}
			}
			d.Browsers = append(d.Browsers, browser)
		}
		all[path.Clean(at)] = d
	}
	return all
}

func remainsOf(w project.ExitWay) remainsWay {
	d := remainsWay{Way: "remains_way_" + w.Way, Back: "remains_back_" + w.Back, List: "remains_list_some"}
	if w.Covered && w.Back == "third" { // the page with the exit that was pressed
		d.Back += "_covered"
	}
	switch {
	case len(w.List) == 0:
		d.List = "remains_list_none"
	case len(w.List) == 3:
		d.List = "remains_list_all"
	case len(w.List) == 2 && w.List[1] == "second":
		d.List = "remains_list_but_last"
	}
	return d
}
