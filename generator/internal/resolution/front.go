package resolution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
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

// findStart finds where the text proper begins: the line of the formula (-1
// where there is none before the first paragraph) and the line after the
// front matter.
func findStart(lines []line) (formula, start int) {
	for i, l := range lines {
		switch {
		case wrappedFormula(lines, i) > 0:
			return i, i + wrappedFormula(lines, i)
		case isFormula(l) || i+1 < len(lines) && (isLongFormula(l, lines[i+1]) || isListedFormula(l, lines[i+1])):
			return i, i + 1
		case opensText(lines, i):
			return -1, reachBack(lines, firstOfList(lines, i))
		}
	}
	// Nothing opens a text by itself: a first label may have been misread.
	for i, l := range lines {
		if misreadFirst(l) && slices.ContainsFunc(lines[i+1:min(len(lines), i+12)], func(l line) bool { return hasReading(l, 2, 0.5) }) {
			return -1, i
		}
	}
	return -1, len(lines)
}

// firstOfList follows the numbers before line i down: "2." and a misread "l."
// before the "3." that was recognised.
func firstOfList(lines []line, i int) int {
	value := 0
	for _, r := range lines[i].label.readings {
		if r.counting == decimal && r.depth == 0 && r.cost < 0.5 {
			value = r.value
		}
	}
	if value == 0 { // a number may have been lost
		for j := i - 1; j >= 0 && j >= i-8 && value == 0; j-- {
			for _, r := range lines[j].label.readings {
				if r.counting == decimal && r.depth == 0 && r.cost < 0.1 && r.value < 30 && len(strings.Fields(lines[j].label.rest)) > 4 {
					i, value = j, r.value
				}
			}
		}
	}
	for j := i - 1; j >= 0 && value > 1; j-- {
		if hasReading(lines[j], value-1, 1.1) && !lines[j].label.alone {
			i, value = j, value-1
		}
	}
	return i
}

// misreadFirst reports whether a line may have the first label of a list,
// misread, and a paragraph behind it.
func misreadFirst(l line) bool {
	return hasReading(l, 1, 1.1) && len(strings.Fields(l.label.rest)) > 4
}

// hasReading reports whether the label of l can be a number with a value.
func hasReading(l line, value int, cost float64) bool {
	return slices.ContainsFunc(l.label.readings, func(r reading) bool {
		return r.value == value && r.cost < cost && r.depth == 0 && (r.counting == decimal || r.counting == upperRoman)
	})
}

// reachBack takes the paragraphs before the one that was recognised into the
// text: long ones that end like paragraphs.
func reachBack(lines []line, i int) int {
	for j := i - 1; j >= 0; j-- {
		l := lines[j]
		switch {
		case (l.end == 1 || l.end == 0.5) && len(strings.Fields(l.raw)) > 9 && !l.colon && !isNote(l, l.raw):
			i = j
		case len(strings.Fields(l.raw)) > 2 || l.end >= 0.9 || l.page || l.symbol:
			return i
		}
	}
	return i
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
	for last+1 < len(lines) && !lines[last+1].blank && lines[last].end < 0.9 && last < i+40 {
		last++
	}
	if end := lines[last].end; l.lead.class == leadRecital && (end == 0.9 || end == 0.5 && len(strings.Fields(l.raw)) < 4) {
		return false // a sentence of the front matter that opens like a recital
	}
	return lines[last].end >= 0.5
}

// readRelease reads what a press release says before the text it quotes: it is
// left out, but for the number.
func (r *reader) readRelease(lines []line) {
	for _, l := range lines {
		kept := ""
		if r.text.Kind == "" && l.end == 1 { // "The resolution reads as follows:"
			r.text.Kind = kindIn(bare(l.raw))
		}
		if d := findDate(l.raw); d != "" && kindIn(l.raw) != "" && r.text.Adopted == "" {
			r.text.Adopted = d
		}
		fields := strings.Fields(bare(l.raw))
		for i, f := range fields[:max(0, len(fields)-1)] {
			kind := words().kinds[strings.ToLower(f)]
			if n := strings.Trim(fields[i+1], ".,:()"); kind != "" && r.text.Number == "" && n != "" && (isDigit(rune(n[0])) || strings.Contains(n, "/")) {
				r.text.Kind, r.text.Number = kind, n
				kept = f + " " + n
				r.consumed = append(r.consumed, kept)
			}
		}
		r.repair(l.number, "front-matter", l.raw, kept, 0.8)
	}
}

