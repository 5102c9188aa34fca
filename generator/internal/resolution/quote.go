package resolution

import (
	"strings"
	"unicode"
)

// quoteMarks pairs what opens a quotation with what closes it.
var quoteMarks = map[rune]string{'“': "”\"", '«': "»", '"': "\"”", '„': "“”", '‘': "’", '‟': "”"}

// cutQuote cuts an opening quotation mark off.
func cutQuote(s string) (mark rune, rest string) {
	body := strings.TrimLeft(s, "*_ ")
	r := firstRune(body)
	if quoteMarks[r] == "" {
		return 0, s
	}
	rest = strings.TrimLeftFunc(body[len(string(r)):], unicode.IsSpace)
	return r, s[:len(s)-len(strings.TrimLeft(s, "*_"))] + rest
}

// unquote takes a text that a press release quotes out of its quotation: the
// mark before its formula, those before its paragraphs and the one that closes
// it. before and after are what stands around the quotation, nil where the
// text is not quoted.
func (r *reader) unquote(lines []line) (before, quoted, after []line) {
	formula := -1
	for i, l := range lines {
		if mark, rest := cutQuote(l.raw); mark != 0 && isFormula(retake(l, rest, r.opt.Language)) {
			formula = i
			break
		}
	}
	if formula < 0 {
		return nil, lines, nil
	}
	start := formula
	for i := formula - 1; i >= 0 && i >= formula-6; i-- {
		if mark, _ := cutQuote(lines[i].raw); mark == 0 {
			break
		}
		start = i
	}
	end := quotationEnd(lines, formula)
	quoted = lines[start:end]
	for i := range quoted {
		l := &quoted[i]
		rest := l.raw
		if mark, without := cutQuote(rest); mark != 0 {
			next := retake(*l, without, r.opt.Language)
			_, trailing := trailingLabel(quoted[max(0, i-1)].raw)
			if i == 0 || l.blank || trailing.ok() || quoted[i-1].end >= endComma || next.label.ok() || next.lead.known || isFormula(next) {
				rest = without // or the line happens to begin with a quotation
			}
		}
		if i == len(quoted)-1 {
			rest = closeQuotation(rest)
		}
		if rest != l.raw {
			r.repair(l.number, "quote-mark", l.raw, rest, 0.9)
			*l = retake(*l, rest, r.opt.Language)
		}
	}
	return lines[:start], quoted, lines[end:]
}

// retake is l with another text.
func retake(l line, raw, lang string) line {
	l.raw = raw
	l.take(lang)
	return l
}

// quotationEnd is the line after the one that closes the quotation whose
// formula is given.
func quotationEnd(lines []line, formula int) int {
	last := formula // the last line with a mark before it
	for i := formula; i < len(lines); i++ {
		if mark, _ := cutQuote(lines[i].raw); mark != 0 {
			if i > last+40 && last > formula {
				break // another quotation, further down
			}
			last = i
		}
		if closes(lines[i].raw) && !opensAgain(lines[i+1:]) {
			return i + 1
		}
	}
	// Nothing closes it: it ends with the paragraph that has the last mark.
	for last++; last < len(lines) && !lines[last].blank; last++ {
	}
	return last
}

// closes reports whether s ends with a quotation mark that nothing in it
// opened, its first mark aside.
func closes(s string) bool {
	_, s = cutQuote(s)
	s = strings.TrimRight(s, "*_ .;")
	last := lastRune(s)
	switch last {
	case '”':
		return strings.Count(s, "”") > strings.Count(s, "“")
	case '»':
		return strings.Count(s, "»") > strings.Count(s, "«")
	case '"':
		return strings.Count(s, `"`)%2 == 1
	case '’':
		return !strings.Contains(s, "‘")
	}
	return false
}

// opensAgain reports whether one of the next lines begins like a further
// paragraph of the quotation.
func opensAgain(lines []line) bool {
	for _, l := range lines[:min(3, len(lines))] {
		if mark, _ := cutQuote(l.raw); mark != 0 {
			return true
		}
	}
	return false
}

// closeQuotation takes the closing mark off.
func closeQuotation(s string) string {
	if !closes(s) {
		return s
	}
	body := strings.TrimRight(s, "*_ .;")
	tail := s[len(body):]
	return strings.TrimRightFunc(body[:len(body)-len(string(lastRune(body)))], unicode.IsSpace) + tail
}
