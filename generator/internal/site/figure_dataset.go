package site

import (
	"encoding/json"
	"slices"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// dataset describes a series to search engines (schema.org/Dataset).
type dataset struct {
	Context      string         `json:"@context"`
	Type         string         `json:"@type"`
	ID           string         `json:"@id"`
	Name         string         `json:"name"`
	Description  string         `json:"description"` // the warning
	Language     string         `json:"inLanguage"`
	Licence      string         `json:"license"`
	Free         bool           `json:"isAccessibleForFree"`
	Time         string         `json:"temporalCoverage,omitempty"`
	Distribution []dataDownload `json:"distribution"`
}

type dataDownload struct {
	Type  string `json:"@type"`
	Media string `json:"encodingFormat"`
	URL   string `json:"contentUrl"`
}

// dataset is the JSON-LD of a series for the page in l, fit to stand in HTML.
func (s *Stage) dataset(l locale.Language, series *project.Series) (string, error) {
	d, err := s.figuresJSON(l, series)
	if err != nil {
		return "", err
	}
	out := dataset{
		Context: "https://schema.org", Type: "Dataset", ID: d.Page + "#figure-" + series.ID,
		Name: d.Title, Description: d.Caveat, Language: d.Language, Licence: d.Licence, Free: true,
	}
	known := slices.DeleteFunc(slices.Clone(series.Figures), func(f project.Figure) bool { return f.Gap != "" })
	if n := len(known); n > 0 && !series.Separate { // in the order of the years
		out.Time = known[0].When + "/" + known[n-1].When
	}
	for _, file := range []struct{ ending, media string }{{"csv", "text/csv"}, {"json", "application/json"}} {
		out.Distribution = append(out.Distribution, dataDownload{"DataDownload", file.media, s.options.BaseURL + figureFile(l, series.ID, file.ending)})
	}
	content, err := json.Marshal(out)
	return string(content), err
}
