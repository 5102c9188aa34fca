package translation

import (
	"cmp"
	"slices"
	"strings"
)

// State says what has become of a block.
type State string

// The states of blocks; see the package's documentation.
const (
	Missing  State = "missing"
	Current  State = "current"
	Outdated State = "outdated"
	Orphan   State = "orphan"
)

// Text is a page, or the strings of a language, in blocks.
type Text struct{ Named, Body []Block }

// Unit is what belongs together in a source and its translation: mostly one
// block each; several where a block was split or blocks were joined.
type Unit struct {
	// Source are the blocks of the source as it is now; none in an orphan.
	Source []Block
	// Target are the blocks of the translation; none where it is missing.
	Target []Block
	State  State
	// Was are the texts of the source that the translation was made from; none
	// where no record says so.
	Was []string
	// Recorded is false of what no record ties: pairs found by structure, and
	// what is missing or an orphan.
	Recorded bool
	// Place is the unit's place among those of its page.
	Place int

	was []Entry // what the record says
}

// Name is the name of a field or string, "" in the body.
func (u Unit) Name() string {
	for _, b := range slices.Concat(u.Source, u.Target) {
		if b.Kind == Field || b.Kind == String {
			return b.ID
		}
	}
	return ""
}

// Compare lays a source, what is recorded and a translation beside each other.
// record is nil where the translation has none. Units are in the order of the
// source; an orphan follows what it follows in the translation.
func Compare(source, target Text, record *Record) []Unit {
	units := append(compareNamed(source.Named, target.Named, record), compareBody(source.Body, target.Body, record)...)
	for i := range units {
		units[i].Place = i
	}
	return units
}

func compareNamed(source, target []Block, record *Record) []Unit {
	var entries map[string]Entry
	if record != nil {
		entries = map[string]Entry{}
		for _, e := range record.Entries {
			if e.Name != "" {
				entries[e.Name] = e
			}
		}
	}
	translated := make(map[string]Block, len(target))
	for _, b := range target {
		translated[b.ID] = b
	}
	units := make([]Unit, 0, len(source))
	known := make(map[string]bool, len(source))
	for _, s := range source {
		known[s.ID] = true
		u := Unit{Source: []Block{s}, State: Missing}
		if t, ok := translated[s.ID]; ok {
			u.Target = []Block{t}
			e, recorded := entries[s.ID]
			switch {
			case recorded:
				u.was, u.Was, u.Recorded, u.State = []Entry{e}, []string{e.Was}, true, Outdated
				if e.Source == Hash(s.Text) {
					u.State = Current
				}
			case record == nil:
				u.State = Current
			default:
				u.State = Outdated
			}
		}
		units = append(units, u)
	}
	for _, t := range target {
		if !known[t.ID] {
			u := Unit{Target: []Block{t}, State: Orphan}
			if e, ok := entries[t.ID]; ok {
				u.was, u.Was, u.Recorded = []Entry{e}, []string{e.Was}, true
			}
			units = append(units, u)
		}
	}
	return units
}

// ties joins blocks of the source, blocks that are recorded and blocks of the
// translation into groups (a union-find over all three).
type ties struct {
	parent     []int
	recorded   int // the index of the first recorded block
	translated int // and of the first one of the translation
}

func newTies(sources, recorded, translated int) *ties {
	t := &ties{parent: make([]int, sources+recorded+translated), recorded: sources, translated: sources + recorded}
	for i := range t.parent {
		t.parent[i] = i
	}
	return t
}

func (t *ties) find(i int) int {
	for t.parent[i] != i {
		t.parent[i] = t.parent[t.parent[i]]
		i = t.parent[i]
	}
	return i
}

func (t *ties) tie(i, j int) { t.parent[t.find(i)] = t.find(j) }

