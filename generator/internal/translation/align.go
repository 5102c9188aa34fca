package translation

import (
	"cmp"
	"slices"
)

// piece is one block of a text as alignment sees it.
type piece struct {
	id   string // with the number of its repetition
	kind Kind
	text string
}

// bead ties blocks of an earlier text to those of a later one: one to one, or
// one to several where a block was split, several to one where blocks were
// joined.
type bead struct{ old, new []int }

const (
	// A block of many words whose wording changed is known again from this
	// similarity on; below it, one was taken away and another put there.
	knownAgain = 0.35
	// In another place it has to be more like itself.
	knownElsewhere = 0.6
	// A block of so few words may change altogether and still be the one that
	// stood there, if nothing else could be.
	fewWords = 6
	// maxJoined is how many blocks are tried as one that was split.
	maxJoined = 4
	// maxCells bounds the work on one gap; in a larger one only what stayed
	// the same is found.
	maxCells = 1 << 20
)

// alignEditions finds what became of the blocks of an earlier edition of a text
// in a later one. Blocks that are in no bead were taken away, or are new.
//
// What is word for word the same is tied first, wherever it stands; then, in
// each gap between blocks that kept their order, what changed, was split or
// joined; last, what changed and moved.
func alignEditions(old, new []piece) []bead {
	beads, freeOld, freeNew := same(old, new)
	for _, g := range gaps(beads, len(old), len(new), freeOld, freeNew) {
		for _, b := range alignGap(old, new, g) {
			for _, i := range b.old {
				freeOld[i] = false
			}
			for _, j := range b.new {
				freeNew[j] = false
			}
			beads = append(beads, b)
		}
	}
	return append(beads, elsewhere(old, new, freeOld, freeNew)...)
}

// Trace finds what became of the blocks of an earlier edition of a text in a
// later one: for each of them the blocks that say it now, none where it was taken
// away.
func Trace(then, now []Block) [][]int {
	found := make([][]int, len(then))
	for _, b := range alignEditions(piecesOf(then), piecesOf(now)) {
		for _, i := range b.old {
			found[i] = b.new
		}
	}
	return found
}

// same ties blocks with the same wording, in their order. Of words that stand
// more often in one text than in the other, the neighbours have to tell which is
// which.
func same(old, new []piece) (beads []bead, freeOld, freeNew []bool) {
	freeOld, freeNew = all(len(old)), all(len(new))
	olds, news := byWording(old), byWording(new)
	for i, p := range old {
		hash := plainHash(p.id)
		if len(olds[hash]) != len(news[hash]) {
			continue
		}
		n := slices.Index(olds[hash], i)
		j := news[hash][n]
		beads = append(beads, bead{[]int{i}, []int{j}})
		freeOld[i], freeNew[j] = false, false
	}
	return beads, freeOld, freeNew
}

// byWording lists the blocks that say the same, by their hash.
func byWording(pieces []piece) map[string][]int {
	at := make(map[string][]int, len(pieces))
	for i, p := range pieces {
		at[plainHash(p.id)] = append(at[plainHash(p.id)], i)
	}
	return at
}

func all(n int) []bool { return slices.Repeat([]bool{true}, n) }

// gap is what is free on both sides between two blocks that kept their order.
type gap struct{ old, new []int }

// gaps are those between the longest run of one-to-one beads that kept their
// order; beads are in the order of their old blocks.
func gaps(beads []bead, olds, news int, freeOld, freeNew []bool) []gap {
	var found []gap
	between := func(i0, i1, j0, j1 int) {
		var g gap
		for i := i0; i < i1; i++ {
			if freeOld[i] {
				g.old = append(g.old, i)
			}
		}
		for j := j0; j < j1; j++ {
			if freeNew[j] {
				g.new = append(g.new, j)
			}
		}
		if len(g.old) > 0 && len(g.new) > 0 {
			found = append(found, g)
		}
	}
	i, j := 0, 0
	for _, b := range inOrder(beads) {
		between(i, b.old[0], j, b.new[0])
		i, j = b.old[0]+1, b.new[0]+1
	}
	between(i, olds, j, news)
	return found
}

