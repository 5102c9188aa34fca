package resolution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mendOpening mends a lead word that was split or glued where no emphasis
// shows it.
func (r *reader) mendOpening(in Inline, line int) Inline {
	if len(in) == 0 || in[0].Style == Call {
		return in
	}
	for range 3 { // one fault may hide another
		before, after := mendLead(in[0].Text, r.opt.Language, r.vocabulary)
		if after == "" {
			break
		}
		rule := "word-split"
		if len(after) > len(before) {
			rule = "word-glued"
		}
		r.repair(line, rule, before, after, 0.75)
		in[0].Text = after + in[0].Text[len(before):]
	}
	return in.Normal()
}

// mendBoundaries puts words together that were split, and apart that were
// glued, where the style changes.
func (s *inlineReader) mendBoundaries(in Inline) Inline {
	find := letterFinder{inlineReader: s}
	letters := 0 // of the runs before b
	for i := 0; i+1 < len(in); i++ {
		a, b := &in[i], &in[i+1]
		if a.Style != Call {
			letters += countLetters(a.Text)
		}
		if !a.emphasised() || b.Style != Plain {
			continue
		}
		mended := func(rule, before, after string, confidence float64) {
			s.repair(find.line(letters-1), rule, before, after, confidence)
		}
		last, first := lastWord(a.Text), firstWord(b.Text)
		switch {
		case last != "" && first != "":
			if knownLead(last) && !knownLead(last+first) {
				mended("word-glued", last+first, last+" "+first, 0.8)
				b.Text = " " + b.Text
				continue
			}
			mended("emphasis-split", last+first, last+first, 0.9)
			letters += countLetters(first)
			a.Text += first
			b.Text = b.Text[len(first):]
		case last != "" && strings.HasPrefix(b.Text, " ") && !knownLead(last):
			first = firstWord(b.Text[1:])
			if first != "" && (startsLower(first) || isCaps(last) && isCaps(first)) && knownLead(last+first) {
				mended("word-split", last+" "+first, last+first, 0.85)
				letters += countLetters(first)
				a.Text += first
				b.Text = b.Text[1+len(first):]
			}
		}
	}
	return in
}

// A letterFinder finds the lines of characters that are not white space by their
// number, which the normal form does not change. They are asked for in order.
type letterFinder struct {
	*inlineReader
	part, at int // where it stands
	count    int // of the characters before
}

// line is the line of character n, from 0.
func (f *letterFinder) line(n int) int {
	for ; f.part < len(f.parts); f.part, f.at = f.part+1, 0 {
		p := f.parts[f.part]
		if p.mark != "" || p.call {
			continue
		}
		for f.at < len(p.text) {
			r, size := utf8.DecodeRuneInString(p.text[f.at:])
			if !unicode.IsSpace(r) {
				if f.count == n {
					return f.inlineReader.line(p.offset + f.at)
				}
				f.count++
			}
			f.at += size
		}
	}
	return f.lines[len(f.lines)-1]
}

// countLetters is how many characters of s are not white space.
func countLetters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// knownLead reports whether some language lists w as a lead word.
func knownLead(w string) bool {
	w = strings.ToLower(w)
	for _, l := range words().leads {
		if l.recital[w] || l.operative[w] {
			return true
		}
	}
	return false
}