func compareBody(source, target []Block, record *Record) []Unit {
	if units, same := unchanged(source, target, record); same {
		return units
	}
	then, entries := recordedBlocks(record)
	t := newTies(len(source), len(then), len(target))
	for _, b := range alignEditions(then, piecesOf(source)) {
		for _, i := range b.old {
			t.tie(t.recorded+i, b.new[0])
		}
		for _, j := range b.new {
			t.tie(j, b.new[0])
		}
	}
	tiedSource, tiedTarget := make([]bool, len(source)), make([]bool, len(target))
	for i, j := range sameTargets(entries, target) {
		if j >= 0 {
			t.tie(t.recorded+entries[i].block, t.translated+j)
			tiedTarget[j] = true
		}
	}
	// What the record does not tie is paired by structure, between what it ties.
	withTarget := map[int]int{} // by group, the first block of its translation
	for j := range target {
		if group := t.find(t.translated + j); tiedTarget[j] {
			if _, ok := withTarget[group]; !ok {
				withTarget[group] = j
			}
		}
	}
	var anchors []bead
	for i := range source {
		if j, ok := withTarget[t.find(i)]; ok {
			tiedSource[i] = true
			if len(anchors) == 0 || anchors[len(anchors)-1].new[0] != j {
				anchors = append(anchors, bead{[]int{i}, []int{j}})
			}
		}
	}
	unsure := map[int]bool{}
	for _, g := range gaps(anchors, len(source), len(target), not(tiedSource), not(tiedTarget)) {
		pair := func() (paired bool) {
			for _, p := range pairByStructure(chosen(source, g.old), chosen(target, g.new)) {
				t.tie(g.old[p[0]], t.translated+g.new[p[1]])
				tiedSource[g.old[p[0]]], tiedTarget[g.new[p[1]]] = true, true
				paired = true
			}
			return paired
		}
		pair()
		// A translation that was edited beside sources that have none yet most
		// likely still belongs to the one it was recorded for. As long as nobody
		// has said so it does not count as current.
		g.new = slices.DeleteFunc(g.new, func(j int) bool { return tiedTarget[j] })
		g.old = slices.DeleteFunc(g.old, func(i int) bool { return tiedSource[i] || !t.isRecorded(i, len(then)) })
		if before := slices.Clone(g.old); pair() {
			for _, i := range before {
				unsure[i] = tiedSource[i]
			}
		}
	}
	return t.units(source, target, entries, record != nil, unsure)
}

// unchanged gives the units of a page of which every block, on either side, is as
// its line in the record says, in the same order: most pages, most of the time.
func unchanged(source, target []Block, record *Record) (units []Unit, same bool) {
	if record == nil || len(source) != len(target) {
		return nil, false
	}
	var entries []Entry
	for i, e := range record.Entries {
		if e.Name == "" { // the rest is of the body, too, in a record as it is written
			entries = record.Entries[i:]
			break
		}
	}
	if len(entries) != len(source) {
		return nil, false
	}
	for i, e := range entries {
		if e.Name != "" || e.Source != source[i].ID || e.Target != target[i].ID {
			return nil, false
		}
	}
	units, texts := make([]Unit, len(source)), make([]string, len(source))
	for i, e := range entries {
		texts[i] = e.Was
		units[i] = Unit{
			Source: source[i : i+1 : i+1], Target: target[i : i+1 : i+1], State: Current,
			Was: texts[i : i+1 : i+1], Recorded: true, was: entries[i : i+1 : i+1],
		}
	}
	return units, true
}

// isRecorded reports whether a record speaks of a block of the source.
func (t *ties) isRecorded(source, recorded int) bool {
	for i := range recorded {
		if t.find(t.recorded+i) == t.find(source) {
			return true
		}
	}
	return false
}

// recordedEntry is a line of the record and the block of the earlier source that
// it speaks of.
type recordedEntry struct {
	Entry
	block int
}

// recordedBlocks are the blocks of the source that a record speaks of, each
// once, and its lines.
func recordedBlocks(record *Record) (then []piece, entries []recordedEntry) {
	if record == nil {
		return nil, nil
	}
	at := map[string]int{}
	for _, e := range record.Entries {
		if e.Name != "" {
			continue
		}
		i, known := at[e.Source]
		if !known {
			i = len(then)
			at[e.Source] = i
			then = append(then, piece{e.Source, e.Kind, e.Was})
		}
		entries = append(entries, recordedEntry{e, i})
	}
	return then, entries
}

func piecesOf(blocks []Block) []piece {
	pieces := make([]piece, len(blocks))
	for i, b := range blocks {
		pieces[i] = piece{b.ID, b.Kind, b.Text}
	}
	return pieces
}

