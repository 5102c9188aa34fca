package pseudo

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"resolutionsite/generator/internal/markdown"
)

// Page makes the pseudo-locale's page of one of the reference language. Its
// headings keep the anchors of the source, which links lead to.
func (l Locale) Page(file []byte) ([]byte, error) {
	front, body, err := split(unix(file))
	if err != nil {
		return nil, err
	}
	yaml, err := l.yaml(front, fields)
	if err != nil {
		return nil, err
	}
	isResolution := bytes.Contains(append([]byte("\n"), yaml...), []byte("\nresolution:"))
	page := slices.Concat(fence, yaml, []byte(review), fence, l.markdown(body, isResolution))
	return Mark(page), nil
}

// An edit puts other bytes in the place of some of a text.
type edit struct {
	start, end int
	text       string
}

// A rewriter collects the edits of one text.
type rewriter struct {
	locale Locale
	// resolution is true of a text whose paragraphs begin with labels.
	resolution bool
	body       []byte
	masked     []byte // what the parser reads
	still      []byte // masked, with what stands between calls in another language
	edits      []edit
	pieces     []piece // of the block
	anchors    map[string]int
}

// markdown changes the words of a page's Markdown.
func (l Locale) markdown(body []byte, isResolution bool) []byte {
	masked, calls := markdown.Mask(body)
	r := rewriter{locale: l, resolution: isResolution, body: body, masked: masked, still: foreign(masked, calls), anchors: map[string]int{}}
	_ = ast.Walk(markdown.New().Parse(masked), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *ast.HTMLBlock, *ast.CodeBlock, *ast.FencedCodeBlock, *extast.FootnoteBacklink:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				r.text(n)
			}
		case *ast.Link:
			if !entering {
				r.link(n, n.Reference, n.Title)
			}
		case *ast.Image:
			if !entering {
				r.link(n, n.Reference, n.Title)
			}
		case *ast.LinkReferenceDefinition:
			if entering && len(n.Title) > 0 {
				r.title(definitionTitle, n.Lines().At(0).Start)
			}
		case *ast.Heading:
			if !entering {
				r.anchor(n)
				r.block()
			}
		case *ast.Paragraph, *ast.TextBlock, *extast.TableCell, *extast.DefinitionTerm:
			if !entering {
				r.block()
			}
		}
		return ast.WalkContinue, nil
	})
	return r.apply()
}

// foreign masks what stands between calls that mark words of another language,
// or a name that is the same in all.
func foreign(masked []byte, calls []markdown.Shortcode) []byte {
	still := slices.Clone(masked)
	for i, call := range calls {
		if call.Closing || call.Name != "lang" && call.Name != "name" {
			continue
		}
		for _, end := range calls[i+1:] {
			if end.Closing && end.Name == call.Name {
				for at := call.End; at < end.Start; at++ {
					still[at] = markdown.Masked
				}
				break
			}
		}
	}
	return still
}

func (r *rewriter) add(start, end int, text string) {
	r.edits = append(r.edits, edit{start, end, text})
}

// A piece is text to change, without the space and the calls around it.
type piece struct{ start, end int }

// text notes a piece of text.
func (r *rewriter) text(n *ast.Text) {
	start, stop := n.Segment.Start, n.Segment.Stop
	if r.resolution && n.PreviousSibling() == nil {
		start += len(label(r.still[start:stop]))
	}
	const around = " \t" + string(rune(markdown.Masked))
	words := bytes.TrimLeft(r.still[start:stop], around)
	start = stop - len(words)
	stop = start + len(bytes.TrimRight(words, around))
	if start < stop {
		r.pieces = append(r.pieces, piece{start, stop})
	}
}

// changed is what becomes of the text from start to stop.
func (r *rewriter) changed(start, stop int) string {
	var b strings.Builder
	for at := start; at < stop; {
		end, still := at, r.still[at] == markdown.Masked
		for end < stop && (r.still[end] == markdown.Masked) == still {
			end++
		}
		if still {
			b.Write(r.body[at:end])
		} else {
			b.WriteString(r.locale.between(string(r.body[at:end]), entity))
		}
		at = end
	}
	return b.String()
}

// entity is a character by its name or number.
var entity = regexp.MustCompile(`&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);`)

// label is the label of a paragraph or point that a text begins with, such as
// "a. ", with what stands behind it; labels with digits are no words anyway.
func label(text []byte) []byte {
	m := labelled.FindSubmatch(text)
	if m == nil {
		return nil
	}
	letters := string(m[1])
	first, _ := utf8.DecodeRuneInString(letters)
	same := strings.Trim(letters, string(first)) == ""
	if same || strings.Trim(letters, "ivxl") == "" || strings.Trim(letters, "IVXL") == "" {
		return m[0]
	}
	return nil
}

