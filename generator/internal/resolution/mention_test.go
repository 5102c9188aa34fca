package resolution

import (
	"slices"
	"testing"
)

// numbered is a text with recitals 1 to 4 and A, and paragraphs 9 to 13, of
// which 13 has points a to e, and e has points i and ii; 3.1 stands below 12.
func numbered(language string) *Text {
	t := &Text{Language: language}
	for _, label := range []string{"1", "2", "3", "4", "A"} {
		t.Recitals = append(t.Recitals, Paragraph{Label: label})
	}
	for _, label := range []string{"9", "10", "11", "12", "13"} {
		t.Operative = append(t.Operative, Paragraph{Label: label})
	}
	t.Operative[3].Points = []Point{{Label: "12.1"}}
	for _, label := range []string{"a", "b", "c", "d", "e"} {
		t.Operative[4].Points = append(t.Operative[4].Points, Point{Label: label})
	}
	t.Operative[4].Points[4].Points = []Point{{Label: "i"}, {Label: "ii"}}
	return t
}

func TestMentionsOfTheTextsOwnPartsAreFound(t *testing.T) {
	for _, tc := range []struct {
		language, text string
		want           []string // "words → part"
	}{
		{"en", "as said in paragraph 9, and Paragraph 10.", []string{"paragraph 9 → p9", "Paragraph 10 → p10"}},
		{"en", "point 13e, point 13(e), paragraph 13 (e) (ii) and para. 12.1;", []string{"point 13e → p13-e", "point 13(e) → p13-e", "paragraph 13 (e) (ii) → p13-e-ii", "para. 12.1 → p12-1"}},
		{"en", "recital 3, recital A and paragraph 2", []string{"recital 3 → p3", "recital A → recital-a", "paragraph 2 → p2"}},
		{"en", "paragraphs 9, 10 and 13(b) and 3 members", []string{"paragraphs 9 → p9", "10 → p10", "13(b) → p13-b"}},
		{"en", "paragraph 9 and 10 members", []string{"paragraph 9 → p9"}},
		{"en", "paragraph 13 (new) is kept", []string{"paragraph 13 → p13"}},
		// There is no such part.
		{"en", "paragraph 99, point 13z, paragraph 9th, paragraph 9bis, recital 9", nil},
		// Parts of other texts.
		{"en", "paragraph 9 of resolution 1325, Article 8, paragraph 9, resolution 1325 (2000), para. 10", nil},
		{"en", "paragraphs 9 and 10 of the Convention", nil},
		{"en", "paragraph 9 of this resolution, paragraph 10 of the present resolution", []string{"paragraph 9 → p9", "paragraph 10 → p10"}},
		{"en", "subparagraph 9, points of 9, a point 9,5", []string{"point 9 → p9"}},
		{"fr", "au paragraphe 9 et aux points 13a et 13b ; le considérant 3 ; paragraphe\u00a010", []string{"paragraphe 9 → p9", "points 13a → p13-a", "13b → p13-b", "considérant 3 → p3", "paragraphe\u00a010 → p10"}},
		{"fr", "le paragraphe 9 de la résolution, le point 13a d’un rapport", nil},
		{"fr", "le paragraphe 9 de la présente résolution", []string{"paragraphe 9 → p9"}},
		{"es", "el párrafo 9 y los puntos 13a y 13b; el párrafo 10 de la resolución 1325", []string{"párrafo 9 → p9", "puntos 13a → p13-a", "13b → p13-b"}},
		{"de", "gemäß Absatz 9 und Ziffer 13e; Artikel 8 Absatz 9; Absatz 10 der Resolution 1325", []string{"Absatz 9 → p9", "Ziffer 13e → p13-e"}},
		{"de", "in den Absätzen 9 und 10; Erwägungsgrund 3", []string{"Absätzen 9 → p9", "10 → p10", "Erwägungsgrund 3 → p3"}},
		{"uk", "згідно з пунктом 13e і параграфом 9; у пункті 10 резолюції 1325", []string{"пунктом 13e → p13-e", "параграфом 9 → p9"}},
		{"ar", "وفقا للفقرة 9 والبند 13e؛ الفقرتين 9 و10؛ الفقرة ١٠", []string{"للفقرة 9 → p9", "والبند 13e → p13-e", "الفقرتين 9 → p9", "10 → p10", "الفقرة ١٠ → p10"}},
		{"ar", "الفقرة 9 من القرار 1325", nil},
		{"ar", "الفقرة 9 من هذا القرار", []string{"الفقرة 9 → p9"}},
		{"en-GB", "paragraph 9", []string{"paragraph 9 → p9"}},
		{"xx", "paragraph 9", nil},
	} {
		in := Inline{{Text: tc.text}}
		var got []string
		for _, m := range NewMentions(numbered(tc.language)).In(in, "") {
			got = append(got, tc.text[m.Start:m.End]+" → "+m.To)
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s, %q:\n\t%q\nwant:\n\t%q", tc.language, tc.text, got, tc.want)
		}
	}
}

func TestAPartIsNotLedToItself(t *testing.T) {
	in := Inline{{Text: "this paragraph 9 and paragraph 10"}}
	if got := NewMentions(numbered("en")).In(in, "p9"); len(got) != 1 || got[0].To != "p10" {
		t.Error(got)
	}
}

func FuzzMentions(f *testing.F) {
	f.Add("en", "paragraphs 9, 10 and 13 (e) of this resolution")
	f.Add("ar", "الفقرتين 9 و١٠")
	f.Fuzz(func(t *testing.T, language, text string) {
		in := Inline{{Text: text}}
		end := 0
		for _, m := range NewMentions(numbered(language)).In(in, "p9") {
			if m.Start < end || m.End <= m.Start || m.End > len(text) || m.To == "" || m.To == "p9" {
				t.Errorf("%+v in %q", m, text)
			}
			end = m.End
		}
	})
}

// A number that names a recital and a paragraph is the paragraph's, unless the
// word says otherwise; one that names two is nobody's.
func TestMentionsOfRepeatedNumbers(t *testing.T) {
	text := &Text{Language: "en", Recitals: []Paragraph{{Label: "1"}, {Label: "2"}}, Operative: []Paragraph{{Label: "1"}, {Label: "3"}, {Label: "3"}}}
	in := Inline{{Text: "paragraph 1, recital 1, paragraph 2, paragraph 3"}}
	var got []string
	for _, m := range NewMentions(text).In(in, "") {
		got = append(got, m.To)
	}
	// "recital-1" because the paragraph has p1.
	if want := []string{"p1", "recital-1", "p2"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
