package resolution

import (
	"strings"
)

// readRelease reads what a press release says before the text it quotes: it is
// left out, but for the number.
func (r *reader) readRelease(lines []line) {
	for _, l := range lines {
		kept := ""
		if r.text.Kind == "" && l.end == endSemicolon { // "The resolution reads as follows:"
			r.text.Kind = kindIn(bare(l.raw))
		}
		if d := findDate(l.raw); d != "" && kindIn(l.raw) != "" && r.text.Adopted == "" {
			r.text.Adopted = d
		}
		fields := strings.Fields(bare(l.raw))
		for i, f := range fields[:max(0, len(fields)-1)] {
			kind := words().kinds[strings.ToLower(f)]
			if n := strings.Trim(fields[i+1], ".,:()"); kind != "" && r.text.Number == "" && n != "" && (isDigit(rune(n[0])) || strings.Contains(n, "/")) {
				r.text.Kind, r.text.Number = kind, n
				kept = f + " " + n
				r.consumed = append(r.consumed, kept)
			}
		}
		r.repair(l.number, "front-matter", l.raw, kept, 0.8)
	}
}

// readFront reads what stands before the text proper.
func (r *reader) readFront(lines []line, marks map[string]bool) {
	var groups [][]line
	open := false
	for i := 0; i < len(lines); i++ {
		lines[i] = r.cutNoteCalls(lines[i], marks)
		l := lines[i]
		if l.cut {
			open = false
			continue
		}
		end, block := r.noteBlock(lines, i)
		if isNote(l, block) || isSubmission(l) {
			if !isNote(l, block) {
				end = i + 1
			}
			r.takeNote(lines[i:end])
			i = end - 1
			open = false
			continue
		}
		goesOn := open && r.goesOnInFront(&lines[i-1], &l)
		full := goesOn && r.wrapping.fits(&lines[i-1], &l) == fitFull
		if (!full || namesText(l)) && r.metadata(l) {
			open = false
			continue
		}
		if isFunctionWord(strings.ToLower(bare(l.raw))) { // "on", between the number and the title
			r.repair(l.number, "front-matter", l.raw, "", 0.8)
			open = false
			continue
		}
		if !goesOn {
			groups = append(groups, nil)
			open = true
		}
		groups[len(groups)-1] = append(groups[len(groups)-1], l)
	}
	r.takeTitle(groups)
	r.infer(lines)
}

// infer reads kind, number and date where no line by itself names them: from
// the title ("European Parliament resolution of 12 March 2024 on …"), the note
// and the symbol of the document.
func (r *reader) infer(front []line) {
	if r.text.Body == "" {
		r.setBody(findBody(r.text.Title))
	}
	for _, s := range []string{r.text.Title, r.text.Note} {
		if r.text.Kind == "" {
			r.text.Kind = kindIn(s)
		}
		if r.text.Adopted == "" {
			r.text.Adopted = findDate(strings.Join(firstFields(s, 12), " "))
		}
	}
	for _, l := range front {
		b := bare(l.raw)
		if r.text.Kind == "" && l.symbol && strings.Contains(b, "/RES/") {
			r.text.Kind = "resolution"
		}
		if r.text.Kind == "" && len(strings.Fields(b)) <= 12 {
			r.text.Kind = kindIn(b)
		}
		if r.text.Number == "" && l.symbol {
			r.text.Number = symbolNumber(b)
		}
		if r.text.Number == "" {
			r.text.Number = numberBehindKind(b)
		}
		if kindIn(b) != "" && findDate(b) != "" && saysAdopted(b) {
			if r.text.Adopted == "" {
				r.text.Adopted = findDate(b)
			}
			r.setBody(findBody(b))
		}
	}
	if r.text.Kind == "" && strings.Contains(r.text.Number, "/") {
		r.text.Kind = "resolution" // the manner of the United Nations
	}
}

// isSubmission recognises who put a text forward, and how it was adopted,
// also where no date or place stands beside it.
func isSubmission(l line) bool {
	if l.label.ok() || l.bullet != "" || l.words > 30 {
		return false
	}
	opening := cutKind(strings.ToLower(strings.TrimLeft(bare(l.raw), "*_([–- ")))
	for _, w := range words().adoption {
		if rest, ok := strings.CutPrefix(opening, w+" "); ok {
			for _, by := range []string{"by ", "par ", "por ", "von ", "unanimously", "à l", "without ", "sans "} {
				if strings.HasPrefix(rest, by) {
					return true
				}
			}
		}
	}
	return false
}

// cutKind cuts the kind of a text, or of a draft, off the beginning of s.
func cutKind(s string) string {
	for _, draft := range []string{"draft ", "projet de ", "proyecto de ", ""} {
		if rest, ok := strings.CutPrefix(s, draft); ok {
			if kind, after, ok := strings.Cut(rest, " "); ok && words().kinds[kind] != "" {
				return after
			}
		}
	}
	return s
}

// goesOnInFront reports whether l and the line before it are one title or
// sentence: they stand together, and one of them says that it is not whole.
func (r *reader) goesOnInFront(before, l *line) bool {
	if l.blank || l.bullet != "" || strings.Contains(l.raw, "|") || strings.HasPrefix(l.raw, "[") || strings.HasSuffix(before.raw, "]") {
		return false
	}
	if number, _ := numberBefore(l.raw); number != "" {
		return false
	}
	if foreign([]line{*before}, r.opt.Language) && !foreign([]line{*l}, r.opt.Language) && !startsLower(l.raw) {
		return false
	}
	fit := r.wrapping.fits(before, l)
	if fit == fitFull && before.end == 0 {
		return true
	}
	if l.label.ok() || before.end >= endStop {
		return false
	}
	if strings.HasPrefix(l.raw, "(") && before.end == 0 && findDate(l.raw) == "" {
		return true
	}
	last := strings.ToLower(lastWord(bare(before.raw)))
	return startsLower(l.raw) || isCaps(bare(before.raw)) && isCaps(bare(l.raw)) ||
		strings.ContainsRune(",-–:", lastRune(bare(before.raw))) || isFunctionWord(last)
}

// namesText reports whether a line is nothing but the kind and number of a
// text, or the name of a body.
func namesText(l line) bool {
	b := bare(l.raw)
	if _, number, ok := kindAndNumber(b); ok && number != "" && len(strings.Fields(b)) <= 4 {
		return true
	}
	return findBody(b) != "" && len(strings.Fields(b)) <= len(strings.Fields(findBody(b)))
}

// isFunctionWord reports whether w is one of the words that some language
// uses most: they stand at the end of no title.
func isFunctionWord(w string) bool {
	for _, set := range words().common {
		if set[w] {
			return true
		}
	}
	return false
}
