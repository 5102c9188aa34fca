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
