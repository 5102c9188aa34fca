package resolution

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Refusal is the error of a source that cannot be read as a resolution. ID
// names its text in the catalogues, Args fill the placeholders (the doc
// comment of the package lists both), Line is the place, 0 for the whole.
type Refusal struct {
	ID   string
	Args map[string]any
	Line int
}

// longDocument is the number of lines from which a text is looked through for
// lead words before it is read: reading one takes its time.
const longDocument = 3000

// refuseUnlike refuses a long document in which next to no line opens like a
// paragraph of a resolution.
func refuseUnlike(lines []line) error {
	if len(lines) < longDocument {
		return nil
	}
	leads := 0
	for i := range lines {
		if lines[i].lead.known || lines[i].label.ok() {
			leads++
		}
	}
	if 100*leads < len(lines) {
		return &Refusal{ID: "resolution-refused-few-lead-words"}
	}
	return nil
}

// Error is for developers; users see the text that ID names.
func (r *Refusal) Error() string {
	var b strings.Builder
	b.WriteString(r.ID)
	if r.Line > 0 {
		fmt.Fprintf(&b, " at line %d", r.Line)
	}
	for _, k := range slices.Sorted(maps.Keys(r.Args)) {
		fmt.Fprintf(&b, " %s=%v", k, r.Args[k])
	}
	return b.String()
}