// readFront reads what stands before the text proper.
func (r *reader) readFront(lines []line, marks map[string]bool) {
	var groups [][]line
	open := false
	for i := 0; i < len(lines); i++ {
		lines[i] = r.cutNoteCalls(lines[i], marks)
		l := lines[i]
		if l.cut {
			open = false
			continue
		}
		end, block := r.noteBlock(lines, i)
		if isNote(l, block) || isSubmission(l) {
			if !isNote(l, block) {
				end, block = i+1, l.raw
			}
			r.takeNote(block)
			i = end - 1
			open = false
			continue
		}
		goesOn := open && r.goesOnInFront(&lines[i-1], &l)
		full := goesOn && r.wrapping.fits(&lines[i-1], &l) == fitFull
		if (!full || namesText(l)) && r.metadata(l) {
			open = false
			continue
		}
		if isFunctionWord(strings.ToLower(bare(l.raw))) { // "on", between the number and the title
			r.repair(l.number, "front-matter", l.raw, "", 0.8)
			open = false
			continue
		}
		if !goesOn {
			groups = append(groups, nil)
			open = true
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], l)
	}
	r.takeTitle(groups)
	r.infer(lines)
}

// infer reads kind, number and date where no line by itself names them: from
// the title ("European Parliament resolution of 12 March 2024 on …"), the note
// and the symbol of the document.
func (r *reader) infer(front []line) {
	if r.text.Body == "" {
		r.setBody(findBody(r.text.Title))
	}
	for _, s := range []string{r.text.Title, r.text.Note} {
		if r.text.Kind == "" {
			r.text.Kind = kindIn(s)
		}
		if r.text.Adopted == "" {
			r.text.Adopted = findDate(strings.Join(firstFields(s, 12), " "))
		}
	}
	for _, l := range front {
		b := bare(l.raw)
		if r.text.Kind == "" && l.symbol && strings.Contains(b, "/RES/") {
			r.text.Kind = "resolution"
		}
		if r.text.Kind == "" && len(strings.Fields(b)) <= 12 {
			r.text.Kind = kindIn(b)
		}
		if r.text.Number == "" && l.symbol {
			r.text.Number = symbolNumber(b)
		}
		if r.text.Number == "" {
			r.text.Number = numberBehindKind(b)
		}
		if kindIn(b) != "" && findDate(b) != "" && saysAdopted(b) {
			if r.text.Adopted == "" {
				r.text.Adopted = findDate(b)
			}
			r.setBody(findBody(b))
		}
	}
	if r.text.Kind == "" && strings.Contains(r.text.Number, "/") {
		r.text.Kind = "resolution" // the manner of the United Nations
	}
}

// numberBehindKind is the number of a line that begins like "Resolution 135 of
// the Security Council".
func numberBehindKind(s string) string {
	fields := firstFields(s, 6)
	for i, f := range fields[:max(0, len(fields)-1)] {
		if words().kinds[strings.ToLower(f)] == "" {
			continue
		}
		n := strings.Trim(fields[i+1], ".,:()")
		if n != "" && isDigit(rune(n[0])) && words().months[strings.ToLower(next(fields, i+2))] == 0 {
			return n
		}
		return ""
	}
	return ""
}

// kindIn finds a word for a kind of text among the first words of s.
func kindIn(s string) string {
	for _, f := range firstFields(s, 8) {
		if k := words().kinds[strings.ToLower(strings.TrimFunc(f, func(r rune) bool { return !isWord(r) }))]; k != "" {
			return k
		}
	}
	return ""
}

