package resolution

// refuseSeveral refuses a file with two texts, naming both: a second heading
// with another number, or a second formula after operative paragraphs with a
// preamble of its own.
func refuseSeveral(lines []line, start int) error {
	heading, number := "", ""
	for i, l := range lines {
		if l.label.ok() || l.bullet != "" || l.end > 0 || len(l.raw) > 80 {
			continue
		}
		alone := l.blank && (i+1 == len(lines) || lines[i+1].blank) || isCaps(bare(l.raw))
		clean, _ := cutCalls(bare(l.raw))
		_, n, ok := kindAndNumber(clean)
		if !ok || n == "" || !alone {
			continue
		}
		if number == "" {
			heading, number = clean, n
		} else if n != number && i > start && textFollows(lines[i+1:]) {
			return several(heading, clean, l.number)
		}
	}
	formula, operative := -1, false
	for i, l := range lines {
		switch {
		case isFormula(l) && formula >= 0 && operative && recitalsFollow(lines[i+1:]):
			return several(nameBefore(lines, formula), nameBefore(lines, i), l.number)
		case isFormula(l) && formula < 0:
			formula = i
		case l.lead.class == leadOperative && (l.label.ok() || l.blank):
			operative = operative || formula >= 0
		}
	}
	return nil
}

// textFollows reports whether a text begins in the next lines, so that what
// stands before them is its heading and not a link to it.
func textFollows(lines []line) bool {
	leads := 0
	for _, l := range lines[:min(len(lines), 15)] {
		if isFormula(l) {
			return true
		}
		if l.lead.known && l.end >= endComma {
			leads++
		}
	}
	return leads > 1
}

func several(first, second string, line int) error {
	return &Refusal{ID: "resolution-refused-several", Line: line, Args: map[string]any{"first": first, "second": second}}
}

func recitalsFollow(lines []line) bool {
	return len(lines) > 0 && lines[0].lead.class == leadRecital
}

// nameBefore is the nearest line above i that can be a heading.
func nameBefore(lines []line, i int) string {
	for j := i - 1; j >= 0 && j > i-8; j-- {
		if l := lines[j]; l.end == 0 && !l.label.ok() && l.bullet == "" && !l.cut {
			return excerpt(bare(l.raw), 12)
		}
	}
	return excerpt(bare(lines[i].raw), 12)
}
