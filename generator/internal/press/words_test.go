package press

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// recorded gives a page and the record that it was translated from another.
func recorded(t *testing.T, files map[string]string, at string, changed func(english string) string) *project.Project {
	t.Helper()
	p := load(t, files)
	fr, _ := p.Language("fr")
	tr := p.Translation(fr, at, false)
	record := translation.Accept(tr.Units, func(translation.Unit) bool { return true })
	all := maps.Clone(files)
	all[tr.RecordFile] = string(record.Bytes())
	all[tr.Source.File] = changed(all[tr.Source.File])
	return load(t, all)
}

func planned(p *project.Project, key string) ([]*piece, []Missing) {
	l, _ := p.Language(key)
	m := &maker{project: p, options: Options{BaseURL: "https://example.org/", Date: day, Editions: editions(p)}}
	return m.plan(l)
}

func TestAnOutdatedMessageHasNoCard(t *testing.T) {
	p := recorded(t, campaign, "/campaign/messages/", func(en string) string {
		return strings.Replace(en, "prevented and punished", "prevented", 1)
	})
	made, missing := planned(p, "fr")
	if slices.ContainsFunc(made, func(one *piece) bool { return one.id == "one" }) {
		t.Error("a card says what the original no longer says")
	}
	if want := (Missing{"card", "one", outdated, "/campaign/messages/"}); !slices.Contains(missing, want) {
		t.Errorf("missing are %v", missing)
	}
}

func TestASheetHasTheOriginalsWordsWhereItsOwnAreOutdatedOrMissing(t *testing.T) {
	english := "---\ntitle: On one page\nsummary: Summary.\nprint: summary\n---\n\nOne.\n\n## Heading\n\n- Two.\n- Three.\n"
	french := "---\ntitle: Une page\nsummary: Résumé.\nreview: unreviewed\n---\n\nUn.\n\n## Titre\n\n- Deux.\n- Trois.\n"
	p := recorded(t, with(map[string]string{
		"content/en/campaign/summary/index.md": english, "content/fr/campaign/summary/index.md": french,
	}), "/campaign/summary/", func(en string) string {
		return strings.Replace(en, "Two.", "Two again.", 1) + "\nFour.\n"
	})
	made, _ := planned(p, "fr")
	i := slices.IndexFunc(made, func(one *piece) bool { return one.kind == "summary" })
	if i < 0 {
		t.Fatal("no summary")
	}
	s := made[i].job.Data.(sheet)
	var got []string
	say := func(kind, text string, l *lang) {
		if l != nil {
			kind += " in " + l.Tag
		}
		got = append(got, kind+": "+text)
	}
	for _, b := range s.Body {
		if b.Kind != "list" {
			say(b.Kind, plain(b.Runs), b.Language)
		}
		for _, one := range b.Items {
			say("item", plain(one.Runs), one.Language)
		}
	}
	want := []string{"para: Un.", "heading: Titre", "item in en: Two again.", "item: Trois.", "para in en: Four."}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if len(s.Notices) == 0 {
		t.Error("nothing says that the translation is not reviewed")
	}
}

func TestMarkdownBecomesRuns(t *testing.T) {
	p := load(t, campaign)
	l, _ := p.Language("en")
	m := &maker{project: p, options: Options{BaseURL: "https://example.org/"}}
	fr, address := &lang{Tag: "fr", Dir: "ltr"}, inAddresses
	for _, tc := range []struct {
		text string
		want []run
	}{
		{"A *b* **c**", []run{{Text: "A "}, {Text: "b", Style: "em"}, {Text: " "}, {Text: "c", Style: "strong"}}},
		{"[Help](/help/#x)", []run{{URL: "https://example.org/en/help/#x", Runs: []run{{Text: "Help"}}}, {Text: " ("}, {Text: "example.org/en/help", Language: &address}, {Text: ")"}}},
		{"[part](#x) [beside](../x/)", []run{{Text: "part beside"}}},
		{"<https://example.org/a>", []run{{URL: "https://example.org/a", Runs: []run{{Text: "https://example.org/a"}}}}},
		{"[example.org/a](https://example.org/a)", []run{{URL: "https://example.org/a", Runs: []run{{Text: "example.org/a"}}}}},
		{"a {{< lang fr >}}mot{{< /lang >}} b", []run{{Text: "a "}, {Text: "mot", Language: fr}, {Text: " b"}}},
		{`{{< lang "ar" "rtl" >}}كلمة{{< /lang >}} {{< chart id="x" >}}{{% name %}}b`, []run{{Text: "كلمة", Language: &lang{Tag: "ar", Dir: "rtl"}}, {Text: " b"}}},
		{"{{< name >}}NATO{{< /name >}} &amp; \\*", []run{{Text: "NATO & *"}}},
	} {
		got := m.markdownRuns(l, tc.text)
		if g, w := dump(got), dump(tc.want); g != w {
			t.Errorf("%s:\ngot  %s\nwant %s", tc.text, g, w)
		}
	}
}

func dump(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString("[" + r.Style + " " + r.URL)
		if r.Language != nil {
			b.WriteString(" " + r.Language.Tag)
		}
		b.WriteString(": " + r.Text + dump(r.Runs) + "]")
	}
	return b.String()
}

