package site

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/markdown"
	"resolutionsite/generator/internal/translation"
)

// critical puts the words of the original in the place of what does not say what
// it says now.
func (m *marker) critical() {
	var last *translation.Block
	var missing []translation.Block
	fill := func() {
		if len(missing) > 0 {
			m.insert(last, missing, stateMissing)
		}
		missing = nil
	}
	for _, u := range m.t.Units {
		st := stateOf(u)
		switch {
		case u.Name() != "":
			continue
		case st == stateMissing:
			missing = append(missing, u.Source...)
			continue
		case st == stateOrphan:
			// What follows is inserted behind what stays.
			for _, b := range u.Target {
				m.remove(b)
			}
			continue
		}
		fill()
		switch st {
		case stateOutdated, stateUnsure:
			last = m.replace(u, st)
			continue
		case stateAlone:
			for _, b := range u.Target {
				m.mark(b, "mark", string(st), "")
			}
		}
		last = lastOf(u)
	}
	fill()
}

// replace puts the original's blocks of a unit in the place of its translation,
// and returns the last block of it that others can stand behind.
func (m *marker) replace(u translation.Unit, why state) *translation.Block {
	targets := slices.Clone(u.Target)
	slices.SortFunc(targets, func(a, b translation.Block) int { return a.Start - b.Start })
	for i, b := range targets {
		if i >= len(u.Source) {
			m.remove(b)
			continue
		}
		m.put(b, u.Source[i], why)
	}
	if more := len(targets); len(u.Source) > more {
		m.insert(&targets[more-1], u.Source[more:], why)
	}
	return &targets[min(len(targets), len(u.Source))-1]
}

// put puts the words of a block of the original in the place of a block of the
// translation.
func (m *marker) put(b, s translation.Block, why state) {
	switch {
	case (b.Kind == translation.Row) != (s.Kind == translation.Row), (b.Kind == translation.Code) != (s.Kind == translation.Code):
		m.failed = true
	case b.Kind == translation.Row:
		if len(markdown.Cells(b.Text)) != len(markdown.Cells(s.Text)) {
			m.failed = true
		}
		m.edit(b.Start, b.End, row(s, why))
	case b.Kind == translation.Code:
		m.edit(b.Start, b.End, strings.ReplaceAll(s.Text, "\n", "\n"+continued(b.Mark)))
		m.behind(b, "note", string(why))
	case b.Kind.IsHeading():
		m.edit(b.Start, b.End, original(s.Text))
		if end := m.lineEnd(b.End); !bytes.Contains(m.body[b.End:end], []byte("{")) {
			m.edit(end, end, m.id(b))
		}
		m.behind(b, "note", string(why))
	default:
		m.edit(b.Start, b.End, words(s, continued(b.Mark), why))
	}
}

// original writes words of the original. Emphasis and addresses that begin or end
// them are kept apart from the calls, which are letters to the Markdown parser.
func original(text string) string {
	begin, end := "", ""
	if strings.HasPrefix(text, "http") || strings.HasPrefix(text, "www.") || strings.ContainsAny(text[:min(1, len(text))], "*_~") {
		begin = " "
	}
	last := text[strings.LastIndexAny(text, " \n")+1:]
	if strings.ContainsAny(last[max(0, len(last)-1):], "*_~") || strings.Contains(last, "://") || strings.Contains(last, "www.") || strings.Contains(last, "@") {
		end = " "
	}
	return call("original") + begin + text + end + call("original-end")
}

// words are those of a block of the original, which stand behind a prefix.
func words(s translation.Block, prefix string, why state) string {
	return original(strings.ReplaceAll(s.Text, "\n", "\\\n"+prefix)) + " " + call("note", string(why))
}

func row(s translation.Block, why state) string {
	all := markdown.Cells(s.Text)
	for i, cell := range all {
		all[i] = original(cell)
	}
	all[0] += " " + call("note", string(why))
	return "| " + strings.Join(all, " | ") + " |"
}

// id writes the anchor that a heading of the translation has, so that it keeps
// it under other words.
func (m *marker) id(b translation.Block) string {
	for _, h := range m.t.Page.Document().Headings {
		if line := m.lineEnd(h.Offset); h.ID != "" && h.Offset <= b.Start && b.Start <= line {
			return " {#" + h.ID + "}"
		}
	}
	m.failed = true
	return ""
}

// remove takes a block out with what marks it.
func (m *marker) remove(b translation.Block) {
	start := bytes.LastIndexByte(m.body[:b.Start], '\n') + 1
	end := m.lastLine(b)
	if b.Kind == translation.Code {
		m.failed = true // its fence would stay
	}
	if end < len(m.body) {
		end++
	}
	m.edit(start, end, "")
}

