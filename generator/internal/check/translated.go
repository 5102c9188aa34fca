package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/langid"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// translated is a unit of a translation that has words, with where they stand.
type translated struct {
	translation.Unit
	of             *project.Translation
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
					f(translated{u, t, textOf(u.Source), textOf(u.Target)})
				}
			}
		}
	}
}

// textOf is the text of the blocks of a unit.
func textOf(blocks []translation.Block) string { return translation.TextOf(blocks, "\n\n") }

// at makes a diagnostic where the translation stands, in the translator's file.
func (u translated) at(p *project.Project, id string, args map[string]any) diag.Diagnostic {
	at := u.of.TargetPlace(p, u.Target[0])
	return diag.Diagnostic{File: at.File, Line: max(at.Line, 1), Column: max(at.Column, 1), ID: id, Args: args}
}

// term wants the terms of the subject to be said as the term base has them.
func term(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslated(p, func(u translated) {
		base := p.Terms[u.of.Language.Key]
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

// difference finds what a translation lost of its source, or added to it: links,
// shortcodes that stand alone, numbers. Strings have rules of their own.
func difference(p *project.Project, report func(diag.Diagnostic)) {
	eachDifference(p, false, report)
}

// criticalDifference finds the same on critical pages, where a wrong number or
// address harms.
func criticalDifference(p *project.Project, report func(diag.Diagnostic)) {
	eachDifference(p, true, report)
}

func eachDifference(p *project.Project, critical bool, report func(diag.Diagnostic)) {
	eachTranslated(p, func(u translated) {
		if u.State == translation.Outdated || u.Target[0].Kind == translation.String || p.Critical(u.of.Path) != critical {
			return
		}
		unit := exchange.Unit{Page: u.of.Path, ID: u.Source[0].ID, Source: u.source, Target: []string{u.target}, State: exchange.Current}
		for _, f := range Translated(p, u.of.Language, unit) {
			if slices.ContainsFunc(differences, func(prefix string) bool { return strings.HasPrefix(f.ID, prefix) }) {
				report(u.at(p, f.ID, f.Args))
			}
		}
	})
}

// Translated holds a translation to its source, as exchange.Check does. A number
// that the language's term base has words for may be said in them, and a link may
// lead to the anchor that the same heading has in the language: rule link sees to
// that.
func Translated(p *project.Project, l locale.Language, u exchange.Unit) []exchange.Fault {
	faults := exchange.Check(u, l.PluralForms)
	lost, added := map[string]int{}, map[string]int{}
	for _, f := range faults {
		switch f.ID {
		case "exchange-link-lost":
			lost[withoutAnchor(f)]++
		case "exchange-link-added":
			added[withoutAnchor(f)]++
		}
	}
	return slices.DeleteFunc(faults, func(f exchange.Fault) bool {
		switch f.ID {
		case "exchange-number-lost":
			number, _ := f.Args["Number"].(string)
			return p.Terms[l.Key].SaysNumber(number, strings.Join(u.Target, " "))
		case "exchange-link-lost", "exchange-link-added":
			at := withoutAnchor(f)
			return at != "" && lost[at] == added[at]
		}
		return false
	})
}

// withoutAnchor is the page of the site that a link leads to, "" for one that
// leads elsewhere or has no anchor.
func withoutAnchor(f exchange.Fault) string {
	target, _ := f.Args["Target"].(string)
	page, _, hasAnchor := strings.Cut(target, "#")
	if !hasAnchor || page != "" && page[0] != '/' {
		return ""
	}
	return "#" + page
}

// differences are the faults of a translation that no other rule finds.
var differences = []string{"exchange-link-", "exchange-number-", "exchange-shortcode-"}

// unpaired finds blocks of a translation of which nothing tells what they are a
// translation of: the structure of the page is not that of its source.
func unpaired(p *project.Project, report func(diag.Diagnostic)) {
	for _, l := range p.Languages {
		if l.Key == p.Reference.Key {
			continue
		}
		for _, at := range p.Translatable(l) {
			t := p.Translation(l, at, false)
			if t == nil || t.Page == nil || t.Page.Resolution != nil { // rule resolution-structure
				continue
			}
			for _, u := range t.Units {
				// A field has a name: it may be the language's own.
				if u.State == translation.Orphan && !u.Recorded && u.Name() == "" {
					report(translated{Unit: u, of: t}.at(p, "translation-unpaired", map[string]any{"Text": textOf(u.Target), "Page": l.Key + at}))
				}
			}
		}
	}
}

// sourceText finds texts that were left in the source's language.
func sourceText(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslated(p, func(u translated) {
		if len(words(u.target)) < 3 || !strings.EqualFold(translation.Normalize(u.source), translation.Normalize(u.target)) {
			return
		}
		report(u.at(p, "translation-source", map[string]any{"Text": u.target, "Language": p.Reference.Tag}))
	})
}

// codes are what is not the language's own text: words marked as another
// language's, names, shortcodes, targets of links, code.
var codes = regexp.MustCompile("(?s)\\{\\{<\\s*(lang|name)\\b.*?\\{\\{<\\s*/\\s*(lang|name)\\s*>\\}\\}|\\{\\{.*?\\}\\}|\\]\\([^)]*\\)|`[^`]*`|https?://\\S+")

// words are the words of a text that are meant to be the language's own; a letter
// that stands alone is none.
func words(text string) []string {
	all := strings.FieldsFunc(codes.ReplaceAllString(text, " "), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	return slices.DeleteFunc(all, func(w string) bool { return utf8.RuneCountInString(w) < 2 })
}

// wrongScript finds texts most of whose words have letters that the language is
// not written with.
func wrongScript(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslated(p, func(u translated) {
		tag, err := language.Parse(u.of.Language.Tag)
		if err != nil {
			return
		}
		own, other := 0, 0
		for _, w := range words(u.target) {
			if langid.Writes(tag, w) {
				own++
			} else {
				other++
			}
		}
		if other > own && other >= 3 { // fewer may be a name, or keys to press
			report(u.at(p, "translation-script", map[string]any{"Text": u.target, "Language": u.of.Language.Tag}))
		}
	})
}
