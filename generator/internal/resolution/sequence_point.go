package resolution

func (e *expansion) numberedPoints(c context, index int, r reading) {
	if e.depth == 0 || e.titled { // a heading stands before paragraphs only
		return
	}
	cost := r.cost + c.broken()
	if r.counting == upper || r.counting == upperRoman {
		cost += 0.5
	}
	if e.empty {
		cost += 1.5
	}
	if !c.lower && c.lead.known && c.lead.class == leadOperative && !e.colon {
		cost += 0.6
	}
	for k := 1; k <= int(e.depth) && k < maxDepth; k++ {
		if r.depth > 0 && r.depth != k {
			continue
		}
		s := state{depth: int8(k) + 1, ranks: e.ranks, acting: e.acting}
		clear(s.ranks[k:])
		s.ranks[k] = rank{r.counting, int16(r.value)}
		stepCost := 0.0
		if parent := decimalValue(lastPart(r.parent)); r.depth > 0 && parent != int(e.ranks[k-1].value) {
			cost += 2
		}
		if k < int(e.depth) {
			stepCost = e.step(k, r)
			switch {
			case e.ranks[k].counting == unnumbered && r.value == 1 && c.label.alone && !c.blank:
				stepCost = 0.5 // the label of the text before it, a line late
			case e.ranks[k].counting != r.counting:
				stepCost += 1.5 // a second list below one parent
			}
		} else {
			stepCost = e.open(c, r.value, r.depth > 0)
			if r.counting == decimal && r.depth == 0 && !c.indented && !c.label.bracketed() {
				stepCost++ // most numbers at the margin are paragraphs
			}
		}
		e.add(cost+stepCost, c.after(s, c.label.alone), choice{move: point, level: int8(k), reading: int16(index), label: r.label})
	}
}

// open is what it costs to begin a list below the element read last.
func (e *expansion) open(c context, value int, named bool) float64 {
	cost := 0.3
	if !e.colon && !named {
		cost += 1.2
		if c.previous != nil && c.previous.stop {
			cost += 0.6
		}
	}
	if value > 1 {
		cost += 2.5 + min(0.2*float64(value), 2)
	}
	return cost
}

// plainPoint reads a line as a point that has no label or has lost it.
func (e *expansion) plainPoint(c context) {
	if e.depth == 0 || e.empty || e.titled {
		return
	}
	base := 0.8 + c.broken()
	if c.bullet == "" {
		base += 0.7 + 2*(1-c.end)
		if !c.lower {
			base++
		}
	}
	if c.label.ok() && c.label.readings[0].cost < printed {
		base += 2
	} else if e.expects(c.label.readings, anyDoubt) {
		base++
	}
	if !c.lower && c.lead.known && c.bullet != "" && !e.colon {
		base++
	}
	for k := 1; k <= int(e.depth) && k < maxDepth; k++ {
		s := state{depth: int8(k) + 1, ranks: e.ranks, acting: e.acting}
		clear(s.ranks[k:])
		open := k == int(e.depth)
		numbered := !open && e.ranks[k].counting != unnumbered
		cost := base
		if open {
			cost += e.open(c, 1, false)
		} else if !numbered {
			cost -= 0.7
		}
		if !numbered {
			e.add(cost, c.after(s, false), choice{move: point, level: int8(k), reading: -1})
			if second := e.secondToCome(); open && second != unnumbered {
				s.ranks[k] = rank{second, 1}
				e.add(cost-0.4, c.after(s, false), choice{move: point, level: int8(k), reading: -1, missing: true, label: second.write(1)})
			}
			continue
		}
		s.ranks[k] = e.ranks[k]
		e.add(cost+1.5, c.after(s, false), choice{move: point, level: int8(k), reading: -1})
		s.ranks[k].value++
		label := s.ranks[k].counting.write(int(s.ranks[k].value))
		e.add(cost+0.2, c.after(s, false), choice{move: point, level: int8(k), reading: -1, missing: true, label: label})
	}
}

// secondToCome is the counting of the next list whose second label stands
// below without its first: that one was lost.
func (e *expansion) secondToCome() counting {
	first := map[counting]bool{}
	for _, l := range e.lines[e.at+1 : min(len(e.lines), int(e.at)+14)] {
		for _, r := range l.label.readings {
			switch {
			case r.cost > 0 || r.depth > 0:
			case r.value == 1:
				first[r.counting] = true
			case r.value == 2 && !first[r.counting]:
				return r.counting
			case r.value == 2:
				first[r.counting] = false
			}
		}
	}
	return unnumbered
}

// lastPart is the "1" of "3.1".
func lastPart(s string) string {
	_, last, _ := cutLast(s)
	return last
}
