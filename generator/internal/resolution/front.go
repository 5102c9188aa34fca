package resolution

import (
	"strings"
	"unicode"
)

// isFormula recognises an enacting formula: a short line that names an
// assembly and ends with a comma or colon.
func isFormula(l line) bool {
	b := bare(l.raw)
	if l.label.ok() || l.bullet != "" || l.lead.class == leadRecital || b == "" || !strings.ContainsRune(",:", lastRune(b)) || len(b) > 200 {
		return false
	}
	fields := strings.Fields(b)
	if len(fields) > formulaWords || !unicode.IsUpper(firstRune(b)) {
		return false
	}
	for _, f := range fields {
		// "The 140th Assembly", but not a line about "resolution 491".
		if strings.Trim(f, "0123456789,:") == "" {
			return false
		}
	}
	for _, f := range strings.FieldsFunc(strings.ToLower(b), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words().organs[f] {
			return true
		}
	}
	return false
}

// findStart finds where the text proper begins: the line of the formula (-1
// where there is none before the first paragraph) and the line after the
// front matter.
func findStart(lines []line) (formula, start int) {
	for i, l := range lines {
		switch {
		case isFormula(l):
			return i, i + 1
		case opensText(lines, i):
			return -1, i
		}
	}
	return -1, len(lines)
}

// opensText reports whether line i is a first paragraph: numbered 1 or A, or
// with a known lead word in a block that ends like a paragraph.
func opensText(lines []line, i int) bool {
	l := lines[i]
	for _, r := range l.label.readings {
		if r.cost < 0.5 && r.value == 1 && r.depth == 0 && (l.label.alone || l.lead.class != leadUnknown || len(strings.Fields(l.label.rest)) > 5) {
			return true
		}
	}
	if l.lead.class == leadUnknown || isCaps(bare(l.raw)) || strings.HasPrefix(l.raw, "#") {
		return false
	}
	if !l.lead.known && l.text == bare(l.text) && l.bullet == "" {
		return false
	}
	if isNote(l, l.raw) {
		return false
	}
	last := i
	for last+1 < len(lines) && !lines[last+1].blank && last < i+40 {
		last++
	}
	return lines[last].end >= 0.5
}

// readFront reads what stands before the text proper.
func (r *reader) readFront(lines []line) {
	var groups [][]line
	open := false
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		end, block := noteBlock(lines, i)
		if l.cut {
			open = false
			continue
		}
		if isNote(l, block) {
			r.takeNote(block)
			i = end - 1
			open = false
			continue
		}
		if r.metadata(l) {
			open = false
			continue
		}
		l.raw = r.numberBefore(l.raw)
		if !open || l.blank {
			groups = append(groups, nil)
			open = true
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], l)
	}
	r.takeTitle(groups)
}

// metadata takes a line that names kind and number, the body, the date or a
// document, and reports whether it did.
func (r *reader) metadata(l line) bool {
	b := bare(l.raw)
	clean, _ := cutCalls(b)
	if strings.HasSuffix(l.raw, "*") && !strings.HasPrefix(l.raw, "*") && !strings.HasSuffix(l.raw, "**") {
		b += "*"
	}
	if kind, number, ok := kindAndNumber(clean); ok {
		if r.text.Kind == "" {
			r.text.Kind = kind
		}
		if r.text.Number == "" {
			r.text.Number = number
		}
		if clean != b {
			r.repair(l.number, "footnote-mark", b, clean, 0.95)
		}
		if number != "" && r.text.Number != number {
			r.repair(l.number, "front-matter", clean, "", 0.5)
			return true
		}
		r.consume(l, clean, strings.TrimSpace(kindWord(clean)+" "+number))
		return true
	}
	fields := strings.Fields(b)
	if body := findBody(b); body != "" && len(fields) <= len(strings.Fields(body))+3 {
		r.setBody(body)
		if r.text.Body == body {
			r.consume(l, b, body)
		} else {
			r.repair(l.number, "front-matter", l.raw, "", 0.7)
		}
		return true
	}
	if d := findDate(b); d != "" && len(fields) <= 7 {
		if r.text.Adopted == "" {
			r.text.Adopted = d
			r.consume(l, b, d)
		} else {
			r.repair(l.number, "front-matter", l.raw, "", 0.7)
		}
		return true
	}
	reference := len(fields) <= 3 && len(fields) > 0 && !strings.HasSuffix(fields[0], ".") && strings.ContainsAny(b, "0123456789") && (strings.ContainsAny(b, "/_") || strings.HasPrefix(strings.ToLower(fields[0]), "doc"))
	if reference || l.page {
		r.repair(l.number, "header", l.raw, "", 0.8)
		return true
	}
	return false
}

