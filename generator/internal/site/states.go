package site

import (
	"cmp"
	"path"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// statesData is what the layouts know of one translation of a page.
type statesData struct {
	State    string `json:"state"` // see pageStates
	Critical bool   `json:"critical"`
	// Gone is true where the original is there no more.
	Gone  bool       `json:"gone,omitempty"`
	Parts partCounts `json:"parts"`
	// Fields are the texts of the front matter that readers are told something
	// of, by name.
	Fields map[string]fieldData `json:"fields,omitempty"`
	// Asks take the place of the page's own, where readers are told something of
	// one of them.
	Asks []askData `json:"asks,omitempty"`
}

// fieldData is a text that is shown with its state.
type fieldData struct {
	State state `json:"state"`
	// Text is shown. In is the language key of the original, where Text is the
	// original's.
	Text string `json:"text"`
	In   string `json:"in,omitempty"`
}

type askData struct {
	Of fieldData `json:"of"`
	To fieldData `json:"to"`
}

// states are what the layouts know of every translation, by path and language.
func (s *Stage) states() map[string]map[string]statesData {
	all := map[string]map[string]statesData{}
	for key, pages := range s.translated {
		for at, t := range pages {
			at = path.Clean(at)
			if all[at] == nil {
				all[at] = map[string]statesData{}
			}
			all[at][key] = t.data()
		}
	}
	return all
}

func (t *translated) data() statesData {
	d := statesData{State: t.state(), Critical: t.critical, Gone: t.Source == nil, Parts: t.counts}
	if !t.told() || d.Gone {
		return d
	}
	d.Fields = map[string]fieldData{}
	asks := false
	for _, u := range t.Units {
		name := u.Name()
		if name == "" || stateOf(u) == stateCurrent {
			continue
		}
		d.Fields[name] = t.field(u)
		asks = asks || strings.HasPrefix(name, "asks.")
	}
	if asks {
		d.Asks = t.asks(d.Fields)
	}
	return d
}

// field is what is shown of a field: of a critical page, what the original says
// now.
func (t *translated) field(u translation.Unit) fieldData {
	f := fieldData{State: stateOf(u)}
	switch {
	case len(u.Source) > 0 && (t.critical || len(u.Target) == 0):
		f.Text, f.In = u.Source[0].Text, t.Source.Language.Key
		if !t.critical { // it is missing, and only said to be
			f.Text, f.In = "", ""
		}
	case t.critical && f.State == stateOrphan:
	default:
		f.Text = u.Target[0].Text
	}
	return f
}

// asks are the asks that the page shows: its own, and on a critical page those of
// the original that it lacks.
func (t *translated) asks(fields map[string]fieldData) []askData {
	var asks []askData
	for i := range max(len(t.Page.Asks), len(t.Source.Asks)) {
		one := func(of, own string) fieldData {
			if f, told := fields["asks."+strconv.Itoa(i)+"."+of]; told {
				return f
			}
			return fieldData{Text: own}
		}
		var own project.Ask
		if i < len(t.Page.Asks) {
			own = t.Page.Asks[i]
		}
		a := askData{one("of", own.Of), one("to", own.To)}
		if a.Of.Text != "" || a.To.Text != "" || a.Of.State == stateMissing {
			asks = append(asks, a)
		}
	}
	return asks
}

// shown is a text of a page's front matter as readers of any language are shown
// it, and the language it is in.
func (s *Stage) shown(page *project.Page, name, own string) (string, locale.Language) {
	t := s.own(page.Language.Key, page.Path)
	if t == nil || t.Page != page || t.Source == nil || !t.told() || !t.critical {
		return own, page.Language
	}
	for _, u := range t.Units {
		if u.Name() == name && stateOf(u) != stateCurrent {
			if f := t.field(u); f.In != "" {
				return f.Text, t.Source.Language
			} else {
				return f.Text, page.Language
			}
		}
	}
	return own, page.Language
}

// anchorOf is the anchor of the nearest heading of a page at or above a place,
// "" where there is none.
func anchorOf(page *project.Page, offset int) string {
	anchor := ""
	for _, h := range page.Document().Headings {
		if h.Offset > offset {
			break
		}
		anchor = cmp.Or(h.ID, anchor)
	}
	return anchor
}
