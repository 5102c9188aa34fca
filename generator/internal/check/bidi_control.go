package check

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// bidiControl refuses the characters that change the direction of the text
// around them (Unicode UAX #9: embeddings, overrides, isolates), as they are or
// escaped. They can make a text read differently from what it says; direction
// belongs in markup.
func bidiControl(p *project.Project, report func(diag.Diagnostic)) {
	for _, f := range p.Files {
		pattern := bidiCharacter
		if slices.Contains([]string{".md", ".toml"}, strings.ToLower(path.Ext(f.Path))) {
			pattern = bidiEscaped
		}
		line, column, from := 1, 1, 0
		for _, m := range pattern.FindAllIndex(f.Text, -1) {
			// Count on from the one before: a file may be full of them.
			if l, c := diag.Position(f.Text[from:m[0]], m[0]); l == 1 {
				column += c - 1
			} else {
				line, column = line+l-1, c
			}
			from = m[0]
			report(diag.Diagnostic{
				File: f.Path, Line: line, Column: column,
				ID: "bidi-control", Args: map[string]any{"Character": fmt.Sprintf("U+%04X", writtenRune(string(f.Text[m[0]:m[1]])))},
			})
		}
	}
}

// writtenRune is the character that a match stands for: itself, or an escape
// of YAML, TOML or HTML.
func writtenRune(match string) rune {
	number := strings.ToLower(strings.TrimSuffix(match, ";"))
	for _, escape := range []struct {
		prefix string
		base   int
	}{{`\u`, 16}, {`\x`, 16}, {"&#x", 16}, {"&#", 10}} {
		if digits, ok := strings.CutPrefix(number, escape.prefix); ok {
			n, _ := strconv.ParseInt(digits, escape.base, 32) // the patterns allow nothing else
			return rune(n)
		}
	}
	r, _ := utf8.DecodeRuneInString(match)
	return r
}

var (
	bidiCharacter = regexp.MustCompile(`[\x{202A}-\x{202E}\x{2066}-\x{2069}]`)
	// bidiEscaped adds what YAML, TOML and Markdown read as such a character.
	bidiEscaped = regexp.MustCompile(`(?i)[\x{202A}-\x{202E}\x{2066}-\x{2069}]` +
		`|\\u(?:0000)?(?:202[A-E]|206[6-9])|&#x0*(?:202[A-E]|206[6-9]);|&#0*(?:823[4-8]|829[4-7]);`)
)
