package resolution

import (
	"slices"
	"strings"
	"unicode"
)

// LeadWord is a verb, or what stands for one, by which a resolution speaks:
// "Deploring", "Strongly condemning", "URGES".
type LeadWord struct {
	Words string
	// Of is the paragraph or point that uses it, Role that of the paragraph.
	Of   Element
	Role Role
}

// LeadWords lists the lead words of t in reading order: what each paragraph
// opens with (Paragraph.Lead), and further emphasised words in it and in its
// points that lead on ("… while *acknowledging* that …").
func (t *Text) LeadWords() []LeadWord {
	var list []LeadWord
	paragraphs := slices.Concat(t.Recitals, t.Operative)
	role, style := Recital, Plain
	for _, e := range t.Elements() {
		rest := e.Text
		if e.Depth == 0 {
			if lead := leadVerb(paragraphs[0], t.Language); lead != "" {
				list = append(list, LeadWord{lead, e, e.Role})
			}
			paragraphs = paragraphs[1:]
			opening := openingRuns(e.Text)
			role, style, rest = e.Role, Plain, e.Text[opening:]
			if opening > 0 {
				style = e.Text[0].Style
			}
		}
		for _, r := range rest {
			if r.emphasised() && (style == Plain || r.Style == style) && leadsOn(r.Text, t.Language) {
				list = append(list, LeadWord{strings.TrimRight(r.Text, ",;:."), e, role})
			}
		}
	}
	return list
}

// leadVerb is the lead of a paragraph without a subject before its verb: "The
// Assembly urges" leads by "urges"; "" where the verb is not known.
func leadVerb(p Paragraph, lang string) string {
	lead := p.Lead()
	if openingRuns(p.Text) > 0 || !namesOrgan(lead) {
		return lead
	}
	fields := strings.Fields(strings.TrimPrefix(p.Text.Plain(), lead))
	found := readLead(strings.Join(fields[:min(len(fields), 8)], " "), lang)
	return strings.Join(fields[:min(found.words, len(fields))], " ")
}

// openingRuns counts the runs of the emphasised words that a text opens with.
func openingRuns(in Inline) int {
	n := 0
	for n < len(in) && (in[n].emphasised() || n > 0 && strings.TrimSpace(in[n].Text) == "") {
		n++
	}
	return n
}

// maxLeadWords bounds further lead words in languages whose verbs are unknown.
const maxLeadWords = 5

// leadsOn reports whether emphasised words inside a paragraph are lead words,
// rather than the title of a document or a phrase of another language. Where
// no list knows the language's verbs, it is told by length and letters alone.
func leadsOn(s, lang string) bool {
	if _, known := words().leads[baseLanguage(lang)]; known {
		return readLead(s, lang).class != leadUnknown
	}
	first := firstRune(strings.TrimSpace(s))
	return len(strings.Fields(s)) <= maxLeadWords && unicode.IsLetter(first) && (!unicode.IsUpper(first) || isCaps(s))
}
