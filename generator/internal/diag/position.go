package diag

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
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

// argKey is a comparable form of the arguments, keys in order.
func argKey(d Diagnostic) string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(d.Args)) {
		fmt.Fprintf(&b, "%s=%v\x00", k, d.Args[k])
	}
	return b.String()
}