func TestHeadingsOfASheetLeaveNoLevelOut(t *testing.T) {
	p := load(t, campaign)
	l, _ := p.Language("en")
	m := &maker{project: p}
	var blocks []shown
	for _, b := range translation.NewSplitter().Split([]byte("#### A\n\n## B\n\n#### C\n")) {
		blocks = append(blocks, shown{b, l})
	}
	var levels []int
	for _, b := range m.layout(l, blocks) {
		levels = append(levels, b.Level)
	}
	if want := []int{2, 2, 3}; !slices.Equal(levels, want) {
		t.Errorf("levels %v, want %v", levels, want)
	}
}

func TestCellsOfATableAreDividedAsInMarkdown(t *testing.T) {
	for row, want := range map[string][]string{
		"| a | b |":        {"a", "b"},
		"a | b":            {"a", "b"},
		"| a \\| b | `c`|": {"a | b", "`c`"},
		"| | b |":          {"", "b"},
		"|| b | |":         {"", "b", ""},
	} {
		if got := cellsOf(row); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", row, got, want)
		}
	}
}

func TestARowInTheOriginalsWordsSaysWhoseTheyAre(t *testing.T) {
	p := load(t, campaign)
	en, _ := p.Language("en")
	fr, _ := p.Language("fr")
	m := &maker{project: p}
	rows := translation.NewSplitter().Split([]byte("| Year | Count |\n| --- | --- |\n| 2024 | 1 |\n"))
	table := m.layout(fr, []shown{{rows[0], fr}, {rows[1], en}})
	if len(table) != 1 || len(table[0].Rows) != 2 {
		t.Fatalf("got %+v", table)
	}
	if l := table[0].Rows[0][0][0].Language; l != nil {
		t.Errorf("own words are in %v", *l)
	}
	if l := table[0].Rows[1][0][0].Language; l == nil || l.Tag != "en" || plain(table[0].Rows[1][0]) != "2024" {
		t.Errorf("the original's are %+v", table[0].Rows[1])
	}
}

func TestANumberCanStandInAName(t *testing.T) {
	for number, want := range map[string]string{"491": "491", "A/RES/71/1": "A-RES-71-1", "1325 (2000)": "1325-2000", "../x": "x", "": ""} {
		if got := inName(number); got != want {
			t.Errorf("%s: %s, want %s", number, got, want)
		}
	}
}

// A note that says what a text speaks of must not be lost where its translation is
// outdated or missing.
func TestASheetHasTheOriginalsContentNoteWhereItsOwnIsOutdatedOrMissing(t *testing.T) {
	const at = "content/en/campaign/summary/index.md"
	english := "---\ntitle: On one page\nsummary: Summary.\nprint: summary\ncontentNote: It speaks of violence.\n---\n\nOne.\n"
	french := "---\ntitle: Une page\nsummary: Résumé.\ncontentNote: Il est question de violence.\nreview: unreviewed\n---\n\nUn.\n"
	for _, tc := range []struct{ name, french, change, note, tag string }{
		{"current", french, "", "Il est question de violence.", ""},
		{"outdated", french, "It speaks of violence and torture.", "It speaks of violence and torture.", "en"},
		{"missing", strings.Replace(french, "contentNote: Il est question de violence.\n", "", 1), "", "It speaks of violence.", "en"},
	} {
		p := recorded(t, with(map[string]string{at: english, "content/fr/campaign/summary/index.md": tc.french}), "/campaign/summary/", func(en string) string {
			if tc.change == "" {
				return en
			}
			return strings.Replace(en, "It speaks of violence.", tc.change, 1)
		})
		made, _ := planned(p, "fr")
		i := slices.IndexFunc(made, func(one *piece) bool { return one.kind == "summary" })
		notices := made[i].job.Data.(sheet).Notices
		last := notices[len(notices)-1].Runs
		tag := ""
		if last[0].Language != nil {
			tag = last[0].Language.Tag
		}
		if plain(last) != tc.note || tag != tc.tag {
			t.Errorf("%s: %q in %q", tc.name, plain(last), tag)
		}
	}
}

func TestTheAlternativeTextSaysWhoStandsBehindTheWords(t *testing.T) {
	p := load(t, with(map[string]string{
		"content/fr/campaign/messages/index.md": strings.Replace(campaign["content/fr/campaign/messages/index.md"], "summary:", "review: unreviewed\nsummary:", 1),
	}))
	made, _ := planned(p, "fr")
	i := slices.IndexFunc(made, func(one *piece) bool { return one.id == "one" })
	if status := plain(made[i].job.Data.(sign).Status); status == "" || !strings.HasSuffix(made[i].alt, " ("+status+")") {
		t.Errorf("the picture says %q, its alternative text %q", status, made[i].alt)
	}
}

func TestWordsOfAPieceAreNoPlaceholders(t *testing.T) {
	p := load(t, campaign)
	l, _ := p.Language("en")
	m := &maker{project: p}
	s := sign{Text: "Say {{ .Address }}."}
	s.Address = "example.org"
	if got := m.describe(l, s); !strings.Contains(got, "Say {{ .Address }}.") {
		t.Errorf("the alternative text is %q", got)
	}
}
