package resolution

import (
	"strings"
	"unicode"
)

// isFormula recognises an enacting formula: a short line that names an
// assembly and ends with a comma or colon.
func isFormula(l line) bool {
	b := bare(l.raw)
	if first, _, _ := strings.Cut(b, " "); strings.HasSuffix(first, ",") && isWe(first) && strings.HasSuffix(b, ",") {
		return len(strings.Fields(b)) <= formulaWords // "We, the members of …,"
	}
	if l.label.ok() || l.bullet != "" || l.lead.class == leadRecital || l.lead.known || b == "" || !strings.ContainsRune(",:", lastRune(b)) || len(b) > 200 {
		return false
	}
	fields := strings.Fields(b)
	if len(fields) > formulaWords || !unicode.IsUpper(firstRune(b)) {
		return false
	}
	for _, f := range fields {
		// "The 140th Assembly", but not a line about "resolution 491".
		if strings.Trim(f, "0123456789,:") == "" && strings.ContainsAny(f, "0123456789") {
			return false
		}
	}
	return namesOrgan(b) && !hasFiniteVerb(fields)
}

// isWe recognises how a text begins whose authors speak for themselves.
func isWe(word string) bool {
	switch strings.ToLower(strings.TrimRight(word, ",")) {
	case "we", "nous", "nosotros", "nosotras", "wir", "ми":
		return true
	}
	return false
}

// hasFiniteVerb reports whether one of the words is a verb that opens
// operative paragraphs: "The Assembly therefore urges:" is no formula.
func hasFiniteVerb(fields []string) bool {
	for _, f := range fields {
		f = strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) }))
		for _, l := range words().leads {
			if l.operative[f] {
				return true
			}
		}
	}
	return false
}

// wrappedFormula recognises a formula that was broken over two or three lines:
// how many they are, 0 where there is none.
func wrappedFormula(lines []line, i int) int {
	if lines[i].end > 0 || lines[i].label.ok() || isFormula(lines[i]) || !unicode.IsUpper(firstRune(bare(lines[i].raw))) {
		return 0
	}
	joined := lines[i]
	joined.lead = lead{}
	for n := 1; n < 3 && i+n+1 < len(lines); n++ {
		l, next := lines[i+n], lines[i+n+1]
		if l.blank || isFormula(l) && !strings.HasSuffix(joined.raw, "-") && !isFunctionWord(strings.ToLower(lastWord(joined.raw))) {
			return 0
		}
		joined.raw = joinWrapped(joined.raw, l.raw)
		if isFormula(joined) && (next.lead.class == leadRecital || next.label.ok()) {
			return n + 1
		}
		if l.end > 0 {
			return 0
		}
	}
	return 0
}

// joinWrapped puts a line and the next behind each other; the hyphen of a name
// stays.
func joinWrapped(a, b string) string {
	if strings.HasSuffix(a, "-") {
		return a + b
	}
	return a + " " + b
}

// formulaBody is the body that a formula names: "The Conference of Regional
// Parliaments," without article and comma; "" where it is one word.
func formulaBody(formula string) string {
	name := strings.TrimRight(formula, ",: ")
	if article, rest, ok := strings.Cut(name, " "); ok && isFunctionWord(strings.ToLower(article)) {
		name = rest
	}
	for _, elided := range []string{"L'", "L’"} {
		name = strings.TrimPrefix(name, elided)
	}
	if !strings.Contains(name, " ") || strings.ContainsAny(name, "0123456789,") || len(strings.Fields(name)) > 8 || !unicode.IsUpper(firstRune(name)) {
		return ""
	}
	if isCaps(name) {
		return ""
	}
	return name
}

// isListedFormula recognises a formula behind a list mark, by the recital that
// follows it.
func isListedFormula(l, next line) bool {
	if l.bullet == "" || next.lead.class != leadRecital && !next.label.ok() {
		return false
	}
	l.raw, l.bullet = l.text, ""
	return isFormula(l)
}

// isLongFormula recognises a formula with place and date, "Le Bureau réuni à
// Québec les 28 et 29 janvier 2000,", by the recital that follows it.
func isLongFormula(l, next line) bool {
	b := bare(l.raw)
	return !l.label.ok() && l.bullet == "" && !l.lead.known && b != "" && strings.ContainsRune(",:", lastRune(b)) && len(strings.Fields(b)) <= 30 &&
		unicode.IsUpper(firstRune(b)) && namesOrgan(strings.Join(firstFields(b, 4), " ")) &&
		next.lead.class == leadRecital && next.lead.known
}

// namesOrgan reports whether a word of s is one for an assembly.
func namesOrgan(s string) bool {
	for _, f := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words().organs[f] {
			return true
		}
	}
	return false
}
