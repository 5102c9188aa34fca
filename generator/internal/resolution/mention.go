package resolution

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A Mention is a place in a text that names another part of the same
// resolution, such as "paragraph 9" or "point 13(e)".
type Mention struct {
	Start, End int    // bytes of the plain text
	To         string // the part's identity
}

// Mentions finds what a resolution says of its own parts. The words are data:
// data/mention.<lang>.txt has one entry a line, with what it is:
//
//	part      names one paragraph or point ("paragraph", "point")
//	recital   names one recital
//	parts     the same in the plural: more than one number may follow
//	recitals
//	and       stands between two of these numbers
//	other     behind the number, says that the part is another text's ("of")
//	own       behind the number, says that it is this text's after all
//
// A language without such a file has no mentions.
type Mentions struct {
	words *mentionWords
	// parts are the identities by the tokens of how they are cited: of
	// operative paragraphs and points, and of recitals. A citation that two
	// parts share leads nowhere: its identity is "".
	operative, recitals map[string]string
}

// A mentionWords is one language's data, in the form that is asked for.
type mentionWords struct {
	kinds map[string]string // lower case → part, parts, recital, recitals
	name  *regexp.Regexp    // a word that names a part, with the space behind it
	and   *regexp.Regexp    // between two numbers
	other *regexp.Regexp
	own   *regexp.Regexp
}

// NewMentions prepares the search in a text and its language.
func NewMentions(t *Text) *Mentions {
	base, _, _ := strings.Cut(strings.ToLower(t.Language), "-")
	m := &Mentions{words: newMentionWords(base), operative: map[string]string{}, recitals: map[string]string{}}
	recital := true
	for _, e := range t.Elements() {
		if e.Depth == 0 {
			recital = e.Role == Recital
		}
		if e.Cite == "" {
			continue
		}
		parts := m.operative
		if recital {
			parts = m.recitals
		}
		key := citeKey(e.Cite)
		if _, taken := parts[key]; taken {
			parts[key] = ""
		} else {
			parts[key] = e.ID
		}
	}
	return m
}

