package diag

import (
	"bytes"
	"unicode/utf8"
)

// Position turns a byte offset in src into a line and column, both from 1,
// the column in characters. An offset past the end gives the end.
func Position(src []byte, offset int) (line, column int) {
	offset = max(0, min(offset, len(src)))
	before := src[:offset]
	line = 1 + bytes.Count(before, []byte("\n"))
	start := bytes.LastIndexByte(before, '\n') + 1
	return line, 1 + utf8.RuneCount(before[start:])
}
