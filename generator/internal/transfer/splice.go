package transfer

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"resolutionsite/generator/internal/translation"
)

// splice puts words into the Markdown of a page, in the places of its blocks or
// behind them, and leaves every other byte as it is.
type splice struct {
	body []byte
	// slots are the blocks of the body in order, with what is to become of them.
	slots []slot
}

// slot is a block of a page, or the place of one behind it.
type slot struct {
	// unit is the index of the unit that the block belongs to, -1 for none.
	unit  int
	block translation.Block
	// texts are the block's words from now on: several make several blocks, none
	// take it away.
	texts []string
	// behind are the blocks to put behind this one.
	behind []addition
}

// addition is a block that a page does not have yet.
type addition struct {
	unit  int
	kind  translation.Kind
	mark  string // "## ", "- "
	tail  string // what stands behind the text of a heading: "{#id}"
	texts []string
}

// placed is a block of the result and its unit.
type placed struct {
	translation.Block
	unit int
}

// misread is the error for words that would not be the block that they are meant
// to be.
type misread struct {
	unit       int
	text, read string
}

func (e *misread) Error() string { return fmt.Sprintf("%q would be read as %q", e.text, e.read) }

// apply gives the new body and its blocks. first are the additions before every
// block. The error is a *misread where words would change the page's structure.
func (s *splice) apply(first []addition) ([]byte, []placed, error) {
	var b bytes.Buffer
	var wanted []placed
	want := func(unit int, texts []string) {
		for _, text := range texts {
			wanted = append(wanted, placed{translation.Block{Text: text}, unit})
		}
	}
	newline := "\n"
	if bytes.Contains(s.body, []byte("\r\n")) {
		newline = "\r\n"
	}
	at := 0
	if len(first) > 0 {
		for i, a := range first {
			if i > 0 && !(tight(first[i-1].kind, a.kind)) {
				b.WriteString(newline)
			}
			b.WriteString(a.markdown(newline) + newline)
			want(a.unit, a.texts)
		}
		rest := bytes.TrimLeft(s.body, "\r\n")
		at = len(s.body) - len(rest)
		lead := s.body[:at] // the empty lines below the front matter stay above
		head := bytes.Clone(b.Bytes())
		b.Reset()
		b.Write(lead)
		b.Write(head)
		if len(rest) > 0 {
			b.WriteString(newline)
		}
	}
	for _, slot := range s.slots {
		if len(slot.texts) == 0 {
			start, end := s.lines(slot.block)
			b.Write(s.body[at:max(at, start)])
			at = max(at, end)
		} else {
			b.Write(s.body[at:slot.block.Start])
			if old := string(s.body[slot.block.Start:slot.block.End]); len(slot.texts) == 1 && slot.texts[0] == slot.block.Text {
				b.WriteString(old)
			} else {
				b.WriteString(inPlace(slot.texts, slot.block.Kind, slot.block.Mark, newline))
			}
			at = slot.block.End
			want(slot.unit, slot.texts)
		}
		last := slot.block.Kind
		for _, a := range slot.behind {
			if end := s.lineEnd(at); end > at { // attributes, spaces
				b.Write(s.body[at:end])
				at = end
			}
			b.WriteString(newline)
			if !tight(last, a.kind) {
				b.WriteString(newline)
			}
			b.WriteString(a.markdown(newline))
			want(a.unit, a.texts)
			last = a.kind
		}
	}
	b.Write(s.body[at:])
	body := b.Bytes()
	blocks, err := compareBlocks(translation.NewSplitter().Split(body), wanted)
	return body, blocks, err
}

// tight reports whether no empty line stands between two blocks.
func tight(a, b translation.Kind) bool {
	return a == b && (a == translation.Item || a == translation.Row)
}

// compareBlocks holds what a page is read as to what it is meant to be.
func compareBlocks(read []translation.Block, wanted []placed) ([]placed, error) {
	for i := range max(len(read), len(wanted)) {
		switch {
		case i >= len(wanted):
			return nil, &misread{unit: unitAt(wanted, i-1), text: textAt(wanted, i-1), read: read[i].Text}
		case i >= len(read):
			return nil, &misread{unit: wanted[i].unit, text: wanted[i].Text}
		case translation.Normalize(unescaped(read[i].Text)) != translation.Normalize(unescaped(wanted[i].Text)):
			return nil, &misread{unit: wanted[i].unit, text: wanted[i].Text, read: read[i].Text}
		}
		wanted[i].Block = read[i]
	}
	return wanted, nil
}

