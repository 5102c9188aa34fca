package resolution

import (
	"strings"
	"testing"
)

func TestElementsHavePermanentIdentitiesAndCitations(t *testing.T) {
	text := &Text{
		Recitals: []Paragraph{{}, {Label: "A"}, {Label: "9"}, {Label: "13"}},
		Operative: []Paragraph{
			{Label: "13", Points: []Point{{Label: "e", Points: []Point{{Label: "i"}, {}}}, {Label: "e"}}},
			{Label: "3", Points: []Point{{Label: "3.1", Points: []Point{{Label: "3.1.2"}}}}},
			{Label: "١٤", Points: []Point{{Label: "أ"}, {Label: "ب"}}},
			{},
		},
	}
	var got []string
	for _, e := range text.Elements() {
		got = append(got, e.ID+"="+e.Cite+"/"+e.Role.String())
	}
	want := "recital-1=/recital recital-a=A/recital p9=9/recital recital-13=13/recital " +
		"p13=13/operative p13-e=13e/point p13-e-i=13e(i)/point p13-e-2=/point p13-e-3=13e/point " +
		"p3=3/operative p3-1=3.1/point p3-1-2=3.1.2/point p14=١٤/operative p14-a=١٤أ/point p14-b=١٤ب/point operative-4=/operative"
	if strings.Join(got, " ") != want {
		t.Errorf("\n got %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestLeadWords(t *testing.T) {
	for source, want := range map[string]string{
		"**Strongly condemning** the use":          "Strongly condemning",
		"*Recalling* and *noting* it":              "Recalling",
		"**Strongly** **condemning** it":           "Strongly condemning",
		"Deeply concerned about it":                "Deeply concerned",
		"**URGES:** all":                           "URGES",
		"Profondément préoccupée par l’impunité ;": "Profondément préoccupée",
		"Tables and chairs":                        "",
	} {
		text, _ := ParseMarkdown([]byte("***\n\n1. " + source))
		if got := text.Operative[0].Lead(); got != want {
			t.Errorf("lead of %q is %q, want %q", source, got, want)
		}
	}
}

func TestLabelSequences(t *testing.T) {
	for _, c := range []struct{ name, labels, want string }{
		{"capital I after k is l", "a b c d e f g h i j k I m", "a b c d e f g h i j k l m"},
		{"i between h and j is a letter", "a b c d e f g h i j", "a b c d e f g h i j"},
		{"i after nothing is Roman", "i ii iii iv v", "i ii iii iv v"},
		{"l for i among Roman numerals", "i ll iii", "i ii iii"},
		{"0 between n and p is o", "a b c d e f g h i j k l m n 0 p", "a b c d e f g h i j k l m n o p"},
		{"capitals in a list of small letters", "a b C d", "a b c d"},
		{"5 after r is s", "a b c d e f g h i j k l m n o p q r 5 t", "a b c d e f g h i j k l m n o p q r s t"},
		{"after z comes aa", "a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb", "a b c d e f g h i j k l m n o p q r s t u v w x y z aa bb"},
		{"a point left out", "a b d e", "a b d e"},
		{"numbers", "1 2 3", "1 2 3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			source := "The Assembly,\n\n1. Recalling its work;\n\n2. URGES all:\n\n"
			for _, l := range strings.Fields(c.labels) {
				source += "(" + l + ") to act;\n"
			}
			text, repairs, err := Read([]byte(source), Options{Language: "en"})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, p := range text.Operative[len(text.Operative)-1].Points {
				got = append(got, p.Label)
			}
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %s\n%s\n%s", strings.Join(got, " "), outline(text), describeRepairs(repairs))
			}
		})
	}
}
