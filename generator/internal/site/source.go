package site

import (
	"math"
	"strings"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// suppliedData is how one language's text was established.
type suppliedData struct {
	Lines []lineData `json:"lines"`
	// Rules are the repairs by the rule that made them, in the order in which
	// each first was needed.
	Rules []ruleData `json:"rules"`
	Count int        `json:"count"` // of repairs
	// Changes are the places where the page differs from what was read.
	Changes []changeData `json:"changes"`
	// Labels gives the number of the repair that restored a part's label, by
	// the ID of the part.
	Labels map[string]int `json:"labels"`
}

type lineData struct {
	Number  int    `json:"number"`
	Text    string `json:"text"`
	Repairs []int  `json:"repairs,omitempty"` // numbers
}

type ruleData struct {
	// Key is the string that says what the rule is.
	Key     string       `json:"key"`
	Repairs []repairData `json:"repairs"`
}

type repairData struct {
	Number  int       `json:"number"` // in the order of the text, from 1
	Line    int       `json:"line"`
	Before  []runData `json:"before"`
	After   []runData `json:"after"`
	Sure    string    `json:"sure"` // the string that says how sure it is
	Percent int       `json:"percent"`
}

type changeData struct {
	Part      string    `json:"part"` // see resolution.Difference
	Name      string    `json:"name"` // of the element or footnote
	Role      string    `json:"role"`
	Published []runData `json:"published"`
	Read      []runData `json:"read"`
}

func suppliedOf(s *project.Supplied) suppliedData {
	d := suppliedData{Count: len(s.Repairs), Labels: map[string]int{}}
	for i, text := range s.Lines {
		d.Lines = append(d.Lines, lineData{Number: i + 1, Text: text})
	}
	at := map[string]int{}
	for i, r := range s.Repairs {
		number := i + 1
		rule, known := at[r.Rule]
		if !known {
			rule = len(d.Rules)
			at[r.Rule] = rule
			d.Rules = append(d.Rules, ruleData{Key: repairString(r.Rule)})
		}
		d.Rules[rule].Repairs = append(d.Rules[rule].Repairs, repairData{
			number, r.Line, plain(r.Before), plain(r.After), sure(r.Confidence), int(math.Round(100 * r.Confidence)),
		})
		if r.Line >= 1 && r.Line <= len(d.Lines) {
			line := &d.Lines[r.Line-1]
			line.Repairs = append(line.Repairs, number)
		}
		if r.OfLabel() {
			if id := partAt(s.Text, r.Line); id != "" {
				d.Labels[id] = number
			}
		}
	}
	for _, c := range s.Changes {
		name := c.Cite
		if name == "" {
			name = c.ID
		}
		d.Changes = append(d.Changes, changeData{c.Part, name, c.Role.String(), styled(c.A), styled(c.B)})
	}
	return d
}

// styled lays out a text without what it refers to. The call of a footnote is
// written as in the Markdown.
func styled(text resolution.Inline) []runData {
	var out []runData
	for _, r := range text {
		if r.Style == resolution.Call {
			r.Text = "[^" + r.Text + "]"
		}
		out = append(out, runData{Text: r.Text, Mark: markOf(r.Style)})
	}
	return out
}

func plain(s string) []runData {
	if s == "" {
		return nil
	}
	return []runData{{Text: s}}
}

// repairString is the key of the string that explains a rule of the reader.
func repairString(rule string) string { return "repair_" + strings.ReplaceAll(rule, "-", "_") }

// sure is the key of the string that says how sure a repair is. Below likely
// is what import --strict refuses.
func sure(confidence float64) string {
	switch {
	case confidence >= 0.95:
		return "sure_certain"
	case confidence >= 0.8:
		return "sure_likely"
	default:
		return "sure_doubtful"
	}
}

// partAt is the part of the text that begins at a line of its source.
func partAt(t *resolution.Text, line int) string {
	for _, e := range t.Elements() {
		if e.Line == line {
			return e.ID
		}
	}
	return ""
}
