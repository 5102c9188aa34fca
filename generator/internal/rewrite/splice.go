package rewrite

import (
	"bytes"
	"cmp"
	"slices"
)

// span is a range of bytes.
type span struct{ start, end int }

// splice puts text in the place of a range.
type splice struct {
	span
	text string
	// before is true of what belongs to what follows: it stands behind what
	// other splices put in the same place.
	before bool
}

// apply returns src with the splices, which do not overlap. Those of one place
// keep their order.
func apply(src []byte, splices []splice) []byte {
	slices.SortStableFunc(splices, func(a, b splice) int {
		side := func(s splice) int {
			if s.before {
				return 1
			}
			return 0
		}
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(side(a), side(b)))
	})
	var out []byte
	at := 0
	for _, s := range splices {
		out = append(out, src[at:s.start]...)
		out = append(out, s.text...)
		at = s.end
	}
	return append(out, src[at:]...)
}

var bom = []byte("\ufeff")

// cutBOM parts the mark that some editors of Windows put first from the rest.
func cutBOM(file []byte) (mark, rest []byte) {
	if bytes.HasPrefix(file, bom) {
		return file[:len(bom)], file[len(bom):]
	}
	return nil, file
}

// lineEnd is how the lines of src end, by its first.
func lineEnd(src []byte) string {
	if i := bytes.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// lineStart is the first byte of the line in which at stands.
func lineStart(src []byte, at int) int { return bytes.LastIndexByte(src[:at], '\n') + 1 }

// lineStop is the byte behind the last of the line in which at stands, without
// what ends the line.
func lineStop(src []byte, at int) int {
	i := bytes.IndexByte(src[at:], '\n')
	switch {
	case i < 0:
		return len(src)
	case i > 0 && src[at+i-1] == '\r':
		return at + i - 1
	}
	return at + i
}

// nextLine is the first byte of the line behind that in which at stands, or the
// end of src.
func nextLine(src []byte, at int) int {
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(src)
}
