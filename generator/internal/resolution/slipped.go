package resolution

import (
	"slices"
	"strings"
)

// moveSlipped gives labels that stand in the middle of a sentence back to the
// text they number: where a column of numbers slipped by a line, a label stands
// between two lines of the paragraph it belongs to, or of the one before.
func (r *reader) moveSlipped(lines []line) []line {
	for i := 1; i < len(lines); i++ {
		l := &lines[i]
		if l.blank || !l.label.ok() || l.label.readings[0].cost > 0.1 || l.bullet != "" || lines[i-1].end == 1 || lines[i-1].end == 0.5 || lines[i-1].stop || lines[i-1].label.alone || lines[i-1].leadOnly {
			continue
		}
		if l.label.alone && (i+1 == len(lines) || !startsLower(lines[i+1].raw)) || !l.label.alone && !startsLower(l.label.rest) {
			continue
		}
		to := slippedTo(lines, i)
		if to < 0 {
			continue
		}
		target := &lines[to]
		r.repair(l.number, "label-displaced", l.label.form+" / "+excerpt(target.raw, 3), l.label.form+" "+excerpt(target.raw, 3), 0.7)
		*target = retake(*target, strings.TrimSpace(l.label.form)+" "+target.raw, r.opt.Language)
		if l.label.alone {
			lines = slices.Delete(lines, i, i+1)
			i--
			continue
		}
		*l = retake(*l, l.label.rest, r.opt.Language)
	}
	return lines
}

// slippedTo is the line that the label of line i numbers: the first of its
// sentence or, if that has a label, the first of the next; -1 where the label
// does not count with the others.
func slippedTo(lines []line, i int) int {
	start := i - 1
	for start > 0 && start > i-12 && lines[start-1].end < 0.5 && !lines[start].blank && !lines[start].label.ok() {
		start--
	}
	to := start
	if lines[start].label.ok() {
		to = i
		for to < len(lines) && to < i+12 && (lines[to].end < 0.5 || to == i && lines[i].label.alone) {
			to++
		}
		to++
	}
	if to >= len(lines) || lines[to].label.ok() {
		return -1
	}
	for j := to - 1; j >= 0 && j > to-40; j-- {
		if j != i && lines[j].label.ok() {
			if labelFollows(lines[j].label, lines[i].label) {
				return to
			}
			if lines[j].label.readings[0].depth == lines[i].label.readings[0].depth {
				break
			}
		}
	}
	if lines[i].label.readings[0].value == 1 {
		return to
	}
	return -1
}

// labelFollows reports whether b is the next label after a in some counting.
func labelFollows(a, b label) bool {
	for _, x := range a.readings {
		for _, y := range b.readings {
			if x.cost < 0.5 && y.cost < 0.5 && x.counting == y.counting && x.parent == y.parent && y.value == x.value+1 {
				return true
			}
		}
	}
	return false
}
