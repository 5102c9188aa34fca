package manifestation

import (
	"cmp"
	"strings"

	"resolutionsite/generator/internal/resolution"
)

// PlainText writes the edition for reading anywhere: UTF-8 with line feeds,
// each part on one line with its label, points indented by four spaces a
// level, calls of footnotes in square brackets.
func PlainText(e *Edition) []byte {
	t := e.Text
	var b strings.Builder
	block := func(lines ...string) {
		wrote := false
		for _, l := range lines {
			if l != "" {
				b.WriteString(l + "\n")
				wrote = true
			}
		}
		if wrote {
			b.WriteByte('\n')
		}
	}
	block(t.Title)
	block(e.Document, t.Body, joined(", ", t.Place, cmp.Or(e.Date, t.Adopted)))
	block(e.Notice, e.Address)
	block(t.Formula)
	for _, list := range [][]resolution.Paragraph{t.Recitals, t.Operative} {
		for _, p := range list {
			block(p.Heading)
			var lines []string
			lines = append(lines, labelled(p.Label, p.Text))
			lines = appendPoints(lines, p.Points, "    ")
			block(lines...)
		}
	}
	block(t.Note)
	for _, f := range t.Footnotes {
		block("[" + f.Mark + "] " + called(f.Text))
	}
	return []byte(strings.TrimSuffix(b.String(), "\n"))
}

func appendPoints(lines []string, points []resolution.Point, indent string) []string {
	for _, p := range points {
		lines = append(lines, indent+labelled(p.Label, p.Text))
		lines = appendPoints(lines, p.Points, indent+"    ")
	}
	return lines
}

func labelled(label string, text resolution.Inline) string {
	if label == "" {
		return called(text)
	}
	return strings.TrimSpace(label + ". " + called(text))
}

// called is the plain text with the calls of footnotes.
func called(text resolution.Inline) string {
	var b strings.Builder
	for _, r := range text {
		if r.Style == resolution.Call {
			b.WriteString("[" + r.Text + "]")
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// joined joins what is not empty.
func joined(separator string, parts ...string) string {
	var said []string
	for _, s := range parts {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, separator)
}
