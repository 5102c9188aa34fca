package translation

import (
	"cmp"
	"slices"
)

// Accept is the record of a comparison after somebody has said of some of its
// units that the translation says what the source says now. What is not taken
// keeps what is recorded of it. What has no source or no translation cannot be
// accepted.
func Accept(units []Unit, take func(Unit) bool) *Record {
	return Revise(units, func(u Unit) []Block {
		if take(u) {
			return u.Source
		}
		return nil
	})
}

// Revise is the record of a comparison after it was said of some units which
// source their translation is made from: that of today, or an earlier one that a
// file carried. Of a unit for which source gives none, what is recorded stays;
// what was adopted as current is recorded as that, since a page that has a record
// is not adopted any more.
func Revise(units []Unit, source func(Unit) []Block) *Record {
	r := &Record{}
	type placed struct {
		Entry
		at int
	}
	var body []placed
	for _, u := range units {
		from := u.entries(source(u))
		for i, t := range u.Target {
			for _, e := range shareOf(from, i, len(u.Target)) {
				if u.Name() != "" {
					e.Name, e.Kind, e.Target = u.Name(), Field, Hash(t.Text)
					r.Entries = append(r.Entries, e)
				} else {
					e.Target = t.ID
					body = append(body, placed{e, t.Start})
				}
			}
		}
	}
	slices.SortStableFunc(body, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	for _, e := range body {
		r.Entries = append(r.Entries, e.Entry)
	}
	return r
}

// entries are the lines of a record about a unit, one for each block of its
// source.
func (u Unit) entries(source []Block) []Entry {
	if source == nil && u.State == Current && !u.Recorded {
		source = u.Source
	}
	if source == nil {
		return u.recorded()
	}
	var from []Entry
	for _, s := range source {
		e := Entry{Kind: s.Kind, Source: s.ID, Was: s.Text}
		if s.Kind == Field || s.Kind == String {
			e.Source = Hash(s.Text)
		}
		from = append(from, e)
	}
	return from
}

// shareOf says which lines belong to block i of n of a translation: the one in
// its place, where there are as many of both; else the last of the shorter side
// stands for what is left of the longer one.
func shareOf(from []Entry, i, n int) []Entry {
	if len(from) == 0 {
		return nil
	}
	share := from[min(i, len(from)-1):]
	if i < n-1 {
		share = share[:1]
	}
	return share
}

// recorded are the lines that the record has of the unit's source, each block
// once.
func (u Unit) recorded() []Entry {
	var once []Entry
	for _, e := range u.was {
		if !slices.ContainsFunc(once, func(o Entry) bool { return o.Source == e.Source }) {
			once = append(once, e)
		}
	}
	return once
}

// Counts is how many blocks are in each state: of the source, except for
// orphans, which are blocks of the translation.
type Counts struct {
	Current  int `json:"current"`
	Outdated int `json:"outdated"`
	Missing  int `json:"missing"`
	Orphan   int `json:"orphan"`
}

// Count counts the blocks of units.
func Count(units []Unit) Counts {
	var c Counts
	for _, u := range units {
		switch u.State {
		case Current:
			c.Current += len(u.Source)
		case Outdated:
			c.Outdated += len(u.Source)
		case Missing:
			c.Missing += len(u.Source)
		case Orphan:
			c.Orphan += len(u.Target)
		}
	}
	return c
}

// Add adds other counts.
func (c *Counts) Add(other Counts) {
	c.Current += other.Current
	c.Outdated += other.Outdated
	c.Missing += other.Missing
	c.Orphan += other.Orphan
}

// Translatable is how many blocks the source has.
func (c Counts) Translatable() int { return c.Current + c.Outdated + c.Missing }
