package resolution

import (
	"strings"
)

// A line is one line of the source that is not blank, taken apart.
type line struct {
	number    int
	raw       string // as in the source, without white space at the ends
	blank     bool   // a blank line, a page break or the beginning stands before it
	indent    int
	bullet    string  // the list mark it begins with
	text      string  // after the list mark
	label     label   // what could be its label
	lead      lead    // of what follows the label
	end       float64 // how surely it ends a paragraph or point, from 0 to 1
	colon     bool    // it ends with a colon
	leadOnly  bool    // it is a lead word by itself
	page      bool    // it could be a page mark
	symbol    bool    // it is the symbol of a document
	margin    bool    // it stands by itself beside a page mark
	stop      bool    // it ends with a full stop
	note      noteLine
	words     int     // how many it has
	caps      bool    // it has no small letter
	furniture bool    // it has a character that pages have and texts have not
	apart     bool    // it stood in one line with what precedes
	cut       bool    // it is a thematic break
	turn      float64 // how surely the operative part begins here, by what was left out before it
}

// endsLine reports whether r ends a line: a line feed, carriage return, form
// feed, vertical tab or Unicode line separator.
func endsLine(r rune) bool {
	switch r {
	case '\n', '\r', '\f', '\v', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// splitLines takes the source apart; number counts line feeds. A form feed
// begins a page.
func splitLines(src string, lang string) []line {
	src = cutMailQuotes(src)
	var out []line
	blank := true
	for i, physical := range strings.Split(strings.TrimPrefix(src, "\uFEFF"), "\n") {
		for k, page := range strings.Split(physical, "\f") {
			blank = blank || k > 0
			for _, part := range strings.FieldsFunc(page, endsLine) {
				raw := strings.TrimSpace(part)
				if raw == "" {
					blank = true
					continue
				}
				l := line{number: i + 1, raw: raw, blank: blank, indent: width(part[:strings.Index(part, raw)])}
				l.take(lang)
				out = append(out, l)
				blank = false
			}
		}
		if strings.TrimSpace(physical) == "" {
			blank = true
		}
	}
	return out
}

// cutMailQuotes takes the "> " off the lines of a text that was quoted in a
// mail: nearly every line begins with it.
func cutMailQuotes(src string) string {
	lines := strings.Split(src, "\n")
	quoted, filled := 0, 0
	for _, l := range lines {
		if strings.TrimSpace(l) != "" {
			filled++
		}
		if strings.HasPrefix(l, ">") {
			quoted++
		}
	}
	if quoted < 3 || 10*quoted < 8*filled {
		return src
	}
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(strings.TrimPrefix(l, ">"), " ")
	}
	return strings.Join(lines, "\n")
}

// take fills in what the line says by itself.
func (l *line) take(lang string) {
	l.cut = isBreak(l.raw)
	l.page = isPageMark(l.raw)
	l.bullet, l.text = cutBullet(l.raw)
	l.label = readLabel(l.text)
	rest := l.text
	if l.label.ok() {
		rest = l.label.rest
	}
	l.lead = readLead(rest, lang)
	if !l.lead.known {
		l.lead = readBrokenLead(rest, lang, l.lead)
	}
	l.leadOnly = l.lead.class != leadUnknown && len(openingWords(rest)) <= l.lead.words
	l.end = ending(l.text)
	l.stop = l.end == endStop && strings.ContainsRune(".。", lastRune(bare(l.text)))
	l.symbol = isSymbol(l.raw)
	l.words = len(strings.Fields(l.raw))
	l.caps = isCaps(bare(l.raw))
	l.furniture = strings.ContainsAny(l.raw, "©@|")
	l.colon = l.end == endSemicolon && strings.ContainsRune(":：—-", lastRune(bare(l.text)))
}

// How surely what stands at the end of a line ends a paragraph or point.
const (
	endComma     = 0.5 // a comma, which ends the paragraphs of many preambles
	endStop      = 0.9 // a full stop, or "; and"
	endSemicolon = 1   // a semicolon, colon or dash
)

// ending says how surely s ends a paragraph or point, 0 in mid-sentence.
func ending(s string) float64 {
	s = strings.TrimRight(s, "*_ \u00a0)]”’»\"'")
	if s == "" {
		return 0
	}
	for _, and := range []string{" and", " or", " et", " ou", " y", " o", " und", " oder", " та", " і"} {
		if t, ok := strings.CutSuffix(s, and); ok && t != "" && strings.ContainsRune(";,", lastRune(t)) {
			return endStop
		}
	}
	if strings.HasSuffix(s, "be it") || strings.HasSuffix(s, "be it further") { // "Now, therefore, be it": a resolve follows
		return endStop
	}
	switch lastRune(s) {
	case ';', ':', '؛', '：', '；', '—':
		return endSemicolon
	case '-':
		if strings.HasSuffix(s, "--") { // a dash that opens a list, typed
			return endSemicolon
		}
	case '.', '!', '?', '。', '؟':
		return endStop
	case ',', '،':
		return endComma
	}
	return 0
}

// bare is s without Markdown's marks and footnote calls around it, for
// comparing lines that are to be recognised.
func bare(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(s, "#> "))
	for _, mark := range []string{"**", `\`, "__"} {
		s = strings.ReplaceAll(s, mark, "")
	}
	return strings.TrimSpace(strings.Trim(s, "*_ "))
}
