package project

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	mdtext "github.com/yuin/goldmark/text"
)

// Document is what the rules need of a page's Markdown. Offsets are bytes in
// Page.Body.
type Document struct {
	Headings   []Heading
	Links      []Link
	Images     []Image
	HTML       []int // where raw HTML stands
	Shortcodes []Shortcode
}

// Heading is one heading; ID is the anchor it will have on the page.
type Heading struct {
	Level    int
	Text, ID string
	Offset   int
}

// Link is a link to Destination.
type Link struct {
	Destination string
	Offset      int
}

// Image is a picture and its alternative text.
type Image struct {
	Destination, Alt string
	Offset           int
}

// Shortcode is a call of a template from the text: {{< name … >}}.
type Shortcode struct {
	Name   string
	Offset int
}

// Document parses the page's Markdown, once, with the parser and the
// extensions that Hugo renders with, so that both see the same blocks.
func (p *Page) Document() *Document {
	if p.document == nil {
		p.document = parseDocument(p.Body)
	}
	return p.document
}

func parseDocument(body []byte) *Document {
	d := &Document{}
	src := d.maskShortcodes(body)
	md := goldmark.New(
		goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.DefinitionList),
		goldmark.WithParserOptions(parser.WithAttribute()),
	)
	anchors := map[string]bool{}
	_ = ast.Walk(md.Parser().Parse(mdtext.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		at := max(0, n.Pos())
		switch n := n.(type) {
		case *ast.Heading:
			title := plainText(n, src)
			d.Headings = append(d.Headings, Heading{Level: n.Level, Text: title, ID: anchor(n, title, anchors), Offset: at})
		case *ast.Link:
			d.Links = append(d.Links, Link{Destination: string(n.Destination), Offset: at})
		case *ast.AutoLink:
			d.Links = append(d.Links, Link{Destination: string(n.URL(src)), Offset: at})
		case *ast.Image:
			d.Images = append(d.Images, Image{Destination: string(n.Destination), Alt: plainText(n, src), Offset: at})
		case *ast.RawHTML:
			if n.Segments.Len() > 0 {
				at = n.Segments.At(0).Start
			}
			html := n.Segments.Value(src)
			if !isComment(html) && !bytes.HasPrefix(html, []byte("</")) { // its opening tag says it
				d.HTML = append(d.HTML, at)
			}
		case *ast.HTMLBlock:
			if n.Lines().Len() > 0 {
				at = n.Lines().At(0).Start
			}
			if !isComment(n.Lines().Value(src)) {
				d.HTML = append(d.HTML, at)
			}
		case *extast.FootnoteBacklink:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return d
}

// isComment reports whether raw HTML is a comment only, which is never
// rendered and may hold a note to colleagues.
func isComment(html []byte) bool {
	s := strings.TrimSpace(string(html))
	return strings.HasPrefix(s, "<!--") && strings.Index(s, "-->") == len(s)-len("-->")
}

func plainText(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			switch c := c.(type) {
			case *ast.Text:
				b.Write(c.Value(src))
				if c.SoftLineBreak() {
					b.WriteByte(' ')
				}
			case *ast.String:
				b.Write(c.Value)
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// anchor is the id that Hugo gives a heading (its autoHeadingIDType "github"),
// or the one written behind it in braces.
func anchor(n *ast.Heading, title string, taken map[string]bool) string {
	id := ""
	if v, ok := n.AttributeString("id"); ok {
		if b, isBytes := v.([]byte); isBytes {
			return string(b)
		}
	}
	for _, r := range title {
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
	for i := 1; taken[unique]; i++ {
		unique = id + "-" + strconv.Itoa(i)
	}
	taken[unique] = true
	return unique
}

var shortcode = regexp.MustCompile(`\{\{[<%]\s*/?\s*([^\s>%/]*)[^}]*\}\}`)

// maskShortcodes notes the shortcodes of body and returns a copy in which they
// are blanks, byte for byte, so that the Markdown parser does not take their
// angle brackets for HTML.
func (d *Document) maskShortcodes(body []byte) []byte {
	masked := []byte(string(body))
	for _, m := range shortcode.FindAllSubmatchIndex(body, -1) {
		d.Shortcodes = append(d.Shortcodes, Shortcode{Name: string(body[m[2]:m[3]]), Offset: m[0]})
		for i := m[0]; i < m[1]; i++ {
			if masked[i] != '\n' {
				masked[i] = ' '
			}
		}
	}
	return masked
}