// inOrder is the longest run of beads whose new blocks ascend.
func inOrder(beads []bead) []bead {
	var tails []int // the bead that ends the best run of each length
	previous := make([]int, len(beads))
	for i, b := range beads {
		n, _ := slices.BinarySearchFunc(tails, b.new[0], func(t, at int) int { return cmp.Compare(beads[t].new[0], at) })
		previous[i] = -1
		if n > 0 {
			previous[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	run := make([]bead, len(tails))
	for n, i := len(tails)-1, last(tails); n >= 0; n, i = n-1, previous[i] {
		run[n] = beads[i]
	}
	return run
}

func last(s []int) int {
	if len(s) == 0 {
		return -1
	}
	return s[len(s)-1]
}

// alignGap ties what a gap has on both sides, in order, so that the sum of the
// similarities is greatest.
func alignGap(old, new []piece, g gap) []bead {
	n, m := len(g.old), len(g.new)
	if n*m > maxCells {
		return nil
	}
	a, b := make([]words, n), make([]words, m)
	for i, k := range g.old {
		a[i] = wordsOf(old[k].text)
	}
	for j, k := range g.new {
		b[j] = wordsOf(new[k].text)
	}
	type step struct {
		score float64
		i, j  int // how many blocks of each side the best last step takes
	}
	best := make([][]step, n+1)
	for i := range best {
		best[i] = make([]step, m+1)
	}
	for i := 0; i <= n; i++ {
		for j := 0; j <= m; j++ {
			if i == 0 && j == 0 {
				continue
			}
			s := step{score: -1}
			try := func(score float64, di, dj int) {
				if score += best[i-di][j-dj].score; score > s.score {
					s = step{score, di, dj}
				}
			}
			if i > 0 {
				try(0, 1, 0)
			}
			if j > 0 {
				try(0, 0, 1)
			}
			if i > 0 && j > 0 {
				if alike := likeness(a[i-1], b[j-1], old[g.old[i-1]], new[g.new[j-1]], n == 1 && m == 1); alike > 0 {
					try(alike, 1, 1)
				}
				// A block that was split: the parts together are more like it
				// than any of them.
				joined := b[j-1]
				for k := 2; k <= min(maxJoined, j); k++ {
					joined = b[j-k].join(joined)
					if score, ok := split(a[i-1], joined, b[j-k:j]); ok {
						try(score, 1, k)
					}
				}
				joined = a[i-1]
				for k := 2; k <= min(maxJoined, i); k++ {
					joined = a[i-k].join(joined)
					if score, ok := split(b[j-1], joined, a[i-k:i]); ok {
						try(score, k, 1)
					}
				}
			}
			best[i][j] = s
		}
	}
	var beads []bead
	for i, j := n, m; i > 0 || j > 0; {
		s := best[i][j]
		if s.i > 0 && s.j > 0 {
			beads = append(beads, bead{slices.Clone(g.old[i-s.i : i]), slices.Clone(g.new[j-s.j : j])})
		}
		i, j = i-s.i, j-s.j
	}
	slices.Reverse(beads)
	return beads
}

// likeness is how surely one block is the other with changed words; 0 where it
// is not. alone says that nothing else in the gap could be.
func likeness(a, b words, old, new piece, alone bool) float64 {
	s := a.similarity(b)
	if s >= knownAgain || plainHash(old.id) == plainHash(new.id) {
		return s
	}
	ka, kb := old.kind, new.kind
	few := a.total <= fewWords && b.total <= fewWords
	sameKind := ka == kb || ka.IsHeading() && kb.IsHeading()
	switch {
	case few && sameKind && alone:
		return max(s, 0.1)
	case ka.IsHeading() && kb.IsHeading() && few && s > 0:
		return s
	}
	return 0
}

// split reports whether parts are what whole was split into, and how much is
// gained by it. Each part must have words of the whole, and all of them together
// must be more like it than each alone.
func split(whole, joined words, parts []words) (float64, bool) {
	s := whole.similarity(joined)
	if s < knownElsewhere {
		return 0, false
	}
	for _, p := range parts {
		if alone := p.similarity(whole); alone == 0 || alone >= s {
			return 0, false
		}
	}
	return s, true
}

// elsewhere ties what changed and moved at once: the most alike first.
func elsewhere(old, new []piece, freeOld, freeNew []bool) []bead {
	var olds, news []int
	for i := range old {
		if freeOld[i] {
			olds = append(olds, i)
		}
	}
	for j := range new {
		if freeNew[j] {
			news = append(news, j)
		}
	}
	if cells := len(olds) * len(news); cells == 0 || cells > maxCells {
		return nil
	}
	type pair struct {
		i, j int
		s    float64
	}
	var pairs []pair
	ofNew := make([]words, len(news))
	for k, j := range news {
		ofNew[k] = wordsOf(new[j].text)
	}
	for _, i := range olds {
		w := wordsOf(old[i].text)
		for k, j := range news {
			s := w.similarity(ofNew[k])
			if s >= knownElsewhere && w.total > fewWords/2 || plainHash(old[i].id) == plainHash(new[j].id) {
				pairs = append(pairs, pair{i, j, s})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(b.s, a.s) })
	var beads []bead
	for _, p := range pairs {
		if freeOld[p.i] && freeNew[p.j] {
			freeOld[p.i], freeNew[p.j] = false, false
			beads = append(beads, bead{[]int{p.i}, []int{p.j}})
		}
	}
	return beads
}
