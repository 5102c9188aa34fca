package resolution

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isNote reports whether a line begins the note on the adoption of the text:
// it opens with a word for that and names a date or an occasion.
func isNote(l line, block string) bool {
	switch opensNote(l) {
	case noteOpening:
		return len(block) < 1200 && (findDate(block) != "" || findPlace(block) != "" || findBody(block) != "" || namesOccasion(block))
	case kindOpening:
		return findDate(block) != ""
	}
	return false
}

// An opening is how a line begins: like a note ("Adopted …"), like one that
// names the kind of the text first ("Resolution adopted …"), or otherwise.
type opening int8

const (
	otherOpening opening = iota
	noteOpening
	kindOpening
)

func opensNote(l line) opening {
	if l.label.ok() && l.bullet == "" && !strings.HasPrefix(l.raw, "*") {
		return otherOpening
	}
	head := strings.ToLower(strings.TrimLeft(bare(l.raw[:min(len(l.raw), 120)]), "*_([–- \\1¹"))
	adopted := func(s string, whole bool) bool {
		for _, w := range words().adoption {
			if rest, ok := strings.CutPrefix(s, w); ok && (!whole || rest == "" || !unicode.IsLetter(firstRune(rest))) {
				return true
			}
		}
		return false
	}
	if adopted(head, true) {
		return noteOpening
	}
	if first, rest, ok := strings.Cut(head, " "); ok && words().kinds[first] != "" && adopted(rest, false) {
		return kindOpening
	}
	return otherOpening
}

// saysAdopted reports whether a word of s is one for adoption.
func saysAdopted(s string) bool {
	for f := range strings.FieldsSeq(strings.ToLower(s)) {
		if slices.Contains(words().adoption, strings.Trim(f, ",.;:()")) {
			return true
		}
	}
	return false
}

// namesOccasion reports whether s names a meeting or a vote.
func namesOccasion(s string) bool {
	for _, f := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if words().occasions[f] {
			return true
		}
	}
	return false
}

// noteBlock is the lines from i that are printed together with it.
func (r *reader) noteBlock(lines []line, i int) (end int, text string) {
	open := brackets(lines[i].raw)
	for end = i + 1; end < len(lines) && end < i+12; end++ {
		l := lines[end]
		if l.blank || l.cut || isFormula(l) || open <= 0 && !r.goesOnInFront(&lines[end-1], &lines[end]) && !strings.HasPrefix(l.raw, "(") {
			break
		}
		open += brackets(l.raw)
	}
	return end, joinRaw(lines[i:end])
}

// joinRaw is the lines in one.
func joinRaw(lines []line) string {
	raw := make([]string, len(lines))
	for i, l := range lines {
		raw[i] = l.raw
	}
	return strings.Join(raw, " ")
}

// brackets is how many brackets s leaves open.
func brackets(s string) int { return strings.Count(s, "(") - strings.Count(s, ")") }

// findBody finds the name of a known body in s, as s prints it; one that s
// prints in capitals is spelled as it is known.
func findBody(s string) string {
	printed := []rune(s)
	low := foldApostrophes(printed)
	for _, b := range words().bodies {
		i := strings.Index(low, b.folded)
		if i < 0 || i > 0 && isWord(lastRune(low[:i])) || i+len(b.folded) < len(low) && isWord(firstRune(low[i+len(b.folded):])) {
			continue
		}
		start := utf8.RuneCountInString(low[:i])
		name := string(printed[start : start+utf8.RuneCountInString(b.folded)])
		if isCaps(name) {
			return b.name
		}
		return name
	}
	return ""
}

// foldApostrophes is s in small letters, rune by rune, with straight
// apostrophes.
func foldApostrophes(s []rune) string {
	var b strings.Builder
	for _, r := range s {
		if r == '’' || r == 'ʼ' {
			r = '\''
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// setBody names the body: a name in the language of the text goes before one
// in another, a longer one before a shorter.
func (r *reader) setBody(name string) {
	rank := func(name string) int {
		n := len(name)
		folded := foldApostrophes([]rune(name))
		for _, b := range words().bodies {
			if b.folded == folded && b.language == baseLanguage(r.opt.Language) {
				return n + 1000
			}
		}
		return n
	}
	if rank(name) > rank(r.text.Body) {
		r.text.Body = name
	}
}

// findPlace finds the place of adoption in a note: what follows "held in" up
// to a date or a preposition before one.
func findPlace(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return ""
	}
	for _, p := range words().places {
		i := strings.Index(low, p+" ")
		if i < 0 {
			continue
		}
		rest := strings.TrimSpace(s[i+len(p):])
		var place []string
		for _, w := range strings.Fields(rest) {
			r := firstRune(w)
			if !unicode.IsUpper(r) && len(place) > 0 && !placeParticle[w] || unicode.IsDigit(r) {
				break
			}
			place = append(place, w)
			if strings.HasSuffix(w, ".") || strings.HasSuffix(w, ")") {
				break
			}
		}
		if n := len(place); n > 0 && n <= 8 {
			return strings.TrimRight(strings.Join(place, " "), ",.;:)*_")
		}
	}
	return ""
}

var placeParticle = map[string]bool{"of": true, "de": true, "la": true, "du": true, "des": true, "am": true, "and": true}

// takeNote adds the note on lines to the text and reads what it says. A note
// has no place for the calls of footnotes.
func (r *reader) takeNote(lines []line) {
	raw := joinRaw(lines)
	clean, _ := cutCalls(collapse(strings.TrimLeft(bare(raw), "*† ")))
	for _, l := range lines {
		if without, called := cutCalls(bare(l.raw)); called {
			r.repair(l.number, "footnote-mark", bare(l.raw), without, 0.9)
		}
	}
	if r.text.Note != "" {
		clean = r.text.Note + "\n" + clean
	}
	r.text.Note = clean
	if d := findDate(raw); d != "" && !r.dated {
		r.text.Adopted, r.dated = d, true // rather than a date that stands by itself
	}
	if p := findPlace(raw); p != "" && r.text.Place == "" {
		r.text.Place = p
	}
	r.setBody(findBody(raw))
}
