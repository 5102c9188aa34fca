package resolution

import (
	"strings"
	"unicode"
)

// leadClass is what the first words of a paragraph say about its role.
type leadClass int8

const (
	leadUnknown leadClass = iota
	leadRecital
	leadOperative
)

// A leadList is what opens paragraphs in one language.
type leadList struct {
	recital, operative, adverb                   map[string]bool
	openers                                      map[string]bool // the first words of phrases
	recitalEndings, operativeEndings, advEndings []string
}

func newLeadList(lang string) leadList {
	load := func(name string) (map[string]bool, []string) {
		set := wordSet(name + "." + lang + ".txt")
		var endings []string
		for w := range set {
			if e, ok := strings.CutPrefix(w, "-"); ok {
				endings = append(endings, e)
				delete(set, w)
			}
		}
		return set, endings
	}
	var l leadList
	l.recital, l.recitalEndings = load("recital")
	l.operative, l.operativeEndings = load("operative")
	l.adverb, l.advEndings = load("adverb")
	l.openers = map[string]bool{}
	for _, set := range []map[string]bool{l.recital, l.operative} {
		for phrase := range set {
			if first, _, several := strings.Cut(phrase, " "); several {
				l.openers[first] = true
			}
		}
	}
	return l
}

// A lead is the opening of a paragraph: its class and how many words it takes.
type lead struct {
	class leadClass
	words int
	known bool // the word itself is listed, not only its ending
}

// readLead reads the opening words of s with the lists of lang, or with all
// lists where lang has none.
func readLead(s, lang string) lead {
	list := openingWords(s)
	if len(list) == 0 {
		return lead{}
	}
	x := words()
	if l, ok := x.leads[baseLanguage(lang)]; ok {
		return l.read(list)
	}
	best := lead{}
	for _, lang := range x.languages {
		l := x.leads[lang]
		if found := l.read(list); found.class != leadUnknown && (best.class == leadUnknown || found.known && !best.known) {
			best = found
		}
	}
	return best
}

// readBrokenLead reads a lead word that was split or glued, as happens where
// its emphasis ends: "**Recall** ing that", "Recallingthat", "Recall ing".
// otherwise is what was read without that.
func readBrokenLead(s, lang string, otherwise lead) lead {
	s = s[:min(len(s), 120)]
	if open := len(s) - len(strings.TrimLeft(s, "*_")); open > 0 {
		if end := strings.IndexAny(s[open:], "*_"); end > 0 {
			head, rest := s[open:open+end], strings.TrimLeft(s[open+end:], "*_")
			for _, joined := range []string{head + strings.TrimLeft(rest, " "), head + " " + rest} {
				if found := readLead(joined, lang); found.known {
					return found
				}
			}
		}
	}
	s = strings.TrimLeft(s, "*_")
	if before, after := mendLead(s, lang, nil); after != "" {
		if found := readLead(after+s[len(before):], lang); found.known {
			return found
		}
	}
	return otherwise
}

// mendLead finds what is wrong with the first words of s where a known lead
// word was split in two, or glued to one of the most frequent words of the
// language: the words as they stand and as they should; "" where nothing is.
func mendLead(s, lang string, vocabulary map[string]int) (before, after string) {
	list, known := words().leads[baseLanguage(lang)]
	common := words().common[baseLanguage(lang)]
	if !known || len(s) < 3 {
		return "", ""
	}
	listed := func(w string) bool {
		w = strings.ReplaceAll(strings.ToLower(w), "’", "'")
		return list.recital[w] || list.operative[w]
	}
	phrase, at := "", 0 // the words read so far
	for range 4 {
		word := wordOf(s[at:])
		if word == "" {
			return "", ""
		}
		rest, apart := strings.CutPrefix(s[at+len(word):], " ")
		second := wordOf(rest)
		joined := strings.ToLower(word + second)
		if at == 0 && apart && (startsLower(second) || isCaps(word) && isCaps(second)) && (!listed(word) || vocabulary[second] == 1 && !common[second]) && (listed(joined) || list.openers[joined]) &&
			(!common[strings.ToLower(second)] || vocabulary == nil || vocabulary[strings.ToLower(word)] < 2) {
			return word + " " + second, word + second
		}
		if at == 0 && apart && startsLower(second) && !listed(word) {
			if head, tail := cutGlued(word+second, listed, common, nil); tail != "" { // "Wel comingthe"
				return word + " " + second, head + " " + tail
			}
		}
		if i := capitalsEnd(word); at == 0 && i > 3 && listed(word[:i]) { // "URGESmember"
			return word, word[:i] + " " + word[i:]
		}
		if i := camelHump(word); i > 1 && common[strings.ToLower(word[:i])] { // "toDirective"
			return s[:at+len(word)], s[:at+i] + " " + word[i:]
		}
		if !listed(phrase+word) && !common[strings.ToLower(word)] {
			for i := 2; i < len(word)-2; i++ { // "Noting withappreciation"
				if phrase != "" && common[strings.ToLower(word[:i])] && listed(phrase+word[:i]+" "+word[i:]) {
					return s[:at+len(word)], s[:at+i] + " " + word[i:]
				}
			}
			if head, tail := cutGlued(word, func(head string) bool { return listed(phrase + head) }, common, vocabulary); tail != "" {
				return s[:at+len(word)], s[:at] + head + " " + tail
			}
		}
		if !apart {
			return "", ""
		}
		phrase += word + " "
		at += len(word) + 1
	}
	return "", ""
}

// capitalsEnd is where a word that begins in capitals goes on in small letters,
// 0 where it does not.
func capitalsEnd(w string) int {
	for i, r := range w {
		if !unicode.IsUpper(r) {
			if i > 0 && isCaps(w[:i]) && w[i:] == strings.ToLower(w[i:]) {
				return i
			}
			return 0
		}
	}
	return 0
}