// consume takes a line into the metadata as kept; where that is not all the
// line says, it is a repair.
func (r *reader) consume(l line, printed, kept string) {
	loose := func(s string) string {
		return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !isWord(r) }), " ")
	}
	if loose(printed) != loose(kept) {
		r.repair(l.number, "front-matter", printed, kept, 0.9)
		printed = kept
	}
	r.consumed = append(r.consumed, printed)
}

// kindWord is the word of s that names the kind, as it is printed.
func kindWord(s string) string {
	for _, f := range strings.Fields(s) {
		f = strings.Trim(f, ":.,*_")
		if words().kinds[strings.ToLower(f)] != "" {
			return f
		}
	}
	return ""
}

// numberBefore takes the number off a title in the manner of the United
// Nations, "76/304. International Day …", and returns the title.
func (r *reader) numberBefore(s string) string {
	number, title, ok := strings.Cut(s, ". ")
	if !ok || r.text.Number != "" || !strings.Contains(number, "/") || strings.Trim(number, "0123456789/") != "" {
		return s
	}
	r.text.Number = number
	r.consumed = append(r.consumed, number)
	return title
}

// kindAndNumber reads "RESOLUTION 491", "Resolution 2558 (2024)" or a kind by
// itself.
func kindAndNumber(s string) (kind, number string, ok bool) {
	fields := strings.Fields(s)
	if len(fields) > 7 {
		return "", "", false
	}
	for i, f := range fields {
		k := words().kinds[strings.ToLower(strings.Trim(f, ":.,*_"))]
		if k == "" {
			continue
		}
		for _, n := range fields[i+1:] {
			n = strings.Trim(n, ".,:*_()")
			if digitValue(firstRune(n)) >= 0 {
				return k, n, i < 3
			}
		}
		return k, "", len(fields) == 1
	}
	return "", "", false
}

// takeTitle chooses the title among the groups of lines that are nothing
// else; the others are left out with a repair.
func (r *reader) takeTitle(groups [][]line) {
	best, bestScore := -1, 0
	for i, g := range groups {
		score := 0
		for _, l := range g {
			score += min(len(strings.Fields(l.raw)), 30)
			if strings.HasPrefix(l.raw, "#") {
				score += 10
			}
		}
		if isCaps(bare(g[0].raw)) {
			score += 4
		}
		if foreign(g, r.opt.Language) {
			score -= 100
		}
		if best < 0 || score > bestScore {
			best, bestScore = i, score
		}
	}
	for i, g := range groups {
		if i == best {
			r.title(g)
			continue
		}
		for _, l := range g {
			if foreign(g, r.opt.Language) {
				r.repair(l.number, "other-language", l.raw, "", 0.7)
			} else {
				r.repair(l.number, "front-matter", l.raw, "", 0.6)
			}
		}
	}
}

// foreign reports whether g reads like a language other than lang.
func foreign(g []line, lang string) bool {
	own := words().common[baseLanguage(lang)]
	if own == nil {
		return false
	}
	count := map[string]int{}
	for _, l := range g {
		for _, f := range strings.FieldsFunc(strings.ToLower(l.raw), func(r rune) bool { return !unicode.IsLetter(r) }) {
			for tag, set := range words().common {
				if set[f] {
					count[tag]++
				}
			}
		}
	}
	for tag, n := range count {
		if tag != baseLanguage(lang) && n > 1 && n > count[baseLanguage(lang)] {
			return true
		}
	}
	return false
}

func (r *reader) title(g []line) {
	var parts []piece
	for _, l := range g {
		parts = append(parts, piece{strings.TrimLeft(l.raw, "#> "), l.number, false})
	}
	title := r.inline(parts).Plain()
	if isCaps(title) {
		changed := sentenceCase(title)
		if changed != title {
			r.repair(g[0].number, "title-case", title, changed, 0.8)
		}
		title = changed
	}
	r.text.Title = title
}

// sentenceCase writes a title that is all capitals with a capital at its
// beginning, in acronyms and in the names it knows.
func sentenceCase(s string) string {
	var b strings.Builder
	first := true
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '’' && r != '\'' })
		if n < 0 {
			n = len(s)
		}
		if n == 0 {
			r := firstRune(s)
			b.WriteRune(r)
			s = s[len(string(r)):]
			continue
		}
		word := s[:n]
		s = s[n:]
		lower := strings.ToLower(word)
		known := words().acronyms[lower]
		if known == "US" || known == "AI" { // also plain words of a language
			known = ""
		}
		switch {
		case known != "":
			b.WriteString(known)
		case first:
			r := firstRune(word)
			b.WriteString(string(r) + strings.ToLower(word[len(string(r)):]))
		default:
			b.WriteString(lower)
		}
		first = false
	}
	return b.String()
}
