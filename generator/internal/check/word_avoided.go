package check

import (
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// avoided warns of words that a language does not use on this site, if not for a
// good reason: in its own texts as in translations.
func avoided(p *project.Project, report func(diag.Diagnostic)) {
	eachAvoided(p, false, "word-avoided", report)
}

// refused finds the words that nothing excuses: those that imply consent and, in
// titles and summaries, those that describe injuries or make a sensation of them.
func refused(p *project.Project, report func(diag.Diagnostic)) {
	eachAvoided(p, true, "word-refused", report)
}

func eachAvoided(p *project.Project, refused bool, id string, report func(diag.Diagnostic)) {
	for _, l := range p.Languages {
		base := p.Terms[l.Key]
		if base == nil || len(base.Avoid) == 0 {
			continue
		}
		say := func(text string, title bool, at func(args map[string]any) diag.Diagnostic) {
			words := translation.WordsOf(text)
			for _, a := range base.Avoid {
				if a.Refused == refused && (title || !a.Titles) && a.Phrase.Found(words) != "" {
					report(at(map[string]any{"Words": a.Words, "Instead": a.Instead, "Why": a.Why}))
				}
			}
		}
		eachOwn(p, l.Key, func(page *project.Page, b translation.Block, text string) {
			title := b.Kind == translation.Field && (b.ID == "title" || b.ID == "summary")
			say(text, title, func(args map[string]any) diag.Diagnostic {
				if b.Kind == translation.Field {
					field, _, _ := strings.Cut(b.ID, ".")
					return inField(page, field, id, args)
				}
				return inPage(page, b.Start, id, args)
			})
		})
		for _, m := range p.Catalogs[l.Key].Messages {
			for _, f := range m.Forms {
				say(f.Text, false, func(args map[string]any) diag.Diagnostic {
					return inCatalog(p.Catalogs[l.Key], f.Line, f.Column, id, args)
				})
			}
		}
	}
}

// eachOwn calls f for every block of the pages of a language, and its text without
// what it quotes of the resolution: whose words are exempt from rules on words,
// like its page.
func eachOwn(p *project.Project, lang string, f func(page *project.Page, b translation.Block, text string)) {
	quoted := resolutionWords(p, lang)
	for _, page := range p.Pages {
		if page.Language.Key != lang || page.Resolution != nil || page.Broken() {
			continue
		}
		blocks := page.Blocks()
		for _, b := range slices.Concat(blocks.Named, blocks.Body) {
			f(page, b, withoutQuoted(b, quoted))
		}
	}
}
