package check

import (
	"regexp"
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// eachCatalog calls f for every catalogue that could be read, with that of the
// reference language, if it could be as well.
func eachCatalog(p *project.Project, f func(reference, catalog *project.Catalog, lang locale.Language)) {
	reference := p.Catalogs[p.Reference.Key]
	if reference == nil || reference.Broken() {
		return
	}
	for _, lang := range p.Languages {
		if catalog := p.Catalogs[lang.Key]; !catalog.Broken() {
			f(reference, catalog, lang)
		}
	}
}

// eachTranslation calls f for every catalogue but the reference.
func eachTranslation(p *project.Project, f func(reference, catalog *project.Catalog, lang locale.Language)) {
	eachCatalog(p, func(reference, catalog *project.Catalog, lang locale.Language) {
		if catalog != reference {
			f(reference, catalog, lang)
		}
	})
}

func inCatalog(c *project.Catalog, line, column int, id string, args map[string]any) diag.Diagnostic {
	return diag.Diagnostic{File: c.File, Line: max(line, 1), Column: max(column, 1), ID: id, Args: args}
}

// eachForm calls f for every form of every string of every language.
func eachForm(p *project.Project, f func(c *project.Catalog, m project.Message, form project.Form)) {
	for _, l := range p.Languages {
		c := p.Catalogs[l.Key]
		for _, m := range c.Messages {
			for _, form := range m.Forms {
				f(c, m, form)
			}
		}
	}
}

// stringMissing finds strings that a language does not have; the fallback
// chain serves them, so a language may grow in public.
func stringMissing(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslation(p, func(reference, catalog *project.Catalog, lang locale.Language) {
		line := 1 // of the neighbour above, where the missing string belongs
		for _, m := range reference.Messages {
			if own, ok := catalog.Message(m.Key); ok {
				line = own.Line
				if !own.Blank() {
					continue
				}
			}
			text, _ := m.Form("other")
			report(inCatalog(catalog, line, 1, "string-missing", map[string]any{"Key": m.Key, "Original": text.Text}))
		}
	})
}

// stringExtra finds strings that the reference language does not have: nothing
// would ever show them.
func stringExtra(p *project.Project, report func(diag.Diagnostic)) {
	eachTranslation(p, func(reference, catalog *project.Catalog, _ locale.Language) {
		var keys []string
		for _, m := range reference.Messages {
			keys = append(keys, m.Key)
		}
		for _, m := range catalog.Messages {
			if _, ok := reference.Message(m.Key); ok {
				continue
			}
			id, args := "string-extra", map[string]any{"Key": m.Key, "Reference": reference.File}
			if nearest := project.Nearest(m.Key, keys); nearest != "" {
				id, args["Nearest"] = "string-extra-nearest", nearest
			}
			report(inCatalog(catalog, m.Line, m.Column, id, args))
		}
	})
}

// stringPlural wants, of every string with plural forms, those that CLDR gives
// the language, and no others.
func stringPlural(p *project.Project, report func(diag.Diagnostic)) {
	eachCatalog(p, func(reference, catalog *project.Catalog, lang locale.Language) {
		for _, m := range catalog.Messages {
			plural := m.Plural
			if original, ok := reference.Message(m.Key); ok {
				plural = plural || original.Plural
			}
			if !plural || m.Blank() { // rule string-missing reports it
				continue
			}
			for _, category := range lang.PluralForms {
				if _, has := m.Form(category); !has {
					report(inCatalog(catalog, m.Line, m.Column, "string-plural-missing", map[string]any{"Key": m.Key, "Category": category, "Language": lang.Tag}))
				}
			}
			for _, f := range m.Forms {
				if !slices.Contains(lang.PluralForms, f.Category) {
					report(inCatalog(catalog, f.Line, f.Column, "string-plural-unused", map[string]any{"Key": m.Key, "Category": f.Category, "Language": lang.Tag}))
				}
			}
		}
	})
}

var (
	placeholder = regexp.MustCompile(`\{\{\s*\.(\w+)\s*\}\}`)
	braces      = regexp.MustCompile(`\{\{|\}\}`)
	tag         = regexp.MustCompile(`<[A-Za-z/!]|&(#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+);`)
)

// numberWords are the plural forms of one exact number, which a language may
// say in words: the number itself may be left out of them.
var numberWords = []string{"zero", "one", "two"}

// stringPlaceholder wants every translated string to have the placeholders of
// the original, no others, and no template code.
func stringPlaceholder(p *project.Project, report func(diag.Diagnostic)) {
	eachCatalog(p, func(reference, catalog *project.Catalog, _ locale.Language) {
		for _, m := range catalog.Messages {
			original, ok := reference.Message(m.Key)
			if !ok {
				continue
			}
			known := placeholders(original)
			for _, f := range m.Forms {
				if f.Blank() {
					continue // nothing is lost from what is yet to be written
				}
				have := placeholders(project.Message{Forms: []project.Form{f}})
				at := func(id, placeholder string) {
					report(inCatalog(catalog, f.Line, f.Column, id, map[string]any{"Key": m.Key, "Placeholder": "{{ ." + placeholder + " }}"}))
				}
				for _, name := range known {
					if !slices.Contains(have, name) && !(name == "Count" && slices.Contains(numberWords, f.Category)) {
						at("string-placeholder-lost", name)
					}
				}
				for _, name := range have {
					if !slices.Contains(known, name) {
						at("string-placeholder-unknown", name)
					}
				}
				if braces.MatchString(placeholder.ReplaceAllString(f.Text, "")) {
					report(inCatalog(catalog, f.Line, f.Column, "string-placeholder-syntax", map[string]any{"Key": m.Key}))
				}
			}
		}
	})
}

// placeholders lists the names in a message's forms, each once.
func placeholders(m project.Message) []string {
	var names []string
	for _, f := range m.Forms {
		for _, match := range placeholder.FindAllStringSubmatch(f.Text, -1) {
			if !slices.Contains(names, match[1]) {
				names = append(names, match[1])
			}
		}
	}
	return names
}

// stringHTML refuses markup in strings: they are words, the layouts mark up.
func stringHTML(p *project.Project, report func(diag.Diagnostic)) {
	eachForm(p, func(c *project.Catalog, m project.Message, f project.Form) {
		if tag.MatchString(f.Text) {
			report(inCatalog(c, f.Line, f.Column, "string-html", map[string]any{"Key": m.Key}))
		}
	})
}
