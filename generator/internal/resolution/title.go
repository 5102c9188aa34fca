package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
		rule, confidence := "front-matter", 0.6
		if foreign(g, r.opt.Language) {
			rule, confidence = "other-language", 0.7
		}
		for _, l := range g {
			r.repair(l.number, rule, l.raw, "", confidence)
		}
	}
}

// titleScore says how much a group of lines looks like a title.
func (r *reader) titleScore(g []line) float64 {
	raw := joinRaw(g)
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
	case strings.ContainsRune(".!?", lastRune(plain)):
		score -= 7
	case strings.ContainsRune(":;,)]", lastRune(plain)):
		score -= 3
	}
	if strings.ContainsRune("[(", firstRune(plain)) {
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
				r.consume(l, strings.TrimSuffix(raw, strings.TrimLeft(title, "*_")), number)
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