// camelHump is where a capital stands behind a small letter in w, 0 where none
// does.
func camelHump(w string) int {
	small := false
	for i, r := range w {
		if small && unicode.IsUpper(r) {
			return i
		}
		small = unicode.IsLower(r)
	}
	return 0
}

// wordOf is the first word of s, with the apostrophes in it.
func wordOf(s string) string {
	if n := strings.IndexFunc(s, func(r rune) bool { return !isWord(r) && r != '\'' && r != '’' }); n >= 0 {
		return s[:n]
	}
	return s
}

// cutGlued cuts w into a head that is listed and a tail that is common, or
// stands by itself elsewhere in the source.
func cutGlued(w string, listed func(string) bool, common map[string]bool, vocabulary map[string]int) (head, tail string) {
	for i := range w {
		tail := strings.ToLower(w[i:])
		if i >= 2 && (common[tail] || len(tail) > 2 && unicode.IsUpper(firstRune(w[i:])) && unicode.IsLower(lastRune(w[:i])) || len(tail) > 2 && vocabulary[tail] > 1) && listed(w[:i]) {
			return w[:i], w[i:]
		}
	}
	for i := range w {
		if vocabulary != nil && i >= 6 && len(w)-i >= 5 && listed(w[:i]) {
			return w[:i], w[i:]
		}
	}
	return w, ""
}

func baseLanguage(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return base
}

// openingWords are the first words of s, without marks around them and with
// the apostrophes of the lists.
func openingWords(s string) []string {
	if len(s) > 200 {
		s = s[:200]
	}
	for _, mark := range []string{"*", "_", `\`} {
		s = strings.ReplaceAll(s, mark, "")
	}
	s = strings.ReplaceAll(s, "’", "'")
	fields := strings.Fields(s)
	if len(fields) > 7 {
		fields = fields[:7]
	}
	out := fields[:0]
	for _, f := range fields {
		out = append(out, strings.TrimFunc(f, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' }))
	}
	return out
}

// maxPhrase is the number of words that a lead word in the lists may have.
const maxPhrase = 4

// read reads the opening words of a paragraph.
func (l leadList) read(list []string) lead {
	for i := 0; i < len(list); i++ {
		w := strings.ToLower(list[i])
		if w == "" {
			return lead{}
		}
		for n := min(maxPhrase, len(list)-i); n > 0; n-- {
			phrase := strings.ToLower(strings.Join(list[i:i+n], " "))
			if l.recital[phrase] {
				return lead{leadRecital, i + n, true}
			}
			if l.operative[phrase] {
				return lead{leadOperative, i + n, true}
			}
		}
		if i > 0 && words().pronouns[strings.ToLower(list[i-1])] && l.operative[w+"s"] {
			return lead{leadOperative, i + 1, true} // "We call on"
		}
		if hasEnding(w, l.recitalEndings) {
			return lead{leadRecital, i + 1, false}
		}
		if i < 3 {
			if n := l.adverbs(list[i:]); n > 0 {
				i += n - 1
				continue
			}
			if hasEnding(w, l.advEndings) || words().pronouns[w] {
				continue
			}
		}
		if hasEnding(w, l.operativeEndings) {
			return lead{leadOperative, i + 1, false}
		}
		// A verb set in capitals is operative even if no list has it.
		if isCaps(list[i]) && len([]rune(w)) > 3 && words().acronyms[w] == "" && !isCaps(strings.Join(list, "")) {
			return lead{leadOperative, i + 1, false}
		}
		break
	}
	if isCaps(strings.Join(list, "")) {
		return lead{} // a heading
	}
	// "The Assembly calls on …": the subject is named, so the verb is finite.
	for i, w := range list[:min(4, len(list))] {
		for _, part := range strings.FieldsFunc(strings.ToLower(w), func(r rune) bool { return r == '\'' }) {
			if words().organs[part] && i+1 < len(list) && startsLower(list[i+1]) {
				return lead{leadOperative, i + 1, false}
			}
		}
	}
	return lead{}
}

// adverbs is the length of the adverb that list begins with, in words; 0 where
// it begins with none.
func (l leadList) adverbs(list []string) int {
	for n := min(maxPhrase, len(list)); n > 0; n-- {
		if l.adverb[strings.ToLower(strings.Join(list[:n], " "))] {
			return n
		}
	}
	return 0
}

func hasEnding(w string, endings []string) bool {
	for _, e := range endings {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// isCaps reports whether s has letters and all of them are capitals.
func isCaps(s string) bool {
	letters := false
	for _, r := range s {
		if unicode.IsLower(r) || unicode.Is(unicode.Lo, r) {
			return false
		}
		letters = letters || unicode.IsLetter(r)
	}
	return letters
}

// Lead returns the words a paragraph opens with, plain: "Strongly condemning",
// "URGES". They are the emphasised words at its beginning or, where nothing is
// emphasised there, the lead words that are known of some language; "" where
// neither are found.
func (p Paragraph) Lead() string {
	end := 0
	for i, r := range p.Text {
		if r.emphasised() {
			end = i + 1
		} else if strings.TrimSpace(r.Text) != "" {
			break
		}
	}
	text := p.Text[:end].Plain()
	if end == 0 {
		whole := p.Text.Plain()
		fields := strings.Fields(whole[:min(len(whole), 400)])
		text = strings.Join(fields[:min(readLead(whole, "").words, len(fields))], " ")
	}
	return strings.TrimRight(strings.TrimSpace(text), ",;:.")
}
