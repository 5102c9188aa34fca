package project

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resolutionsite/generator/internal/resolution"
)

// A CrossReference is a stretch of a part's plain text that leads elsewhere.
type CrossReference struct {
	Start, End int // in bytes
	// Reference says where it leads; nil where the text itself names one of
	// its own parts, To.
	Reference *Reference
	To        string
}

// A Referrer finds where the words of one language's resolution lead.
type Referrer struct {
	references []Reference
	mentions   *resolution.Mentions
}

// NewReferrer makes the referrer of r.
func NewReferrer(r *Resolution) *Referrer {
	x := &Referrer{mentions: resolution.NewMentions(r.Text)}
	if r.References != nil {
		x.references = r.References.Entries
	}
	return x
}

// In gives the cross references of a text in its order. id is the part it is
// the text of, "" for a footnote. No two overlap: the longest wins; of the
// same length, what the project says of this part, then what it says of all.
func (x *Referrer) In(id string, in resolution.Inline) []CrossReference {
	plain := in.Plain()
	var candidates []CrossReference
	for i := range x.references {
		ref := &x.references[i]
		if ref.In != "" && ref.In != id || ref.URL == "" && ref.To == "" {
			continue
		}
		for start := range occurrences(plain, ref.Text) {
			candidates = append(candidates, CrossReference{Start: start, End: start + len(ref.Text), Reference: ref, To: ref.To})
		}
	}
	for _, m := range x.mentions.In(in, id) {
		candidates = append(candidates, CrossReference{Start: m.Start, End: m.End, To: m.To})
	}
	slices.SortStableFunc(candidates, func(a, b CrossReference) int {
		return cmp.Or(cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(b.weight(), a.weight()))
	})
	taken := make([]bool, len(plain))
	var found []CrossReference
	for _, c := range candidates {
		// A longer one covers an end of what it overlaps.
		if taken[c.Start] || taken[c.End-1] {
			continue
		}
		for i := c.Start; i < c.End; i++ {
			taken[i] = true
		}
		found = append(found, c)
	}
	slices.SortFunc(found, func(a, b CrossReference) int { return cmp.Compare(a.Start, b.Start) })
	return found
}

// weight orders references of the same length: what is said of one part goes
// before what is said of all, and both before what the text says.
func (c CrossReference) weight() int {
	switch {
	case c.Reference == nil:
		return 0
	case c.Reference.In == "":
		return 1
	}
	return 2
}

// occurrences gives the places where words stand in a text, whole: "1325" does
// not stand in "11325".
func occurrences(text, words string) iter.Seq[int] {
	return func(yield func(int) bool) {
		if words == "" {
			return
		}
		for from := 0; ; {
			i := strings.Index(text[from:], words)
			if i < 0 {
				return
			}
			start := from + i
			end := start + len(words)
			before, _ := utf8.DecodeLastRuneInString(text[:start])
			first, size := utf8.DecodeRuneInString(words)
			last, _ := utf8.DecodeLastRuneInString(words)
			after, _ := utf8.DecodeRuneInString(text[end:])
			if sameWord(before, first) || sameWord(last, after) {
				from = start + size
				continue
			}
			if !yield(start) {
				return
			}
			from = end
		}
	}
}

// sameWord reports whether two neighbours belong to one word or number. An
// Arabic particle joined to a number does not make them one.
func sameWord(a, b rune) bool {
	return isLetter(a) && isLetter(b) || unicode.IsDigit(a) && unicode.IsDigit(b)
}

func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

// Has reports whether the words of a reference stand in the text where they
// should.
func (r *Reference) Has(id, plain string) bool {
	if r.In != "" && r.In != id {
		return false
	}
	for range occurrences(plain, r.Text) {
		return true
	}
	return false
}
