package check

import (
	"regexp"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// numberLeftOut finds what the register of facts says is never published, in the
// pages and strings of every language.
func numberLeftOut(p *project.Project, report func(diag.Diagnostic)) {
	if p.Facts == nil {
		return
	}
	var all []*forbidden
	for i := range p.Facts.LeftOut {
		all = append(all, newForbidden(&p.Facts.LeftOut[i]))
	}
	judge := func(text string, at func() project.Place) {
		text = asciiDigits(text)
		for _, f := range all {
			if found := f.in(text); found != "" {
				place := at()
				report(diag.Diagnostic{
					File: place.File, Line: max(1, place.Line), Column: max(1, place.Column), ID: "number-left-out",
					Args: map[string]any{"Text": found, "Why": f.Why, "File": p.Facts.File},
				})
			}
		}
	}
	for _, page := range p.Pages {
		if page.Resolution != nil {
			continue
		}
		blocks := page.Blocks()
		for _, b := range slices.Concat(blocks.Named, blocks.Body) {
			judge(b.Text, func() project.Place { return page.PlaceOf(b, 0) })
		}
	}
	eachForm(p, func(c *project.Catalog, _ project.Message, f project.Form) {
		judge(f.Text, func() project.Place { return project.Place{File: c.File, Line: f.Line, Column: f.Column} })
	})
}

// forbidden is an entry of what is left out, ready to be looked for.
type forbidden struct {
	*project.LeftOut
	// grouped are numbers that are written in groups, such as those of
	// telephones, which may be grouped in another way.
	grouped []*regexp.Regexp
	values  map[string]string // the others as they are written, by value
	words   []translation.Phrase
}

func newForbidden(entry *project.LeftOut) *forbidden {
	f := &forbidden{LeftOut: entry, values: map[string]string{}}
	for _, number := range entry.Numbers {
		if found := numerals(number); len(found) == 1 && !strings.ContainsAny(number, " -") {
			f.values[found[0].value] = number
			continue
		}
		f.grouped = append(f.grouped, regexp.MustCompile(`(?:^|[^0-9])(`+groupedDigits(onlyDigits(number))+`)(?:$|[^0-9])`))
	}
	for _, word := range entry.Words {
		f.words = append(f.words, translation.NewPhrase(word))
	}
	return f
}

// in is what of it stands in a text, whose digits are ASCII; "" for nothing.
func (f *forbidden) in(text string) string {
	for i, word := range f.words {
		if word.In(text) {
			return f.Words[i]
		}
	}
	found := ""
	for _, n := range numerals(text) {
		if number, ok := f.values[n.value]; ok && found == "" {
			found = number
		}
	}
	for _, pattern := range f.grouped {
		if m := pattern.FindStringSubmatch(text); m != nil && found == "" {
			found = m[1]
		}
	}
	if found == "" || len(f.Near) == 0 || slices.ContainsFunc(f.Near, func(near translation.Phrase) bool { return near.In(text) }) {
		return found
	}
	return ""
}

// onlyDigits are the digits of a text, in ASCII.
func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, asciiDigits(text))
}
