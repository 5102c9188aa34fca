package translation

import (
	"regexp"
	"slices"
	"strings"

	"resolutionsite/generator/internal/markdown"
)

// pairByStructure pairs blocks of a source with blocks of a translation that
// nothing else ties, by what they are and in their order: kinds of blocks, and
// what is the same in every language (link targets, numbers, shortcodes). Of all
// ways to pair as much as possible, only what they have in common is returned:
// where two ways are equally good, neither is taken.
func pairByStructure(source, target []Block) [][2]int {
	n, m := len(source), len(target)
	if n == 0 || m == 0 || n*m > maxCells {
		return nil
	}
	a, b := make([][]string, n), make([][]string, m)
	for i := range source {
		a[i] = constants(source[i])
	}
	for j := range target {
		b[j] = constants(target[j])
	}
	if fits(source, target, a, b) {
		pairs := make([][2]int, n)
		for i := range pairs {
			pairs[i] = [2]int{i, i}
		}
		return pairs
	}
	weight := func(i, j int) int32 { return pairWeight(source[i].Kind, target[j].Kind, a[i], b[j]) }
	// forward[i][j] are the best pairings of the first i and j blocks,
	// backward[i][j] those of the blocks from i and j on. So that each pairing
	// is counted once, what is left out of the source comes first in each gap:
	// skipped is the state in which blocks of the target have been left out.
	type ways struct {
		score int32
		count uint32
	}
	const paired, skipped, prime = 0, 1, 4294967291
	better := func(w *ways, score int32, count uint32) {
		switch {
		case count == 0 || score < w.score:
		case score > w.score || w.count == 0:
			*w = ways{score, count}
		default:
			w.count = uint32((uint64(w.count) + uint64(count)) % prime)
		}
	}
	table := func() [][][2]ways {
		t := make([][][2]ways, n+1)
		for i := range t {
			t[i] = make([][2]ways, m+1)
		}
		return t
	}
	forward, backward := table(), table()
	forward[0][0][paired].count = 1
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			for state, w := range forward[i][j] {
				if i < n && state == paired {
					better(&forward[i+1][j][paired], w.score, w.count)
				}
				if j < m {
					better(&forward[i][j+1][skipped], w.score, w.count)
				}
				if i < n && j < m {
					if s := weight(i, j); s > 0 {
						better(&forward[i+1][j+1][paired], w.score+s, w.count)
					}
				}
			}
		}
	}
	backward[n][m] = [2]ways{{0, 1}, {0, 1}}
	for i := n; i >= 0; i-- {
		for j := m; j >= 0; j-- {
			if i == n && j == m {
				continue
			}
			for state := range backward[i][j] {
				w := &backward[i][j][state]
				if i < n && state == paired {
					better(w, backward[i+1][j][paired].score, backward[i+1][j][paired].count)
				}
				if j < m {
					better(w, backward[i][j+1][skipped].score, backward[i][j+1][skipped].count)
				}
				if i < n && j < m {
					if s := weight(i, j); s > 0 {
						better(w, backward[i+1][j+1][paired].score+s, backward[i+1][j+1][paired].count)
					}
				}
			}
		}
	}
	whole := backward[0][0][paired]
	var pairs [][2]int
	for i := range n {
		for j := range m {
			s := weight(i, j)
			if s == 0 {
				continue
			}
			var through ways
			after := backward[i+1][j+1][paired]
			for _, before := range forward[i][j] {
				better(&through, before.score+s+after.score, uint32(uint64(before.count)*uint64(after.count)%prime))
			}
			if through.score == whole.score && through.count == whole.count {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	return pairs
}

// fits reports whether each block fits the one in its place as well as any could:
// then no other way to pair them is as good.
func fits(source, target []Block, a, b [][]string) bool {
	if len(source) != len(target) {
		return false
	}
	for i := range source {
		if source[i].Kind != target[i].Kind || !slices.Equal(a[i], b[i]) {
			return false
		}
	}
	return true
}

// pairWeight is how well two blocks fit: 0 where they cannot belong together.
func pairWeight(a, b Kind, constantsA, constantsB []string) int32 {
	var w int32
	switch {
	case a == b:
		w = 4
	case a.IsHeading() && b.IsHeading():
		w = 2
	default:
		return 0
	}
	switch {
	case slices.Equal(constantsA, constantsB):
		if len(constantsA) > 0 {
			w += 3
		}
	case slices.ContainsFunc(constantsA, func(c string) bool { return slices.Contains(constantsB, c) }):
		w += 2
	default:
		w--
	}
	return w
}

var targets = regexp.MustCompile(`\]\(\s*<?([^()\s>]*)`)

// label is that of a point of a resolution, an address in every language.
var label = regexp.MustCompile(`^\(?([a-z]{1,3})[.)]\s`)

// constants is what of a block is the same in every language: its number or label
// in a list, its link targets, numbers and shortcodes.
func constants(b Block) []string {
	text := b.Text
	var found []string
	if number := strings.TrimSpace(b.Mark); b.Kind == Item && strings.Trim(number, "0123456789.)") == "" {
		found = append(found, "#"+strings.Trim(number, ".)"))
	}
	if m := label.FindStringSubmatch(text); m != nil && b.Kind == Item {
		found = append(found, "#"+m[1])
	}
	if strings.Contains(text, "](") {
		for _, m := range targets.FindAllStringSubmatch(text, -1) {
			found = append(found, m[1])
		}
		text = linkTarget.ReplaceAllString(text, "]()")
	}
	if strings.Contains(text, "{{") {
		masked, calls := markdown.Mask([]byte(text))
		for _, c := range calls {
			found = append(found, c.Name)
		}
		text = string(masked)
	}
	found = append(found, Numbers(text)...)
	slices.Sort(found)
	return found
}
