package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Anchor is the id that Hugo gives a heading (its autoHeadingIDType "github"), or
// the one written behind it in braces; "" where it has none that stays the same,
// as where it calls a shortcode. taken holds the ids that are, each with the
// first number to try behind it.
func Anchor(n *ast.Heading, src []byte, shortcode bool, taken map[string]int) string {
	if v, ok := n.AttributeString("id"); ok {
		if b, isBytes := v.([]byte); isBytes {
			taken[string(b)] = max(1, taken[string(b)])
			return string(b)
		}
	}
	title := anchorText(n, src)
	if n.Lines().Len() > 1 { // an underlined heading: its last line
		title = title[strings.LastIndexByte(title, '\n')+1:]
	}
	if title == "" || shortcode {
		return ""
	}
	id := ""
	for _, r := range strings.TrimSpace(title) {
		switch {
		case r == '-' || r == ' ':
			id += "-"
		case r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			id += string(unicode.ToLower(r))
		}
	}
	if id == "" {
		id = "heading"
	}
	unique := id
	for i := max(1, taken[id]); taken[unique] > 0; i++ {
		unique = id + "-" + strconv.Itoa(i)
		taken[id] = i + 1
	}
	taken[unique] = max(1, taken[unique])
	return unique
}

// anchorText is the text that Hugo makes an id of: of what is emphasised or
// linked, it takes the first piece only.
func anchorText(n ast.Node, src []byte) string {
	var b bytes.Buffer
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		inner := c
		for inner != nil {
			switch piece := inner.(type) {
			case *ast.RawHTML: // only comments are allowed, and they leave nothing
				inner = nil
				continue
			case *ast.String:
				b.Write(piece.Value)
			case *ast.Text:
				b.Write(piece.Segment.Value(src))
				if piece.HardLineBreak() || piece.SoftLineBreak() {
					b.WriteByte('\n')
				}
			}
			inner = inner.FirstChild()
		}
	}
	return string(util.ResolveEntityNames(b.Bytes()))
}
