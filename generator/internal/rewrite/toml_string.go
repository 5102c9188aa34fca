package rewrite

import (
	"fmt"
	"regexp"
	"strings"
)

// basic writes a text as a TOML string in double quotes.
func basic(text string) string { return `"` + escapeTOML(text, "") + `"` }

// escapeTOML escapes what a TOML string in double quotes cannot hold; bare is
// what it may hold all the same.
func escapeTOML(text, bare string) string {
	var b strings.Builder
	for _, r := range text {
		switch {
		case strings.ContainsRune(bare, r):
			b.WriteRune(r)
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// encodeLike writes a text in the quotes of the old value where they can hold
// it, else in double quotes.
func (c *catalogue) encodeLike(old, text string) string {
	broken := strings.Contains(text, "\n")
	if broken && c.newline != "\n" {
		return basic(text) // a line end of Windows would be part of the text
	}
	switch {
	case strings.HasPrefix(old, `"""`) && broken:
		body := triple.ReplaceAllStringFunc(escapeTOML(text, "\n\t\""), func(quotes string) string {
			return strings.Repeat(`\"`, len(quotes))
		})
		return `"""` + opening(old, text) + body + `"""`
	case strings.HasPrefix(old, `'''`) && broken && !strings.Contains(text, "'''") && !strings.HasSuffix(text, "'"):
		return `'''` + opening(old, text) + text + `'''`
	case strings.HasPrefix(old, `'`) && !strings.HasPrefix(old, `'''`) && !strings.ContainsAny(text, "'\n"):
		return "'" + text + "'"
	}
	return basic(text)
}

// triple are quotes that would end a string of several lines.
var triple = regexp.MustCompile(`"{2,}|"$`)

// opening is the line end behind the opening quotes, which is no part of the
// text: a text that begins with one needs it.
func opening(old, text string) string {
	if old[3] == '\n' || strings.HasPrefix(text, "\n") {
		return "\n"
	}
	return ""
}

var bare = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

// bareOrQuoted writes a key.
func bareOrQuoted(key string) string {
	if bare.MatchString(key) {
		return key
	}
	return basic(key)
}

// keyLike writes a key in quotes where that of its neighbour has them.
func keyLike(data []byte, s *statement, key string) string {
	if data[s.key.start] == '"' {
		return basic(key)
	}
	return bareOrQuoted(key)
}
