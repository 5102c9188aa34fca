package project

import (
	"slices"
	"strings"
)

// FigureString is the key of a string about figures, such as figures_gap_not_seen.
func FigureString(parts ...string) string {
	return "figures_" + strings.ReplaceAll(strings.Join(parts, "_"), "-", "_")
}

// Strings are the keys of the strings that say a figure of the series.
func (s *Series) Strings(f *Figure) []string {
	var keys []string
	if _, _, days := f.Days(); days {
		keys = append(keys, FigureString("between"))
	} else if f.Year() == 0 {
		keys = append(keys, FigureString("month"))
	}
	if f.By != "" {
		keys = append(keys, FigureString("by", f.By))
	}
	switch { // what is neither is reported by the schema
	case slices.Contains(Gaps, f.Gap):
		return append(keys, FigureString("gap"), FigureString("gap", f.Gap))
	case slices.Contains(Qualifiers[1:], f.Qualifier):
		keys = append(keys, FigureString(f.Qualifier))
	}
	if s.Unit == UnitCases && !s.Separate {
		keys = append(keys, FigureString(s.ID, "said"))
	}
	return keys
}

// AllStrings are the keys of every string that the series needs, sorted.
func (s *Series) AllStrings() []string {
	keys := []string{FigureString(s.ID, "title")}
	if !s.Separate {
		keys = append(keys, FigureString(s.ID, "value"))
	}
	for i := range s.Figures {
		keys = append(keys, s.Strings(&s.Figures[i])...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
