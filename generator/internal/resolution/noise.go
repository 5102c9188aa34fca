package resolution

import (
	"strings"
	"unicode"
)

// isPageMark recognises "3", "- 3 -", "[3]", "3/7" and "Page 3 of 7".
func isPageMark(s string) bool {
	if rest := strings.TrimLeft(s, "-–— "); len(s) <= 60 && rest != s {
		if digits := len(rest) - len(strings.TrimLeft(rest, "0123456789")); digits > 0 && digits < 4 {
			if after := strings.TrimLeft(rest[digits:], " "); strings.HasPrefix(after, "-") || strings.HasPrefix(after, "–") || strings.HasPrefix(after, "—") {
				return true // "- 2 - Press Release"
			}
		}
	}
	if len(s) > 40 {
		return false
	}
	if in := strings.Trim(s, "()[] ./…"); in != s && words().continued[strings.ToLower(in)] {
		return true // "(more)"
	}
	digits := false
	for _, f := range strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune("-–—[]()/|*_#", r)
	}) {
		f = strings.ToLower(f)
		switch {
		case strings.Trim(asciiDigits(f), "0123456789") == "":
			digits = true
		case words().pages[f] || f == "of" || f == "de" || f == "sur" || f == "von" || f == "з":
		default:
			return false
		}
	}
	return digits
}

// marginReach is how many lines the head and foot of two pages can have.
const marginReach = 8

// markMargins finds the lines that stand beside a page mark, between blank
// lines: running headers that occur only once.
func (w wrapping) markMargins(lines []line) {
	furniture := func(i int) bool {
		return i >= 0 && i < len(lines) && (lines[i].page || lines[i].symbol)
	}
	for i := range lines {
		l := &lines[i]
		alone := l.blank && (i+1 == len(lines) || lines[i+1].blank || furniture(i+1))
		l.margin = alone && (furniture(i-1) || furniture(i+1)) && !l.label.ok() && l.bullet == "" &&
			l.end < endStop && len(l.raw) <= 100 && !startsLower(l.raw) && !l.lead.known
		before, after := i-1, i+1
		for before > i-marginReach && (furniture(before) || before >= 0 && lines[before].margin) {
			before--
		}
		for after < i+marginReach && furniture(after) {
			after++
		}
		if before < 0 || after >= len(lines) || lines[before].end > 0 || lines[before].leadOnly || lines[before].label.alone || !startsLower(lines[after].raw) ||
			l.end > 0 || l.label.ok() || l.bullet != "" || startsLower(l.raw) || len(bare(l.raw)) <= 4 {
			continue
		}
		// It divides a sentence, in capitals or with room left for the next word.
		capitals := l.caps && l.words <= 14 && !lines[before].caps
		short := w.fits(l, &lines[after]) == fitShort && w.fits(&lines[before], &lines[after]) == fitFull
		l.margin = l.margin || capitals || short
	}
}

// isSymbol recognises the symbol of a document by itself: "A/RES/76/304",
// "S/RES/1325 (2000)", "P9_TA(2024)0123", "Doc. 15677".
func isSymbol(s string) bool {
	b := bare(s)
	fields := strings.Fields(b)
	if len(fields) > 1 && len(fields) <= 5 && isCaps(b) && isDigit(firstRune(b)) && strings.Trim(b, "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ-/") == "" {
		return true // "112 ESC 26 E"
	}
	return len(fields) > 0 && len(fields) <= 3 && !strings.HasSuffix(fields[0], ".") && strings.ContainsAny(b, "0123456789") &&
		(strings.ContainsAny(b, "/_") || strings.HasPrefix(strings.ToLower(fields[0]), "doc")) && !strings.Contains(b, "://") && !strings.ContainsAny(b, ";,")
}

// repeated finds running headers and footers: short lines without a label
// that stand more than once in the file, their numbers aside. The first of
// them is left where it is if it stands in the front matter.
func repeated(lines []line, front int) map[int]bool {
	seen := map[string][]int{}
	for i, l := range lines {
		b := bare(l.raw)
		if l.cut || l.label.ok() || l.bullet != "" || len(b) > 100 || l.end == endSemicolon || l.lead.known || len(b) < 4 {
			continue
		}
		key := strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) || unicode.IsSpace(r) {
				return -1
			}
			return unicode.ToLower(r)
		}, b)
		seen[key] = append(seen[key], i)
	}
	out := map[int]bool{}
	for _, list := range seen {
		if len(list) < 2 {
			continue
		}
		for _, i := range list {
			if i >= front && !isFormula(lines[i]) {
				out[i] = true
			}
		}
	}
	return out
}