// insert puts blocks of the original behind a block of the translation, each in
// the form it has in the original; nil means the beginning of the page.
func (m *marker) insert(after *translation.Block, blocks []translation.Block, why state) {
	at := 0
	if after != nil {
		at = m.lastLine(*after)
	}
	var text strings.Builder
	apart := false // the last block stands by itself
	for _, s := range blocks {
		note := call("note", string(why), ownBlock)
		alone := func(words string) {
			text.WriteString("\n\n" + words)
			apart = true
		}
		next := s // as if it stood in the translation
		switch {
		case s.Kind == translation.Row:
			line, header := m.belowRow(s)
			switch {
			case header:
				alone(row(s, why) + "\n" + line)
			case after != nil && after.Kind == translation.Row && len(markdown.Cells(after.Text)) == len(markdown.Cells(s.Text)):
				next.Mark = continued(after.Mark)
				text.WriteString("\n" + next.Mark + row(s, why))
				apart = false
			default:
				m.failed = true
			}
		case s.Kind == translation.Note:
			m.edit(len(m.body), len(m.body), "\n\n"+s.Mark+words(s, "    ", why)+"\n")
			continue
		case s.Kind == translation.Item:
			prefix, ok := m.itemPrefix(after, s)
			if !ok {
				m.failed = true
			}
			next.Mark = prefix
			text.WriteString("\n")
			if listMark.FindString(s.Mark) == "" || after == nil || after.Kind != translation.Item {
				text.WriteString("\n")
			}
			text.WriteString(prefix + words(s, continued(prefix), why))
			apart = false
		case s.Kind.IsHeading():
			alone(strings.Repeat("#", level(s)) + " " + original(s.Text) + m.freeID(s) + "\n\n" + note)
		case s.Kind == translation.Code:
			alone("````\n" + s.Text + "\n````\n\n" + note)
		case s.Kind == translation.Quote:
			alone("> " + words(s, "> ", why))
		case s.Kind == translation.Definition:
			text.WriteString("\n: " + words(s, "  ", why))
			apart = true
		default:
			alone(words(s, "", why))
		}
		if after != nil {
			next.Start = after.Start
		}
		after = &next
	}
	out := text.String()
	if out == "" {
		return
	}
	if apart {
		out += "\n"
	}
	if at == 0 {
		out = strings.TrimLeft(out, "\n") + "\n\n"
	}
	m.edit(at, at, out)
}

// belowRow is the line below a row of the original, and whether it makes the row
// the head of its table.
func (m *marker) belowRow(s translation.Block) (line string, header bool) {
	rest := m.t.Source.Body[s.End:]
	_, rest, _ = bytes.Cut(rest, []byte("\n"))
	first, _, _ := bytes.Cut(rest, []byte("\n"))
	line = strings.TrimSpace(string(first))
	return line, delimiter(line)
}

// listMark is what begins an item of a list.
var listMark = regexp.MustCompile(`([-*+]|\d+[.)])\s+$`)

// itemPrefix is what stands before an item that is put behind a block. It is
// false where the item's list is not to be found.
func (m *marker) itemPrefix(after *translation.Block, s translation.Block) (string, bool) {
	own := listMark.FindString(s.Mark)
	switch {
	case after == nil || after.Kind != translation.Item:
		return own, own != "" && s.Depth == 1
	case own == "": // a further paragraph of the item before
		return continued(after.Mark), after.Depth == s.Depth
	case s.Depth == after.Depth+1:
		return continued(after.Mark) + own, true
	}
	// The list that is open at this depth is that of the nearest item before.
	if after.Depth == s.Depth && listMark.MatchString(after.Mark) {
		return after.Mark, true
	}
	blocks := m.t.Page.Blocks().Body
	for i := len(blocks) - 1; i >= 0; i-- {
		b := blocks[i]
		if b.Start <= max(after.Start, 0) && b.Kind == translation.Item && b.Depth == s.Depth && listMark.MatchString(b.Mark) {
			return b.Mark, true
		}
	}
	return "", false
}

func level(b translation.Block) int {
	n, err := strconv.Atoi(strings.TrimPrefix(string(b.Kind), "heading"))
	if err != nil {
		return 2
	}
	return n
}

// freeID writes the anchor of a heading of the original, where the translation
// leaves it free.
func (m *marker) freeID(s translation.Block) string {
	id := anchorOf(m.t.Source, s.End)
	taken := map[string]bool{}
	for _, h := range m.t.Page.Document().Headings {
		taken[h.ID] = true
	}
	if id == "" {
		id = "original"
	}
	unique := id
	for n := 2; taken[unique]; n++ {
		unique = fmt.Sprintf("%s-original-%d", id, n)
	}
	return " {#" + unique + "}"
}
