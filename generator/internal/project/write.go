package project

import (
	"bytes"
	"fmt"

	"resolutionsite/generator/internal/resolution"
	"resolutionsite/generator/internal/rewrite"
)

// ResolutionPage writes the page of a resolution, front matter and canonical
// Markdown, as communications staff will edit it.
func ResolutionPage(t *resolution.Text) []byte {
	var b bytes.Buffer
	status := "unofficial"
	if t.Official {
		status = "official"
	}
	summary := t.Note
	if summary == "" {
		summary = t.Title
	}
	b.WriteString("---\n")
	field := func(indent, name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s%s: %s\n", indent, name, rewrite.DoubleQuoted(value))
		}
	}
	field("", "title", t.Title)
	field("", "summary", summary)
	b.WriteString("resolution:\n")
	field("  ", "kind", t.Kind)
	field("  ", "number", t.Number)
	field("  ", "body", t.Body)
	field("  ", "place", t.Place)
	if t.Adopted != "" {
		fmt.Fprintf(&b, "  adopted: %s\n", t.Adopted)
	}
	field("  ", "note", t.Note)
	field("  ", "status", status)
	b.WriteString("---\n\n")
	b.Write(t.Markdown())
	return b.Bytes()
}
