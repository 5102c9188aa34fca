package site

import (
	"fmt"
	"math/rand"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/markdown"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// bodies are pages as lists of blocks: one of Markdown each, with what parts it
// from the one before.
var bodies = []string{
	"A first paragraph %d.", "## A heading %d", "- item one %d\n- item two %d\n    - item below %d\n    - another below %d\n- item three %d",
	"1. first %d\n2. second %d", "| Head %d | Number |\n| --- | --- |\n| Row %d | 1 |\n| Row more %d | 2 |", "> quoted %d",
	"A paragraph with a note %d.[^n%k]\n\n[^n%k]: The note %d.", "```\ncode %d\n```", "_Emphasis_ at the beginning %d and an https://address.example/%k",
	"Underlined heading %d\n==================", "- [ ] to do %d", "First %d  \nafter a hard break", "### Below %d {#own-%k}", "Last **words %d**",
}

func randomBody(r *rand.Rand, from int) []string {
	var blocks []string
	for i := range 3 + r.Intn(8) {
		block := strings.ReplaceAll(bodies[r.Intn(len(bodies))], "%k", fmt.Sprint(from+i))
		for strings.Contains(block, "%d") {
			from++
			block = strings.Replace(block, "%d", fmt.Sprint(from+i), 1)
		}
		blocks = append(blocks, block)
	}
	return blocks
}

// Whatever happens to an original, nothing of a critical page is shown that does
// not say what the original says now, and no block is lost.
func TestACriticalPageFailsClosedWhateverChanges(t *testing.T) {
	whole, pages := 0, 0
	for seed := range int64(600) {
		r := rand.New(rand.NewSource(seed))
		then := randomBody(r, 1000)
		now := slices.Clone(then)
		for range 1 + r.Intn(4) {
			i := r.Intn(len(now))
			switch r.Intn(5) {
			case 0:
				now = slices.Delete(now, i, i+1)
			case 1:
				now = slices.Insert(now, i, randomBody(r, 5000+100*i)[0])
			case 2:
				lines := strings.Split(now[i], "\n")
				k := r.Intn(len(lines))
				lines = slices.Delete(lines, k, k+1)
				now[i] = strings.Join(lines, "\n")
			case 3:
				now[i] = strings.Replace(now[i], "i", "iii", 1)
			default:
				j := r.Intn(len(now))
				now[i], now[j] = now[j], now[i]
			}
			if len(now) == 0 {
				now = []string{"All is new."}
			}
		}
		tr := changedTranslation(t, strings.Join(then, "\n\n")+"\n", strings.Join(now, "\n\n")+"\n")
		for _, critical := range []bool{true, false} {
			one := &translated{Translation: tr, critical: critical}
			edits := markings(one)
			if len(edits) == 0 {
				continue
			}
			staged := anchors.ReplaceAllString(string(apply(tr.Page.Body, edits)), "")
			if !critical {
				continue
			}
			pages++
			if strings.Contains(staged, "state/whole ") {
				whole++
			}
			for _, u := range tr.Units {
				if st := stateOf(u); st == stateOutdated || st == stateUnsure || st == stateOrphan {
					for _, b := range u.Target {
						words := regexpWords.FindString(b.Text)
						if words != "" && strings.Contains(staged, words) {
							t.Errorf("seed %d: %q is shown:\n%s", seed, words, staged)
						}
					}
				}
			}
			if strings.Contains(staged, "state/whole ") {
				continue
			}
			for _, b := range tr.Source.Blocks().Body {
				if words := strings.Join(markdown.Cells(b.Text), "|"); b.Kind != translation.Row && !strings.Contains(words, "\n") && !strings.Contains(staged, b.Text) && !shownInTranslation(tr, b) {
					t.Errorf("seed %d: %q is lost:\n%s", seed, b.Text, staged)
				}
			}
		}
	}
	t.Logf("%d of %d pages were shown as a whole in the original", whole, pages)
	if whole*2 > pages {
		t.Error("most pages fell back to the whole original")
	}
}

// shownInTranslation reports whether a block of the original has a current
// translation.
func shownInTranslation(tr *project.Translation, b translation.Block) bool {
	return slices.ContainsFunc(tr.Units, func(u translation.Unit) bool {
		return stateOf(u) == stateCurrent && slices.ContainsFunc(u.Source, func(s translation.Block) bool { return s.ID == b.ID })
	})
}

// changedTranslation is a translation, with all its words in brackets, of an
// original that was changed since.
func changedTranslation(t *testing.T, then, now string) *project.Translation {
	t.Helper()
	head := "---\ntitle: T\nsummary: S\n---\n"
	fsys := fstest.MapFS{
		"hugo.toml":       {Data: []byte("defaultContentLanguage = \"en\"\n")},
		"i18n/en.toml":    {Data: []byte("a = \"a\"\n")},
		"i18n/fr.toml":    {Data: []byte("a = \"a\"\n")},
		"content/en/a.md": {Data: []byte(head + then)},
		"content/fr/a.md": {Data: []byte(head + regexpWord.ReplaceAllString(then, "traduit$1"))},
	}
	p := load(t, fsys)
	l, _ := p.Language("fr")
	tr := p.Translation(l, "/a/", false)
	record := translation.Accept(tr.Units, func(translation.Unit) bool { return true })
	fsys[tr.RecordFile] = &fstest.MapFile{Data: record.Bytes()}
	fsys["content/en/a.md"] = &fstest.MapFile{Data: []byte(head + now)}
	return load(t, fsys).Translation(l, "/a/", false)
}

var (
	// regexpWord is a number with the word before it, which the translation has
	// in its own words.
	regexpWord  = regexp.MustCompile(`(?:one|two|three|below|first|second|heading|paragraph|note|quoted|code|do|First|Head|Row|more|words|Below|beginning) (\d+)`)
	anchors     = regexp.MustCompile(` \{#[^}]*\}`)
	regexpWords = regexp.MustCompile(`traduit\d+`)
)
