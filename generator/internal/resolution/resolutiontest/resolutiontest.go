// Package resolutiontest makes random resolutions for the tests of whatever
// writes and reads them.
package resolutiontest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"resolutionsite/generator/internal/resolution"
)

// model writes random texts from pieces that Markdown, HTML, XML, LaTeX, Hugo
// and our own parsers would read if they were not escaped.
type model struct{ *rand.Rand }

var pieces = strings.Split("the states whereas 1. 2) a. (b) i. A. - + * ** *** _ __ \\ \\* # ## [ ] [x](y) <b> </b> <!-- --> & &amp; &#65; ]]> </p> ' \" {{< %} { } $ ^ ` ``` ~~ | > = : ; é e\u0301 ж ع 😀 \x01 \uFFFE two\r\nlines 13 3.1. snake_case a*b l’état .", " ")

var marks = []string{"1", "*", "†", "12a"}

// Body returns the text that belongs to a seed: formula, recitals, operative
// paragraphs with up to three levels of points, cross-headings and footnotes,
// in normal form and without lines. The same seed gives the same text.
func Body(seed uint64) *resolution.Text {
	m := model{rand.New(rand.NewPCG(seed, 1))}
	t := &resolution.Text{Operative: m.paragraphs(100)}
	if m.IntN(4) > 0 {
		t.Recitals = m.paragraphs(1)
	}
	if m.IntN(3) > 0 {
		t.Formula = [...]string{"The Assembly,", "L’Assemblée_nationale *réunie*,", "Der Bundestag", "The House: [sic] <b>,"}[m.IntN(4)]
	}
	for i := range m.IntN(3) {
		t.Footnotes = append(t.Footnotes, resolution.Footnote{Mark: marks[i], Text: m.inline()})
	}
	t.Normalize()
	return t
}

// Text returns the Body of a seed with everything that is said of a text.
func Text(seed uint64) *resolution.Text {
	t := Body(seed)
	m := model{rand.New(rand.NewPCG(seed, 2))}
	for _, field := range []*string{&t.Title, &t.Kind, &t.Number, &t.Body, &t.Place, &t.Note} {
		if m.IntN(4) > 0 {
			*field = m.words(5)
		}
	}
	t.Language = [...]string{"en", "fr", "ar", "sr-Latn", "x-test"}[m.IntN(5)]
	if m.IntN(4) > 0 {
		t.Adopted = fmt.Sprintf("%04d-%02d-%02d", 1900+m.IntN(200), 1+m.IntN(12), 1+m.IntN(28))
	}
	t.Official = m.IntN(2) == 0
	t.Normalize()
	return t
}

func (m model) words(n int) string {
	out := make([]string, 1+m.IntN(n))
	for i := range out {
		out[i] = pieces[m.IntN(len(pieces))]
	}
	return strings.Join(out, []string{" ", " ", " ", "", "\u00a0"}[m.IntN(5)])
}

func (m model) inline() resolution.Inline {
	in := resolution.Inline{}
	for range 1 + m.IntN(4) {
		in = append(in, resolution.Run{Text: m.words(5), Style: resolution.Style(m.IntN(3))})
		switch m.IntN(6) {
		case 0, 1:
			in = append(in, resolution.Run{Text: " "})
		case 2:
			in = append(in, resolution.Run{Text: marks[m.IntN(len(marks))], Style: resolution.Call})
		}
	}
	return in.Normal()
}

func (m model) points(depth int) []resolution.Point {
	if depth > 3 || m.IntN(2) == 0 {
		return nil
	}
	var out []resolution.Point
	for i := range 1 + m.IntN(4) {
		label := [...]string{letter(i), [...]string{"i", "ii", "iii", "iv"}[i], fmt.Sprint(i + 1), fmt.Sprintf("3.%d", i+1), ""}[m.IntN(5)]
		out = append(out, resolution.Point{Label: label, Text: m.inline(), Points: m.points(depth + 1)})
	}
	return out
}

func (m model) paragraphs(from int) []resolution.Paragraph {
	var out []resolution.Paragraph
	style := m.IntN(3)
	for i := range 1 + m.IntN(4) {
		label := [...]string{fmt.Sprint(from + i), strings.ToUpper(letter(i)), ""}[style]
		p := resolution.Paragraph{Label: label, Text: m.inline(), Points: m.points(1)}
		if m.IntN(4) == 0 {
			p.Heading = m.words(5)
		}
		out = append(out, p)
	}
	return out
}

func letter(i int) string { return string(rune('a' + i)) }

// ClearLines takes the lines out of a text that was read, so that it can be
// compared with one that was not.
func ClearLines(t *resolution.Text) {
	for _, list := range [][]resolution.Paragraph{t.Recitals, t.Operative} {
		for i := range list {
			list[i].Line = 0
			clearPoints(list[i].Points)
		}
	}
	for i := range t.Footnotes {
		t.Footnotes[i].Line = 0
	}
}

func clearPoints(points []resolution.Point) {
	for i := range points {
		points[i].Line = 0
		clearPoints(points[i].Points)
	}
}
