package project

import (
	"slices"
	"strings"
	"unicode"
)

// plainYAML reads the front matter that most pages have, one text a line without
// anything special in it: "title: Help". Of everything else it says that it does
// not know it. It gives what parseYAML would, at a small part of the cost, which
// counts where thousands of pages are read.
func plainYAML(src string, lineOffset int) (*Value, bool) {
	root := &Value{Kind: Map, Line: lineOffset + 1, Column: 1}
	line := lineOffset
	for text := range strings.Lines(src) {
		line++
		key, value, ok := strings.Cut(strings.TrimSuffix(text, "\n"), ": ")
		if !ok || !isPlainKey(key) || root.field(key) != nil {
			return nil, false
		}
		column := len(key) + len(": ") + 1
		inner := strings.TrimPrefix(strings.TrimSuffix(value, `"`), `"`)
		switch {
		case len(inner) == len(value) && isPlainText(value):
		case len(inner) == len(value)-2 && !strings.ContainsFunc(inner, isSpecialInQuotes):
			value = inner
		default:
			return nil, false
		}
		root.Fields = append(root.Fields, Field{key, line, 1, Value{Kind: Text, Line: line, Column: column, Text: value}})
	}
	return root, len(root.Fields) > 0
}

// reserved are words that are no texts to YAML, in one of its versions.
var reserved = []string{"null", "true", "false", "yes", "no", "on", "off", "y", "n"}

func isPlainKey(key string) bool {
	for i := range len(key) {
		if c := key[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return key != "" && !slices.Contains(reserved, strings.ToLower(key))
}

// isPlainText reports whether a text is words and nothing that YAML reads
// anything into: it begins with a letter, and ends with none that is invisible.
func isPlainText(text string) bool {
	space := false
	for i, r := range text {
		switch {
		case unicode.IsLetter(r):
		case i == 0:
			return false
		case r == ' ' && !space && i < len(text)-1, unicode.IsDigit(r), unicode.IsMark(r), strings.ContainsRune(".,;()/?!'’“”«»…–—-", r):
		default:
			return false
		}
		space = r == ' '
	}
	return text != "" && !slices.Contains(reserved, strings.ToLower(text))
}

func isSpecialInQuotes(r rune) bool {
	return r == '"' || r == '\\' || r == unicode.ReplacementChar || r != ' ' && !unicode.IsGraphic(r) || unicode.IsSpace(r) && r != ' '
}
