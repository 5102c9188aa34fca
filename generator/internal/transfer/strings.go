package transfer

import (
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/rewrite"
	"resolutionsite/generator/internal/translation"
)

// strings plans the strings of the interface: the catalogue and its record.
func (w *planner) strings(units []exchange.Unit) {
	t := w.project.Translation(w.lang, project.StringsPath, true)
	reference := w.project.Catalogs[w.project.Reference.Key]
	var keys []string
	for _, m := range reference.Messages {
		keys = append(keys, m.Key)
	}
	byName := map[string]int{}
	for i, u := range t.Units {
		byName[u.Name()] = i
	}
	present := map[string]exchange.Unit{}
	for _, u := range stringUnits(w.project, t) {
		present[u.ID] = u
	}
	var changes []change
	var edits []rewrite.StringEdit
	for _, u := range units {
		own, known := present[u.ID]
		if !known {
			if len(u.Target) > 0 {
				w.report(u.At, diag.Warning, "import-gone", map[string]any{"Unit": u.Name(), "Source": u.Source})
			}
			continue
		}
		if own.Plural() != u.Plural() {
			w.report(u.At, diag.Error, "import-plural", map[string]any{"Unit": u.Name()})
			continue
		}
		if !w.decideString(u, own) {
			continue
		}
		for i, text := range u.Target {
			e := rewrite.StringEdit{Key: u.ID, Text: text}
			name := u.ID
			if u.Plural() {
				e.Category = w.lang.PluralForms[i]
				name = project.StringName(u.ID, e.Category)
			}
			c := change{unit: byName[name], line: u.At}
			c.made = u.State == exchange.Current
			c.open = !c.made && !t.Units[c.unit].Recorded
			if source := formSource(u, e.Category); c.made {
				c.source = []translation.Block{translation.Named(translation.String, name, source)}
				if translation.Normalize(source) == translation.Normalize(textOf(t.Units[c.unit].Source)) {
					c.source = t.Units[c.unit].Source
				}
			}
			if text != "" && text != textOf(t.Units[c.unit].Target) {
				c.texts = []string{text}
				edits = append(edits, e)
			}
			if c.texts != nil || t.Units[c.unit].State != translation.Current {
				changes = append(changes, c)
			}
		}
	}
	if len(changes) == 0 {
		return
	}
	name := w.project.CatalogFile(w.lang)
	file, err := rewrite.Strings(w.project.Text(name), edits, keys)
	if err != nil {
		w.unwritable(name, units[0].At, err)
		return
	}
	w.put(name, file)
	after := slices.Clone(t.Units)
	for _, c := range changes {
		if c.texts != nil {
			after[c.unit].Target = []translation.Block{translation.Named(translation.String, after[c.unit].Name(), c.texts[0])}
		}
	}
	w.put(t.RecordFile, reviseWith(after, changes))
}

// formSource is the source of one plural form: the same form where the source
// has it, the general one otherwise.
func formSource(u exchange.Unit, category string) string {
	if u.Plural() && category != "one" {
		return u.SourcePlural
	}
	return u.Source
}

// decideString reports whether a string of a file says anything new, and counts.
func (w *planner) decideString(u, own exchange.Unit) bool {
	file, present := strings.Join(u.Target, "\x00"), strings.Join(own.Target, "\x00")
	same := file == present
	switch {
	case len(u.Target) == 0:
		w.plan.Unchanged++
		return false
	case same:
	case own.Base == u.Base:
	case base(u.Target...) == u.Base:
		w.plan.Unchanged++
		return false
	case len(own.Target) == 0 && u.Base == "":
	default:
		w.report(u.At, diag.Error, "import-conflict", map[string]any{
			"Unit": u.Name(), "Present": strings.Join(own.Target, " | "), "File": strings.Join(u.Target, " | "),
		})
		return false
	}
	if !same && !w.judge(u) {
		return false
	}
	switch {
	case !same && len(own.Target) == 0:
		w.plan.New++
	case !same:
		w.plan.Changed++
	case u.State == exchange.Current && own.State != exchange.Current && u.Source == own.Source && u.SourcePlural == own.SourcePlural:
		w.plan.Confirmed++
	default:
		w.plan.Unchanged++
		return false
	}
	return true
}
