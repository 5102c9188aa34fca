package publish

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"resolutionsite/generator/internal/langid"
)

// builtSite is this repository's site. Its build verifies every page, so every
// text of it is held to its own language.
func builtSite(t *testing.T) fs.FS {
	t.Helper()
	out := filepath.Join(t.TempDir(), "site")
	cmd := exec.Command("go", "run", "./generator", "build", "--without-node", "--strict", "--out", out)
	cmd.Dir = filepath.Join("..", "..", "..")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return os.DirFS(out)
}

// Every text of the site is said to be in every other language of the site, and
// the judge must object: always where the script is another. In one script short
// texts are often of no language in particular, so the share is held to a floor
// by the number of words.
func TestTextsOfTheSiteSaidToBeInAnotherLanguageAreFound(t *testing.T) {
	site := builtSite(t)
	languages := []string{"ar", "de", "en", "es", "fr", "uk"}
	j := newJudge(languages)
	err := fs.WalkDir(site, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && isHTML(p) {
			_, err = readDocument(site, p, languages, j)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	type length struct {
		most  int // words
		floor float64
	}
	lengths := []length{{3, 0.6}, {6, 0.6}, {9, 0.9}, {15, 0.96}, {1000, 0.995}}
	type pair struct{ is, said string }
	caught, all := map[pair]int{}, map[pair]int{}
	byLength := make([][2]int, len(lengths))
	for c := range maps.Clone(j.known) {
		words := slices.DeleteFunc(langid.Words(c.text), func(w langid.Word) bool { return w.Kind != langid.Plain })
		if len(words) < 3 || !slices.Contains(languages, c.lang) {
			continue
		}
		size := slices.IndexFunc(lengths, func(l length) bool { return len(words) <= l.most })
		for _, lang := range languages {
			if lang == c.lang {
				continue
			}
			o := j.form(claimed(lang), c.text)
			found := o.isForeign || len(o.scripts) > 0
			all[pair{c.lang, lang}]++
			if found {
				caught[pair{c.lang, lang}]++
			}
			if scriptOf(c.lang) != scriptOf(lang) {
				if !found {
					t.Errorf("%q passes for %s", c.text, lang)
				}
				continue
			}
			byLength[size][1]++
			if found {
				byLength[size][0]++
			}
		}
	}
	for i, l := range lengths {
		share := float64(byLength[i][0]) / float64(byLength[i][1])
		t.Logf("up to %d words: %d of %d, %.1f %%", l.most, byLength[i][0], byLength[i][1], 100*share)
		if !(share >= l.floor) {
			t.Errorf("of the texts of up to %d words, %.3f are found, fewer than %.3f", l.most, share, l.floor)
		}
	}
	table := "is \\ said\t" + strings.Join(languages, "\t")
	for _, is := range languages {
		table += "\n" + is
		for _, said := range languages {
			cell := "–"
			if p := (pair{is, said}); is != said {
				cell = fmt.Sprintf("%d/%d", caught[p], all[p])
			}
			table += "\t" + cell
		}
	}
	t.Log("\n" + table)
}

func scriptOf(lang string) language.Script {
	script, _ := claimed(lang).Script()
	return script
}
