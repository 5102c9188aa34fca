package exchange

import (
	"bytes"
	"unicode/utf8"
)

// Fault is one thing that is wrong with a file, or with a translation.
type Fault struct {
	// Line and Column count from 1, the column in characters; 0 where the
	// place is not known.
	Line, Column int
	// ID names the text in the catalogues of package messages.
	ID   string
	Args map[string]any
}

// maxFaults is how many faults of one file are listed.
const maxFaults = 1000

// faults collects what is wrong with one file.
type faults struct{ list []Fault }

func (f *faults) add(line, column int, id string, args map[string]any) {
	if len(f.list) < maxFaults {
		f.list = append(f.list, Fault{line, column, id, args})
	} else if len(f.list) == maxFaults {
		f.list = append(f.list, Fault{line, 0, "exchange-many", map[string]any{"Limit": maxFaults}})
	}
}

// readable reports whether src is of a size that is read and in UTF-8.
func (f *faults) readable(src []byte) bool {
	if len(src) > MaxSize {
		f.add(0, 0, "exchange-size", map[string]any{"Size": len(src) >> 20, "Limit": MaxSize >> 20})
		return false
	}
	if bytes.HasPrefix(src, []byte("\xfe\xff")) || bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("<\x00")) || bytes.HasPrefix(src, []byte("\x00<")) {
		f.add(1, 1, "exchange-encoding", map[string]any{"Encoding": "UTF-16"})
		return false
	}
	if utf8.Valid(src) {
		return true
	}
	number := 0
	for line := range bytes.Lines(src) {
		number++
		if utf8.Valid(line) {
			continue
		}
		column := 1
		for rest := line; ; column++ {
			r, size := utf8.DecodeRune(rest)
			if r == utf8.RuneError && size <= 1 {
				break
			}
			rest = rest[size:]
		}
		f.add(number, column, "exchange-bytes", nil)
	}
	return false
}
