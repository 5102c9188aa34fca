package check

import (
	"regexp"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// helplineFact wants the numbers of a helpline to be those that its fact gives,
// however they are grouped: a slip of the finger leads somebody in need to a
// stranger.
func helplineFact(p *project.Project, report func(diag.Diagnostic)) {
	if p.Helplines == nil {
		return
	}
	for _, h := range p.Helplines.Entries {
		fact := p.Facts.Fact(h.Fact)
		if fact == nil {
			continue // rule fact-unknown
		}
		for i, n := range h.Numbers {
			if n.Valid() && !wholeNumber(strings.TrimPrefix(n.Digits(), "+")).MatchString(asciiDigits(fact.Says)) {
				line, column := h.NumberPosition(i)
				report(diag.Diagnostic{File: p.Helplines.File, Line: line, Column: column, ID: "helpline-fact",
					Args: map[string]any{"Number": n.Number, "Fact": fact.ID, "Says": fact.Says}})
			}
		}
	}
}

// between is what may part the groups of a number.
const between = ` .\-/\x{a0}\x{202f}\x{2009}`

// groupedDigits matches digits however they are grouped.
func groupedDigits(digits string) string {
	return strings.Join(strings.Split(digits, ""), `[()`+between+`]{0,2}`)
}

// wholeNumber finds digits as a number of its own, of which no group is missing.
func wholeNumber(digits string) *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^0-9` + between + `])[` + between + `]*` + groupedDigits(digits) + `[` + between + `]*(?:$|[^0-9` + between + `])`)
}