func newMentionWords(language string) *mentionWords {
	lines := dataLines("mention." + language + ".txt")
	if lines == nil {
		return nil
	}
	w := &mentionWords{kinds: map[string]string{}}
	byKind := map[string][]string{}
	for _, line := range lines {
		kind, word, _ := strings.Cut(line, " ")
		if w.kinds[strings.ToLower(word)] = kind; strings.HasPrefix(kind, "part") || strings.HasPrefix(kind, "recital") {
			kind = "name"
		}
		byKind[kind] = append(byKind[kind], word)
	}
	const space = `[\s\x{a0}\x{202f}]`
	w.name = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{N}])(` + alternatives(byKind["name"]) + `)` + space + `+`)
	w.and = regexp.MustCompile(`(?i)^` + space + `*(?:[,،]` + space + `*(?:(?:` + alternatives(byKind["and"]) + `)` + space + `*)?|(?:` + alternatives(byKind["and"]) + `)` + space + `*)`)
	behind := func(words []string) *regexp.Regexp {
		return regexp.MustCompile(`(?i)^` + space + `*(?:` + alternatives(words) + `)(?:[^\p{L}\p{N}]|$)`)
	}
	w.other, w.own = behind(byKind["other"]), behind(byKind["own"])
	return w
}

// alternatives is a pattern for any of the words, the longest first. An
// apostrophe at the end of a word is left out: it stands where others have
// their space.
func alternatives(words []string) string {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	for i, word := range words {
		words[i] = regexp.QuoteMeta(strings.TrimRight(word, "’'"))
	}
	return strings.Join(words, "|")
}

// number is a part's number as it is cited: "9", "13e", "13 (e)", "3.1", "A".
var number = regexp.MustCompile(`^(?:\p{Nd}+(?:\.\p{Nd}+)*\p{Ll}?|\p{Lu})`)

// inner is what may follow it: the labels of points in brackets.
var inner = regexp.MustCompile(`^(?:[ \x{a0}]?\([\p{L}\p{Nd}]{1,5}\))+`)

// In finds the mentions in a text, in its order. self is the identity of the
// part that the text is of, which is not led to itself.
func (m *Mentions) In(text Inline, self string) []Mention {
	if m.words == nil {
		return nil
	}
	plain := text.Plain()
	var found []Mention
	own := 0 // where the last number of this text's own ended
	for at := 0; ; {
		match := m.words.name.FindStringSubmatchIndex(plain[at:])
		if match == nil {
			return found
		}
		word, end := at+match[2], at+match[1]
		kind := m.words.kinds[strings.ToLower(plain[word:at+match[3]])]
		var list []Mention
		list, at = m.numbers(plain, word, end, kind)
		if foreignBefore(plain[own:word]) || m.words.other.MatchString(plain[at:]) && !m.words.own.MatchString(plain[at:]) {
			continue
		}
		for _, mention := range list {
			own = at
			if mention.To != "" && mention.To != self {
				found = append(found, mention)
			}
		}
	}
}

// numbers reads the numbers behind a word that names parts: one, or several
// behind a plural. It returns where they end. The first mention begins with
// the word.
func (m *Mentions) numbers(plain string, word, at int, kind string) ([]Mention, int) {
	var list []Mention
	for start := word; ; {
		length, to := m.part(plain[at:], strings.HasPrefix(kind, "recital"))
		if length == 0 {
			return list, at
		}
		list = append(list, Mention{start, at + length, to})
		at += length
		and := m.words.and.FindString(plain[at:])
		if !strings.HasSuffix(kind, "s") || and == "" {
			return list, at
		}
		next, _ := m.part(plain[at+len(and):], false)
		if next == 0 || value(plain[at+len(and):]) < value(plain[at-length:]) { // "paragraphs 9 and 10 and 3 members"
			return list, at
		}
		at += len(and)
		start = at
	}
}

// part reads one number and says what it names; "" where there is no such
// part.
func (m *Mentions) part(s string, recital bool) (length int, to string) {
	length = len(number.FindString(s))
	if length == 0 || startsWithWord(s[length:]) {
		return 0, ""
	}
	find := func(cite string) string {
		key := citeKey(cite)
		if id, ok := m.operative[key]; ok && !recital {
			return id
		}
		return m.recitals[key]
	}
	if more := len(inner.FindString(s[length:])); more > 0 {
		if to := find(s[:length+more]); to != "" {
			return length + more, to
		}
	}
	return length, find(s[:length])
}

// foreignBefore reports whether what stands before a mention makes it one of
// another text: "Article 8, paragraph 2", "resolution 1325 (2000), para. 5".
func foreignBefore(s string) bool {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	s = strings.TrimRightFunc(strings.TrimRight(s, ",،"), unicode.IsSpace)
	last := lastRune(s)
	return s != "" && (unicode.IsDigit(last) || last == ')')
}

// value is the number that s begins with.
func value(s string) int {
	n := 0
	for _, r := range s {
		v := digitValue(r)
		if v < 0 || n > 1<<20 {
			break
		}
		n = 10*n + v
	}
	return n
}

func startsWithWord(s string) bool {
	r := firstRune(s)
	return s != "" && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

var citeTokens = regexp.MustCompile(`\p{Nd}+(?:\.\p{Nd}+)*|\p{L}+`)

// citeKey is a citation without its brackets and spaces, with Latin digits:
// "13e(i)", "13 (e) (i)" and "١٣e(i)" are one.
func citeKey(cite string) string {
	key := strings.Join(citeTokens.FindAllString(strings.ToLower(cite), -1), "|")
	return strings.Map(func(r rune) rune {
		if v := digitValue(r); v >= 0 {
			return rune('0' + v)
		}
		return r
	}, key)
}
