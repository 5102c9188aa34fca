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
	r := &Record{}
	type placed struct {
		Entry
		at int
	}
	var body []placed
	for _, u := range units {
		for i, t := range u.Target {
			for _, e := range u.entriesOf(i, take) {
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

// entriesOf says which blocks of the source block i of the translation is made
// from: that in its place, where there are as many of both; else the last of the
// shorter side stands for what is left of the longer one.
func (u Unit) entriesOf(i int, take func(Unit) bool) []Entry {
	from := u.recorded()
	if len(u.Source) > 0 && take(u) {
		from = nil
		for _, s := range u.Source {
			e := Entry{Kind: s.Kind, Source: s.ID, Was: s.Text}
			if s.Kind == Field || s.Kind == String {
				e.Source = Hash(s.Text)
			}
			from = append(from, e)
		}
	}
	switch last := len(u.Target) - 1; {
	case len(from) == 0:
		return nil
	case i == last:
		return from[min(i, len(from)-1):]
	default:
		return from[min(i, len(from)-1):][:1]
	}
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
