package project_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
)

const withFacts = `
-- content/en/facts.yaml --
documents:
  - {id: charter, group: law, title: Charter of Rivers, publisher: Assembly, date: 1901-05-06, symbol: R/1, url: "https://rivers.example/charter", language: it}
  - {id: minutes, group: nations, title: Minutes, date: "1902"}
  - {id: diary, group: nations, title: Diary}
facts:
  - {id: A1, says: There are two banks., in: charter, mark: official}
  - {id: A2, says: There is a bridge., in: charter, url: "https://press.example/", seen: Press, language: fr, mark: secondary, weak: true, note: N}
  - {id: B1, says: It was debated., in: minutes, mark: official}
  - {id: E1, says: 1 June., mark: known, allowed: Nobody disputes it.}
leftOut:
  - {numbers: ["12,000"], near: ["bridge*"], words: [toll], why: Not seen}
`

func TestFactsAreReadWithTheirDocuments(t *testing.T) {
	p := load(t, files(withFacts))
	wantProblems(t, p)
	a2 := p.Facts.Fact("A2")
	if a2 == nil || a2.Says != "There is a bridge." || a2.Mark != project.MarkSecondary || !a2.Weak || a2.Seen != "Press" || a2.Language != "fr" || a2.Note != "N" {
		t.Errorf("%+v", a2)
	}
	d := p.Facts.Document(a2.In)
	if d == nil || d.Title != "Charter of Rivers" || d.Publisher != "Assembly" || d.Date != "1901-05-06" || d.Symbol != "R/1" || d.URL != "https://rivers.example/charter" || d.Language != "it" || d.Group != "law" {
		t.Errorf("%+v", d)
	}
	if line, column := a2.Position("says"); line != 7 || column != 20 {
		t.Errorf("it says so at %d:%d", line, column)
	}
	if out := p.Facts.LeftOut; len(out) != 1 || len(out[0].Near) != 1 || !out[0].Near[0].In("two bridges") || out[0].Words[0] != "toll" || out[0].Why != "Not seen" {
		t.Errorf("%+v", out)
	}
	if p.Facts.Fact("A3") != nil || p.Facts.Document("x") != nil {
		t.Error("what is not there was found")
	}
}

func TestAProjectWithoutARegisterHasNoFacts(t *testing.T) {
	p := load(t, files("-- content/en/x.md --\n---\ntitle: T\n---\n"))
	if p.Facts.Fact("A1") != nil || p.Facts.Document("x") != nil || p.UsedDocuments() != nil {
		t.Error("facts of nothing")
	}
}

// A register is longer than any front matter may be.
func TestALongRegisterIsRead(t *testing.T) {
	var b strings.Builder
	b.WriteString("-- content/en/facts.yaml --\nfacts:\n")
	for i := range 1000 {
		fmt.Fprintf(&b, "  - {id: A%d, says: %s, in: x, mark: official}\n", i, strings.Repeat("a long statement ", 10))
	}
	p := load(t, files(b.String()))
	wantProblems(t, p)
	if p.Facts.Fact("A999") == nil {
		t.Error("the last fact is lost")
	}
}

func TestDatesOfDocuments(t *testing.T) {
	for date, valid := range map[string]bool{
		"2024-11-25": true, "2024-11": true, "2024": true,
		"": false, "2024-13": false, "2024-02-30": false, "24": false, "25.11.2024": false, "2024-1-1": false,
	} {
		if project.CitedDate(date) != valid {
			t.Errorf("%q: %v", date, !valid)
		}
	}
}

func TestFactsThatAPageUses(t *testing.T) {
	_, page := page(t, "---\ntitle: T\nsources:\n  - fact: A1\n  - title: Own\nevents:\n  - id: a\n    fact: E1\nmessages:\n  - id: b\n    facts: [A1, B1]\n---\n")
	want := []project.FactUse{{ID: "A1", Line: 4, Column: 11}, {ID: "E1", Line: 8, Column: 11}, {ID: "A1", Line: 11, Column: 13}, {ID: "B1", Line: 11, Column: 17}}
	if got := page.FactUses(); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// Facts are those of the original, whatever a translation names.
func TestDocumentsThatPagesRestOn(t *testing.T) {
	p := load(t, files(withFacts+`
-- i18n/fr.toml --
-- content/en/x.md --
---
title: X
sources: [{fact: A2}, {fact: B1}]
---
-- content/en/y.md --
---
title: Y
sources: [{fact: A1}, {fact: E1}]
---
-- content/fr/x.md --
---
title: X
sources: [{fact: A1}]
---
-- content/fr/z.md --
---
title: Z
sources: [{fact: B1}]
---
`))
	wantProblems(t, p)
	var got []string
	for _, group := range p.UsedDocuments() {
		for _, d := range group.Documents {
			var facts []string
			for _, f := range d.Facts {
				facts = append(facts, f.ID)
			}
			got = append(got, fmt.Sprint(group.Name, " ", d.ID, " ", facts, " ", d.Pages))
		}
	}
	want := []string{"nations minutes [B1] [/x/ /z/]", "law charter [A1 A2] [/x/ /y/]"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestThePagesOfSourcesNeedTheirPage(t *testing.T) {
	count := func(archive string) (n int) {
		for _, g := range load(t, files(archive)).Generated()["en"] {
			if strings.HasPrefix(g.Path, project.SourcesPath) {
				n++
			}
		}
		return n
	}
	const using = withFacts + "-- content/en/x.md --\n---\ntitle: X\nsources: [{fact: A2}, {fact: B1}]\n---\n"
	if n := count(using); n != 0 {
		t.Errorf("%d without", n)
	}
	if n := count(using + "-- content/en/sources/_index.md --\n---\ntitle: S\n---\n"); n != 2 {
		t.Errorf("%d groups, want 2", n)
	}
}
