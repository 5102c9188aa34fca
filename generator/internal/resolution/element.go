package resolution

import (
	"strconv"
	"strings"
	"unicode"
)

// Role says what part of a resolution an element is.
type Role int

// The roles.
const (
	Recital Role = iota
	Operative
	ListPoint
)

// String returns "recital", "operative" or "point".
func (r Role) String() string {
	return [...]string{"recital", "operative", "point"}[r]
}

// Element is one part of a resolution that can be addressed and cited.
type Element struct {
	// ID is permanent, unique in the text and the same in each language: "p9",
	// "p13-e", "p13-e-i"; "recital-1" for an unnumbered recital.
	ID string
	// Cite is how people name it: "9", "13e", "13e(i)", "3.1"; "" for an
	// element without a label.
	Cite  string
	Label string
	Role  Role
	Depth int // 0 for a paragraph, 1 for its points, 2 for theirs, …
	Text  Inline
	Line  int
}

// Elements lists the parts of t in reading order.
//
// A numbered paragraph is "p" and its number; a lettered recital ("A"), one
// without a label, and one whose number an operative paragraph has as well are
// "recital-" and the label or, without one, the position among the recitals.
// Labels in other scripts give the same identities as Latin ones: digits by
// their value, letters by the position in their list.
func (t *Text) Elements() []Element {
	e := enumerator{used: map[string]int{}}
	taken := map[string]bool{}
	for _, p := range t.Operative {
		taken[slug(p.Label, 0)] = true
	}
	for i, p := range t.Recitals {
		s := slug(p.Label, i)
		prefix := "recital-"
		if s != "" && isDigit(firstRune(s)) && !taken[s] {
			prefix = "p"
		}
		e.paragraph(p, Recital, prefix, s, i)
	}
	for i, p := range t.Operative {
		s := slug(p.Label, i)
		prefix := "p"
		if s == "" {
			prefix = "operative-"
		}
		e.paragraph(p, Operative, prefix, s, i)
	}
	return e.out
}

type enumerator struct {
	out  []Element
	used map[string]int // how often an identity was asked for
}

func (e *enumerator) paragraph(p Paragraph, role Role, prefix, slug string, index int) {
	if slug == "" {
		slug = strconv.Itoa(index + 1)
	}
	id := e.unique(prefix + slug)
	e.out = append(e.out, Element{id, p.Label, p.Label, role, 0, p.Text, p.Line})
	e.points(p.Points, id, p.Label, 1)
}

func (e *enumerator) points(points []Point, parent, cite string, depth int) {
	for i, p := range points {
		own := p.Label
		// "3.1" below 3 already names its parent.
		if rest, ok := strings.CutPrefix(own, cite+"."); ok && cite != "" {
			own = rest
		}
		s := slug(own, i)
		if s == "" {
			s = strconv.Itoa(i + 1)
		}
		id := e.unique(parent + "-" + s)
		c := citePoint(cite, p.Label, depth)
		e.out = append(e.out, Element{id, c, p.Label, ListPoint, depth, p.Text, p.Line})
		e.points(p.Points, id, c, depth+1)
	}
}

// unique returns id, or id with the first free suffix: a text whose labels are
// repeated still has one address for each part.
func (e *enumerator) unique(id string) string {
	candidate := id
	for n := e.used[id]; e.used[candidate] > 0; n++ {
		candidate = id + "-" + strconv.Itoa(n+1)
		e.used[id] = n + 1
	}
	e.used[candidate] = 1
	return candidate
}

func citePoint(parent, label string, depth int) string {
	switch {
	case label == "":
		return ""
	case parent == "" || strings.HasPrefix(label, parent+"."):
		return label
	case depth == 1 && unicode.IsDigit(lastRune(parent)) && unicode.IsLetter(firstRune(label)):
		return parent + label
	default:
		return parent + "(" + label + ")"
	}
}

// slug is the form of a label in an identity: lower-case letters and digits
// of ASCII with hyphens. index is the label's position in its list.
func slug(label string, index int) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(label) {
		if v := digitValue(r); v >= 0 {
			r = rune('0' + v)
		}
		switch {
		case r >= 'a' && r <= 'z' || isDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
		case unicode.IsLetter(r):
			return letterLabel(index + 1)
		default:
			gap = true
		}
	}
	return b.String()
}
