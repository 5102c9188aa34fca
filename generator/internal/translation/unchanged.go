package translation

import (
	"encoding/json"
	"slices"
	"strings"
)

// AllCurrent reports whether a record has a line for every block of a source and
// its translation, in their order and each as it is: what Compare would call
// current to the last block. It is so of most pages, most of the time, and can be
// told without taking the record apart. false says nothing: Compare knows.
func AllCurrent(source, target Text, record string) bool {
	if len(source.Body) != len(target.Body) || len(source.Named) != len(target.Named) {
		return false
	}
	named, body := 0, 0
	last := ""
	for line := range strings.Lines(record) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		from, rest, _ := strings.Cut(line, " ")
		to, rest, _ := strings.Cut(rest, " ")
		kind, was, _ := strings.Cut(rest, " ")
		if !isQuoted(was) {
			return false
		}
		if name, isName := strings.CutPrefix(kind, ":"); isName {
			// In the order of a record that was written, none stands twice.
			if name <= last || strings.IndexByte(name, '%') >= 0 || !hasCurrent(source.Named, target.Named, name, from) {
				return false
			}
			last = name
			named++
			continue
		}
		if body == len(source.Body) || from != source.Body[body].ID || to != target.Body[body].ID {
			return false
		}
		body++
	}
	return named == len(source.Named) && body == len(source.Body)
}

func hasCurrent(source, target []Block, name, hash string) bool {
	is := func(b Block) bool { return b.ID == name }
	i := slices.IndexFunc(source, is)
	return i >= 0 && slices.ContainsFunc(target, is) && Hash(source[i].Text) == hash
}

// isQuoted reports whether a text is a JSON string.
func isQuoted(text string) bool {
	n := len(text)
	return n >= 2 && text[0] == '"' && text[n-1] == '"' && (isPlain(text[1:n-1]) || json.Valid([]byte(text)))
}
