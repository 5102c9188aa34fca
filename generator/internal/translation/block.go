package translation

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"resolutionsite/generator/internal/markdown"
)

// Kind is what a block is. Kinds of the same name are paired with each other
// where a page is adopted.
type Kind string

// The kinds of blocks. A heading has its level in its kind: heading2.
const (
	Field      Kind = "field"  // of the front matter
	String     Kind = "string" // of the interface, or one plural form of it
	Paragraph  Kind = "paragraph"
	Item       Kind = "item" // of a list, also a further paragraph in one
	Quote      Kind = "quote"
	Row        Kind = "row" // of a table, its head included
	Term       Kind = "term"
	Definition Kind = "definition"
	Note       Kind = "note" // a footnote
	Code       Kind = "code"
)

// headings are the kinds of headings, by level.
var headings = [...]Kind{1: "heading1", "heading2", "heading3", "heading4", "heading5", "heading6"}

// IsHeading reports whether a kind is that of a heading, of any level.
func (k Kind) IsHeading() bool { return strings.HasPrefix(string(k), "heading") }

// Block is the smallest part of a text that is translated, recorded and shown
// by itself.
type Block struct {
	Kind Kind
	// ID is unique in its page and the same as long as the wording is: for a
	// block of the body a hash of its normalised text, with a number behind it
	// where the page says the same more than once; for a field its path
	// ("asks.0.of"), for a string its key and plural form ("count[few]").
	ID string
	// Text is the block's Markdown without what marks the block itself ("## ",
	// "- "). A line that only wraps is a space; a hard break is "\n".
	Text string
	// Start and End are the bytes of the body that Text was made of, from the
	// first character of the text to the last; 0 for fields and strings.
	Start, End int
	// Mark is what stands before the text on its first line: "## ", "- ", "> ".
	Mark string
	// Depth is how many lists and quotes the block stands in.
	Depth int
}

// Named makes a block of a field or string. Its kind and identity are its name.
func Named(kind Kind, name, text string) Block { return Block{Kind: kind, ID: name, Text: text} }

// TextOf is the text of several blocks with something between them.
func TextOf(blocks []Block, between string) string {
	texts := make([]string, len(blocks))
	for i, b := range blocks {
		texts[i] = b.Text
	}
	return strings.Join(texts, between)
}

// Splitter splits pages into blocks.
type Splitter struct{ parser *markdown.Parser }

// NewSplitter makes a splitter. It may be used by several goroutines.
func NewSplitter() *Splitter { return &Splitter{markdown.NewBlocks()} }

// Split gives the blocks of a page's Markdown in its order. What has no words
// to translate, such as a line or a shortcode that stands alone, is no block.
func (s *Splitter) Split(body []byte) []Block {
	masked := body
	if bytes.Contains(body, []byte("{{")) {
		masked, _ = markdown.Mask(body)
	}
	blocks := make([]Block, 0, bytes.Count(body, []byte("\n"))+1) // at most one a line
	add := func(n ast.Node, kind Kind) {
		if b, ok := blockOf(n, kind, body, masked); ok {
			blocks = append(blocks, b)
		}
	}
	_ = ast.Walk(s.parser.Parse(masked), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			add(n, headings[n.Level])
		case *ast.Paragraph, *ast.TextBlock:
			add(n, kindIn(n))
		case *extast.DefinitionTerm:
			add(n, Term)
		case *extast.TableHeader, *extast.TableRow:
			if b, ok := rowOf(n, body, masked); ok {
				blocks = append(blocks, b)
			}
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			add(n, Code)
		default:
			return ast.WalkContinue, nil
		}
		return ast.WalkSkipChildren, nil
	})
	Identify(blocks)
	return blocks
}

// Identify gives blocks of a body their IDs.
func Identify(blocks []Block) {
	seen := make(map[string]int, len(blocks))
	for i := range blocks {
		hash := Hash(blocks[i].Text)
		if seen[hash]++; seen[hash] > 1 {
			blocks[i].ID = fmt.Sprintf("%s-%d", hash, seen[hash])
		} else {
			blocks[i].ID = hash
		}
	}
}

// kindIn is the kind of a paragraph by the nearest block it stands in.
func kindIn(n ast.Node) Kind {
	for p := n.Parent(); p != nil; p = p.Parent() {
		switch p.Kind() {
		case ast.KindListItem:
			return Item
		case ast.KindBlockquote:
			return Quote
		case extast.KindFootnote:
			return Note
		case extast.KindDefinitionDescription:
			return Definition
		}
	}
	return Paragraph
}

func depth(n ast.Node) int {
	d := 0
	for p := n.Parent(); p != nil; p = p.Parent() {
		if p.Kind() == ast.KindListItem || p.Kind() == ast.KindBlockquote {
			d++
		}
	}
	return d
}

// blockOf makes a block of a node's lines.
func blockOf(n ast.Node, kind Kind, body, masked []byte) (Block, bool) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return Block{}, false
	}
	start, end := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	start += len(body[start:end]) - len(bytes.TrimLeft(body[start:end], " \t\r\n"))
	end = start + len(bytes.TrimRight(body[start:end], " \t\r\n"))
	if start >= end || kind != Code && !hasWords(masked[start:end]) {
		return Block{}, false
	}
	text := markdown.Words(lines, body)
	if kind == Code {
		text = strings.TrimRight(string(lines.Value(body)), " \t\r\n")
	}
	return Block{
		Kind: kind, Text: text, Start: start, End: end,
		Mark: mark(body, start), Depth: depth(n),
	}, true
}

// rowOf makes a block of the line that a table row stands on.
func rowOf(n ast.Node, body, masked []byte) (Block, bool) {
	start, end, ok := markdown.Row(n, body)
	if !ok || !hasWords(masked[start:end]) {
		return Block{}, false
	}
	return Block{Kind: Row, Text: string(body[start:end]), Start: start, End: end, Mark: mark(body, start), Depth: depth(n)}, true
}

// mark is what stands before a block on its line.
func mark(body []byte, start int) string {
	line := bytes.LastIndexByte(body[:start], '\n') + 1
	return string(body[line:start])
}

// hasWords reports whether a text has a letter or digit outside its shortcodes'
// calls. What stands between an opening and a closing call is text.
func hasWords(masked []byte) bool {
	return bytes.ContainsFunc(masked, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
