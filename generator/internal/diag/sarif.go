package diag

import (
	"io"
	"net/url"
	"slices"
)

// SARIF writes the list in the Static Analysis Results Interchange Format
// 2.1.0 (OASIS), which code hosts show beside the lines of a change. Columns
// count Unicode code points; addresses are relative to the project's root.
func (l List) SARIF(w io.Writer) error {
	type text struct {
		Text string `json:"text"`
	}
	type region struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn,omitempty"`
	}
	type artifact struct {
		URI       string `json:"uri"`
		URIBaseID string `json:"uriBaseId"`
	}
	type physical struct {
		ArtifactLocation artifact `json:"artifactLocation"`
		Region           *region  `json:"region,omitempty"`
	}
	type location struct {
		PhysicalLocation physical `json:"physicalLocation"`
	}
	type result struct {
		RuleID    string     `json:"ruleId"`
		RuleIndex int        `json:"ruleIndex"`
		Level     string     `json:"level"`
		Message   text       `json:"message"`
		Locations []location `json:"locations,omitempty"`
	}
	type rule struct {
		ID string `json:"id"`
	}
	type driver struct {
		Name  string `json:"name"`
		Rules []rule `json:"rules"`
	}
	type tool struct {
		Driver driver `json:"driver"`
	}
	type run struct {
		Tool       tool     `json:"tool"`
		ColumnKind string   `json:"columnKind"`
		Results    []result `json:"results"`
	}

	var names []string
	for _, d := range l {
		names = append(names, d.Rule)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	rules := make([]rule, 0, len(names))
	for _, n := range names {
		rules = append(rules, rule{n})
	}
	results := make([]result, 0, len(l))
	for _, d := range l {
		message := d.Message
		if d.Hint != "" {
			message += " (" + d.Hint + ")"
		}
		index, _ := slices.BinarySearch(names, d.Rule)
		r := result{RuleID: d.Rule, RuleIndex: index, Level: d.Severity.String(), Message: text{message}}
		if d.File != "" {
			place := physical{ArtifactLocation: artifact{(&url.URL{Path: d.File}).EscapedPath(), "SRCROOT"}}
			if d.Line > 0 {
				place.Region = &region{d.Line, d.Column}
			}
			r.Locations = []location{{place}}
		}
		results = append(results, r)
	}
	return writeJSON(w, struct {
		Schema  string `json:"$schema"`
		Version string `json:"version"`
		Runs    []run  `json:"runs"`
	}{
		"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0",
		[]run{{tool{driver{"generator", rules}}, "unicodeCodePoints", results}},
	})
}
