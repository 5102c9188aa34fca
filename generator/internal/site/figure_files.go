package site

import (
	"bytes"
	"cmp"
	_ "embed"
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
)

// figuresSchema is the name of the JSON Schema of the figures, at the root of the
// site.
const figuresSchema = "figures.schema.json"

//go:embed figures.schema.json
var figuresSchemaText string

// licence is that of the texts of a site, as the string licence_content says.
const licence = "https://creativecommons.org/licenses/by/4.0/"

type figuresJSON struct {
	Schema   string       `json:"$schema"`
	ID       string       `json:"id"`
	Language string       `json:"language"`
	Title    string       `json:"title"`
	Unit     string       `json:"unit"`
	Caveat   string       `json:"caveat"`
	Notes    []string     `json:"notes"`
	Page     string       `json:"page"`
	Licence  string       `json:"licence"`
	Figures  []figureJSON `json:"figures"`
}

type figureJSON struct {
	When      string `json:"when"`
	Period    string `json:"period,omitempty"` // where a date alone would mislead
	Value     *int   `json:"value,omitempty"`
	Qualifier string `json:"qualifier,omitempty"`
	Gap       string `json:"gap,omitempty"`
	Words     string `json:"words"`
	By        string `json:"by,omitempty"`
	CountedBy string `json:"countedBy,omitempty"`
	Report    string `json:"report,omitempty"`
	Published string `json:"published,omitempty"`
}

// figureFile is where a series is published for readers of a language, from the
// root of the site.
func figureFile(l locale.Language, id, ending string) string {
	return l.Key + project.FiguresPath + id + "." + ending
}

// figureFiles stages the figures as data.
func (s *Stage) figureFiles(files map[string][]byte) error {
	if s.project.Figures == nil {
		return nil
	}
	for _, l := range s.project.Languages {
		for i := range s.project.Figures.Series {
			series := &s.project.Figures.Series[i]
			d, err := s.figuresJSON(l, series)
			if err != nil {
				return err
			}
			content, err := manifestation.Encode(d)
			if err != nil {
				return err
			}
			files[staticFolder+"/"+figureFile(l, series.ID, "json")] = content
			if content, err = figuresCSV(d); err != nil {
				return err
			}
			files[staticFolder+"/"+figureFile(l, series.ID, "csv")] = content
		}
	}
	id, err := json.Marshal(s.options.BaseURL + figuresSchema)
	files[staticFolder+"/"+figuresSchema] = []byte(strings.Replace(figuresSchemaText, `"https://example.org/figures.schema.json"`, string(id), 1))
	return err
}

func (s *Stage) figuresJSON(l locale.Language, series *project.Series) (figuresJSON, error) {
	d := figuresJSON{
		Schema: s.options.BaseURL + figuresSchema, ID: series.ID, Unit: series.Unit, Notes: []string{},
		Page: s.options.BaseURL + l.Key + project.FiguresPath, Licence: licence,
	}
	// A file has one language: the reader's, or the nearest that has all its words.
	keys := append(series.AllStrings(), "figures_caveat")
	if series.Separate {
		keys = append(keys, "figures_separate")
	}
	in := s.having(l, keys)
	d.Language = in.Tag
	var err error
	if d.Title, _, err = s.phrase(in, project.FigureString(series.ID, "title"), nil); err != nil {
		return d, err
	}
	if d.Caveat, _, err = s.phrase(in, "figures_caveat", nil); err != nil {
		return d, err
	}
	if series.Separate {
		note, _, err := s.phrase(in, "figures_separate", nil)
		if err != nil {
			return d, err
		}
		d.Notes = append(d.Notes, note)
	}
	for i := range series.Figures {
		f := &series.Figures[i]
		text, err := s.figureText(in, series, f)
		if err != nil {
			return d, err
		}
		one := figureJSON{
			When: f.When, Gap: f.Gap, Words: cmp.Or(text.Why, text.Number), By: f.By, CountedBy: text.By, Report: f.Symbol, Published: f.Published,
		}
		if text.When != f.When {
			one.Period = text.When
		}
		if f.Gap == "" {
			one.Value, one.Qualifier = &f.Value, f.Qualifier
		}
		if f.Gap == "" && series.Unit == project.UnitCases && !series.Separate {
			args := map[string]any{"Count": f.Value, "Number": text.Number}
			if one.Words, _, err = s.phrase(in, project.FigureString(series.ID, "said"), args); err != nil {
				return d, err
			}
		}
		d.Figures = append(d.Figures, one)
	}
	return d, nil
}

// figuresCSV writes a series as RFC 4180 has it. Column names and codes are those
// of the JSON; every line carries the warning, without which no number stands. It
// begins with a byte order mark: without one Excel shows letters of another language
// as signs that mean nothing.
func figuresCSV(d figuresJSON) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	lines := [][]string{{"series", "when", "period", "value", "unit", "qualifier", "gap", "words", "countedBy", "report", "published", "title", "caveat"}}
	caveat := strings.Join(append([]string{d.Caveat}, d.Notes...), " ")
	for _, f := range d.Figures {
		value := ""
		if f.Value != nil {
			value = strconv.Itoa(*f.Value)
		}
		lines = append(lines, []string{d.ID, f.When, f.Period, value, d.Unit, f.Qualifier, f.Gap, f.Words, f.CountedBy, f.Report, f.Published, d.Title, caveat})
	}
	err := w.WriteAll(lines)
	return b.Bytes(), err
}
