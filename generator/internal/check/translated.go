package check

import (
	"slices"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/langid"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
	"golang.org/x/text/language"
)

// translated is a unit of a translation that has words, with where they stand.
type translated struct {
	project.Translation
	translation.Unit
	source, target string
}

// eachTranslated calls f for every unit of every language that has a source and a
// translation.
func eachTranslated(p *project.Project, f func(translated)) {
	for _, l := range p.Languages {
		if l.Key == p.Reference.Key {
			continue
		}
		for _, at := range append([]string{project.StringsPath}, p.Translatable(l)...) {
			t := p.Translation(l, at, false)
			if t == nil || t.Page == nil && at != project.StringsPath {
				continue
			}
			for _, u := range t.Units {
				if len(u.Source) > 0 && len(u.Target) > 0 {
					f(translated{*t, u, textOf(u.Source), textOf(u.Target)})
				}
			}
		}
	}
}

func textOf(blocks []translation.Block) string {
	var all []string
	for _, b := range blocks {
		all = append(all, b.Text)
	}
	return strings.Join(all, "\n\n")
}

// at makes a diagnostic where the translation stands, in the translator's file.
func (u translated) at(p *project.Project, id string, args map[string]any) diag.Diagnostic {
	b := u.Target[0]
	switch b.Kind {
	case translation.String:
		return inString(p, u.Language, b.ID, id, args)
	case translation.Field:
		field, _, _ := strings.Cut(b.ID, ".")
		return inField(u.Page, field, id, args)
	}
	return inPage(u.Page, b.Start, id, args)
}

func inString(p *project.Project, l locale.Language, name, id string, args map[string]any) diag.Diagnostic {
	catalog := p.Catalogs[l.Key]
	key, category := project.CutStringName(name)
	m, _ := catalog.Message(key)
	if f, ok := m.Form(category); ok && category != "" {
		return inCatalog(catalog, f.Line, f.Column, id, args)
	}
	return inCatalog(catalog, m.Line, m.Column, id, args)
}

// term wants the terms of the subject to be said as the term base has them.
func term(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslated(p, func(u translated) {
		base := p.Terms[u.Language.Key]
		if base == nil || u.State == translation.Outdated {
			return // what is outdated may speak of something else
		}
		for _, t := range base.Terms {
			if t.Says(u.source) && !t.SaidIn(u.target) {
				report(u.at(p, "term", map[string]any{"Term": t.Name, "Use": strings.Join(t.Use, " | "), "File": base.File}))
			}
		}
	})
}

// avoided finds words that a language does not use on this site, in its own texts
// as in translations.
func avoided(p *project.Project, report func(diag.Diagnostic)) {
	for _, l := range p.Languages {
		base := p.Terms[l.Key]
		if base == nil || len(base.Avoid) == 0 {
			continue
		}
		say := func(text string, at func(id string, args map[string]any) diag.Diagnostic) {
			for _, a := range base.Avoid {
				if a.Phrase.In(text) {
					report(at("word-avoided", map[string]any{"Words": a.Words, "Instead": a.Instead, "Why": a.Why}))
				}
			}
		}
		for _, page := range p.Pages {
			if page.Language.Key != l.Key {
				continue
			}
			blocks := page.Blocks()
			for _, b := range slices.Concat(blocks.Named, blocks.Body) {
				say(b.Text, func(id string, args map[string]any) diag.Diagnostic {
					if b.Kind == translation.Field {
						field, _, _ := strings.Cut(b.ID, ".")
						return inField(page, field, id, args)
					}
					return inPage(page, b.Start, id, args)
				})
			}
		}
		for _, m := range p.Catalogs[l.Key].Messages {
			for _, f := range m.Forms {
				say(f.Text, func(id string, args map[string]any) diag.Diagnostic {
					return inCatalog(p.Catalogs[l.Key], f.Line, f.Column, id, args)
				})
			}
		}
	}
}

// difference finds what a translation lost of its source, or added to it: links,
// shortcodes, numbers.
func difference(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslated(p, func(u translated) {
		if u.State == translation.Outdated || u.Target[0].Kind == translation.String {
			return // strings have rules of their own
		}
		for _, f := range exchange.Check(exchange.Unit{Page: u.Path, ID: u.Source[0].ID, Source: u.source, Target: []string{u.target}, State: exchange.Current}) {
			d := u.at(p, "translation-"+strings.TrimPrefix(f.ID, "exchange-"), f.Args)
			report(d)
		}
	})
}

// sourceText finds texts that were left in the source's language.
func sourceText(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslated(p, func(u translated) {
		if len(strings.Fields(u.target)) < 3 || !strings.EqualFold(translation.Normalize(u.source), translation.Normalize(u.target)) {
			return
		}
		report(u.at(p, "translation-source", map[string]any{"Text": u.target, "Language": p.Reference.Tag}))
	})
}

// wrongScript finds texts most of whose letters the language is not written with.
func wrongScript(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslated(p, func(u translated) {
		tag, err := language.Parse(u.Language.Tag)
		if err != nil {
			return
		}
		own, other := 0, 0
		for _, w := range strings.FieldsFunc(withoutCodes(u.target), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			if langid.Writes(tag, w) {
				own += len([]rune(w))
			} else {
				other += len([]rune(w))
			}
		}
		if other > own && other > 3 {
			report(u.at(p, "translation-script", map[string]any{"Text": u.target, "Language": u.Language.Tag}))
		}
	})
}