func firstFields(s string, n int) []string {
	fields := strings.Fields(s)
	return fields[:min(n, len(fields))]
}

// symbolNumber is the number that the symbol of an adopted text carries:
// "76/304" of A/RES/76/304, "1325" of S/RES/1325 (2000), P9_TA(2024)0123.
func symbolNumber(s string) string {
	if _, number, ok := strings.Cut(s, "/RES/"); ok {
		number, _, _ = strings.Cut(number, " ")
		return number
	}
	if strings.Contains(s, "_TA") {
		return s
	}
	return ""
}

// isSubmission recognises who put a text forward, and how it was adopted,
// also where no date or place stands beside it.
func isSubmission(l line) bool {
	if l.label.ok() || l.bullet != "" || len(strings.Fields(l.raw)) > 30 {
		return false
	}
	opening := strings.ToLower(strings.TrimLeft(bare(l.raw), "*_([–- "))
	for kind := range words().kinds {
		for _, before := range []string{kind + " ", "draft " + kind + " ", "projet de " + kind + " ", "proyecto de " + kind + " "} {
			if rest, ok := strings.CutPrefix(opening, before); ok {
				opening = rest
			}
		}
	}
	for _, w := range words().adoption {
		if rest, ok := strings.CutPrefix(opening, w+" "); ok {
			for _, by := range []string{"by ", "par ", "por ", "von ", "unanimously", "à l", "without ", "sans "} {
				if strings.HasPrefix(rest, by) {
					return true
				}
			}
		}
	}
	return false
}

// goesOnInFront reports whether l and the line before it are one title or
// sentence: they stand together, and one of them says that it is not whole.
func (r *reader) goesOnInFront(before, l *line) bool {
	if l.blank || l.bullet != "" || strings.Contains(l.raw, "|") || firstOf(l.raw) == "[" || lastOf(before.raw) == "]" {
		return false
	}
	if number, _ := numberBefore(l.raw); number != "" {
		return false
	}
	if foreign([]line{*before}, r.opt.Language) && !foreign([]line{*l}, r.opt.Language) && !startsLower(l.raw) {
		return false
	}
	fit := r.wrapping.fits(before, l)
	if fit == fitFull && before.end == 0 {
		return true
	}
	if l.label.ok() || before.end >= 0.9 {
		return false
	}
	if firstOf(l.raw) == "(" && before.end == 0 && findDate(l.raw) == "" {
		return true
	}
	last := strings.ToLower(lastWord(bare(before.raw)))
	return startsLower(l.raw) || isCaps(bare(before.raw)) && isCaps(bare(l.raw)) ||
		strings.ContainsAny(lastOf(bare(before.raw)), ",-–:") || isFunctionWord(last)
}

// namesText reports whether a line is nothing but the kind and number of a
// text, or the name of a body.
func namesText(l line) bool {
	b := bare(l.raw)
	if _, number, ok := kindAndNumber(b); ok && number != "" && len(strings.Fields(b)) <= 4 {
		return true
	}
	return findBody(b) != "" && len(strings.Fields(b)) <= len(strings.Fields(findBody(b)))
}

// lastOf is the last character of s, "" where it has none.
func lastOf(s string) string {
	if s == "" {
		return ""
	}
	return string(lastRune(s))
}

// isFunctionWord reports whether w is one of the words that some language
// uses most: they stand at the end of no title.
func isFunctionWord(w string) bool {
	for _, set := range words().common {
		if set[w] {
			return true
		}
	}
	return false
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
	if len(fields) == 2 && words().kinds[strings.ToLower(fields[0])] != "" && isFunctionWord(strings.ToLower(fields[1])) {
		// "RESOLUTION ON", over the title.
		if r.text.Kind == "" {
			r.text.Kind = words().kinds[strings.ToLower(fields[0])]
		}
		r.consume(l, b, fields[0])
		return true
	}
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
	if number := numberedBySign(fields); number != "" && r.text.Number == "" {
		r.text.Number = number
		kept := number
		if d := findDate(b); d != "" && r.text.Adopted == "" {
			r.text.Adopted, kept = d, number+" "+d
		}
		r.consume(l, b, kept)
		return true
	}
	if l.symbol && symbolNumber(b) != "" && r.text.Number == "" {
		r.text.Number = symbolNumber(b)
		r.consume(l, b, r.text.Number)
		return true
	}
	if l.symbol || l.page {
		r.repair(l.number, "header", l.raw, "", 0.8)
		return true
	}
	return false
}

