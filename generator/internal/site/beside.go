package site

import "resolutionsite/generator/internal/resolution"

// besideData is the order of the parts of two texts side by side.
type besideData struct {
	Recitals  []rowData `json:"recitals"`
	Operative []rowData `json:"operative"`
}

// rowData names a part; the texts say by its ID what it is there, or lack it.
type rowData struct {
	ID    string `json:"id"`
	Depth int    `json:"depth"`
}

// besides aligns the texts of every page that shows two, by the language keys
// of the first and the second.
func (s *Stage) besides() map[string]map[string]besideData {
	all := map[string]map[string]besideData{}
	for _, pages := range s.made {
		for _, m := range pages {
			if m.name() != "beside" {
				continue
			}
			a, b := m.Texts[0].Key, m.Texts[1].Key
			if all[a] == nil {
				all[a] = map[string]besideData{}
			}
			if _, done := all[a][b]; !done {
				all[a][b] = beside(s.project.Resolutions[a].Text, s.project.Resolutions[b].Text)
			}
		}
	}
	return all
}

func beside(a, b *resolution.Text) besideData {
	var d besideData
	for _, p := range resolution.Align(a, b) {
		row := rowData{p.ID, p.Either().Depth}
		if p.Role == resolution.Recital {
			d.Recitals = append(d.Recitals, row)
		} else {
			d.Operative = append(d.Operative, row)
		}
	}
	return d
}
