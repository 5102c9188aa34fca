package publish

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// A frame is one open element, with what holds for the text in it.
type frame struct {
	element string
	lang    string       // the lang in force, as written
	tag     language.Tag // the same; language.Und where no language is claimed
	dir     string       // ltr, rtl, or auto: by the letters, apart from what stands around
	exempt  bool         // code, a name, what is no text at all
}

// piece is text of one element without a tag in between.
type piece struct {
	text   string
	offset int // in the source
	frame  frame
}

// parts follows the language and the direction in force through a page and
// puts together the text that one language is claimed for. Text of one block is
// read as one, whatever is emphasised or linked in it.
type parts struct {
	doc    *document
	judge  *judge
	open   []frame
	pieces []piece // of the block that is being read
}

// inlineElements do not end a sentence.
var inlineElements = set("a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt rtc ruby s samp small span strong sub sup time u var wbr")

// voidElements have no content and no end tag.
var voidElements = set("area base br col embed hr img input link meta source track wbr")

// exemptElements hold no words of a language.
var exemptElements = set("code kbd samp script style math")

// closes says which open elements a start tag ends where the end tag was left
// out, as the HTML standard has it.
var closes = map[string]map[string]bool{
	"li": set("li p"), "dt": set("dt dd p"), "dd": set("dt dd p"), "option": set("option"),
	"tr": set("tr td th p"), "td": set("td th p"), "th": set("td th p"), "body": set("head"),
}

// closesParagraph are the elements that end an open p.
var closesParagraph = set("address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul")

func set(names string) map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(names) {
		m[name] = true
	}
	return m
}

// current is what holds for text at this place.
func (p *parts) current() frame {
	if len(p.open) == 0 {
		return frame{}
	}
	return p.open[len(p.open)-1]
}

// start takes up an element and looks at the text in its attributes.
func (p *parts) start(t *tag) {
	for len(p.open) > 0 && (closes[t.name][p.current().element] || closesParagraph[t.name] && p.current().element == "p") {
		p.open = p.open[:len(p.open)-1]
	}
	if !inlineElements[t.name] {
		p.flush(t.name == "br")
	}
	f := p.current()
	f.element = t.name
	if lang, ok := t.get("lang"); ok {
		f.lang = strings.TrimSpace(lang)
		f.tag = claimed(f.lang)
	}
	switch dir := strings.ToLower(t.value("dir")); {
	case dir == "ltr" || dir == "rtl" || dir == "auto":
		f.dir = dir
	case t.name == "bdi":
		f.dir = "auto"
	}
	f.exempt = f.exempt || exemptElements[t.name] || strings.EqualFold(t.value("translate"), "no")
	p.attributes(t, f)
	if !voidElements[t.name] {
		p.open = append(p.open, f)
	}
}

// claimed is the language that a value of lang claims: none for the codes that
// say that there is none.
func claimed(lang string) language.Tag {
	tag, err := language.Parse(lang)
	if base, _ := tag.Base(); err != nil || slices.Contains([]string{"mul", "zxx", "mis"}, base.String()) {
		return language.Und
	}
	return tag
}

// end closes an element, and those in it whose end tags were left out.
func (p *parts) end(name string) {
	if !inlineElements[name] {
		p.flush(false)
	}
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].element == name {
			p.open = p.open[:i]
			return
		}
	}
}

func (p *parts) text(text string, offset int) {
	p.pieces = append(p.pieces, piece{text, offset, p.current()})
}

// flush judges the text of a block that ends here; a line break only parts words.
func (p *parts) flush(lineBreak bool) {
	if lineBreak {
		p.pieces = append(p.pieces, piece{text: " ", frame: p.current()})
		return
	}
	for len(p.pieces) > 0 {
		lang := p.pieces[0].frame.lang
		var own, others []piece
		for _, one := range p.pieces {
			if one.frame.lang == lang && !one.frame.exempt {
				own = append(own, one)
				continue
			}
			if n := len(own); n > 0 {
				own = append(own, piece{text: " ", frame: own[n-1].frame}) // in its place
			}
			if !one.frame.exempt {
				others = append(others, one)
			}
		}
		p.judgeText(own)
		p.pieces = others
	}
}

// textAttributes are those whose value is read to people; data-say and data-word
// are our own, for what a script says.
var textAttributes = set("alt title aria-label aria-description aria-roledescription aria-valuetext placeholder label abbr data-say data-word")

// attributes judges the text in the attributes of an element.
func (p *parts) attributes(t *tag, f frame) {
	if f.exempt {
		return
	}
	f.dir = "" // no mark can stand there
	for _, a := range t.attrs {
		name := string(a.key)
		if textAttributes[name] || name == "content" && isDescription(t) || name == "value" && isButton(t) {
			f.element = t.name + " " + name
			p.judgeText([]piece{{string(a.val), t.offset, f}})
		}
	}
}

// isDescription reports whether a meta element describes the page in words.
func isDescription(t *tag) bool {
	if t.name != "meta" {
		return false
	}
	switch strings.ToLower(t.value("name") + t.value("property")) {
	case "description", "og:title", "og:description", "og:image:alt", "twitter:title", "twitter:description", "twitter:image:alt":
		return true
	}
	return false
}

func isButton(t *tag) bool {
	kind := strings.ToLower(t.value("type"))
	return t.name == "input" && (kind == "submit" || kind == "button" || kind == "reset")
}

// place is the offset in the source of what stands at an offset of the piece.
func (p *parts) place(one piece, at int, word string) int {
	src := p.doc.src[one.offset:]
	if bytes.HasPrefix(src, []byte(one.text)) {
		return one.offset + at
	}
	// Character references make the text shorter than the source.
	if i := bytes.Index(src[min(at, len(src)):], []byte(word)); i >= 0 {
		return one.offset + at + i
	}
	return one.offset
}
