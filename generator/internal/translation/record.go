package translation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
)

// RecordEnding is the ending of a record's file name; the page's name without
// its own stands before it: _index.md has _index.provenance.txt.
const RecordEnding = ".provenance.txt"

// Record says which blocks of a translation were made from which blocks of the
// source. Its form is one line for each pair, in the order of the translation:
// fields or strings first, by name.
//
//	4f1c9a3e21 88a1b2c3d4 paragraph "Medical care helps at any time."
//
// that is, the source's ID then, the translation's ID then, the source's kind,
// and the words of the source then as a JSON string. The ID of a field or a
// string is its hash; its name takes the place of the kind, behind a colon:
//
//	0b6a9e7f10 7cd1e2aa93 :title "Help"
//
// Verify finds words that are not those of the first hash: nobody edits a record
// by hand.
type Record struct{ Entries []Entry }

// Entry is one line of a record.
type Entry struct {
	// Name is that of a field or string, "" in the body.
	Name string
	Kind Kind
	// Source and Target are the IDs of both blocks when the line was written;
	// of a field or a string their hashes.
	Source, Target string
	// Was is the text of the source then.
	Was  string
	Line int
}

// recordHead explains a record to whoever opens it.
const recordHead = `# What each block of the translation was made from, so that what the original
# says anew can be told. Written by "generator locale accept" and "locale import":
# please do not edit. One line a block: the original's fingerprint, the
# translation's, the kind of block, the original's words at that time.
`

// ParseRecord reads a record. The diagnostics have no file.
func ParseRecord(data []byte) (*Record, diag.List) {
	text := strings.TrimPrefix(string(data), "\ufeff") // its lines are parts of one string
	r := &Record{Entries: make([]Entry, 0, strings.Count(text, "\n"))}
	var found diag.List
	bad := func(line int, id string) {
		found.Add(diag.Diagnostic{Line: line, Column: 1, Rule: "provenance", ID: id, Severity: diag.Error})
	}
	seen := make(map[string]bool, cap(r.Entries))
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if strings.HasPrefix(line, "<<<<<<<") || strings.HasPrefix(line, "=======") || strings.HasPrefix(line, ">>>>>>>") {
			bad(number, "provenance-conflict")
			continue
		}
		e, key, ok := parseEntry(line)
		if !ok {
			bad(number, "provenance-line")
			continue
		}
		e.Line = number
		if seen[key] {
			bad(number, "provenance-twice")
			continue
		}
		seen[key] = true
		r.Entries = append(r.Entries, e)
	}
	return r, found
}

// Verify finds lines whose words are not those that their ID was made of.
func (r *Record) Verify() diag.List {
	var found diag.List
	for _, e := range r.Entries {
		if Hash(e.Was) != plainHash(e.Source) {
			found.Add(diag.Diagnostic{Line: e.Line, Column: 1, Rule: "provenance", ID: "provenance-changed", Severity: diag.Error})
		}
	}
	return found
}

// parseEntry reads a line. Its key is what no two lines of a record have in
// common: the name, or both IDs.
func parseEntry(line string) (e Entry, key string, ok bool) {
	source, rest, _ := strings.Cut(line, " ")
	target, rest, _ := strings.Cut(rest, " ")
	kind, text, _ := strings.Cut(rest, " ")
	if !IsID(source) || !IsID(target) || kind == "" || kind == ":" {
		return e, "", false
	}
	e.Source, e.Target, e.Kind = source, target, Kind(kind)
	key = line[:len(source)+1+len(target)]
	if name, isName := strings.CutPrefix(kind, ":"); isName {
		e.Name, e.Kind, key = unspaced.Replace(name), Field, kind
	}
	e.Was, ok = unquote(text)
	return e, key, ok
}

// unquote reads a JSON string.
func unquote(text string) (string, bool) {
	if n := len(text); n >= 2 && text[0] == '"' && text[n-1] == '"' && isPlain(text[1:n-1]) {
		return text[1 : n-1], true
	}
	var s string
	err := json.Unmarshal([]byte(text), &s)
	return s, err == nil
}

// isPlain reports whether a text stands in a JSON string as it is.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c == '"' || c == '\\' || c < ' ' {
			return false
		}
	}
	return utf8.ValidString(text)
}

// A key of a catalogue may hold spaces, which part the columns of a record.
var (
	spaced   = strings.NewReplacer("%", "%25", " ", "%20")
	unspaced = strings.NewReplacer("%25", "%", "%20", " ")
)

// plainHash is an ID without the number of its repetition.
func plainHash(id string) string {
	hash, _, _ := strings.Cut(id, "-")
	return hash
}

// SameWording reports whether two IDs are of blocks that say the same.
func SameWording(a, b string) bool { return plainHash(a) == plainHash(b) }

// IsID reports whether a text has the form of the ID of a block of a page.
func IsID(s string) bool {
	hash, number, repeated := strings.Cut(s, "-")
	return len(hash) == hashLength && strings.Trim(hash, "0123456789abcdef") == "" &&
		(!repeated || number != "" && strings.Trim(number, "0123456789") == "")
}

// Bytes writes the record.
func (r *Record) Bytes() []byte {
	var named, body []Entry
	for _, e := range r.Entries {
		if e.Name != "" {
			named = append(named, e)
		} else {
			body = append(body, e)
		}
	}
	slices.SortStableFunc(named, func(a, b Entry) int { return strings.Compare(a.Name, b.Name) })
	var b bytes.Buffer
	b.WriteString(recordHead)
	for _, e := range slices.Concat(named, body) {
		what := string(e.Kind)
		if e.Name != "" {
			what = ":" + spaced.Replace(e.Name)
		}
		fmt.Fprintf(&b, "%s %s %s %s\n", e.Source, e.Target, what, quoted(e.Was))
	}
	return b.Bytes()
}

func quoted(s string) []byte {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(s) // a string always encodes
	return bytes.TrimRight(b.Bytes(), "\n")
}

// Named finds the line of a field or string.
func (r *Record) Named(name string) (Entry, bool) {
	if r == nil {
		return Entry{}, false
	}
	i := slices.IndexFunc(r.Entries, func(e Entry) bool { return e.Name == name })
	if i < 0 {
		return Entry{}, false
	}
	return r.Entries[i], true
}
