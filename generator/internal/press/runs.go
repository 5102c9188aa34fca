package press

import (
	"net/url"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/markdown"
)

// run is a stretch of text as look.typ sets it: words in one style, a link with
// the runs that are its words, or the call of a footnote.
type run struct {
	Text     string `json:"text,omitempty"`
	Style    string `json:"style,omitempty"` // "strong", "em", "break" or ""
	Language *lang  `json:"language,omitempty"`
	URL      string `json:"url,omitempty"`
	Part     string `json:"part,omitempty"`
	Note     string `json:"note,omitempty"`
	Runs     []run  `json:"runs,omitempty"`
}

// plain is the text of runs, without calls of footnotes.
func plain(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
		b.WriteString(plain(r.Runs))
	}
	return b.String()
}

var parser = markdown.New()

// call is the call of a shortcode, in whose place a sign stands while the
// Markdown is read.
type call struct {
	markdown.Shortcode
	tag string // of the language that it names, if any
}

// tagOf finds the tag in a call that begins words of another language.
var tagOf = regexp.MustCompile("^\\{\\{[<%]\\s*lang\\s+[\"`]?([\\w-]+)")

// firstSign is the first of the signs, in Unicode's private use area.
const firstSign = '\uE000'

// An inlineReader makes runs of the Markdown of one block.
type inlineReader struct {
	// link makes an address of the project's absolute; "" leads nowhere on paper.
	link func(destination string) string
	// language finds a language of which words are in the text.
	language func(tag string) *lang
	calls    []call
	in       []*lang // the languages that are open
	style    []string
	src      []byte
}

// markdownRuns are the runs of a block's Markdown.
func (m *maker) markdownRuns(l locale.Language, text string) []run {
	r := inlineReader{
		link: func(to string) string {
			if strings.HasPrefix(to, "/") {
				return m.address(l, to)
			}
			if u, err := url.Parse(to); err != nil || u.Scheme == "" {
				return "" // leads nowhere outside of the page
			}
			return to
		},
		language: func(tag string) *lang {
			other, err := locale.Parse(strings.ToLower(tag))
			if err != nil {
				return nil
			}
			d := langOf(other)
			return &d
		},
	}
	_, calls := markdown.Mask([]byte(text))
	at := 0
	for i, c := range calls {
		one := call{Shortcode: c}
		if m := tagOf.FindStringSubmatch(text[c.Start:c.End]); m != nil {
			one.tag = m[1]
		}
		r.calls = append(r.calls, one)
		r.src = append(append(r.src, text[at:c.Start]...), string(rune(firstSign+i))...)
		at = c.End
	}
	r.src = append(r.src, text[at:]...)
	return r.children(parser.Parse(r.src))
}

func (r *inlineReader) children(n ast.Node) []run {
	var out []run
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		out = append(out, r.node(c)...)
	}
	return joined(out)
}

// joined makes one run of those that differ in nothing but their words: letters of
// a word take their form from those beside them.
func joined(runs []run) []run {
	var out []run
	for _, r := range runs {
		if n := len(out); n > 0 && r.words() && out[n-1].words() && r.Style == out[n-1].Style && r.Language == out[n-1].Language {
			out[n-1].Text += r.Text
			continue
		}
		out = append(out, r)
	}
	return out
}

// words reports whether a run is words alone.
func (r run) words() bool {
	return r.Text != "" && r.URL == "" && r.Part == "" && r.Note == "" && r.Runs == nil
}

func (r *inlineReader) node(n ast.Node) []run {
	switch n := n.(type) {
	case *ast.Text:
		text := n.Value(r.src)
		if n.Parent().Kind() != ast.KindCodeSpan {
			text = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(text)))
		}
		out := r.words(string(text))
		switch {
		case n.HardLineBreak():
			out = append(out, run{Style: "break"})
		case n.SoftLineBreak():
			out = append(out, r.words(" ")...)
		}
		return out
	case *ast.String:
		return r.words(string(n.Value))
	case *ast.Emphasis:
		style := "em"
		if n.Level > 1 {
			style = "strong"
		}
		r.style = append(r.style, style)
		out := r.children(n)
		r.style = r.style[:len(r.style)-1]
		return out
	case *ast.Link:
		return printedLink(run{URL: r.link(string(n.Destination)), Runs: r.children(n)})
	case *ast.AutoLink:
		return []run{{URL: string(n.URL(r.src)), Runs: r.words(string(n.Label(r.src)))}}
	case *ast.Image:
		return nil // words alone are printed
	}
	return r.children(n)
}

// inAddresses is the language of addresses.
var inAddresses = lang{Tag: "en", Dir: locale.LeftToRight}

// printedLink is a link and, as paper has no links, the address after it.
func printedLink(link run) []run {
	if link.URL == "" {
		return link.Runs
	}
	address := shortAddress(link.URL)
	if address == "" || strings.Contains(plain(link.Runs), address) {
		return []run{link}
	}
	return []run{link, {Text: " ("}, {Text: address, Language: &inAddresses}, {Text: ")"}}
}

// words are runs of a text with the signs of shortcodes in it.
func (r *inlineReader) words(text string) []run {
	var out []run
	put := func(s string) {
		if s == "" {
			return
		}
		one := run{Text: s}
		if n := len(r.style); n > 0 {
			one.Style = r.style[n-1]
		}
		if n := len(r.in); n > 0 {
			one.Language = r.in[n-1]
		}
		out = append(out, one)
	}
	start := 0
	for i, c := range text {
		number := int(c - firstSign)
		if c < firstSign || number >= len(r.calls) {
			continue
		}
		put(text[start:i])
		start = i + len(string(c))
		switch found := r.calls[number]; {
		case found.Name != "lang":
		case !found.Closing:
			r.in = append(r.in, r.language(found.tag))
		case len(r.in) > 0:
			r.in = r.in[:len(r.in)-1]
		}
	}
	put(text[start:])
	return out
}