// numberedBySign reads the number of a short line such as "TEXTE ADOPTÉ n°
// 318" or "№ 4127-IX".
func numberedBySign(fields []string) string {
	if len(fields) > 6 && (len(fields) > 10 || words().kinds[strings.ToLower(fields[0])] == "") {
		return ""
	}
	for i, f := range fields {
		low := strings.ToLower(f)
		for _, sign := range []string{"n°", "nº", "n.º", "n.°", "№", "no.", "nr.", "núm."} {
			rest, ok := strings.CutPrefix(low, sign)
			if !ok {
				continue
			}
			number := f[len(f)-len(rest):]
			if rest == "" && i+1 < len(fields) {
				number = fields[i+1]
			}
			if number = strings.Trim(number, ".,:;()"); strings.ContainsAny(number, "0123456789") {
				return number
			}
		}
	}
	return ""
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

// numberBefore cuts the number off a title or heading in the manner of the
// United Nations: "76/304. International Day …", "135 (1960). Resolution of 27
// May 1960", "102 (I) Measures …".
func numberBefore(s string) (number, title string) {
	marks := s[:len(s)-len(strings.TrimLeft(s, "*_"))]
	body := s[len(marks):]
	end := strings.IndexFunc(body, func(r rune) bool { return !isDigit(r) && r != '/' })
	if end <= 0 || !isDigit(rune(body[0])) || !isDigit(rune(body[end-1])) {
		return "", s
	}
	number, rest := body[:end], body[end:]
	if year, ok := strings.CutPrefix(rest, " ("); ok {
		in, after, closed := strings.Cut(year, ")")
		if !closed || strings.Trim(in, "0123456789") != "" && strings.Trim(in, "IVXLCDM") != "" || in == "" {
			return "", s
		}
		return number, marks + strings.TrimLeft(after, ". ")
	}
	rest, ok := strings.CutPrefix(rest, ". ")
	if !ok || !strings.Contains(number, "/") {
		return "", s
	}
	return number, marks + rest
}

// kindAndNumber reads "RESOLUTION 491", "Resolution 2558 (2024)" or a kind by
// itself.
func kindAndNumber(s string) (kind, number string, ok bool) {
	if number, rest := numberBefore(s); number != "" {
		if kind := kindIn(strings.Join(firstFields(rest, 1), "")); kind != "" && findDate(rest) != "" {
			return kind, number, true
		}
	}
	fields := strings.Fields(s)
	if len(fields) > 7 {
		return "", "", false
	}
	for i, f := range fields {
		k := words().kinds[strings.ToLower(strings.Trim(f, ":.,*_"))]
		if k == "" {
			continue
		}
		for j, n := range fields[i+1:] {
			n = strings.Trim(n, ".,:*_()")
			if digitValue(firstRune(n)) >= 0 {
				if next := i + j + 2; next < len(fields) && words().months[strings.ToLower(fields[next])] > 0 {
					return k, "", false // the day of a date
				}
				return k, n, i < 3 || j == 0 && next(fields, i+2) == ""
			}
		}
		return k, "", len(fields) == 1
	}
	return "", "", false
}

// next is fields[i], "" where there is none.
func next(fields []string, i int) string {
	if i >= len(fields) {
		return ""
	}
	return fields[i]
}

// takeTitle chooses the title among the groups of lines that are nothing
// else; the others are left out with a repair.
func (r *reader) takeTitle(groups [][]line) {
	best, bestScore := -1, -10.0
	for i, g := range groups {
		if score := r.titleScore(g) - 0.7*float64(len(groups)-1-i); best < 0 || score > bestScore {
			best, bestScore = i, score
		}
	}
	for i, g := range groups {
		if i == best && bestScore > -10 {
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

// titleScore says how much a group of lines looks like a title.
func (r *reader) titleScore(g []line) float64 {
	text := make([]string, len(g))
	for i, l := range g {
		text[i] = l.raw
	}
	raw := strings.Join(text, " ")
	plain := bare(raw)
	fields := strings.Fields(plain)
	score := 0.35 * float64(min(len(fields), 20))
	first := g[0]
	switch number, _ := numberBefore(raw); {
	case number != "":
		score += 20
	case strings.HasPrefix(raw, "#"):
		score += 10
	case first.label.ok() || first.bullet != "":
		score -= 8
	}
	if isCaps(plain) {
		score += 5
	}
	for _, f := range fields[:min(4, len(fields))] {
		if words().kinds[strings.ToLower(strings.Trim(f, ":.,*_"))] != "" {
			score += 4
			break
		}
	}
	if plain != raw && strings.HasPrefix(raw, "**") {
		score += 3
	}
	switch {
	case strings.ContainsAny(lastOf(plain), ".!?"):
		score -= 7
	case strings.ContainsAny(lastOf(plain), ":;,)]"):
		score -= 3
	}
	if strings.ContainsAny(firstOf(plain), "[(") {
		score -= 8
	}
	if strings.ContainsAny(plain, "|›»>©@→") || strings.Contains(plain, "://") || strings.Contains(plain, "www.") {
		score -= 8
	}
	if len(fields) < 3 {
		score -= 3
	}
	if len(fields) < 7 && namesOrgan(plain) {
		score -= 5 // the name of a body
	}
	if len(fields) > 45 && first.end > 0 {
		score -= 10
	}
	if foreign(g, r.opt.Language) {
		score -= 100
	}
	return score
}

// firstOf is the first character of s, "" where it has none.
func firstOf(s string) string {
	if s == "" {
		return ""
	}
	return string(firstRune(s))
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
		if own := count[baseLanguage(lang)]; tag != baseLanguage(lang) && n > own && (n > 1 || own == 0) {
			return true
		}
	}
	return false
}

func (r *reader) title(g []line) {
	var parts []piece
	for i, l := range g {
		raw := strings.TrimLeft(l.raw, "#> ")
		if i == 0 {
			number, title := numberBefore(raw)
			if number != "" {
				r.text.Number = number
				r.consumed = append(r.consumed, number)
				if r.text.Kind == "" {
					r.text.Kind = "resolution"
				}
			}
			raw = title
		}
		parts = append(parts, piece{raw, l.number, false})
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
// beginning, in acronyms and in the names it knows, which may have several
// words.
func sentenceCase(s string) string {
	low := strings.ToLower(s)
	var b strings.Builder
	first := true
	for i := 0; i < len(low); {
		r, n := utf8.DecodeRuneInString(low[i:])
		if !unicode.IsLetter(r) || i > 0 && isWord(lastRune(low[:i])) {
			b.WriteString(low[i : i+n])
			i += n
			continue
		}
		switch name := knownName(low[i:]); {
		case name != "":
			b.WriteString(name)
			i += len(name)
		case first:
			b.WriteRune(unicode.ToUpper(r))
			i += n
		default:
			b.WriteRune(r)
			i += n
		}
		first = false
	}
	return b.String()
}

// knownName is the longest name or acronym that low, in small letters, begins
// with, as it is written; "" where it begins with none.
func knownName(low string) string {
	best := ""
	for _, name := range words().names[firstRune(low)] {
		folded := strings.ToLower(name)
		if len(name) > len(best) && len(folded) == len(name) && strings.HasPrefix(low, folded) &&
			(len(folded) == len(low) || !isWord(firstRune(low[len(folded):]))) {
			best = name
		}
	}
	if best == "US" || best == "AI" { // also plain words of a language
		return ""
	}
	return best
}
