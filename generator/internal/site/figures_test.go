package site

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// someFigures are every kind of figure.
var someFigures = map[string]string{
	"content/en/facts/_index.md": "---\ntitle: Figures\nsummary: S.\nsources:\n  - fact: F1\n---\n{{< chart cases >}}\n\n{{< chart women >}}\n\n{{< chart ukraine >}}\n",
	"content/fr/facts/_index.md": "---\ntitle: Chiffres\nsummary: S.\n---\n{{< chart cases >}}\n",
	"content/en/press/index.md":  "---\ntitle: Press\nsummary: S.\nsources:\n  - fact: F1\n---\nText.\n",
	"content/fr/press/index.md":  "---\ntitle: Presse\nsummary: S.\n---\nTexte.\n",
	"content/en/other/index.md":  "---\ntitle: Other\nsummary: S.\nsources:\n  - fact: F2\n---\nText.\n",
	"content/en/facts.yaml":      "documents:\n  - {id: d, group: nations, title: D, publisher: P}\nfacts:\n  - {id: F1, says: S, in: d, mark: official}\n  - {id: F2, says: S, in: d, mark: official}\n",
	"content/en/figures.yaml": `caveat: [F1]
series:
  - id: cases
    unit: cases
    figures:
      - {when: 2019, value: 3000, qualifier: almost, symbol: S/1, published: 2020-06-03, fact: F1}
      - {when: 2020, value: 2500, qualifier: more-than, symbol: S/2, fact: F1}
      - {when: 2021, gap: not-seen, symbol: S/3, fact: F1}
      - {when: 2022, value: 1, qualifier: exact, symbol: S/4, fact: F1}
      - {when: 2023, gap: not-seen, fact: F1}
  - id: women
    unit: percent
    figures:
      - {when: 2020, value: 96, qualifier: exact, symbol: S/2, fact: F1}
  - id: ukraine
    unit: cases
    separate: true
    figures:
      - {when: 2022-02-24/2024-08-31, value: 376, qualifier: exact, by: un-mission, fact: F1}
      - {when: 2025-08, value: 1372, qualifier: exact, by: prosecutor, fact: F1}
`,
}

func TestFiguresAreShownWithAllThatBelongsToThem(t *testing.T) {
	out, found := render(t, someFigures)
	if len(found) > 0 {
		t.Fatal(found)
	}
	wants := func(name string, all ...string) {
		content := page(t, out, name)
		for _, want := range all {
			if !strings.Contains(content, want) {
				t.Errorf("%s lacks %s\n%s", name, want, content)
			}
		}
	}
	wants("en/facts/index.html",
		`<tr><th class="chart__short" scope="row">2019</th><td>almost 3,000</td><td><bdi translate="no">S/1</bdi> <span class="chart__date">(3 June 2020)</span></td></tr>`,
		`<td>no checked figure</td><td><bdi translate="no">S/3</bdi></td>`, `>2023</th><td>no checked figure</td><td></td>`, `<td>1</td>`, `<td>96%</td>`,
		`<td>24 February 2022 to 31 August 2024</td><td class="chart__short">376</td>`, `<td>as given in August 2025</td>`,
		`They are a severe undercount.`, `"@type":"Dataset","@id":"https://example.org/en/facts/#figure-cases"`, `"temporalCoverage":"2019/2022"`, `href="/en/facts/women.csv" type="text/csv"`,
		// The number may lie in the hatched part of the first bar, and behind that of
		// the second; of three thousand nine tenths of the width are filled.
		`x="0%" y="1.5em" width="84%"`, `fill="url(#hatch-cases)" x="84%" y="1.5em" width="6%"`, `class="chart__end" x1="90%"`,
		`x="0%" y="4.5em" width="75%"`, `fill="url(#hatch-cases)" x="75%" y="4.5em" width="6%"`,
	)
	wants("fr/facts/index.html", "près de 3\u00a0000", `(3 juin 2020)`)
	// From right to left, in the reader's language although the text is borrowed.
	wants("ar/facts/index.html", `<figure class="chart" id="figure-cases" lang="ar" dir="rtl">`, "ما يقارب 3,000",
		`x="16%" y="1.5em" width="84%"`, `x="10%" y="1.5em" width="6%"`, `class="chart__end" x1="10%"`)
	drawn := regexp.MustCompile(`(?s)id="figure-ukraine".*?</figure>`).FindString(page(t, out, "en/facts/index.html"))
	if drawn == "" || strings.Contains(drawn, "<svg") {
		t.Errorf("separate counts are drawn: %s", drawn)
	}
}