func unitAt(wanted []placed, i int) int {
	if i < 0 {
		return -1
	}
	return wanted[i].unit
}

func textAt(wanted []placed, i int) string {
	if i < 0 {
		return ""
	}
	return wanted[i].Text
}

// opening is what at the beginning of a line would make another block of it.
var opening = regexp.MustCompile(`^(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|\d{1,9}[.)](?:\s|$)|\||~~~|` + "```" + `|:\s|=+\s*$|-+\s*$)`)

// guarded escapes a text that would begin another block.
func guarded(text string, kind translation.Kind) string {
	if kind == translation.Row || kind == translation.Code || kind.IsHeading() || !opening.MatchString(text) {
		return text
	}
	if i := strings.IndexAny(text, ".)"); i > 0 && text[0] >= '0' && text[0] <= '9' {
		return text[:i] + `\` + text[i:]
	}
	return `\` + text
}

// unescaped is a text as it is compared with another that may be guarded.
func unescaped(text string) string {
	if i := strings.IndexByte(text, '\\'); i >= 0 && i < 12 && guarded(text[:i]+text[i+1:], translation.Paragraph) == text {
		return text[:i] + text[i+1:]
	}
	return text
}

// inPlace writes texts where a block begins.
func inPlace(texts []string, kind translation.Kind, mark, newline string) string {
	next := newline + continuation(mark)
	var all []string
	for _, text := range texts {
		if kind == translation.Code {
			all = append(all, strings.ReplaceAll(text, "\n", next))
			continue
		}
		lines := strings.Split(text, "\n")
		for i, line := range lines {
			if i == 0 {
				line = guarded(line, kind)
			}
			lines[i] = line
		}
		all = append(all, strings.Join(lines, `\`+next))
	}
	return strings.Join(all, newline+strings.TrimRight(continuation(mark), " ")+next)
}

func (a addition) markdown(newline string) string {
	return a.mark + inPlace(a.texts, a.kind, a.mark, newline) + a.tail
}

// continuation is what stands before the further lines of a block: the signs of
// quotations, and spaces for the rest.
func continuation(mark string) string {
	if strings.HasPrefix(mark, "[^") {
		return "    "
	}
	if strings.HasPrefix(strings.TrimLeft(mark, " "), "#") {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r == '>' || r == '\t' {
			return r
		}
		return ' '
	}, mark)
}

// lines are the bytes of the lines that a block stands on, with the empty line
// behind them where one stands before them too.
func (s *splice) lines(b translation.Block) (start, end int) {
	start = bytes.LastIndexByte(s.body[:b.Start], '\n') + 1
	end = s.lineEnd(b.End)
	end += newlineAt(s.body, end)
	above := len(bytes.TrimSpace(s.body[:start])) == 0 || bytes.HasSuffix(s.body[:start], []byte("\n\n")) || bytes.HasSuffix(s.body[:start], []byte("\r\n\r\n"))
	if above {
		end += newlineAt(s.body, end)
	}
	return start, end
}

// newlineAt is the length of the line break at an offset, 0 where there is none.
func newlineAt(body []byte, at int) int {
	switch {
	case bytes.HasPrefix(body[at:], []byte("\r\n")):
		return 2
	case bytes.HasPrefix(body[at:], []byte("\n")):
		return 1
	}
	return 0
}

// lineEnd is the end of the line that an offset stands on, without its break.
func (s *splice) lineEnd(at int) int {
	i := bytes.IndexByte(s.body[at:], '\n')
	if i < 0 {
		return len(s.body)
	}
	end := at + i
	if end > at && s.body[end-1] == '\r' {
		end--
	}
	return end
}

// slotsOf are slots that keep the blocks of a translation as they are.
func slotsOf(units []translation.Unit) []slot {
	var slots []slot
	for i, u := range units {
		if u.Name() != "" {
			continue
		}
		for _, b := range u.Target {
			slots = append(slots, slot{unit: i, block: b, texts: []string{b.Text}})
		}
	}
	slices.SortFunc(slots, func(a, b slot) int { return a.block.Start - b.block.Start })
	return slots
}
