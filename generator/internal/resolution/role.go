package resolution

import "slices"

// setRoles divides the paragraphs into recitals and operative ones, where the
// lead words speak against it least, and refuses what is no resolution.
func (r *reader) setRoles(list []*element) error {
	if len(list) == 0 {
		return &Refusal{ID: "resolution-refused-no-paragraphs"}
	}
	paragraphs := make([]Paragraph, len(list))
	weights := make([]float64, len(list)) // above 0 speaks for operative
	known, emphasised := 0, 0
	for i, e := range list {
		paragraphs[i] = Paragraph{Heading: r.crossHeading(e), Label: e.label, Text: r.mendOpening(r.inline(e.pieces), e.textLine()), Line: e.line, Points: r.points(e.points)}
		plain := paragraphs[i].Text.Plain()
		found := readLead(plain, r.opt.Language)
		weight := 2.0
		if found.known {
			weight = 3
		}
		switch found.class {
		case leadRecital:
			weights[i] = -weight
			known++
		case leadOperative:
			weights[i] = weight
			known++
		}
		if len(e.points) > 0 {
			weights[i]++
		}
		if t := paragraphs[i].Text; len(t) > 0 && t[0].emphasised() {
			emphasised++
		}
	}
	split := 0
	if slices.ContainsFunc(weights, func(w float64) bool { return w < 0 }) || slices.ContainsFunc(list, func(e *element) bool { return e.turn > 0 }) {
		split = bestSplit(list, weights)
	}
	named := r.text.Formula != "" || r.text.Kind != ""
	switch {
	case named && known == 0 && emphasised == 0, !named && 3*known < len(list):
		return &Refusal{ID: "resolution-refused-few-lead-words"}
	case split == len(list):
		return &Refusal{ID: "resolution-refused-no-operative"}
	}
	r.text.Recitals, r.text.Operative = paragraphs[:split:split], paragraphs[split:]
	return nil
}

// bestSplit is the number of recitals. Breaks, and a numbering that begins
// anew, speak for a split where they stand.
func bestSplit(list []*element, weights []float64) int {
	total := 0.0
	for _, w := range weights {
		total += max(0, -w) // all operative: each recital is wrong
	}
	best, bestCost, cost := 0, total-list[0].turn, total
	for k := 1; k <= len(list); k++ {
		w := weights[k-1]
		cost += max(0, w) - max(0, -w)
		at := cost
		if k < len(list) {
			at -= list[k].turn
			if previous, next := list[k-1], list[k]; next.label != "" && (previous.rank != next.rank || decimalValue(next.label) == 1) {
				at -= 1.5
			}
		} else {
			at += 0.5
		}
		if at <= bestCost {
			best, bestCost = k, at
		}
	}
	return best
}

func (r *reader) points(list []*element) []Point {
	var out []Point
	for _, e := range list {
		out = append(out, Point{Label: e.label, Text: r.inline(e.pieces), Line: e.line, Points: r.points(e.points)})
	}
	return out
}
