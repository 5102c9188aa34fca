package manifestation

import (
	"embed"
	"strings"
)

// bibTeX writes one entry that BibTeX and biblatex read, in UTF-8. The date is
// given in both of their ways; langid is for biblatex and babel.
func bibTeX(r reference) []byte {
	var b strings.Builder
	b.WriteString("@techreport{" + r.Key)
	raw := func(name, value string) {
		if value != "" {
			b.WriteString(",\n  " + name + " = " + value)
		}
	}
	field := func(name, value string) {
		if value != "" {
			raw(name, "{"+latex(value)+"}")
		}
	}
	// Doubled braces: a body is no surname and first name, and the capitals of
	// a title stay as they are.
	literal := func(name, value string) {
		if value != "" {
			raw(name, "{{"+latex(value)+"}}")
		}
	}
	literal("author", r.Body)
	literal("title", r.Title)
	field("type", r.Genre)
	field("number", r.Number)
	literal("institution", r.Publisher)
	field("address", r.Place)
	if !r.Date.IsZero() {
		field("year", r.Date.Format("2006"))
		raw("month", strings.ToLower(r.Date.Format("Jan")))
		field("date", r.Date.Format("2006-01-02"))
	}
	raw("url", "{"+urlInBraces(r.Address)+"}")
	field("langid", r.LangID)
	field("abstract", r.Abstract)
	field("note", r.Note)
	b.WriteString("\n}\n")
	return []byte(b.String())
}

// escapes are the characters that LaTeX, or BibTeX's count of braces, would
// read. A brace is written by a command: BibTeX counts escaped ones as well.
var escapes = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`,
	`#`, `\#`, `$`, `\$`, `%`, `\%`, `&`, `\&`, `_`, `\_`,
	`^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`, "\u00a0", "~",
)

func latex(s string) string { return escapes.Replace(oneLine(s)) }

// urlInBraces keeps an address as it is, which biblatex wants, but for what
// would end the field.
func urlInBraces(s string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C", " ", "%20").Replace(oneLine(s))
}

//go:embed data/babel.txt
var dataFiles embed.FS

// babelName is the name under which LaTeX's babel and polyglossia know a
// language: of the tag as a whole, else of the language in it.
func babelName(tag string) string {
	src, _ := dataFiles.ReadFile("data/babel.txt")
	tag = strings.ToLower(tag)
	base, _, _ := strings.Cut(tag, "-")
	found := ""
	for line := range strings.Lines(string(src)) {
		switch key, name, _ := strings.Cut(strings.TrimSpace(line), " "); key {
		case tag:
			return name
		case base:
			found = name
		}
	}
	return found
}
