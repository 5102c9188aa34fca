package publish

import (
	"bytes"
	"io"
	"io/fs"
	"strings"

	"golang.org/x/net/html"

	"resolutionsite/generator/internal/diag"
)

// document is what one rendered file says about itself and refers to.
type document struct {
	path string
	src  []byte
	lang string         // <html lang>
	ids  map[string]int // offset of the first element with the id
	// links and what came of following them.
	links             []link
	anchors, external int
	diags             diag.List
	// parts counts the texts with a claimed language, unjudged those of them
	// in a language that there is no data about, by that language.
	parts    int
	unjudged map[string]int
}

// linkKind decides which rule a reference is held to.
type linkKind int

const (
	linkPlain     linkKind = iota // for a reader to follow
	linkResource                  // fetched by the browser by itself, or sent to
	linkCanonical                 // rel=canonical
	linkHreflang                  // rel=alternate of a page in another language
	linkSitemap                   // an address in a sitemap
)

// link is one reference to another file or place.
type link struct {
	kind     linkKind
	offset   int    // of the tag in the source
	href     string // as written, character references resolved
	element  string // name of the element that has it
	load     load   // what it makes a browser fetch with the page
	hreflang string
	target   string // path of the file it leads to, once followed and found
}

// add reports a finding at a byte offset of the source.
func (d *document) add(offset int, rule, id string, args map[string]any) {
	line, column := diag.Position(d.src, offset)
	d.diags.Add(diag.Diagnostic{
		File: d.path, Line: line, Column: column,
		Rule: rule, Severity: diag.Error, ID: id, Args: args,
	})
}

// line is the number of the line that offset is in.
func (d *document) line(offset int) int {
	line, _ := diag.Position(d.src, offset)
	return line
}

// attribute is one attribute of a start tag, its name in lower case. The
// slices are valid until the next token.
type attribute struct{ key, val []byte }

// tag is a start tag with its place in the source.
type tag struct {
	name   string
	offset int
	attrs  []attribute
}

// get returns the value of the first attribute of that name, as a browser
// takes it, and whether there is one.
func (t *tag) get(name string) (string, bool) {
	for _, a := range t.attrs {
		if string(a.key) == name {
			return string(a.val), true
		}
	}
	return "", false
}

// value is get for attributes whose absence says the same as an empty value.
func (t *tag) value(name string) string {
	v, _ := t.get(name)
	return strings.TrimSpace(v)
}

// scanner walks through one page. It reads tokens, not a tree: a tree has no
// positions, and would mend what we want to see.
type scanner struct {
	doc       *document
	languages []string
	suspect   bool // the source holds something that may be left-over template output
	tag       tag  // the current start tag
	parts     parts

	htmlSeen     bool
	foreign      int // depth of svg and math, whose title is not the page's
	code         int // depth of elements that quote source text
	inTitle      bool
	title        string
	titleAt      int // offset of the first title, -1 without one
	h1At         int // offset of the first h1, -1 without one
	headingLevel int // of the heading before; a page may begin with an h2 above its h1
}

func readDocument(site fs.FS, path string, languages []string, j *judge) (*document, error) {
	src, err := fs.ReadFile(site, path)
	if err != nil {
		return nil, err
	}
	doc := &document{path: path, src: src, ids: map[string]int{}, unjudged: map[string]int{}}
	s := &scanner{doc: doc, languages: languages, parts: parts{doc: doc, judge: j}, suspect: mayHaveLeftovers(src), titleAt: -1, h1At: -1, headingLevel: 1}
	err = tokens(src, s.token)
	s.end()
	return doc, err
}

// tokens calls f for every token of src with its offset.
func tokens(src []byte, f func(z *html.Tokenizer, t html.TokenType, offset int)) error {
	z := html.NewTokenizer(bytes.NewReader(src))
	for offset := 0; ; {
		t := z.Next()
		if t == html.ErrorToken {
			if z.Err() == io.EOF {
				return nil
			}
			return z.Err()
		}
		size := len(z.Raw())
		f(z, t, offset)
		offset += size
	}
}

func (s *scanner) token(z *html.Tokenizer, t html.TokenType, offset int) {
	switch t {
	case html.TextToken:
		s.text(z, offset)
	case html.EndTagToken:
		name, _ := z.TagName()
		s.endTag(string(name))
	case html.StartTagToken, html.SelfClosingTagToken:
		s.tag.read(z, offset)
		s.startTag(&s.tag)
		// Readers without scripts get the content of noscript as page; in SVG
		// and MathML no element holds raw text.
		if s.tag.name == "noscript" || s.foreign > 0 {
			z.NextIsNotRawText()
		}
		if t == html.SelfClosingTagToken && s.foreign > 0 {
			s.endTag(s.tag.name) // elsewhere the slash means nothing
		}
	}
}

func (t *tag) read(z *html.Tokenizer, offset int) {
	name, more := z.TagName()
	t.name, t.offset, t.attrs = string(name), offset, t.attrs[:0]
	for more {
		var key, val []byte
		key, val, more = z.TagAttr()
		t.attrs = append(t.attrs, attribute{key, val})
	}
}

// readIDs collects the ids of a file that is not a page, such as an SVG.
func readIDs(site fs.FS, path string) (map[string]int, error) {
	src, err := fs.ReadFile(site, path)
	if err != nil {
		return nil, err
	}
	ids := map[string]int{}
	var t tag
	err = tokens(src, func(z *html.Tokenizer, tt html.TokenType, offset int) {
		if tt != html.StartTagToken && tt != html.SelfClosingTagToken {
			return
		}
		t.read(z, offset)
		z.NextIsNotRawText() // as in XML
		if id, ok := t.get("id"); ok {
			ids[id] = offset
		}
	})
	return ids, err
}