var labelled = regexp.MustCompile(`^\(?(\p{L}{1,8})[.)][ \t]+`)

// link keeps a link's way to its address where that leads by its words, and
// changes its title.
func (r *rewriter) link(n ast.Node, reference *ast.ReferenceLink, title []byte) {
	last := n.LastChild()
	for last != nil && last.LastChild() != nil {
		last = last.LastChild()
	}
	text, ok := last.(*ast.Text)
	if !ok {
		return
	}
	end := text.Segment.Stop + bytes.IndexByte(r.masked[text.Segment.Stop:], ']') + 1
	switch {
	case reference == nil:
		if len(title) > 0 {
			r.title(linkTitle, end)
		}
	case reference.Type == ast.ReferenceLinkShortcut:
		r.add(end, end, "["+string(reference.Value)+"]")
	case reference.Type == ast.ReferenceLinkCollapsed:
		r.add(end, end+2, "["+string(reference.Value)+"]")
	}
}

// title changes the title that a pattern finds at a place.
func (r *rewriter) title(pattern *regexp.Regexp, at int) {
	if m := pattern.FindSubmatchIndex(r.masked[at:]); m != nil {
		r.add(at+m[2], at+m[3], r.locale.between(string(r.body[at+m[2]:at+m[3]]), entity))
	}
}

// The title of a link stands behind its address, or behind that of what it
// refers to.
const addressAndTitle = `\s*(?:<[^>\n]*>|[^\s<]\S*)\s+("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')\s*`

var (
	linkTitle       = regexp.MustCompile(`^\(` + addressAndTitle + `\)`)
	definitionTitle = regexp.MustCompile(`^[^\n]*?\]:` + addressAndTitle)
)

// anchor gives a heading the anchor that its source has.
func (r *rewriter) anchor(n *ast.Heading) {
	lines := n.Lines()
	if lines.Len() == 0 || r.resolution {
		return
	}
	shortcode := bytes.IndexByte(lines.Value(r.masked), markdown.Masked) >= 0
	id := markdown.Anchor(n, r.masked, shortcode, r.anchors)
	if _, given := n.AttributeString("id"); given || id == "" {
		return
	}
	end := lines.At(lines.Len() - 1).Start
	if i := bytes.IndexByte(r.masked[end:], '\n'); i >= 0 {
		end += i
	} else {
		end = len(r.masked)
	}
	if n.Attributes() != nil {
		brace := bytes.LastIndexByte(r.masked[:end], '{') + 1
		r.add(brace, brace, "#"+id+" ")
		return
	}
	r.add(end, end, " {#"+id+"}")
}

// block changes the words of a block and puts them in brackets. Where a bracket
// would break the emphasis that it stands in, it is left out.
func (r *rewriter) block() {
	pieces := r.pieces
	r.pieces = nil
	texts, words := make([]string, len(pieces)), false
	for i, p := range pieces {
		texts[i] = r.changed(p.start, p.end)
		words = words || texts[i] != string(r.body[p.start:p.end])
	}
	if !words {
		return
	}
	first, last := 0, len(pieces)-1
	if before := r.masked[:pieces[first].start]; len(bytes.TrimRight(before, emphasis)) == len(before) || apart(utf8.DecodeLastRune(bytes.TrimRight(before, emphasis))) {
		texts[first] = r.locale.open + texts[first]
	}
	if after := r.masked[pieces[last].end:]; len(bytes.TrimLeft(after, emphasis)) == len(after) || apart(utf8.DecodeRune(bytes.TrimLeft(after, emphasis))) {
		texts[last] += r.locale.close
	}
	for i, p := range pieces {
		r.add(p.start, p.end, texts[i])
	}
}

const emphasis = "*_~"

// apart reports whether a mark of emphasis with this character on its other
// side, or none, still is one with a bracket at its side.
func apart(r rune, size int) bool { return size == 0 || unicode.IsSpace(r) }

// apply makes the edits. Of two at one place, what is put in comes before what is
// changed.
func (r *rewriter) apply() []byte {
	slices.SortFunc(r.edits, func(a, b edit) int { return cmp.Or(a.start-b.start, a.end-b.end) })
	var out bytes.Buffer
	at := 0
	for _, e := range r.edits {
		out.Write(r.body[at:e.start])
		out.WriteString(e.text)
		at = e.end
	}
	out.Write(r.body[at:])
	return out.Bytes()
}
