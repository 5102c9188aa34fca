package resolution

import "slices"

// Pair is one part of a resolution in two texts; a text that lacks it has nil.
type Pair struct {
	ID string
	// Role is that of the paragraph which the part is, or stands in.
	Role Role
	A, B *Element
}

// Either is the part as the first text has it, or else the second.
func (p Pair) Either() Element {
	if p.A != nil {
		return *p.A
	}
	return *p.B
}

// Align pairs the parts of two texts by their permanent identities: every part
// of either text once, in the order of a, where b has more in the order of b.
// The recitals come first.
func Align(a, b *Text) []Pair {
	own, other := a.Elements(), b.Elements()
	inA, inB := map[string]bool{}, map[string]int{}
	for _, e := range own {
		inA[e.ID] = true
	}
	for i, e := range other {
		inB[e.ID] = i
	}
	var pairs []Pair
	roles := rootRoles(own)
	for id, role := range rootRoles(other) {
		if _, has := roles[id]; !has {
			roles[id] = role
		}
	}
	next := 0
	// alone adds what only b has, up to its part i.
	alone := func(i int) {
		for ; next < i; next++ {
			if e := &other[next]; !inA[e.ID] {
				pairs = append(pairs, Pair{e.ID, roles[e.ID], nil, e})
			}
		}
	}
	for i := range own {
		e := &own[i]
		pair := Pair{ID: e.ID, Role: roles[e.ID], A: e}
		if j, both := inB[e.ID]; both {
			alone(j)
			pair.B = &other[j]
		}
		pairs = append(pairs, pair)
	}
	alone(len(other))
	slices.SortStableFunc(pairs, func(x, y Pair) int { return int(x.Role - y.Role) })
	return pairs
}

// rootRoles gives the role of the paragraph of each element.
func rootRoles(elements []Element) map[string]Role {
	roles := map[string]Role{}
	role := Recital
	for _, e := range elements {
		if e.Depth == 0 {
			role = e.Role
		}
		roles[e.ID] = role
	}
	return roles
}
