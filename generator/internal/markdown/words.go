package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// Words is the text of a block's lines as one who translates it sees it: without
// the blanks around each line, a line that only wraps being a space and a hard
// break a line feed.
func Words(lines *text.Segments, src []byte) string {
	var b strings.Builder
	for i := range lines.Len() {
		line := lines.At(i)
		words := bytes.TrimRight(src[line.Start:line.Stop], "\r\n")
		between := byte(' ')
		switch slashes := len(words) - len(bytes.TrimRight(words, `\`)); {
		case i == lines.Len()-1:
			between = 0
		case slashes%2 == 1: // of two, one is escaped by the other
			words, between = words[:len(words)-1], '\n'
		case bytes.HasSuffix(words, []byte("  ")):
			between = '\n'
		}
		b.Write(bytes.TrimSpace(words))
		if between != 0 {
			b.WriteByte(between)
		}
	}
	return strings.TrimSpace(b.String())
}

// Cells are the texts of the cells of a table's row, as they are written: a sign
// that divides cells is none behind a backslash. Every row has one at least.
func Cells(row string) []string {
	row = strings.TrimPrefix(strings.TrimSpace(row), "|")
	var all []string
	start := 0
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '|':
			all = append(all, strings.TrimSpace(row[start:i]))
			start = i + 1
		}
	}
	if last := strings.TrimSpace(row[start:]); last != "" || all == nil {
		all = append(all, last)
	}
	return all
}

// Row is where the line of a table's row begins and ends, without the signs of
// what the table stands in and the blanks at both ends; false for a row without
// cells.
func Row(row ast.Node, src []byte) (start, end int, ok bool) {
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Lines().Len() == 0 {
			continue
		}
		at := c.Lines().At(0).Start
		start = bytes.LastIndexByte(src[:at], '\n') + 1
		start = at - len(bytes.TrimLeft(src[start:at], " \t>"))
		end = len(src)
		if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
			end = at + i
		}
		return start, start + len(bytes.TrimRight(src[start:end], " \t\r")), true
	}
	return 0, 0, false
}
