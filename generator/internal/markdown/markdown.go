// Package markdown reads the Markdown of pages as Hugo does: with the same
// parser and the same extensions, so that all that look at a page's text agree
// with what is rendered about where each block begins and ends.
//
// Shortcodes are no Markdown. Mask puts a letter in the place of each of their
// bytes, as Hugo does while it renders, so that the parser does not take their
// angle brackets for HTML and every offset stays what it was.
package markdown

import (
	"bytes"
	"regexp"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Parser is a parser of pages. It may be used by several goroutines.
type Parser struct{ parser parser.Parser }

// New makes a parser.
func New() *Parser {
	return &Parser{goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAttribute()),
	).Parser()}
}

// Parse reads a text whose shortcodes are masked. Offsets in the tree are those
// of the text.
func (p *Parser) Parse(masked []byte) ast.Node { return p.parser.Parse(text.NewReader(masked)) }

// Shortcode is a call of a template from the text: {{< name … >}}.
type Shortcode struct {
	Name string
	// Start and End are the bytes of the call, delimiters included.
	Start, End int
	// Closing is true of the call that ends what another begins: {{< /name >}}.
	Closing bool
}

// shortcode is a call with its delimiters, perhaps commented out, its name,
// and arguments of which quoted ones may hold the delimiters.
var shortcode = regexp.MustCompile("\\{\\{[<%](/\\*)?\\s*(/)?\\s*([^\\s>%/\"`]*)(?:\"(?:\\\\.|[^\"\\\\])*\"|`[^`]*`|[^\"`])*?[>%]\\}\\}")

// Masked stands for every byte of a shortcode.
const Masked = '\x01'

// Mask returns a copy of body in which shortcodes are masked, byte for byte but
// for line feeds, and their calls in the order of the text. Those commented
// out, {{</* name */>}}, are masked and not listed.
func Mask(body []byte) (masked []byte, calls []Shortcode) {
	masked = []byte(string(body))
	for _, m := range shortcode.FindAllSubmatchIndex(body, -1) {
		if m[2] < 0 { // not commented out
			calls = append(calls, Shortcode{Name: string(body[m[6]:m[7]]), Start: m[0], End: m[1], Closing: m[4] >= 0})
		}
		for i := m[0]; i < m[1]; i++ {
			if masked[i] != '\n' {
				masked[i] = Masked
			}
		}
	}
	return masked, calls
}

// NewBlocks makes a parser that finds blocks only: their text is not read, which
// takes most of the time. Footnotes stand where they are written.
func NewBlocks() *Parser {
	blocks := append(parser.DefaultBlockParsers(),
		util.Prioritized(extension.NewFootnoteBlockParser(), 999),
		util.Prioritized(extension.NewDefinitionListParser(), 101),
		util.Prioritized(extension.NewDefinitionDescriptionParser(), 102),
	)
	paragraphs := []util.PrioritizedValue{
		util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
		util.Prioritized(extension.NewTableParagraphTransformer(), 200),
	}
	return &Parser{parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithParagraphTransformers(paragraphs...),
		parser.WithAttribute(),
	)}
}

// definitions takes the definitions of links out of paragraphs. Most have none,
// which the first letter tells at less cost.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(n *ast.Paragraph, reader text.Reader, pc parser.Context) {
	if n.Lines().Len() > 0 {
		first := n.Lines().At(0)
		if !bytes.HasPrefix(bytes.TrimLeftFunc(first.Value(reader.Source()), unicode.IsSpace), []byte("[")) {
			return
		}
	}
	d.ParagraphTransformer.Transform(n, reader, pc)
}
