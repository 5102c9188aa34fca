package resolution

import (
	"slices"
	"strings"
	"testing"
)

// inOrder are the lists whose order has a meaning.
func inOrder(name string) bool {
	return name == "bodies.txt" || name == "months.txt" || name == "places.txt" || strings.HasPrefix(name, "mention.")
}

func TestListsOfWordsAreSortedAndWithoutRepetition(t *testing.T) {
	files, err := dataFiles.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		list := dataLines(f.Name())
		if len(list) == 0 {
			t.Errorf("%s is empty", f.Name())
		}
		seen := map[string]bool{}
		for _, entry := range list {
			if seen[entry] {
				t.Errorf("%s has %q twice", f.Name(), entry)
			}
			seen[entry] = true
			if entry != strings.Join(strings.Fields(entry), " ") {
				t.Errorf("%s: white space around %q", f.Name(), entry)
			}
		}
		if !inOrder(f.Name()) && !slices.IsSorted(list) {
			t.Errorf("%s is not sorted", f.Name())
		}
	}
}

func TestLeadWordsAreOfOneKindAndShortEnoughToBeFound(t *testing.T) {
	for _, lang := range words().languages {
		of := map[string]string{}
		for _, kind := range []string{"recital", "operative", "adverb"} {
			for entry := range wordSet(kind + "." + lang + ".txt") {
				if other, ok := of[entry]; ok {
					t.Errorf("%s: %q is both %s and %s", lang, entry, other, kind)
				}
				of[entry] = kind
				if n := len(strings.Fields(entry)); n > maxPhrase {
					t.Errorf("%s: %q has %d words", lang, entry, n)
				}
				if strings.ContainsRune(entry, '’') {
					t.Errorf("%s: %q has another apostrophe than the reader looks for", lang, entry)
				}
			}
		}
	}
}

func TestLeadWordsAreReadWholeWithEitherApostrophe(t *testing.T) {
	for _, s := range []string{"Gardant à l'esprit que", "Gardant à l’esprit que", "APPELLE L’ATTENTION sur", "Appelle l'attention sur", "En outre, demande", "À nouveau souligne que"} {
		if found := readLead(s, "fr"); !found.known || found.words < 2 {
			t.Errorf("%s: %+v", s, found)
		}
	}
}
