package resolution

import "strings"

// moveTrailing gives labels that stand at the ends of lines to the lines they
// belong to, the next ones: "…; b." and "to report". One such label means
// nothing; two that count do.
func (r *reader) moveTrailing(lines []line) []line {
	type found struct {
		at    int
		label label
	}
	var list []found
	for i := 0; i+1 < len(lines); i++ {
		if _, l := trailingLabel(lines[i].raw); l.ok() && !lines[i+1].label.ok() {
			list = append(list, found{i, l})
		}
	}
	// A label counts with the one before or after it, printed where it should
	// be or not.
	near := func(from, step int, fits func(label) bool) bool {
		for i := from; i >= 0 && i < len(lines) && i > from-40 && i < from+40; i += step {
			if lines[i].label.ok() && fits(lines[i].label) {
				return true
			}
		}
		return false
	}
	for k, f := range list {
		ok := k > 0 && labelFollows(list[k-1].label, f.label) || k+1 < len(list) && labelFollows(f.label, list[k+1].label)
		if !ok {
			ok = near(f.at, -1, func(l label) bool { return labelFollows(l, f.label) }) &&
				(f.label.bracketed() || near(f.at+1, 1, func(l label) bool { return labelFollows(f.label, l) }))
		}
		if !ok {
			continue
		}
		l, next := &lines[f.at], &lines[f.at+1]
		r.repair(l.number, "label-displaced", f.label.form+" / "+excerpt(next.raw, 3), f.label.form+" "+excerpt(next.raw, 3), 0.75)
		text, _ := trailingLabel(l.raw) // it may have got a label itself
		*l = retake(*l, text, r.opt.Language)
		*next = retake(*next, f.label.form+" "+next.raw, r.opt.Language)
	}
	return lines
}

// trailingLabel splits a label off the end of a line that ends something
// before it.
func trailingLabel(s string) (text string, l label) {
	i := strings.LastIndexByte(s, ' ')
	if i < 4 || len(s)-i > 8 {
		return s, label{}
	}
	text, token := strings.TrimRight(s[:i], " "), s[i+1:]
	if last := lastRune(text); !strings.ContainsRune(",;.:", last) {
		return s, label{}
	}
	l = readLabel(token)
	if !l.ok() || !l.alone || strings.Trim(token, "0123456789") == "" || l.readings[0].cost > certain {
		return s, label{}
	}
	return text, l
}
