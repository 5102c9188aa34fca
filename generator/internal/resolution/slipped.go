package resolution

import "strings"

// moveSlipped gives labels that stand in the middle of a sentence back to the
// text they number: where a column of numbers slipped by a line, a label stands
// between two lines of the paragraph it belongs to, or of the one before.
func (r *reader) moveSlipped(lines []line) []line {
	s := &sieve{lines: lines}
	for ; s.read < len(lines); s.next() {
		l := s.at(s.kept)
		if s.kept == 0 || !r.wrapping.slips(l, s.at(s.kept-1), s.at(s.kept+1)) {
			continue
		}
		target := slippedTo(s)
		if target == nil {
			continue
		}
		form := l.label.form
		r.repair(l.number, "label-displaced", form+" / "+excerpt(target.raw, 3), form+" "+excerpt(target.raw, 3), 0.7)
		*target = retake(*target, strings.TrimSpace(form)+" "+target.raw, r.opt.Language)
		if l.label.alone {
			s.dropped = true
			continue
		}
		*l = retake(*l, l.label.rest, r.opt.Language)
	}
	return lines[:s.kept]
}

// A sieve goes through lines and leaves some out, in linear time: those kept
// stand at the beginning, those not yet read from read on, and nothing between
// the two.
type sieve struct {
	lines      []line
	kept, read int
	dropped    bool // the line read is to be left out
}

// at is line k of those that are left, the line read being line kept; nil
// where there is none.
func (s *sieve) at(k int) *line {
	if k >= s.kept {
		k += s.read - s.kept
	}
	if k < 0 || k >= len(s.lines) {
		return nil
	}
	return &s.lines[k]
}

// next goes on to the next line.
func (s *sieve) next() {
	if !s.dropped {
		s.lines[s.kept] = s.lines[s.read]
		s.kept++
	}
	s.read, s.dropped = s.read+1, false
}

// slips reports whether the label of l can stand in the middle of a sentence
// that before began, and next goes on with where the label stands alone.
func (w wrapping) slips(l, before, next *line) bool {
	if l.blank || !l.label.ok() || l.label.readings[0].cost > certain || l.bullet != "" {
		return false
	}
	if before.end == endSemicolon || before.end == endComma || before.stop || before.label.alone || before.leadOnly {
		return false
	}
	if l.label.alone {
		return next != nil && (goesOnSmall(*next) || w.fits(before, next) == fitFull && !next.label.ok() && !next.lead.known)
	}
	return startsLower(l.label.rest)
}

// goesOnSmall reports whether a line can only go on with a sentence: it begins
// with a small letter, or with a number that is no label.
func goesOnSmall(l line) bool {
	return startsLower(l.raw) || !l.label.ok() && isDigit(firstRune(l.raw))
}

// slippedTo is the line that the label of the line read numbers: the first of
// its sentence or, if that has a label, the first of the next; nil where the
// label does not count with the others.
func slippedTo(s *sieve) *line {
	i := s.kept
	l := s.at(i).label
	start := i - 1
	for start > 0 && start > i-12 && s.at(start-1).end < endComma && !s.at(start).blank && !s.at(start).label.ok() {
		start--
	}
	to := start
	if s.at(start).label.ok() {
		to = i
		for s.at(to) != nil && to < i+12 && (s.at(to).end < endComma || to == i && l.alone) {
			to++
		}
		to++
	}
	if s.at(to) == nil || s.at(to).label.ok() {
		return nil
	}
	for j := to - 1; j >= 0 && j > to-40; j-- {
		if other := s.at(j).label; j != i && other.ok() {
			if labelFollows(other, l) {
				return s.at(to)
			}
			if other.readings[0].depth == l.readings[0].depth {
				break
			}
		}
	}
	if l.readings[0].value == 1 {
		return s.at(to)
	}
	return nil
}

// labelFollows reports whether b is the next label after a in some counting.
func labelFollows(a, b label) bool {
	for _, x := range a.readings {
		for _, y := range b.readings {
			if x.cost < printed && y.cost < printed && x.counting == y.counting && x.parent == y.parent && y.value == x.value+1 {
				return true
			}
		}
	}
	return false
}
