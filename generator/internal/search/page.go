package search

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// apparatus are the components in the main part of a page that are not its text:
// what is said about it, the resolution's words, which are places of their own,
// and the ways to other pages.
var apparatus = []string{
	"page-header", "notice", "text-label", // title and summary are known
	"full-text", "quotation", "original", "pair", "supplied", "comparison", "repairs",
	"cite", "citation", "formats", "sources", "footnotes",
	"about-text", "beside-links", "button", "contents", "links", "neighbours", "point-list",
}

// remarks are the classes of what is said of single parts of the text, in it.
var remarks = []string{"state-mark", "instead"}

// blocks are the elements that part words.
var blocks = map[atom.Atom]bool{
	atom.P: true, atom.Li: true, atom.Div: true, atom.Section: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.Td: true,
	atom.Th: true, atom.Tr: true, atom.Dt: true, atom.Dd: true, atom.Br: true, atom.Blockquote: true, atom.Figcaption: true, atom.Summary: true,
}

// pageText is what a page says.
type pageText struct {
	text     text
	sections []section
}

// section is what stands below a heading with an address.
type section struct {
	id, title string
	text      text
}

// read takes the text out of a page whose own text is in the language tag. On a
// borrowed page the words in the reader's language are the site's, not the
// text's.
func read(page []byte, tag string, borrowed bool) (*pageText, error) {
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	r := reader{tag: tag, borrowed: borrowed}
	r.walk(root, language{}, false)
	for i := range r.page.sections {
		r.page.sections[i].text = r.page.sections[i].text.tidy()
	}
	r.page.text = r.page.text.tidy()
	r.page.sections = slices.DeleteFunc(r.page.sections, func(s section) bool { return len(s.text) == 0 || s.title == "" })
	return &r.page, nil
}

type reader struct {
	tag      string
	borrowed bool
	page     pageText
	open     bool // the last section goes on
}

// walk reads a node. in is the language that it is in, main whether it stands
// in the main part of the page.
func (r *reader) walk(n *html.Node, in language, main bool) {
	switch n.Type {
	case html.TextNode:
		if main {
			r.say(n.Data, in)
		}
		return
	case html.ElementNode:
		main = main || n.DataAtom == atom.Main
		if tag := attribute(n, "lang"); tag != "" {
			in = language{tag, attribute(n, "dir")}
		}
		if main && skipped(n) {
			return
		}
		if id := attribute(n, "id"); main && n.DataAtom == atom.H2 && id != "" {
			r.page.sections = append(r.page.sections, section{id: id, title: r.title(n, in)})
			r.open = false // its title is not its text
			defer func() { r.open = true }()
		}
		if n.DataAtom == atom.Section {
			defer func() { r.open = false }()
		}
	}
	if main && blocks[n.DataAtom] {
		r.say("\v", in)
		defer r.say("\v", in)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c, in, main)
	}
}

// say adds words to the page and to the section that is open.
func (r *reader) say(words string, in language) {
	own := strings.EqualFold(in[0], r.tag)
	switch {
	case own:
		in = language{}
	case r.borrowed:
		words, in = " ", language{}
	}
	said := text{{words, in}}
	r.page.text = r.page.text.and(said)
	if n := len(r.page.sections); r.open {
		r.page.sections[n-1].text = r.page.sections[n-1].text.and(said)
	}
}

// title is the text of a heading, or "" where it is not the page's own.
func (r *reader) title(n *html.Node, in language) string {
	one := reader{tag: r.tag, borrowed: true}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		one.walk(c, in, true)
	}
	if len(one.page.text) == 0 {
		return ""
	}
	return strings.TrimSpace(one.page.text.tidy().plain())
}

func skipped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Nav, atom.Svg, atom.Input, atom.Textarea, atom.Select:
		return true
	}
	if attribute(n, "aria-hidden") == "true" || slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "hidden" }) {
		return true
	}
	return slices.ContainsFunc(strings.Fields(attribute(n, "class")), func(class string) bool {
		component, _, _ := strings.Cut(class, "__")
		component, _, _ = strings.Cut(component, "--")
		return slices.Contains(apparatus, component) || slices.Contains(remarks, class)
	})
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// tidy makes one space of all that stand together and leaves out empty runs.
// Where two blocks meet, marked by a vertical tab, and the first does not end
// like a sentence, a dot stands between them.
func (t text) tidy() text {
	var out text
	var last rune // that is no space, 0 before the first
	var gap string
	for _, r := range t {
		var b strings.Builder
		for _, c := range r.Text {
			switch {
			case c == '\v' && (unicode.IsLetter(last) || unicode.IsNumber(last)):
				gap = " · "
			case strings.ContainsRune(" \t\n\r\f\v", c):
				gap = cmp.Or(gap, " ")
			default:
				if b.Len() == 0 && len(out) > 0 && out[len(out)-1].Language != r.Language {
					out = out.and(text{{Text: gap}}) // a space has no language
				} else if last != 0 {
					b.WriteString(gap)
				}
				gap, last = "", c
				b.WriteRune(c)
			}
		}
		if b.Len() > 0 {
			out = out.and(text{{b.String(), r.Language}})
		}
	}
	return out
}

func (t text) plain() string {
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Text)
	}
	return b.String()
}
