package resolution

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// The limits of what is read. A resolution takes some tens of kilobytes; these
// keep a mistaken file from taking the machine's time and memory. MaxSize is
// exported for callers, who need not read more than that.
const (
	MaxSize       = 8 << 20   // bytes
	maxLineLength = 1_000_000 // characters
	maxLines      = 50_000    // that are not blank
)

// guard refuses what is not text or is too much of it.
func guard(src []byte) error {
	if len(src) > MaxSize {
		return &Refusal{ID: "resolution-refused-large", Args: map[string]any{"size": len(src), "limit": MaxSize}}
	}
	head := src[:min(len(src), 8<<10)]
	if i := bytes.IndexByte(head, 0); i >= 0 && !bytes.HasPrefix(src, []byte{0xFF, 0xFE}) && !bytes.HasPrefix(src, []byte{0xFE, 0xFF}) {
		return &Refusal{ID: "resolution-refused-binary", Line: 1 + bytes.Count(head[:i], []byte("\n")), Args: map[string]any{"byte": "0x00"}}
	}
	wide := false // a character of several bytes was read
	line, length, filled, blank := 1, 0, 0, true
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if endsLine(r) {
			if !blank {
				filled++
			}
			blank = true
		} else if r != ' ' && r != '\t' {
			blank = false
		}
		switch {
		case r == '\n':
			line, length = line+1, -1
		case r == utf8.RuneError && n == 1:
			id := "resolution-refused-encoding"
			if wide {
				id = "resolution-refused-mixed"
			}
			return &Refusal{ID: id, Line: line, Args: map[string]any{"byte": fmt.Sprintf("0x%02X", src[i])}}
		case r < ' ' && r != '\t' && r != '\r' && r != '\v' && r != '\f':
			return &Refusal{ID: "resolution-refused-binary", Line: line, Args: map[string]any{"byte": fmt.Sprintf("0x%02X", r)}}
		case r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
			return &Refusal{ID: "resolution-refused-direction", Line: line, Args: map[string]any{"character": fmt.Sprintf("U+%04X", r)}}
		}
		wide = wide || n > 1
		if length++; length > maxLineLength {
			return &Refusal{ID: "resolution-refused-line", Line: line, Args: map[string]any{"length": lineLength(src[i:], length), "limit": maxLineLength}}
		}
		i += n
	}
	if filled > maxLines {
		return &Refusal{ID: "resolution-refused-lines", Args: map[string]any{"lines": filled, "limit": maxLines}}
	}
	if len(bytes.TrimSpace(src)) == 0 {
		return &Refusal{ID: "resolution-refused-empty"}
	}
	return nil
}

// lineFeeds ends the lines of a source that has carriage returns alone, as old
// Macintoshes wrote them, with line feeds.
func lineFeeds(src []byte) []byte {
	if bytes.IndexByte(src, '\n') >= 0 {
		return src
	}
	return bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
}

// lineLength is the length of a line of which read characters precede rest.
func lineLength(rest []byte, read int) int {
	if end := bytes.IndexByte(rest, '\n'); end >= 0 {
		rest = rest[:end]
	}
	return read - 1 + utf8.RuneCount(rest)
}