func TestAPageThatRestsOnAFigureSaysWhatItCanShow(t *testing.T) {
	out, found := render(t, someFigures)
	if len(found) > 0 {
		t.Fatal(found)
	}
	for name, want := range map[string]string{
		"en/press/index.html": `do not show how common the crime is. <a href="/en/facts/">`,
		"fr/press/index.html": `ne montrent pas la fréquence`, // its facts are the original's
		"ar/press/index.html": `ولا تبين مدى انتشار الجريمة`,
	} {
		if content := page(t, out, name); !strings.Contains(content, want) {
			t.Errorf("%s lacks %q", name, want)
		}
	}
	for _, name := range []string{"en/other/index.html", "en/facts/index.html"} { // no figure; a chart that says it
		if strings.Contains(page(t, out, name), "do not show how common") {
			t.Errorf("%s has the short warning", name)
		}
	}
}

func TestFiguresArePublishedAsData(t *testing.T) {
	stage := stageWith(t, someFigures, Options{})
	file := func(name string) []byte {
		content, err := fs.ReadFile(stage.Static(), name)
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	const address = "https://example.org/" + figuresSchema
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(file(figuresSchema)))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource(address, document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile(address)
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "fr", "ar"} {
		for _, series := range []string{"cases", "women", "ukraine"} {
			content := file(lang + "/facts/" + series + ".json")
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s, %s: %v", lang, series, err)
			}
			var d figuresJSON
			if err := json.Unmarshal(content, &d); err != nil || d.Language != lang || d.Schema != address {
				t.Errorf("%s, %s: %v %+v", lang, series, err, d)
			}
			table := file(lang + "/facts/" + series + ".csv")
			// Without the mark, Excel takes a file for one of the machine's code page.
			table, marked := bytes.CutPrefix(table, []byte("\ufeff"))
			if !marked {
				t.Errorf("%s, %s: a spreadsheet is not told that this is UTF-8", lang, series)
			}
			lines, err := csv.NewReader(bytes.NewReader(table)).ReadAll()
			if err != nil || len(lines) != len(d.Figures)+1 {
				t.Fatalf("%s, %s: %v, %d lines of %d figures", lang, series, err, len(lines), len(d.Figures))
			}
			if n := bytes.Count(table, []byte("\r\n")); n != len(lines) {
				t.Errorf("%s, %s: %d of %d lines end as RFC 4180 has it", lang, series, n, len(lines))
			}
			for i, line := range lines[1:] {
				if formula := regexp.MustCompile(`^[=+@\t\r-]`); slices.ContainsFunc(line, formula.MatchString) {
					t.Errorf("%s, %s: a spreadsheet would compute one of %q", lang, series, line)
				}
				if line[1] != d.Figures[i].When || line[2] != d.Figures[i].Period || line[7] != d.Figures[i].Words || !strings.HasPrefix(line[12], d.Caveat) || d.Caveat == "" {
					t.Errorf("%s, %s: %q is not %+v", lang, series, line, d.Figures[i])
				}
			}
		}
	}
	var english figuresJSON
	if err := json.Unmarshal(file("en/facts/cases.json"), &english); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"almost 3,000 cases", "more than 2,500 cases", "no checked figure", "1 case"} {
		if english.Figures[i].Words != want {
			t.Errorf("%q, want %q", english.Figures[i].Words, want)
		}
	}
	// What was given in a month did not happen in it.
	var separate figuresJSON
	if err := json.Unmarshal(file("en/facts/ukraine.json"), &separate); err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"24 February 2022 to 31 August 2024", "as given in August 2025"} {
		if separate.Figures[i].Period != want {
			t.Errorf("%q, want %q", separate.Figures[i].Period, want)
		}
	}
	if schema.Validate(map[string]any{}) == nil {
		t.Error("the schema takes anything")
	}
}
