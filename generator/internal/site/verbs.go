package site

import (
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/resolution"
)

// verbsData is the index of a text's lead words, in the order of its language.
type verbsData struct {
	Recitals  []verbData `json:"recitals"`
	Operative []verbData `json:"operative"`
}

// verbData is one entry: the words as they first stand, and the identities of
// the parts that use them.
type verbData struct {
	Words string   `json:"words"`
	Parts []string `json:"parts"`
}

// verbsOf makes the index of a text in language l. Words that differ only in
// their capitals are one entry. Parts in another language have none.
func verbsOf(l locale.Language, t *resolution.Text, foreign map[string]bool) verbsData {
	var d verbsData
	at := map[string]int{}
	for _, w := range t.LeadWords() {
		if foreign[w.Of.ID] {
			continue
		}
		list := &d.Recitals
		if w.Role == resolution.Operative {
			list = &d.Operative
		}
		key := w.Role.String() + " " + strings.ToLower(w.Words)
		i, known := at[key]
		if !known {
			i = len(*list)
			at[key] = i
			*list = append(*list, verbData{Words: w.Words})
		}
		entry := &(*list)[i]
		if !slices.Contains(entry.Parts, w.Of.ID) {
			entry.Parts = append(entry.Parts, w.Of.ID)
		}
	}
	c := collate.New(language.Make(l.Tag))
	for _, list := range [][]verbData{d.Recitals, d.Operative} {
		slices.SortStableFunc(list, func(a, b verbData) int { return c.CompareString(a.Words, b.Words) })
	}
	return d
}
