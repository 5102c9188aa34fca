package transfer

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// ExportOptions are the choices of an export.
type ExportOptions struct {
	// Paths are the pages to take out, project.StringsPath among them; all
	// where it is nil.
	Paths []string
	// Todo leaves out what is current.
	Todo bool
	// Say gives the words of a note to translators, by the identity of its text.
	Say func(id string, args map[string]any) string
	// Progress is told after each page how many of how many are done; it may be
	// nil.
	Progress func(done, of int)
}

// Export takes the texts of a language out of a project: the strings first, then
// the pages by address. What the source no longer has stays where it is.
func Export(p *project.Project, l locale.Language, opt ExportOptions) exchange.File {
	f := exchange.File{
		Source: p.Reference.Tag, Target: l.Tag, Direction: l.Direction, PluralForms: l.PluralForms,
	}
	paths := opt.Paths
	if paths == nil {
		paths = append([]string{project.StringsPath}, p.Translatable(l)...)
	}
	for i, at := range paths {
		if t := p.Translation(l, at, true); t != nil {
			for _, u := range unitsOf(p, t, opt.Say) {
				if !opt.Todo || u.State != exchange.Current {
					f.Units = append(f.Units, u)
				}
			}
		}
		if opt.Progress != nil {
			opt.Progress(i+1, len(paths))
		}
	}
	return f
}

// unitsOf are the units of one translation.
func unitsOf(p *project.Project, t *project.Translation, say func(string, map[string]any) string) []exchange.Unit {
	if t.Path == project.StringsPath {
		return stringUnits(p, t)
	}
	if t.Source == nil {
		return nil
	}
	var units []exchange.Unit
	heading := ""
	for _, u := range t.Units {
		if len(u.Source) == 0 {
			continue
		}
		first := u.Source[0]
		e := exchange.Unit{
			Page: t.Path, ID: unitID(u), File: t.Source.File,
			Source: textOf(u.Source), Target: texts(textOf(u.Target)), State: stateOf(u),
			Was: strings.Join(u.Was, paragraphs), Base: base(textOf(u.Target)), Line: t.SourcePlace(p, first).Line,
		}
		if first.Kind == translation.Field {
			e.Notes = []string{say("say-export-field", map[string]any{"Field": first.ID})}
			e.MaxLength = room(first.Text)
		} else {
			e.Notes = []string{say(kindNote(first.Kind), nil)}
			if first.Kind.IsHeading() {
				e.MaxLength = room(first.Text)
			} else if heading != "" {
				e.Notes = append(e.Notes, say("say-export-under", map[string]any{"Heading": heading}))
			}
		}
		if first.Kind.IsHeading() {
			heading = first.Text
		}
		units = append(units, normal(e))
	}
	return units
}

// paragraphs stands between the blocks of a unit that has several.
const paragraphs = "\n\n"

// unitID names a unit by the blocks of its source.
func unitID(u translation.Unit) string {
	ids := make([]string, len(u.Source))
	for i, b := range u.Source {
		ids[i] = b.ID
	}
	return strings.Join(ids, "+")
}

// textOf is the text of the blocks of a unit.
func textOf(blocks []translation.Block) string { return translation.TextOf(blocks, paragraphs) }

func texts(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}

func stateOf(u translation.Unit) exchange.State {
	switch u.State {
	case translation.Current:
		return exchange.Current
	case translation.Outdated:
		return exchange.Outdated
	default:
		return exchange.Missing
	}
}

// normal leaves the earlier source of what is not outdated unsaid.
func normal(e exchange.Unit) exchange.Unit {
	if e.State != exchange.Outdated || e.Was == e.Source && e.WasPlural == e.SourcePlural {
		e.Was, e.WasPlural = "", ""
	}
	return e
}

// base is the fingerprint by which an import sees that a translation was changed
// since the export.
func base(texts ...string) string {
	return translation.Fingerprint(strings.Join(texts, "\x00"))
}

// room is how many characters there are for the translation of a short text:
// pages are tested with texts that are 40 % longer.
func room(text string) int {
	n := utf8.RuneCountInString(text)
	return max(n+8, int(math.Ceil(1.4*float64(n))))
}

// kindNote is the note that says what a block is.
func kindNote(k translation.Kind) string {
	if k.IsHeading() {
		return "say-export-heading"
	}
	return "say-export-" + string(k)
}

// stringUnits are the strings of the interface. The plural forms of a string are
// one unit: it is current when all of them are.
func stringUnits(p *project.Project, t *project.Translation) []exchange.Unit {
	reference := p.Catalogs[p.Reference.Key]
	if reference == nil {
		return nil
	}
	byName := make(map[string]translation.Unit, len(t.Units))
	for _, u := range t.Units {
		if len(u.Source) > 0 {
			byName[u.Name()] = u
		}
	}
	notes := p.StringNotes(reference)
	var units []exchange.Unit
	for _, m := range reference.Messages {
		e := exchange.Unit{Page: exchange.Strings, ID: m.Key, File: reference.File, Line: m.Line, Notes: notes[m.Key]}
		if !m.Plural {
			u, ok := byName[m.Key]
			if !ok {
				continue
			}
			e.Source, e.Target, e.State = textOf(u.Source), texts(textOf(u.Target)), stateOf(u)
			e.Was, e.Base, e.MaxLength = strings.Join(u.Was, ""), base(textOf(u.Target)), room(textOf(u.Source))
			units = append(units, normal(e))
			continue
		}
		one, _ := m.Form("one")
		other, _ := m.Form("other")
		e.Source, e.SourcePlural = one.Text, other.Text
		if e.Source == "" {
			e.Source = other.Text
		}
		var states []translation.State
		for _, category := range t.Language.PluralForms {
			u := byName[project.StringName(m.Key, category)]
			e.Target = append(e.Target, textOf(u.Target))
			states = append(states, u.State)
			if len(u.Was) > 0 && category == "one" {
				e.Was = u.Was[0]
			} else if len(u.Was) > 0 {
				e.WasPlural = u.Was[0]
			}
		}
		if e.Was == "" {
			e.Was = e.WasPlural
		}
		e.Base = base(e.Target...)
		switch {
		case !slices.ContainsFunc(states, func(s translation.State) bool { return s != translation.Missing }):
			e.Target = nil
		case !slices.ContainsFunc(states, func(s translation.State) bool { return s != translation.Current }):
			e.State = exchange.Current
		default:
			e.State = exchange.Outdated
		}
		units = append(units, normal(e))
	}
	return units
}
