package check

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// abbreviation warns of abbreviations that a page does not explain, as "words
// (ABC)" or "ABC (words)", and that not everybody knows.
func abbreviation(p *project.Project, report func(diag.Diagnostic)) {
	for _, l := range p.Languages {
		base := p.Terms[l.Key]
		if base == nil || base.MostWords == 0 {
			continue
		}
		said := map[*project.Page]map[string]bool{}
		resolution := abbreviations(resolutionWords(p, l.Key)) // words in capitals
		eachOwn(p, l.Key, func(page *project.Page, b translation.Block, text string) {
			if b.Kind == translation.Code {
				return
			}
			if said[page] == nil {
				said[page] = map[string]bool{}
			}
			for _, short := range abbreviations(proseOf(codes.ReplaceAllString(text, " "))) {
				if said[page][short] || slices.Contains(base.Known, short) || slices.Contains(resolution, short) {
					continue
				}
				said[page][short] = true
				if !explains(page, short) {
					at := page.PlaceOf(b, 0)
					report(diag.Diagnostic{File: at.File, Line: at.Line, Column: at.Column, ID: "abbreviation", Args: map[string]any{"Short": short}})
				}
			}
		})
	}
}

var (
	capitals = regexp.MustCompile(`[\p{L}\p{N}/+&.-]+`)
	short    = regexp.MustCompile(`^(\p{Lu}{2,6})s?$`)
	roman    = regexp.MustCompile(`^[IVXLC]+$`)
)

// abbreviations are the words of two to six capitals in a text. Symbols of
// documents, which have strokes and digits ("S/2025/389", "224 CDS 24"), are none,
// and neither are Roman numerals.
func abbreviations(text string) []string {
	var all []string
	words := capitals.FindAllString(text, -1)
	isNumber := func(i int) bool { return i >= 0 && i < len(words) && strings.Trim(words[i], "0123456789.") == "" }
	for i, word := range words {
		if m := short.FindStringSubmatch(strings.Trim(word, ".-")); m != nil && !roman.MatchString(m[1]) && !(isNumber(i-1) && isNumber(i+1)) {
			all = append(all, m[1])
		}
	}
	return all
}

// explains reports whether some text of a page says what an abbreviation stands for.
func explains(page *project.Page, short string) bool {
	blocks := page.Blocks()
	for _, b := range slices.Concat(blocks.Named, blocks.Body) {
		text := proseOf(b.Text)
		if i := strings.Index(text, "("+short); i > 0 && wordCount(text[:i]) > 0 {
			return true
		}
		if _, behind, ok := strings.Cut(text, short+" ("); ok {
			if r, _ := utf8.DecodeRuneInString(behind); unicode.IsLetter(r) {
				return true
			}
		}
	}
	return false
}
