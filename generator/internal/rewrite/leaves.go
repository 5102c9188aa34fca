package rewrite

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"resolutionsite/generator/internal/markdown"
)

// leaf is a block of a page that holds text, or none.
type leaf struct {
	span        // from the first character of the text to the last
	kind string // with what must stay the same: "heading2"
	// path is the kinds of the blocks it stands in, where has their numbers too.
	path, where string
	// text is its words as translators see them: on one line, "\n" being a hard
	// break. Code, and what is no words, is as it is.
	text string
	// mark is what stands before the text on its line, as on every line of code.
	mark string
	// outer is the end of the last line that is part of the block.
	outer int
	// columns is how many columns the table of a row has.
	columns int
}

// The kinds of leaves that are treated in a way of their own.
const (
	paragraphKind = "paragraph"
	textKind      = "text" // a paragraph of a list without blank lines
	termKind      = "term"
	codeKind      = "code"
	rowKind       = "row"
	headKind      = "head" // of a table, with its alignments
)

// outline finds the leaves of a page.
func outline(parser *markdown.Parser, body []byte) []leaf {
	masked := body
	if bytes.Contains(body, []byte("{{")) {
		masked, _ = markdown.Mask(body)
	}
	o := outliner{body: body}
	o.walk(parser.Parse(masked), "", "")
	return o.leaves
}

type outliner struct {
	body       []byte
	leaves     []leaf
	containers int
}

func (o *outliner) walk(parent ast.Node, path, where string) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		l := leaf{path: path, where: where, span: span{-1, -1}}
		switch n := n.(type) {
		case *ast.Heading:
			l.kind = fmt.Sprintf("heading%d", n.Level)
			o.words(&l, n)
			if l.start >= 0 && !strings.Contains(l.mark, "#") { // underlined
				l.outer = lineStop(o.body, nextLine(o.body, l.end))
			}
		case *ast.Paragraph:
			l.kind = paragraphKind
			o.words(&l, n)
		case *ast.TextBlock:
			l.kind = textKind
			o.words(&l, n)
		case *extast.DefinitionTerm:
			l.kind = termKind
			o.words(&l, n)
		case *extast.TableHeader:
			l.kind = fmt.Sprint(headKind, n.Alignments)
			o.row(&l, n)
			l.outer = lineStop(o.body, nextLine(o.body, l.outer))
		case *extast.TableRow:
			l.kind = rowKind
			o.row(&l, n)
		case *ast.FencedCodeBlock:
			l.kind = codeKind + string(n.Language(o.body))
			o.code(&l, n)
			if next := nextLine(o.body, l.outer); bytes.ContainsAny(o.body[next:lineStop(o.body, next)], "`~") {
				l.outer = lineStop(o.body, next)
			}
		case *ast.CodeBlock:
			l.kind = codeKind
			o.code(&l, n)
		case *extast.Footnote:
			o.container(n, fmt.Sprintf("footnote(%s)", n.Ref), path, where)
			continue
		case *ast.List:
			o.container(n, fmt.Sprintf("list(%c)", n.Marker), path, where)
			continue
		case *ast.ListItem, *ast.Blockquote, *extast.FootnoteList, *extast.Table, *extast.DefinitionList, *extast.DefinitionDescription:
			o.container(n, n.Kind().String(), path, where)
			continue
		default: // HTML, definitions of links, lines
			l.kind = n.Kind().String()
			if lines := n.Lines(); lines.Len() > 0 {
				l.text = string(lines.Value(o.body))
			}
		}
		o.leaves = append(o.leaves, l)
	}
}

func (o *outliner) container(n ast.Node, kind, path, where string) {
	o.containers++
	o.walk(n, path+"/"+kind, fmt.Sprintf("%s/%s%d", where, kind, o.containers))
}

// words fills in a leaf from the lines of a node.
func (o *outliner) words(l *leaf, n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	o.trim(l, lines.At(0).Start, lines.At(lines.Len()-1).Stop)
	l.text = markdown.Words(lines, o.body)
}

// normal is a text without the blanks around each of its lines.
func normal(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i := range lines {
		lines[i] = strings.TrimSpace(lines[i])
	}
	return strings.Join(lines, "\n")
}

// trim gives a leaf the place of a text without the blanks around it.
func (o *outliner) trim(l *leaf, start, end int) {
	text := o.body[start:end]
	start += len(text) - len(bytes.TrimLeft(text, " \t\r\n"))
	l.span = span{start, start + len(bytes.Trim(text, " \t\r\n"))}
	if l.end <= l.start {
		l.span = span{-1, -1}
		return
	}
	l.mark = string(o.body[lineStart(o.body, start):start])
	l.outer = lineStop(o.body, l.end)
}

// code fills in a leaf from the lines of code, which begin behind its mark.
func (o *outliner) code(l *leaf, n ast.Node) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	for i := range lines.Len() {
		line := lines.At(i)
		l.text += strings.Repeat(" ", line.Padding) + string(o.body[line.Start:line.Stop])
	}
	l.text = strings.TrimRight(strings.ReplaceAll(l.text, "\r\n", "\n"), "\n")
	first := lines.At(0)
	o.trim(l, first.Start, lines.At(lines.Len()-1).Stop)
	l.mark = string(o.body[lineStart(o.body, first.Start):first.Start])
}

// row fills in a leaf from the line of a table's row.
func (o *outliner) row(l *leaf, n ast.Node) {
	l.columns = n.ChildCount()
	start, end, ok := markdown.Row(n, o.body)
	if !ok {
		return
	}
	o.trim(l, start, end)
	if l.start >= 0 {
		l.text = string(o.body[l.start:l.end])
	}
}
