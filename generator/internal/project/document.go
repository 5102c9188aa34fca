package project

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"resolutionsite/generator/internal/markdown"
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

// Heading is one heading.
type Heading struct {
	Level int
	Text  string
	// ID is the anchor that it will have on the page, or "" where it has none,
	// or none that stays the same.
	ID string
	// Shortcode is true where the text calls one. Hugo then makes the id of a
	// number that changes from build to build, unless one is given.
	Shortcode bool
	Offset    int
}

// Link is a link to Destination. Text is what a reader hears of it: its words,
// or the alternative text of an image in it.
type Link struct {
	Destination, Text string
	Offset            int
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
	src, calls := markdown.Mask(body)
	for _, call := range calls {
		d.Shortcodes = append(d.Shortcodes, Shortcode{Name: call.Name, Offset: call.Start})
	}
	anchors := map[string]int{}
	_ = ast.Walk(markdown.New().Parse(src), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		at := max(0, n.Pos())
		switch n := n.(type) {
		case *ast.Heading:
			h := Heading{Level: n.Level, Text: plainText(n, src), Offset: at}
			h.Shortcode = bytes.IndexByte(n.Lines().Value(src), markdown.Masked) >= 0
			h.ID = markdown.Anchor(n, src, h.Shortcode, anchors)
			d.Headings = append(d.Headings, h)
		case *ast.Link:
			d.Links = append(d.Links, Link{Destination: string(n.Destination), Text: linkText(n, src), Offset: at})
		case *ast.AutoLink:
			// A bare address begins behind what the parser gives as its place.
			at += max(0, bytes.Index(src[at:], n.Label(src)))
			if src[max(0, at-1)] == '<' {
				at--
			}
			to := string(n.URL(src))
			if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(to), "mailto:") {
				to = "mailto:" + to
			}
			d.Links = append(d.Links, Link{Destination: to, Text: to, Offset: at})
		case *ast.Image:
			d.Images = append(d.Images, Image{Destination: string(n.Destination), Alt: plainText(n, src), Offset: at})
		case *ast.RawHTML:
			html := n.Segments.Value(src)
			if !bytes.HasPrefix(html, []byte("</")) { // its opening tag says it
				d.html(html, n.Segments.At(0).Start)
			}
		case *ast.HTMLBlock:
			html, start := n.Lines().Value(src), at
			if n.Lines().Len() > 0 {
				start = n.Lines().At(0).Start
			}
			if n.HasClosure() {
				html = slices.Concat(html, n.ClosureLine.Value(src))
			}
			d.html(html, start)
		case *extast.FootnoteBacklink:
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
	return d
}

var comment = regexp.MustCompile(`(?s)<!--.*?-->`)

// html notes raw HTML, unless it is nothing but comments, which are never
// rendered and may hold notes to colleagues.
func (d *Document) html(html []byte, at int) {
	if len(bytes.TrimSpace(comment.ReplaceAll(html, nil))) > 0 {
		d.HTML = append(d.HTML, at+len(html)-len(bytes.TrimLeft(html, " \t")))
	}
}

// linkText is the text of a link. A shortcode in it, which is blank here, may
// have words: it counts as one.
func linkText(n *ast.Link, src []byte) string {
	if words := plainText(n, src); words != "" || n.FirstChild() == nil {
		return words
	}
	return " "
}

// plainText is the text of n as a reader meets it: "" where there is nothing
// to see.
func plainText(n ast.Node, src []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			switch c := c.(type) {
			case *ast.Text:
				text := c.Value(src)
				if c.Parent().Kind() != ast.KindCodeSpan {
					text = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(text)))
				}
				b.Write(text)
				if c.SoftLineBreak() || c.HardLineBreak() {
					b.WriteByte(' ')
				}
			case *ast.AutoLink:
				b.Write(c.Label(src))
			case *ast.String:
				b.Write(c.Value)
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimFunc(strings.ReplaceAll(b.String(), string(markdown.Masked), ""), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r)
	})
}
