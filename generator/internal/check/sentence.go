package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// sentenceLength warns of sentences that are too long to read without effort, for
// readers in need sooner.
func sentenceLength(p *project.Project, report func(diag.Diagnostic)) {
	for _, l := range p.Languages {
		base := p.Terms[l.Key]
		if base == nil || base.MostWords == 0 {
			continue
		}
		eachOwn(p, l.Key, func(page *project.Page, b translation.Block, text string) {
			most := base.MostWords
			if base.MostWordsCritical > 0 && readInNeed(p, page) {
				most = base.MostWordsCritical
			}
			for _, s := range sentencesOf(b, text) {
				if n := wordCount(s); n > most {
					at := page.PlaceOf(b, 0)
					report(diag.Diagnostic{File: at.File, Line: at.Line, Column: at.Column, ID: "sentence-length", Args: map[string]any{
						"Words": n, "Most": most, "Text": beginning(s),
					}})
				}
			}
		})
	}
}

// readInNeed reports whether a page is for readers in need: help, and what says
// itself that it is critical. Those below it, such as points of law, are not.
func readInNeed(p *project.Project, page *project.Page) bool {
	return p.ClassOf(page).Name == "help" || p.Original(page.Path).Class == project.ClassCritical
}

// mostSentences is how many sentences a paragraph has that says one thing.
const mostSentences = 4

// paragraphLength warns of paragraphs that say more than one thing.
func paragraphLength(p *project.Project, report func(diag.Diagnostic)) {
	for _, l := range p.Languages {
		if base := p.Terms[l.Key]; base == nil || base.MostWords == 0 {
			continue // nobody has said how the language is written
		}
		eachOwn(p, l.Key, func(page *project.Page, b translation.Block, text string) {
			all := slices.DeleteFunc(sentencesOf(b, text), runIn.MatchString)
			if n := len(all); n > mostSentences && b.Kind != translation.Row {
				at := page.PlaceOf(b, 0)
				report(diag.Diagnostic{File: at.File, Line: at.Line, Column: at.Column, ID: "paragraph-length", Args: map[string]any{
					"Sentences": n, "Most": mostSentences, "Text": beginning(text),
				}})
			}
		})
	}
}

// sentencesOf are the sentences of a block: of a row of a table, those of its cells.
func sentencesOf(b translation.Block, text string) []string {
	if b.Kind == translation.Code {
		return nil
	}
	// What is in another language, or the title of a document, is read as a name: it
	// counts as one word.
	text = documentTitle.ReplaceAllString(proseOf(codes.ReplaceAllString(text, " x ")), " x ")
	parts := strings.Split(text, "\n")
	if b.Kind == translation.Row {
		parts = strings.Split(text, "|")
	}
	var all []string
	for _, part := range parts {
		all = append(all, sentences(part)...)
	}
	return all
}

// documentTitle is what stands in italics, as titles do.
var documentTitle = regexp.MustCompile(`(^|[\s(«„“])\*[^*\s][^*]*\*`)

// runIn is the word in bold that a paragraph begins with, as its heading.
var runIn = regexp.MustCompile(`^\*\*[^*]+\*\*$`)

// endMarks end a sentence, closing may stand behind them.
const (
	endMarks = ".!?…؟۔。"
	closing  = "\"'”’»)]*_“"
)

// sentences divides a text. A mark ends a sentence where a space and no small
// letter follow, and no single letter stands before it: "z. B.", "J. Doe".
func sentences(text string) []string {
	var all []string
	runes := []rune(text)
	start := 0
	add := func(end int) {
		if s := strings.TrimSpace(string(runes[start:end])); wordCount(s) > 0 {
			all = append(all, s)
		}
		start = end
	}
	for i := 0; i < len(runes); i++ {
		if !strings.ContainsRune(endMarks, runes[i]) {
			continue
		}
		end := i + 1
		for end < len(runes) && (strings.ContainsRune(endMarks, runes[end]) || strings.ContainsRune(closing, runes[end])) {
			end++
		}
		next := end
		for next < len(runes) && unicode.IsSpace(runes[next]) {
			next++
		}
		initial := runes[i] == '.' && i > 0 && unicode.IsLetter(runes[i-1]) && (i == 1 || unicode.IsSpace(runes[i-2]) || runes[i-2] == '.')
		if next > end && next < len(runes) && !unicode.IsLower(runes[next]) && !initial {
			add(end)
		}
		i = end - 1
	}
	add(len(runes))
	return all
}

// wordCount counts what has a letter or a digit between spaces.
func wordCount(text string) int {
	n := 0
	for _, word := range strings.Fields(text) {
		if strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			n++
		}
	}
	return n
}

// beginning is how a text begins, to find it by.
func beginning(text string) string {
	words := strings.Fields(text)
	if len(words) <= 6 {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:6], " ") + " …"
}
