// Package diag holds what the program tells a user about the project's own
// files: a Diagnostic is a value that names a place, says what is wrong there
// and how to mend it. Packages that read input collect diagnostics and return
// them; a Go error is for what the program itself could not do.
//
// A diagnostic carries the identity of its text, not the text: which language
// the user reads is decided once, where the diagnostics are printed.
package diag

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Severity orders diagnostics by what follows from them.
type Severity int

const (
	// Note informs; nothing follows from it.
	Note Severity = iota
	// Warning is worth mending and does not stop a build unless it is strict.
	Warning
	// Error stops a build before anything is written.
	Error
)

// String returns the name used in every output format: note, warning or error.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	default:
		return "note"
	}
}

// Diagnostic is one finding about one place in the project.
type Diagnostic struct {
	// File is the slash-separated path from the project's root; empty where
	// the finding concerns the project as a whole.
	File string
	// Line and Column count from 1; Column counts characters (Unicode code
	// points), not bytes. 0 means that the place is not known more closely.
	Line, Column int
	// Rule is the stable name of the rule, such as "broken-link".
	Rule     string
	Severity Severity
	// ID names the text in the catalogues of package messages: ID is the
	// sentence, ID+".hint" the remedy. It starts with the rule's name.
	ID string
	// Args fills the placeholders of the text and of its hint.
	Args map[string]any
	// Message and Hint are the text in the user's language, set by
	// messages.Printer just before printing.
	Message, Hint string
}

// List is a set of diagnostics as it is collected.
type List []Diagnostic

// Add appends a diagnostic.
func (l *List) Add(d Diagnostic) { *l = append(*l, d) }

// Sort orders by file, line, column, severity (worst first), rule and text
// identity, so that the same project always gives the same report, and drops
// exact repetitions.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Diagnostic) int {
		c := cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Rule, b.Rule),
			cmp.Compare(a.ID, b.ID),
		)
		if c == 0 { // rare, and dear
			c = cmp.Compare(a.ArgKey(), b.ArgKey())
		}
		return c
	})
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool {
		return a.File == b.File && a.Line == b.Line && a.Column == b.Column &&
			a.ID == b.ID && a.ArgKey() == b.ArgKey()
	})
}

// Strict turns every warning into an error, in place.
func (l List) Strict() {
	for i := range l {
		if l[i].Severity == Warning {
			l[i].Severity = Error
		}
	}
}

// Count returns how many diagnostics have the severity.
func (l List) Count(s Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == s {
			n++
		}
	}
	return n
}

// Only returns the diagnostics with the severity.
func (l List) Only(s Severity) List {
	var only List
	for _, d := range l {
		if d.Severity == s {
			only.Add(d)
		}
	}
	return only
}

// HasErrors reports whether a build must stop.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// ArgKey is a comparable form of the arguments, keys in order.
func (d Diagnostic) ArgKey() string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(d.Args)) {
		fmt.Fprintf(&b, "%s=%v\x00", k, d.Args[k])
	}
	return b.String()
}
