package project

import (
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/rewrite"
)

// NewCatalog writes a catalogue for a language, to be filled in: every string of
// the reference in its order and under its headings, in the plural forms that the
// language has, each empty, with the original above it. What the language has
// already stays; what only it has comes last, under the heading others. head
// explains the file to whoever opens it.
func (p *Project) NewCatalog(l locale.Language, head, others string) []byte {
	var b strings.Builder
	commented(&b, head)
	reference, own := p.Catalogs[p.Reference.Key], p.Catalogs[l.Key]
	text := func(key, category string) string {
		if own != nil {
			if m, ok := own.Message(key); ok {
				f, _ := m.Form(category)
				return f.Text
			}
		}
		return ""
	}
	headings := p.headings(reference)
	for _, m := range reference.Messages {
		for _, heading := range headings[m.Key] {
			b.WriteByte('\n')
			commented(&b, heading)
		}
		b.WriteByte('\n')
		for _, f := range m.Forms {
			commented(&b, strings.Join(strings.Fields(f.Text), " "))
		}
		if !m.Plural {
			b.WriteString(rewrite.StringEdit{Key: m.Key, Text: text(m.Key, "other")}.Line() + "\n")
			continue
		}
		for _, category := range l.PluralForms {
			commented(&b, category+": "+l.PluralExamples(category))
			b.WriteString(rewrite.StringEdit{Key: m.Key, Category: category, Text: text(m.Key, category)}.Line() + "\n")
		}
	}
	if own != nil {
		p.ownStrings(&b, own, reference, others)
	}
	return []byte(b.String())
}

// ownStrings writes the strings that the reference has not.
func (p *Project) ownStrings(b *strings.Builder, own, reference *Catalog, heading string) {
	first := true
	for _, m := range own.Messages {
		if _, known := reference.Message(m.Key); known {
			continue
		}
		if first {
			b.WriteByte('\n')
			commented(b, heading)
			b.WriteByte('\n')
			first = false
		}
		for _, f := range m.Forms {
			e := rewrite.StringEdit{Key: m.Key, Text: f.Text}
			if m.Plural {
				e.Category = f.Category
			}
			b.WriteString(e.Line() + "\n")
		}
	}
}

// headings are the comments of a catalogue by the key that follows them, block
// by block. What a file says of itself, before an empty line at its top, is none.
func (p *Project) headings(c *Catalog) map[string][]string {
	file := p.readable(c.File)
	if file == nil {
		return nil
	}
	data := []byte(strings.TrimPrefix(string(file.Text), "\ufeff"))
	found := map[string][]string{}
	parser := unstable.Parser{KeepComments: true}
	parser.Reset(data)
	var blocks []string
	end := -1 // of the comment before
	top := true
	for parser.NextExpression() {
		e := parser.Expression()
		if e.Kind == unstable.Comment {
			start := int(e.Raw.Offset)
			line := strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(string(e.Data), "#"), " "), "\r ")
			if end >= 0 && strings.Count(string(data[end:start]), "\n") == 1 {
				blocks[len(blocks)-1] += "\n" + line
			} else {
				blocks = append(blocks, line)
			}
			end = start + len(e.Data)
			continue
		}
		for it := e.Key(); it.Next(); {
			start := int(it.Node().Raw.Offset)
			if top && len(blocks) > 0 && (len(blocks) > 1 || strings.Count(string(data[end:start]), "\n") > 1) {
				blocks = blocks[1:]
			}
			if key := string(it.Node().Data); len(blocks) > 0 {
				found[key] = append(found[key], blocks...)
			}
			break
		}
		blocks, end, top = nil, -1, false
	}
	return found
}

// commented writes a text as comments of TOML.
func commented(b *strings.Builder, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		b.WriteString(strings.TrimRight("# "+noControl.Replace(line), " ") + "\n")
	}
}

// noControl takes out what may stand in a string and not in a comment.
var noControl = func() *strings.Replacer {
	var pairs []string
	for r := range rune(0x20) {
		pairs = append(pairs, string(r), " ")
	}
	return strings.NewReplacer(append(pairs, "\x7f", " ")...)
}()
