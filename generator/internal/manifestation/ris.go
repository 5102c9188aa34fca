package manifestation

import "strings"

// ris writes one RIS record with the line ends of its specification. The body
// is the author, as of a report.
func ris(r reference) []byte {
	var b strings.Builder
	tag := func(name, value string) {
		// A line is a field: no value may begin another.
		if value = oneLine(value); value != "" {
			b.WriteString(name + "  - " + value + "\r\n")
		}
	}
	tag("TY", "RPRT")
	tag("ID", r.Key)
	tag("TI", r.Title)
	if r.Body != "" {
		// A surname without a first name: the comma at the end says so, and
		// one in the name would part it.
		tag("AU", strings.ReplaceAll(r.Body, ",", "")+",")
	}
	tag("PB", r.Publisher)
	tag("CY", r.Place)
	if !r.Date.IsZero() {
		tag("PY", r.Date.Format("2006"))
		tag("DA", r.Date.Format("2006/01/02"))
	}
	tag("M3", r.Genre)
	tag("SN", r.Number)
	tag("SE", r.Part)
	tag("LA", r.Language)
	tag("UR", r.Address)
	tag("AB", r.Abstract)
	tag("N1", r.Note)
	b.WriteString("ER  - \r\n")
	return []byte(b.String())
}

// oneLine turns what could end a line, or be taken for its end, into spaces.
func oneLine(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, s))
}