// sameTargets finds for each line of a record the block of the translation that
// still has the wording it had, -1 where none has.
func sameTargets(entries []recordedEntry, target []Block) []int {
	found := slices.Repeat([]int{-1}, len(entries))
	at := make(map[string]int, len(target))
	byHash := map[string][]int{}
	for j, b := range target {
		at[b.ID] = j
		byHash[plainHash(b.ID)] = append(byHash[plainHash(b.ID)], j)
	}
	taken := make([]bool, len(target))
	for i, e := range entries {
		if j, ok := at[e.Target]; ok {
			found[i], taken[j] = j, true
		}
	}
	for i, e := range entries {
		if found[i] >= 0 {
			continue
		}
		for _, j := range byHash[plainHash(e.Target)] {
			if !taken[j] {
				found[i], taken[j] = j, true
				break
			}
		}
	}
	return found
}

func not(flags []bool) []bool {
	inverse := make([]bool, len(flags))
	for i, f := range flags {
		inverse[i] = !f
	}
	return inverse
}

func chosen(blocks []Block, at []int) []Block {
	some := make([]Block, len(at))
	for i, k := range at {
		some[i] = blocks[k]
	}
	return some
}

// units makes the groups into units.
func (t *ties) units(source, target []Block, entries []recordedEntry, hasRecord bool, unsure map[int]bool) []Unit {
	type group struct {
		Unit
		entries    []recordedEntry
		unsure     bool
		at, placed int // its first blocks of source and translation, or -1
	}
	var groups []*group
	byRoot := map[int]*group{}
	of := func(i int) *group {
		root := t.find(i)
		g := byRoot[root]
		if g == nil {
			g = &group{at: -1, placed: -1}
			byRoot[root] = g
			groups = append(groups, g)
		}
		return g
	}
	for i, b := range source {
		g := of(i)
		if g.Source = append(g.Source, b); g.at < 0 {
			g.at = i
		}
		g.unsure = g.unsure || unsure[i]
	}
	for j, b := range target {
		g := of(t.translated + j)
		if g.Target = append(g.Target, b); g.placed < 0 {
			g.placed = j
		}
	}
	for _, e := range entries {
		if g := byRoot[t.find(t.recorded+e.block)]; g != nil {
			g.entries = append(g.entries, e)
		}
	}
	for _, g := range groups {
		seen := map[int]bool{}
		slices.SortStableFunc(g.entries, func(a, b recordedEntry) int { return cmp.Compare(a.block, b.block) })
		for _, e := range g.entries {
			g.was = append(g.was, e.Entry)
			if !seen[e.block] {
				g.Was = append(g.Was, e.Was)
			}
			seen[e.block] = true
		}
		g.Recorded = len(g.Was) > 0 && len(g.Target) > 0
		if g.State = stateOf(g.Unit, hasRecord); g.unsure && g.State == Current {
			g.State = Outdated
		}
	}
	// Orphans stand behind what they follow in the translation.
	slices.SortStableFunc(groups, func(a, b *group) int { return cmp.Compare(a.placed, b.placed) })
	after := -1
	for _, g := range groups {
		if g.at >= 0 && g.placed >= 0 {
			after = g.at
		} else if g.at < 0 {
			g.at = after
		}
	}
	slices.SortStableFunc(groups, func(a, b *group) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(len(b.Source), len(a.Source)), cmp.Compare(a.placed, b.placed))
	})
	units := make([]Unit, len(groups))
	for i, g := range groups {
		units[i] = g.Unit
	}
	return units
}

func stateOf(u Unit, hasRecord bool) State {
	switch {
	case len(u.Target) == 0:
		return Missing
	case len(u.Source) == 0:
		return Orphan
	case !u.Recorded && hasRecord:
		return Outdated // nobody has said yet what it was made from
	case !u.Recorded || u.SameWording():
		return Current
	default:
		return Outdated
	}
}

// SameWording reports whether the source says what the translation is recorded
// to be made from, in however many blocks and in whatever order they stand.
func (u Unit) SameWording() bool {
	return Normalize(strings.Join(u.Was, "\n")) == Normalize(TextOf(u.Source, "\n"))
}
