package rewrite

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
)

// Error says why words cannot be put where they were meant to stand.
type Error struct {
	// File is the path of the file from the root, where the function knows it.
	File string
	// Line and Column are the place in the file or body that was given, from 1;
	// 0 where there is none.
	Line, Column int
	// Edit says which edit of a body is meant, from 1; 0 where none is.
	Edit int
	// ID names the text in the catalogues of package messages, Args fills it.
	ID   string
	Args map[string]any
}

func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.ID)
	if e.File != "" {
		fmt.Fprintf(&b, " %s", e.File)
	}
	if e.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", e.Line, e.Column)
	}
	for _, name := range slices.Sorted(maps.Keys(e.Args)) {
		fmt.Fprintf(&b, " %s=%v", name, e.Args[name])
	}
	return b.String()
}

// Diagnostic is the finding for the person who ran the program. The caller adds
// the file, and where a body was given the lines above it.
func (e *Error) Diagnostic() diag.Diagnostic {
	return diag.Diagnostic{File: e.File, Line: e.Line, Column: e.Column, Rule: "rewrite", Severity: diag.Error, ID: e.ID, Args: e.Args}
}

// fault makes an error without a place. Arguments are names and values in turn.
func fault(id string, args ...any) *Error {
	e := &Error{ID: id}
	for i := 0; i+1 < len(args); i += 2 {
		if e.Args == nil {
			e.Args = map[string]any{}
		}
		e.Args[args[i].(string)] = args[i+1]
	}
	return e
}

// at gives an error the place of a byte of src.
func (e *Error) at(src []byte, offset int) *Error {
	e.Line, e.Column = diag.Position(src, min(max(0, offset), len(src)))
	return e
}

// writable refuses text that no file of the project may hold: what is not UTF-8,
// and control characters but tabs and line feeds.
func writable(name, text string) *Error {
	bad := func(r rune) bool { return r < ' ' && r != '\t' && r != '\n' || r == 0x7f || 0x80 <= r && r < 0xa0 }
	if !utf8.ValidString(text) || strings.ContainsFunc(text, bad) {
		return fault("rewrite-characters", "Name", name)
	}
	return nil
}
