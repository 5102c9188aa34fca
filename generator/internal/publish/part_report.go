package publish

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/langid"
)

// A partText is the text of pieces that one language is claimed for, as one.
type partText struct {
	pieces []piece
	text   string
	starts []int // of the pieces in the text
	words  []langid.Word
}

func newPartText(pieces []piece) *partText {
	t := &partText{pieces: pieces}
	var text strings.Builder
	for _, one := range pieces {
		t.starts = append(t.starts, text.Len())
		text.WriteString(one.text)
	}
	t.text = text.String()
	return t
}

// piece is the number of the piece that a word begins in.
func (t *partText) piece(w langid.Word) int {
	i, found := slices.BinarySearch(t.starts, w.Start)
	if !found {
		i--
	}
	return i
}

// against is the direction of a word that stands in the other one, dir. Labels
// and abbreviations are one run each, which no direction around can tear apart.
func (t *partText) against(w langid.Word) (runs, dir string) {
	runs, dir = langid.Direction(w.Text), t.pieces[t.piece(w)].frame.dir
	if w.Kind == langid.Label || dir == "" || dir == "auto" || runs == dir {
		return "", dir
	}
	return runs, dir
}

// inAttribute reports whether the text is an attribute's.
func (t *partText) inAttribute() bool { return strings.Contains(t.pieces[0].frame.element, " ") }

// report adds a finding about some words of the text.
func (p *parts) report(t *partText, id string, first, last int, args map[string]any) {
	from := t.words[first]
	i := t.piece(from)
	args["Element"], args["Lang"] = t.pieces[i].frame.element, t.pieces[i].frame.lang
	args["Text"] = shortened(t.text[from.Start:t.words[last].End])
	p.doc.add(p.place(t.pieces[i], from.Start-t.starts[i], from.Text), "output-part", id, args)
}

// judgeText holds text to the language claimed for it and to the direction it
// stands in. All pieces have the same language.
func (p *parts) judgeText(pieces []piece) {
	t := newPartText(pieces)
	if strings.TrimSpace(t.text) == "" {
		return
	}
	lang, tag := pieces[0].frame.lang, pieces[0].frame.tag
	o := p.judge.opinion(lang, tag, t.text)
	if t.words = o.words; len(t.words) == 0 {
		return
	}
	wrong := map[int]bool{}
	if tag != language.Und {
		p.doc.parts++
		if !langid.Knows(tag) {
			p.doc.unjudged[lang]++
		}
		for _, s := range o.scripts {
			p.report(t, "output-part-script", s[0], s[1], map[string]any{"Script": langid.ScriptOf(o.words[s[0]].Text)})
			if t.inAttribute() && o.wordsIn(tag) {
				p.doc.soften() // no mark can stand there
			}
			for i := s[0]; i <= s[1]; i++ {
				wrong[i] = true
			}
		}
		if f := o.foreign; o.isForeign {
			p.report(t, "output-part-language", f.First, f.Last, map[string]any{"Seems": f.Language.String()})
			if !f.Certain {
				p.doc.soften() // chance must not keep a site from being published
			}
		}
	}
	for i := 0; i < len(t.words); i++ {
		runs, dir := t.against(t.words[i])
		if wrong[i] || runs == "" {
			continue
		}
		first := i
		for i+1 < len(t.words) && !wrong[i+1] {
			if next, _ := t.against(t.words[i+1]); next != runs {
				break
			}
			i++
		}
		p.report(t, "output-part-direction", first, i, map[string]any{"Dir": dir, "Runs": runs})
	}
}

// wordsIn reports whether some words of the text are in the letters of the
// language.
func (o *opinion) wordsIn(tag language.Tag) bool {
	return slices.ContainsFunc(o.words, func(w langid.Word) bool {
		return w.Kind == langid.Plain && langid.Writes(tag, w.Text)
	})
}

// soften makes the last finding a warning.
func (d *document) soften() { d.diags[len(d.diags)-1].Severity = diag.Warning }

// shortened is a text on one line, short enough for a message.
func shortened(text string) string {
	const most = 60
	r := []rune(strings.Join(strings.Fields(text), " "))
	if len(r) <= most {
		return string(r)
	}
	return strings.TrimSpace(string(r[:most-1])) + "…"
}

// unjudged adds up the parts of each language that there is no data about.
func unjudged(docs []*document) map[string]int {
	all := map[string]int{}
	for _, d := range docs {
		for lang, n := range d.unjudged {
			all[lang] += n
		}
	}
	return all
}
