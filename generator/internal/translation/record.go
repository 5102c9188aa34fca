package translation

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

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
	r := &Record{}
	var found diag.List
	bad := func(line int, id string) {
		found.Add(diag.Diagnostic{Line: line, Column: 1, Rule: "provenance", ID: id, Severity: diag.Error})
	}
	seen := map[[3]string]bool{}
	number := 0
	for line := range bytes.Lines(bytes.TrimPrefix(data, []byte("\ufeff"))) {
		number++
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		if bytes.HasPrefix(line, []byte("<<<<<<<")) || bytes.HasPrefix(line, []byte("=======")) || bytes.HasPrefix(line, []byte(">>>>>>>")) {
			bad(number, "provenance-conflict")
			continue
		}
		e, ok := parseEntry(line)
		if !ok {
			bad(number, "provenance-line")
			continue
		}
		e.Line = number
		key := [3]string{e.Source, e.Target, e.Name}
		if e.Name != "" {
			key = [3]string{"", "", e.Name}
		}
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

func parseEntry(line []byte) (e Entry, ok bool) {
	source, rest, _ := bytes.Cut(line, []byte(" "))
	target, rest, _ := bytes.Cut(rest, []byte(" "))
	kind, text, _ := bytes.Cut(rest, []byte(" "))
	e.Source, e.Target = string(source), string(target)
	if name, isName := bytes.CutPrefix(kind, []byte(":")); isName {
		e.Name, e.Kind = unspaced.Replace(string(name)), Field
		ok = e.Name != ""
	} else {
		e.Kind = Kind(kind)
		ok = e.Kind != ""
	}
	if !ok || !IsID(e.Source) || !IsID(e.Target) || json.Unmarshal(text, &e.Was) != nil {
		return e, false
	}
	return e, true
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
