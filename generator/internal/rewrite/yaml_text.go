package rewrite

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
)

// values are the ways to write the text on one line, the best first: in the
// style that was there, else in double quotes.
func (f *fieldWriter) values(old style) []string {
	text := f.edit.Text
	var ways []string
	switch {
	case old == plain && isPlain(text) && !(f.inFlow && strings.ContainsAny(text, ",[]{}:#")):
		ways = append(ways, text)
	case old == single && !strings.Contains(text, "\n"):
		ways = append(ways, "'"+strings.ReplaceAll(text, "'", "''")+"'")
	}
	return append(ways, DoubleQuoted(text))
}

// DoubleQuoted writes a text as YAML in double quotes, which read every JSON
// string.
func DoubleQuoted(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string always encodes
	return string(bytes.TrimRight(b.Bytes(), "\n"))
}

// reserved are words that some reader of YAML takes for something else than a
// text, and what looks like a number or a date.
var reserved = regexp.MustCompile(`^(?i:null|true|false|yes|no|on|off|y|n|[-+.~0-9][^ ]*)$`)

// isPlain reports whether a text needs no quotes, to any reader of YAML.
func isPlain(text string) bool {
	return text != "" && strings.TrimSpace(text) == text && !reserved.MatchString(text) &&
		!strings.ContainsAny(text[:1], "-?:,[]{}#&*!|>'\"%@`=<~") && !strings.ContainsAny(text, "\n\t") &&
		!strings.Contains(text, ": ") && !strings.Contains(text, " #") && !strings.HasSuffix(text, ":") &&
		!strings.ContainsAny(text, "\u0085\u2028\u2029\ufeff")
}
