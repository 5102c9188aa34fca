package rewrite

import (
	"bytes"
	"strings"
)

// replaceBlock replaces a literal or folded text. In quotes, it moves up to the
// line where its sign stands.
func (f *fieldWriter) replaceBlock(n *node) {
	headEnd := lineStop(f.src, n.start)
	first := nextLine(f.src, n.start)
	if first < n.end {
		line := bytes.TrimLeft(f.src[first:n.end], " \r\n")
		in := f.src[lineStart(f.src, n.end-len(line)) : n.end-len(line)]
		if text := f.blockText(n, string(in)); text != "" {
			f.way(splice{span: span{first, n.end}, text: text})
		}
	}
	for _, value := range f.values(plain) {
		f.way(splice{span: n.head, text: value}, splice{span: span{headEnd, max(headEnd, n.end)}})
	}
}

// blockText writes the text in lines that are as far in as in; "" where that
// cannot be.
func (f *fieldWriter) blockText(n *node, in string) string {
	text := f.edit.Text
	if in == "" || text == "" || strings.Trim(text, " \t\n") != text {
		return ""
	}
	var lines []string
	for i, line := range strings.Split(text, "\n") {
		if n.style == folded && i > 0 {
			lines = append(lines, "") // a line end of its own would be a space
		}
		switch {
		case n.style == literal:
			lines = append(lines, line)
		case line != strings.Trim(line, " \t"):
			return "" // would not be folded
		case line != "":
			lines = append(lines, wrap(line, f.width(n))...)
		}
	}
	for i, line := range lines {
		if line != "" {
			lines[i] = in + line
		}
	}
	return strings.Join(lines, f.newline)
}

// width is that of the longest line of a block, in characters, if it has
// several.
func (f *fieldWriter) width(n *node) int {
	lines := bytes.Split(f.src[nextLine(f.src, n.start):n.end], []byte("\n"))
	if len(lines) < 2 {
		return 0
	}
	width := 0
	for _, line := range lines {
		width = max(width, len([]rune(string(bytes.TrimSpace(line)))))
	}
	return width
}

// wrap breaks a text at single spaces into lines of at most width characters,
// or not at all where width is 0.
func wrap(text string, width int) []string {
	if width == 0 {
		return []string{text}
	}
	var lines []string
	line := ""
	for i, word := range strings.Split(text, " ") {
		switch longer := line + " " + word; {
		case i == 0:
			line = word
		case len([]rune(longer)) > width && word != "" && line != "" && !strings.HasSuffix(line, " "):
			lines = append(lines, line)
			line = word
		default:
			line = longer
		}
	}
	return append(lines, line)
}
