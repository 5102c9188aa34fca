package check

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// controlCharacter refuses control characters in what is published: neither
// HTML nor XML may have them, so that each would show as a lost character.
func controlCharacter(p *project.Project, report func(diag.Diagnostic)) {
	for _, f := range p.Files {
		if !slices.Contains([]string{".md", ".toml", ".yaml"}, strings.ToLower(path.Ext(f.Path))) || !utf8.Valid(f.Text) {
			continue // rule utf-8 reports the other
		}
		for i, line := range strings.Split(string(f.Text), "\n") {
			for _, m := range controlPattern.FindAllStringIndex(line, -1) {
				r := writtenRune(line[m[0]:m[1]])
				report(diag.Diagnostic{
					File: f.Path, Line: i + 1, Column: utf8.RuneCountInString(line[:m[0]]) + 1,
					ID: "control-character", Args: map[string]any{"Character": fmt.Sprintf("U+%04X", r)},
				})
			}
		}
	}
}

// controlPattern is a control character but for white space, as it is or as
// YAML and TOML write it.
var controlPattern = regexp.MustCompile(`[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x{9F}]|\\(?:u00|x)(?i:0[0-8BCEF]|1[0-9A-F]|7F|[89][0-9A-F])`)
