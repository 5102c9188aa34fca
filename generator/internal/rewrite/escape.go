package rewrite

import (
	"regexp"
	"strings"
)

var (
	numbered   = regexp.MustCompile(`^([0-9]{1,9})([.)])([ \t]|$)`)
	definition = regexp.MustCompile(`^(\[(?:[^\[\]\\]|\\.)*\]):`)
	closing    = regexp.MustCompile(`(^|[ \t])(#+)$`)
)

// escapeLine escapes what would make of a line something else than words.
func escapeLine(line string) string {
	switch {
	case line == "":
		return line
	case numbered.MatchString(line):
		return numbered.ReplaceAllString(line, `$1\$2$3`)
	case definition.MatchString(line): // "[^1]: " stays the mark of a footnote
		return definition.ReplaceAllString(line, `$1\:`)
	case strings.IndexByte("#+-=>~:|*_`", line[0]) >= 0:
		return `\` + line
	}
	return line
}

// escapeHeading escapes what would be no part of a heading: "#" at its end, and
// attributes.
func escapeHeading(line string) string {
	line = closing.ReplaceAllString(line, `$1\$2`)
	if i := strings.LastIndexByte(line, '{'); i >= 0 && strings.HasSuffix(line, "}") && (i == 0 || line[i-1] != '\\') {
		line = line[:i] + `\` + line[i:]
	}
	return line
}

// continued is the mark of the further lines of a block whose first line has the
// mark: quotes go on, all else is indented.
func continued(mark string) string {
	if footnote.MatchString(mark) {
		return "    "
	}
	return strings.Map(func(r rune) rune {
		if r == '>' || r == '\t' {
			return r
		}
		return ' '
	}, mark)
}

var footnote = regexp.MustCompile(`^\[\^[^\]]+\]:[ \t]*$`)
