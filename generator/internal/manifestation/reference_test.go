package manifestation

import (
	"encoding/json"
	"strings"
	"testing"

	"resolutionsite/generator/internal/resolution"
	"resolutionsite/generator/internal/resolution/resolutiontest"
)

// cited is an edition with everything in it that a reference format reads.
func cited(t *testing.T) *Edition {
	text := parse(t, "***\n\n13. **URGES** all:\n\n    - e. to spend 5 % & more on {R&D}\\_x #1, $2, ~a^b \\\\ “ж”\u00a0;")
	text.Title, text.Kind, text.Number, text.Language = "Rivers & bridges", "resolution", "491", "fr"
	text.Body, text.Place, text.Adopted = "Chamber, Lower", "Montréal", "2024-02-09"
	text.Official = true
	return edition(text)
}

// The body did not publish what others translated, nor at the place where it
// met.
func TestATranslationIsPublishedByWhoeverPublishesIt(t *testing.T) {
	e := cited(t)
	e.Text.Official = false
	for format, want := range map[string][]string{
		"bibtex": {"  author = {{Chamber, Lower}},\n", "  institution = {{example.org}},\n"},
		"ris":    {"AU  - Chamber Lower,\r\n", "PB  - example.org\r\n"},
		"csl":    {`"literal": "Chamber, Lower"`, `"publisher": "example.org"`},
	} {
		got := part(t, format, e, 1)
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: no %q in\n%s", format, w, got)
			}
		}
		if strings.Contains(got, "Montréal") {
			t.Errorf("%s: published in Montréal:\n%s", format, got)
		}
	}
	e.Publisher.Name = "A Society"
	if got := part(t, "ris", e, 1); !strings.Contains(got, "PB  - A Society\r\n") {
		t.Error(got)
	}
}

// part writes the reference to one part in a format.
func part(t *testing.T, id string, e *Edition, index int) string {
	t.Helper()
	for _, f := range Formats() {
		if f.ID == id {
			content, err := f.part(e, &e.Text.Elements()[index])
			if err != nil {
				t.Fatal(err)
			}
			return string(content)
		}
	}
	t.Fatalf("no format %s", id)
	return ""
}

func TestBibTeXIsEscapedForLaTeX(t *testing.T) {
	want := `@techreport{nato-pa-491-p13-e-fr,
  author = {{Chamber, Lower}},
  title = {{Rivers \& bridges, point 13e}},
  type = {Résolution},
  number = {491},
  institution = {{Chamber, Lower}},
  address = {Montréal},
  year = {2024},
  month = feb,
  date = {2024-02-09},
  url = {https://example.org/fr/resolution/#p13-e},
  langid = {french},
  abstract = {to spend 5 \% \& more on \textbraceleft{}R\&D\textbraceright{}\_x \#1, \$2, \textasciitilde{}a\textasciicircum{}b \textbackslash{} “ж”~;},
  note = {Traduction non officielle.}
}
`
	if got := part(t, "bibtex", cited(t), 1); got != want {
		t.Errorf("got %s", got)
	}
}

func TestRISHasOneFieldALine(t *testing.T) {
	e := cited(t)
	e.Notice = "Unofficial\r\nER  - \r\nTY  - BOOK\u2028TI  - x\vy"
	want := strings.ReplaceAll(`TY  - RPRT
ID  - nato-pa-491-p13-e-fr
TI  - Rivers & bridges, point 13e
AU  - Chamber Lower,
PB  - Chamber, Lower
CY  - Montréal
PY  - 2024
DA  - 2024/02/09
M3  - Résolution
SN  - 491
SE  - 13e
LA  - fr
UR  - https://example.org/fr/resolution/#p13-e
AB  - to spend 5 % & more on {R&D}_x #1, $2, ~a^b \ “ж”`+"\u00a0"+`;
N1  - Unofficial  ER  -   TY  - BOOK TI  - x y
ER  - 
`, "\n", "\r\n")
	if got := part(t, "ris", e, 1); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestCSLIsOneItem(t *testing.T) {
	var items []struct {
		ID, Type, Title, Genre, Number, Section, URL, Language, Note string
		Author                                                       []struct{ Literal string }
		Issued                                                       struct {
			Parts [][]int `json:"date-parts"`
		}
	}
	if err := json.Unmarshal([]byte(part(t, "csl", cited(t), 1)), &items); err != nil || len(items) != 1 {
		t.Fatal(err, items)
	}
	i := items[0]
	if i.ID != "nato-pa-491-p13-e-fr" || i.Type != "report" || i.Genre != "Résolution" || i.Number != "491" || i.Section != "13e" ||
		i.Author[0].Literal != "Chamber, Lower" || i.Issued.Parts[0][1] != 2 || i.Note != "Traduction non officielle." {
		t.Errorf("%+v", i)
	}
}

// Whatever a text holds, a reference stays one record.
func TestReferencesOfAnyTextAreOneRecord(t *testing.T) {
	for seed := range uint64(100) {
		e := edition(resolutiontest.Text(seed))
		for i := range e.Text.Elements() {
			bib := part(t, "bibtex", e, i)
			if !balanced(bib) {
				t.Fatalf("seed %d: braces\n%s", seed, bib)
			}
			for _, line := range strings.Split(strings.TrimSuffix(part(t, "ris", e, i), "\r\n"), "\r\n") {
				if len(line) < 6 || line[2:6] != "  - " || strings.ContainsAny(line, "\r\n") {
					t.Fatalf("seed %d: %q", seed, line)
				}
			}
			if !json.Valid([]byte(part(t, "csl", e, i))) {
				t.Fatalf("seed %d: CSL", seed)
			}
		}
	}
}

// balanced reports whether the first brace of an entry is closed by its last
// character, and not before.
func balanced(entry string) bool {
	depth := 0
	for i, r := range strings.TrimSuffix(entry, "\n") {
		switch r {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i == len(entry)-2
			}
		}
	}
	return false
}

func TestATextOfWhichLittleIsKnownIsCited(t *testing.T) {
	e := &Edition{Text: &resolution.Text{Operative: []resolution.Paragraph{{}}, Language: "x-test"}, Address: "https://example.org/x-test/resolution/"}
	if got := part(t, "bibtex", e, 0); !strings.HasPrefix(got, "@techreport{operative-1-x-test,\n  title = {{operative-1}},\n  url = ") {
		t.Error(got)
	}
}
