package resolution

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// outline writes what a text was read as: R and O for recitals and operative
// paragraphs, labels, the first two words, points in brackets.
func outline(t *Text) string {
	var b strings.Builder
	if t.Formula != "" {
		fmt.Fprintf(&b, "<%s> ", t.Formula)
	}
	for _, list := range []struct {
		role       string
		paragraphs []Paragraph
	}{{"R", t.Recitals}, {"O", t.Operative}} {
		for _, p := range list.paragraphs {
			fmt.Fprintf(&b, "%s%s %s%s; ", list.role, p.Label, excerpt(p.Text.Plain(), 2), outlinePoints(p.Points))
		}
	}
	return strings.TrimSuffix(b.String(), "; ")
}

func outlinePoints(points []Point) string {
	if len(points) == 0 {
		return ""
	}
	var parts []string
	for _, p := range points {
		parts = append(parts, p.Label+" "+excerpt(p.Text.Plain(), 2)+outlinePoints(p.Points))
	}
	return " [" + strings.Join(parts, ", ") + "]"
}

var layouts = []struct{ name, lang, source, want string }{
	{"an unnumbered preamble of the United Nations", "en", `
76/304. International Day

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,

Deeply concerned about the persistence of violence,

1. Decides to proclaim the day;

2. Requests the Secretary-General:

(a) To bring the resolution to the attention of all;

(b) To report:

(i) annually;

(ii) in writing.

107th plenary meeting
2 September 2022
`, "<The General Assembly,> R Recalling its; R Deeply concerned; O1 Decides to; O2 Requests the [a To bring, b To report: [i annually;, ii in writing.]]"},
	{"labels with one bracket", "en", `
RESOLUTION 5

The Assembly,

1) Noting the report of the committee;
2) Calls on governments:
a) to act;
b) to report.
`, "<The Assembly,> R1 Noting the; O2 Calls on [a to act;, b to report.]"},
	{"number, lead word and text each on its own line", "en", `
The Assembly,

1.
Deploring
the persistence of sexual violence;

2.

Recalling

its earlier resolutions;

3.
URGES
member governments:
a.
to act;
b.
to report.
`, "<The Assembly,> R1 Deploring the; R2 Recalling its; O3 URGES member [a to act;, b to report.]"},
	{"hard-wrapped lines", "en", `
The Assembly,

1. Deploring the persistence of sexual violence in the conflicts that resolution
1325. and others of the Security Council have named, and the impunity of
those who commit it;
2. Recalling its work
on the matter;
3. URGES governments:
   a. to act together in
      every forum;
   b. to report.
`, "<The Assembly,> R1 Deploring the; R2 Recalling its; O3 URGES governments: [a to act, b to report.]"},
	{"a label displaced to the line after", "en", `
The Assembly,

1. Deploring the persistence of violence;

Recalling its earlier work;
2.
3. Noting the report;

4. URGES governments to act.
`, "<The Assembly,> R1 Deploring the; R2 Recalling its; R3 Noting the; O4 URGES governments"},
	{"a label displaced to the line before", "en", `
The Assembly,

1. Deploring the persistence of violence;
2.
3. Recalling its earlier work;

Noting the report;

4. URGES governments to act.
`, "<The Assembly,> R1 Deploring the; R2 Recalling its; R3 Noting the; O4 URGES governments"},
	{"every label after its text", "en", `
The Assembly,

Deploring the persistence of violence;
1.
Recalling its earlier work;
2.
URGES governments to act.
3.
`, "<The Assembly,> R1 Deploring the; R2 Recalling its; O3 URGES governments"},
	{"a lost label between two", "en", `
The Assembly,

1. Deploring the persistence of violence;

Recalling its earlier work;

3. Noting the report;

4. URGES governments to act.
`, "<The Assembly,> R1 Deploring the; R2 Recalling its; R3 Noting the; O4 URGES governments"},
	{"misread labels", "en", `
The Assembly,

I. Deploring the persistence of violence;
2. Recalling its work;
3. URGES governments:
a. to act;
b. to speak;
c. to listen;
d. to learn;
e. to teach;
f. to help;
9. to build;
h. to mend;
l. to count;
j. to report.
`, "<The Assembly,> R1 Deploring the; R2 Recalling its; O3 URGES governments: [a to act;, b to speak;, c to listen;, d to learn;, e to teach;, f to help;, g to build;, h to mend;, i to count;, j to report.]"},
	{"dashes and lettered recitals of the European Parliament", "en", `
European Parliament resolution of 12 March 2024 on violence

The European Parliament,

– having regard to the Charter of Fundamental Rights,

– having regard to Rule 132 of its Rules of Procedure,

A. whereas violence persists in many conflicts;

B. whereas those who commit it go unpunished;

1. Condemns all violence;

2. Calls on the Member States to act;
`, "<The European Parliament,> R having regard; R having regard; RA whereas violence; RB whereas those; O1 Condemns all; O2 Calls on"},
	{"decimal points of the Council of Europe", "en", `
Resolution 2558 (2024)

Parliamentary Assembly

1. The Parliamentary Assembly is concerned about violence.

2. The Assembly therefore calls on member States to:

2.1. act together;

2.2. support victims, in particular:

2.2.1. by shelter;

2.2.2. by counsel;

2.3. report.
`, "O1 The Parliamentary; O2 The Assembly [2.1 act together;, 2.2 support victims, [2.2.1 by shelter;, 2.2.2 by counsel;], 2.3 report.]"},
	{"recitals before the formula, as the OSCE has them", "en", `
RESOLUTION ON VIOLENCE

1. Recalling the Helsinki Final Act,

2. Deeply concerned about violence,

The OSCE Parliamentary Assembly:

3. Calls on participating States to act;

4. Urges all to report.
`, "<The OSCE Parliamentary Assembly:> R1 Recalling the; R2 Deeply concerned; O3 Calls on; O4 Urges all"},
	{"French", "fr", `
RÉSOLUTION 491

L’Assemblée,

1. **Déplorant** la persistance des violences sexuelles ;

2. **Profondément préoccupée** par l’impunité ;

3. **DEMANDE INSTAMMENT** aux gouvernements :

a. d’agir ;

b. de rendre compte.
`, "<L’Assemblée,> R1 Déplorant la; R2 Profondément préoccupée; O3 DEMANDE INSTAMMENT [a d’agir ;, b de rendre]"},
	{"Spanish", "es", `
RESOLUCIÓN 491

La Asamblea,

1. Deplorando la persistencia de la violencia sexual;

2. Considerando que la impunidad continúa;

3. Insta a los gobiernos a:

a) actuar;

b) informar.
`, "<La Asamblea,> R1 Deplorando la; R2 Considerando que; O3 Insta a [a actuar;, b informar.]"},
	{"no enacting formula", "en", `
RESOLUTION 7

1. Deploring the persistence of violence;

2. URGES governments to act.
`, "R1 Deploring the; O2 URGES governments"},
	{"page marks and a running header in mid-sentence", "en", `
ON VIOLENCE

The Assembly,

1. Deploring the persistence of

NATO PA – Resolution 491 – page 1

violence in the world;

2. Recalling that it has

- 2 -

NATO PA – Resolution 491 – page 2

worked on it;

3. URGES governments to act.
`, "<The Assembly,> R1 Deploring the; R2 Recalling that; O3 URGES governments"},
	{"stray marks of Markdown", "en", `
The Assembly,

1\. **Deploring the persistence of violence;

**2.** Strongly** condemning its use^{2} everywhere\*;

3\. **URGES** governments to act.
`, "<The Assembly,> R1 Deploring the; R2 Strongly condemning; O3 URGES governments"},
	{"words split and glued where the style changes", "en", `
The Assembly,

1. **Deplor**ing the persistence of violence;

2. **Recalling**its work;

3. **Not** ing the report;

4. **URGES** governments to act.
`, "<The Assembly,> R1 Deploring the; R2 Recalling its; R3 Noting the; O4 URGES governments"},
	{"operative paragraphs that begin anew at 1", "en", `
The Assembly,

1. Recalling its work;
2. Noting the report;

1. Calls on governments to act;
2. Urges all to report.
`, "<The Assembly,> R1 Recalling its; R2 Noting the; O1 Calls on; O2 Urges all"},
	{"an assembly named by its number, tabs after the labels", "en", `
WOMEN AND PEACE

Resolution adopted by consensus by the 140th IPU Assembly
(Doha, 10 April 2019)

The 140th Assembly of the Inter-Parliamentary Union,

Recalling the Charter of the United Nations,

1.	Calls upon parliaments to act;

2.	Invites the IPU to:

(a)	collect data;
(b)	share it.
`, "<The 140th Assembly of the Inter-Parliamentary Union,> R Recalling the; O1 Calls upon; O2 Invites the [a collect data;, b share it.]"},
	{"a footer in the middle of a French sentence", "fr", `
RÉSOLUTION 491*

L'Assemblée,

1. *Déplorant* la persistance des violences

* Présentée par la commission et adoptée par l'Assemblée parlementaire de l'OTAN tenue à Montréal, Canada, le lundi 25 novembre 2024

sexuelles dans les conflits ;

2. EXHORTE les gouvernements :
- a. à agir ;
- b. à rendre compte.
`, "<L'Assemblée,> R1 Déplorant la; O2 EXHORTE les [a à agir, b à rendre]"},
	{"recitals with Roman numerals", "en", `
The Assembly,

i. Recalling its work;
ii. Noting the report;
iii. Welcoming the plan;

1. Calls on states to act;
2. Urges all to report.
`, "<The Assembly,> Ri Recalling its; Rii Noting the; Riii Welcoming the; O1 Calls on; O2 Urges all"},
	{"emphasised formula and unnumbered operative paragraphs", "en", `
Resolution 1325 (2000)

Adopted by the Security Council at its 4213th meeting, on 31 October 2000

*The Security Council*,

*Recalling* its resolutions of 25 August 1999,

*Urges* Member States to:

• act;

• report.

*Decides* to remain actively seized of the matter.
`, "<The Security Council,> R Recalling its; O Urges Member [ act;,  report.]; O Decides to"},
	{"points with dashes only", "en", `
The Assembly,

1. Recalling its work;

2. URGES governments:
- to act;
- to report.
`, "<The Assembly,> R1 Recalling its; O2 URGES governments: [ to act;,  to report.]"},
}

func TestLayouts(t *testing.T) {
	for _, c := range layouts {
		t.Run(c.name, func(t *testing.T) {
			r, err := read([]byte(c.source), Options{Language: c.lang})
			if err != nil {
				t.Fatal(err)
			}
			if got := outline(r.text); got != c.want {
				t.Errorf("\n got %s\nwant %s\nrepairs\n%s", got, c.want, describeRepairs(r.repairs))
			}
			if m := unaccounted([]byte(c.source), r); len(m) > 0 {
				t.Errorf("unaccounted for: %v\nrepairs\n%s", m, describeRepairs(r.repairs))
			}
		})
	}
}

func TestCanonicalTextIsReadWithoutRepairs(t *testing.T) {
	src, err := os.ReadFile("testdata/491/canonical.md")
	if err != nil {
		t.Fatal(err)
	}
	text, repairs, err := Read(src, Options{Language: "en"})
	if err != nil {
		t.Fatal(err)
	}
	if got := text.Markdown(); string(got) != string(src) {
		t.Error(firstDifference(string(src), string(got)))
	}
	if len(repairs) > 0 {
		t.Error(describeRepairs(repairs))
	}
}
