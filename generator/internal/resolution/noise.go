package resolution

import (
	"strings"
	"unicode"
)

// isPageMark recognises "3", "- 3 -", "[3]", "3/7" and "Page 3 of 7".
func isPageMark(s string) bool {
	if len(s) > 40 {
		return false
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

// isSymbol recognises the symbol of a document by itself: "A/RES/76/304",
// "S/RES/1325 (2000)", "P9_TA(2024)0123", "Doc. 15677".
func isSymbol(s string) bool {
	b := bare(s)
	fields := strings.Fields(b)
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
		if l.cut || l.label.ok() || l.bullet != "" || len(b) > 100 || l.end == 1 || l.lead.known || len(b) < 4 {
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
