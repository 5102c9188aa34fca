package site

import (
	"fmt"
	"strings"

	"resolutionsite/generator/internal/resolution"
)

// footnoteData is one footnote of the resolution.
type footnoteData struct {
	toldData
	// ID is its anchor on the resolution's page: "fn-1".
	ID   string    `json:"id"`
	Mark string    `json:"mark"`
	Runs []runData `json:"runs"`
	// From are the identities of the parts that call it, in order; none for a
	// footnote to the title.
	From []string `json:"from"`
}

// footnoteIDs gives every footnote an anchor by its mark. A mark that stands
// twice, which is an error, has one.
func footnoteIDs(t *resolution.Text) map[string]string {
	ids, taken := map[string]string{}, map[string]bool{}
	for _, f := range t.Footnotes {
		if ids[f.Mark] != "" {
			continue
		}
		id := "fn-" + markSlug(f.Mark)
		for n := 2; taken[id]; n++ {
			id = fmt.Sprintf("fn-%s-%d", markSlug(f.Mark), n)
		}
		ids[f.Mark], taken[id] = id, true
	}
	return ids
}

// markSlug is the form of a mark in an anchor: letters and digits of ASCII as
// they are, everything else by its code point ("*" is x2a).
func markSlug(mark string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(mark) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "x%x", r)
		}
	}
	return b.String()
}

func footnoteOf(f resolution.Footnote, id string, runs []runData, elements []resolution.Element) footnoteData {
	d := footnoteData{ID: id, Mark: f.Mark, Runs: runs, From: []string{}}
	for _, e := range elements {
		for _, r := range e.Text {
			if r.Style == resolution.Call && r.Text == f.Mark {
				d.From = append(d.From, e.ID)
				break
			}
		}
	}
	return d
}
