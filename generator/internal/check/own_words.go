package check

import (
	"regexp"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// resolutionWords is the text of the resolution in a language, and in the reference
// language, as it may be quoted.
func resolutionWords(p *project.Project, lang string) string {
	var b strings.Builder
	for _, key := range []string{lang, p.Reference.Key} {
		if r := p.Resolutions[key]; r != nil {
			for _, e := range r.Text.Elements() {
				b.WriteString(spaced(e.Text.Plain()))
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// quotations are the marks of quotation in the languages of the site, with what
// stands between them.
var quotations = regexp.MustCompile("(?s)[“„]([^“”„]*)[”“]|«([^«»]*)»|\"([^\"]*)\"")

// withoutQuoted is the text of a block without what it quotes of the resolution,
// word for word.
func withoutQuoted(b translation.Block, resolution string) string {
	has := func(text string) bool {
		text = strings.TrimFunc(spaced(emphasis.Replace(text)), func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("…,.;:“”„«»\"", r) })
		return strings.Contains(text, " ") && strings.Contains(resolution, text)
	}
	if resolution == "" {
		return b.Text
	}
	if b.Kind == translation.Quote && has(b.Text) {
		return ""
	}
	return quotations.ReplaceAllStringFunc(b.Text, func(quoted string) string {
		if has(quoted) {
			return ""
		}
		return quoted
	})
}

var emphasis = strings.NewReplacer("**", "", "*", "", "_", "")

// spaced is a text with one space wherever it has any.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }
