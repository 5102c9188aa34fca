package langid

import (
	"embed"
	"io/fs"
	"maps"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

//go:embed data/*.txt
var dataFiles embed.FS

// dataLines returns the lines of a file of data without its comments.
func dataLines(name string) []string {
	src, err := fs.ReadFile(dataFiles, "data/"+name)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(strings.Split(string(src), "\n"), func(line string) bool {
		return line == "" || strings.HasPrefix(line, "#")
	})
}

// A family is the languages with data that share a script. Only they can be
// told from each other by how often letters follow one another.
type family struct {
	languages []string // tags, sorted
	// evidence gives, for a sequence of three letters, the logarithm of its
	// probability in each language; unseen is that of all others.
	evidence map[string][]float32
	unseen   []float32
}

// profiles is read on first use and never changes.
var profiles = sync.OnceValue(func() map[string]*family {
	names, _ := fs.Glob(dataFiles, "data/*.txt")
	counts := map[string]map[string]map[string]float64{} // script, language, sequence
	totals := map[string]float64{}
	for _, name := range names {
		name = path.Base(name)
		tag, err := language.Parse(strings.TrimSuffix(name, ".txt"))
		if name == "scripts.txt" || err != nil {
			continue
		}
		lines := dataLines(name)
		key := tag.String()
		if counts[script(tag)] == nil {
			counts[script(tag)] = map[string]map[string]float64{}
		}
		totals[key], counts[script(tag)][key] = Parse(lines)
	}
	families := map[string]*family{}
	for code, languages := range counts {
		f := &family{languages: slices.Sorted(maps.Keys(languages)), evidence: map[string][]float32{}}
		for _, tag := range f.languages {
			f.unseen = append(f.unseen, float32(math.Log(likely/(totals[tag]+likely*sequences))))
		}
		for i, tag := range f.languages {
			for sequence, n := range languages[tag] {
				if f.evidence[sequence] == nil {
					f.evidence[sequence] = slices.Clone(f.unseen)
				}
				f.evidence[sequence][i] = float32(math.Log((n + likely) / (totals[tag] + likely*sequences)))
			}
		}
		families[code] = f
	}
	return families
})

// An unseen sequence is taken to have occurred so often, and so many different
// ones to exist, as is usual for texts of this length.
const (
	likely    = 0.3
	sequences = 3000
)

// Parse reads a file of data: the number of all sequences, then lines of a
// number and the sequences that occurred so often. An underscore stands for the
// end of a word.
func Parse(lines []string) (total float64, counts map[string]float64) {
	counts = map[string]float64{}
	for i, line := range lines {
		fields := strings.Fields(line)
		n, _ := strconv.ParseFloat(fields[0], 64)
		if i == 0 {
			total = n
			continue
		}
		for _, sequence := range fields[1:] {
			counts[sequence] = n
		}
	}
	return total, counts
}

// Sequences lists the sequences of three letters of a word, its ends as
// underscores.
func Sequences(word string) []string {
	letters := []rune{'_'}
	for _, r := range norm.NFC.String(strings.ToLower(word)) {
		if unicode.In(r, unicode.L, unicode.M) {
			letters = append(letters, r)
		}
	}
	letters = append(letters, '_')
	var all []string
	for i := 0; i+3 <= len(letters); i++ {
		all = append(all, string(letters[i:i+3]))
	}
	return all
}

// lookup finds the data of a language: its own, else that of the language
// without region and the like.
func lookup(tag language.Tag) (*family, int) {
	f := profiles()[script(tag)]
	if region, _ := tag.Region(); f == nil || slices.Contains(pseudo, region.String()) {
		return nil, -1
	}
	base, confidence := tag.Base()
	if confidence < language.High {
		return nil, -1
	}
	macro, err := language.Macro.Canonicalize(tag) // kmr is a kind of ku
	if err != nil {
		macro = tag
	}
	above, _ := macro.Base()
	for _, key := range []string{base.String() + "-" + script(tag), base.String(), above.String()} {
		if i := slices.Index(f.languages, key); i >= 0 {
			return f, i
		}
	}
	return nil, -1
}

// pseudo are the regions of pseudo-locales, whose words are no language's.
var pseudo = []string{"XA", "XB"}

// Knows reports whether there is data about a language.
func Knows(tag language.Tag) bool {
	f, _ := lookup(tag)
	return f != nil
}
