package check

import (
	"os"
	"strings"
	"testing"

	"resolutionsite/generator/internal/project"
)

func loadRepository(t *testing.T) *project.Project {
	t.Helper()
	p, err := project.Load(os.DirFS("../../.."))
	if err != nil {
		t.Fatal(err)
	}
	if p.Facts == nil {
		t.Fatal("there is no register of facts")
	}
	return p
}

// Every number of the English pages is said by a fact that the page names, or the
// page says why it has it.
func TestEveryNumberOfTheContentIsTraced(t *testing.T) {
	p := loadRepository(t)
	s := newSourcing(p)
	numbers, pages := map[string]int{}, map[string]bool{}
	facts := map[ground]bool{}
	for _, page := range p.Pages {
		s.numbers(page, func(n numeral, written string, from ground, at project.Place) {
			pages[page.Path] = true
			switch from {
			case "":
				numbers["untraced"]++
				t.Errorf("%s:%d:%d: nothing says %s", at.File, at.Line, at.Column, written)
			case groundOwn, groundPart:
				numbers[string(from)]++
			default:
				numbers["fact"]++
				facts[from] = true
				if !strings.Contains(strings.Join(s.of[string(from)], " "), n.value) {
					t.Errorf("%s:%d:%d: %s does not say %s", at.File, at.Line, at.Column, from, written)
				}
			}
		})
	}
	t.Logf("%d pages with numbers: %d numbers said by %d facts, %d of the page's own, %d names of parts", len(pages), numbers["fact"], len(facts), numbers["own"], numbers["part"])
	if numbers["fact"] < 100 || len(facts) < 20 || len(pages) < 20 {
		t.Error("fewer than the content has: are they found?")
	}
}

// What is never published does not stand in the register either, where a page
// might take it from.
func TestTheRegisterSaysNothingThatIsLeftOut(t *testing.T) {
	p := loadRepository(t)
	for i := range p.Facts.LeftOut {
		f := newForbidden(&p.Facts.LeftOut[i])
		for _, fact := range p.Facts.Facts {
			if found := f.in(asciiDigits(fact.Says)); found != "" {
				t.Errorf("%s says %s: %s", fact.ID, found, f.Why)
			}
		}
	}
}

// What is unfinished in the notes that the register was made from has no place in
// it.
func TestTheRegisterIsFinished(t *testing.T) {
	p := loadRepository(t)
	for _, f := range p.Facts.Facts {
		for _, mark := range []string{"…", "TODO", "KNOWN", "VERIFIED", "not seen"} {
			if strings.Contains(f.Says+f.URL, mark) {
				t.Errorf("%s has %s", f.ID, mark)
			}
		}
		if d := p.Facts.Document(f.In); d == nil && f.Mark != project.MarkKnown {
			t.Errorf("%s has no document", f.ID)
		}
	}
	used := map[string]bool{}
	for _, f := range p.Facts.Facts {
		used[f.In] = true
	}
	for _, d := range p.Facts.Documents {
		if !used[d.ID] {
			t.Errorf("no fact is in %s", d.ID)
		}
		if strings.Contains(d.Title+d.URL, "…") || strings.Contains(d.Title, "TODO") {
			t.Errorf("%s is unfinished", d.ID)
		}
	}
	if len(p.Facts.Facts) < 140 || len(p.Facts.LeftOut) < 15 {
		t.Errorf("%d facts, %d left out: some are lost", len(p.Facts.Facts), len(p.Facts.LeftOut))
	}
}
