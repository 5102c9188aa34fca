package diag

import (
	"encoding/json"
	"io"
)

// JSON writes one object: {"diagnostics": [{"file", "line", "column", "rule",
// "severity", "message", "hint"}], "errors": n, "warnings": n}. The array is
// never null; line and column are 0 where the place is not known.
func (l List) JSON(w io.Writer) error {
	type item struct {
		File     string `json:"file"`
		Line     int    `json:"line"`
		Column   int    `json:"column"`
		Rule     string `json:"rule"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
	}
	report := struct {
		Diagnostics []item `json:"diagnostics"`
		Errors      int    `json:"errors"`
		Warnings    int    `json:"warnings"`
	}{[]item{}, l.Count(Error), l.Count(Warning)}
	for _, d := range l {
		report.Diagnostics = append(report.Diagnostics, item{d.File, d.Line, d.Column, d.Rule, d.Severity.String(), d.Message, d.Hint})
	}
	return writeJSON(w, report)
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}
