// Package check holds the rules that a project must keep before it is
// published. A rule looks at the whole project and reports diagnostics; it
// changes nothing, opens nothing and needs no renderer. One rule, one file.
//
// Every rule has a stable name, by which diagnostics, documentation and tools
// refer to it. What it says to the user stands in the catalogues of package
// messages, under the rule's name.
package check

import (
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// Rule is one rule.
type Rule struct {
	Name     string
	Severity diag.Severity
	// Check reports every breach in p. Rule and severity of what it reports
	// are set by Run.
	Check func(p *project.Project, report func(diag.Diagnostic))
}

// Rules returns every rule.
func Rules() []Rule {
	return []Rule{
		{"abbreviation", diag.Warning, abbreviation},
		{"bidi-control", diag.Error, bidiControl},
		{"content-html-file", diag.Error, htmlFile},
		{"content-note", diag.Error, contentNote},
		{"control-character", diag.Error, controlCharacter},
		{"date-range", diag.Error, dateRange},
		{"date-text", diag.Warning, dateText},
		{"duplicate-address", diag.Error, duplicateAddress},
		{"address", diag.Error, addressCharacters},
		{"event-date", diag.Error, eventDate},
		{"exit-record", diag.Error, exitRecord},
		{"fact-unknown", diag.Error, factUnknown},
		{"fact-weak", diag.Warning, factWeak},
		{"facts", diag.Error, factBase},
		{"field-class", diag.Error, fieldClass},
		{"field-differs", diag.Error, fieldDiffers},
		{"field-html", diag.Error, fieldHTML},
		{"figure", diag.Error, figure},
		{"figure-bare", diag.Warning, figureBare},
		{"file-size", diag.Error, fileSize},
		{"heading-level", diag.Error, headingLevel},
		{"helpline-fact", diag.Error, helplineFact},
		{"helpline", diag.Error, helpline},
		{"helpline-expired", diag.Warning, helplineExpired},
		{"helpline-service", diag.Error, helplineService},
		{"helpline-text", diag.Error, helplineText},
		{"home-page", diag.Error, homePage},
		{"id-alias", diag.Error, idAlias},
		{"id-lost", diag.Error, idLost},
		{"id-unregistered", diag.Warning, idUnregistered},
		{"image-alt", diag.Error, imageAlt},
		{"image-rights", diag.Error, imageRights},
		{"item-fact", diag.Error, itemFact},
		{"kit-posters", diag.Error, kitPosters},
		{"link", diag.Error, brokenLink},
		{"list-item", diag.Error, listItem},
		{"number-left-out", diag.Error, numberLeftOut},
		{"number-unsourced", diag.Error, numberUnsourced},
		{"page-folder", diag.Error, pageFolder},
		{"link-text", diag.Error, linkText},
		{"paragraph-length", diag.Warning, paragraphLength},
		{"post-message", diag.Error, postMessage},
		{"provenance", diag.Error, provenance},
		{"provenance-alone", diag.Warning, provenanceAlone},
		{"raw-html", diag.Error, rawHTML},
		{"reference", diag.Error, crossReference},
		{"reference-text", diag.Warning, referenceText},
		{"required-field", diag.Error, requiredField},
		{"resolution-footnote", diag.Warning, resolutionFootnote},
		{"resolution-point", diag.Error, resolutionPoint},
		{"resolution-structure", diag.Error, resolutionStructure},
		{"resolution-supplied-short", diag.Warning, suppliedShort},
		{"review", diag.Error, review},
		{"sentence-length", diag.Warning, sentenceLength},
		{"session-minutes", diag.Error, sessionMinutes},
		{"session-step", diag.Warning, sessionStep},
		{"shortcode", diag.Error, unknownShortcode},
		{"string-extra", diag.Error, stringExtra},
		{"string-html", diag.Error, stringHTML},
		{"string-missing", diag.Warning, stringMissing},
		{"string-placeholder", diag.Error, stringPlaceholder},
		{"string-plural", diag.Warning, stringPlural},
		{"translation-unrecorded", diag.Warning, translationUnrecorded},
		{"translation-unrecorded-critical", diag.Error, translationUnrecordedCritical},
		{"term", diag.Warning, term},
		{"text-length", diag.Error, textLength},
		{"translation-script", diag.Warning, wrongScript},
		{"translation-source", diag.Warning, sourceText},
		{"translation-unpaired", diag.Warning, unpaired},
		{"translation-difference", diag.Warning, difference},
		{"translation-difference-critical", diag.Error, criticalDifference},
		{"utf-8", diag.Error, validUTF8},
		{"word-avoided", diag.Warning, avoided},
		{"word-refused", diag.Error, refused},
	}
}

// Run applies every rule and returns what they and the loading of the project
// found, sorted.
func Run(p *project.Project) diag.List {
	found := append(diag.List{}, p.Problems...)
	for _, rule := range Rules() {
		rule.Check(p, func(d diag.Diagnostic) {
			d.Rule, d.Severity = rule.Name, rule.Severity
			found.Add(d)
		})
	}
	found.Sort()
	return found
}

// inPage makes a diagnostic at a byte offset of a page's body.
func inPage(page *project.Page, offset int, id string, args map[string]any) diag.Diagnostic {
	line, column := page.PositionInBody(offset)
	return diag.Diagnostic{File: page.File, Line: line, Column: column, ID: id, Args: args}
}

// inField makes a diagnostic at a front-matter field of a page.
func inField(page *project.Page, field, id string, args map[string]any) diag.Diagnostic {
	line, column := page.PositionOf(field)
	return diag.Diagnostic{File: page.File, Line: line, Column: column, ID: id, Args: args}
}

// inItem makes a diagnostic at item i of a list field of a page.
func inItem(page *project.Page, field string, i int, id string, args map[string]any) diag.Diagnostic {
	line, column := page.PositionOfItem(field, i)
	return diag.Diagnostic{File: page.File, Line: line, Column: column, ID: id, Args: args}
}
