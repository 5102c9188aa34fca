package publish

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/text/language"
)

// startTag holds one element to the rules that concern it alone and collects
// what the others need.
func (s *scanner) startTag(t *tag) {
	s.identify(t)
	s.parts.start(t)
	s.checkInline(t)
	s.collectLinks(t)
	if s.suspect {
		s.checkAttributesLeftover(t)
	}
	switch t.name {
	case "html":
		s.checkRoot(t)
	case "svg", "math":
		s.foreign++
	case "code", "pre", "kbd", "samp":
		s.code++
	case "title":
		if s.foreign == 0 {
			s.startTitle(t)
		}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		s.checkHeading(t)
	case "img":
		if _, ok := t.get("alt"); !ok {
			s.doc.add(t.offset, "output-alt", "output-alt-missing", map[string]any{"Src": t.value("src")})
		}
	case "base":
		s.doc.add(t.offset, "output-base", "output-base", nil)
	}
	if lang, ok := t.get("lang"); ok && t.name != "html" && lang != "" && !validTag(lang) {
		s.doc.add(t.offset, "output-lang", "output-lang-invalid", map[string]any{"Lang": lang, "Element": t.name})
	}
}

func (s *scanner) endTag(name string) {
	s.parts.end(name)
	switch name {
	case "svg", "math":
		s.foreign = max(0, s.foreign-1)
	case "code", "pre", "kbd", "samp":
		s.code = max(0, s.code-1)
	case "title":
		s.inTitle = false
	}
}

func (s *scanner) text(z *html.Tokenizer, offset int) {
	text := string(z.Text())
	s.parts.text(text, offset)
	if s.inTitle {
		s.title += text
		if s.suspect {
			s.checkTextLeftover(offset, s.title)
		}
		return
	}
	if s.suspect && s.code == 0 {
		s.checkTextLeftover(offset, text)
	}
}

// end reports what only the whole page shows to be missing.
func (s *scanner) end() {
	s.parts.flush(false)
	if !s.htmlSeen {
		s.checkRoot(&tag{name: "html"})
	}
	switch {
	case s.titleAt < 0:
		s.doc.add(0, "output-title", "output-title-missing", nil)
	case strings.TrimSpace(s.title) == "":
		s.doc.add(s.titleAt, "output-title", "output-title-empty", nil)
	}
	if s.h1At < 0 {
		s.doc.add(0, "output-h1", "output-h1-missing", nil)
	}
}

// checkRoot holds <html> to its language and direction.
func (s *scanner) checkRoot(t *tag) {
	if s.htmlSeen {
		return // a browser takes the first
	}
	s.htmlSeen = true
	lang := t.value("lang")
	s.doc.lang = lang
	switch {
	case lang == "":
		s.doc.add(t.offset, "output-lang", "output-lang-missing", nil)
	case !validTag(lang):
		s.doc.add(t.offset, "output-lang", "output-lang-invalid", map[string]any{"Lang": lang, "Element": t.name})
	case len(s.languages) > 0 && !containsFold(s.languages, lang):
		s.doc.add(t.offset, "output-lang", "output-lang-unlisted",
			map[string]any{"Lang": lang, "Languages": strings.Join(s.languages, ", ")})
	}
	switch dir := strings.ToLower(t.value("dir")); dir {
	case "ltr", "rtl":
	case "":
		s.doc.add(t.offset, "output-dir", "output-dir-missing", nil)
	default:
		s.doc.add(t.offset, "output-dir", "output-dir-invalid", map[string]any{"Dir": dir})
	}
}

func (s *scanner) startTitle(t *tag) {
	if s.titleAt >= 0 {
		s.doc.add(t.offset, "output-title", "output-title-repeated", map[string]any{"First": s.doc.line(s.titleAt)})
		return
	}
	s.titleAt, s.inTitle = t.offset, true
}

func (s *scanner) checkHeading(t *tag) {
	level := int(t.name[1] - '0')
	if level == 1 {
		if s.h1At >= 0 {
			s.doc.add(t.offset, "output-h1", "output-h1-repeated", map[string]any{"First": s.doc.line(s.h1At)})
		} else {
			s.h1At = t.offset
		}
	}
	if level > s.headingLevel+1 {
		s.doc.add(t.offset, "output-heading", "output-heading-skipped",
			map[string]any{"Level": level, "Previous": s.headingLevel})
	}
	s.headingLevel = level
}

// identify records the element's id, and the name of an old-style anchor.
func (s *scanner) identify(t *tag) {
	if t.name == "a" {
		if name := t.value("name"); name != "" {
			if _, ok := s.doc.ids[name]; !ok {
				// An id of the same name may follow and is no repetition.
				s.doc.ids[name] = -1
			}
		}
	}
	id, ok := t.get("id")
	if !ok {
		return
	}
	if id == "" || strings.ContainsAny(id, " \t\n\f\r") {
		s.doc.add(t.offset, "output-id", "output-id-invalid", map[string]any{"Id": id})
		return
	}
	if first, ok := s.doc.ids[id]; ok && first >= 0 {
		s.doc.add(t.offset, "output-id", "output-id-repeated", map[string]any{"Id": id, "First": s.doc.line(first)})
		return
	}
	s.doc.ids[id] = t.offset
}

// validTag reports whether s is a BCP 47 language tag of registered subtags.
// The parser of x/text also accepts an underscore, which HTML does not.
func validTag(s string) bool {
	if strings.Contains(s, "_") {
		return false
	}
	_, err := language.Parse(s)
	return err == nil
}

func containsFold(list []string, s string) bool {
	for _, v := range list {
		if strings.EqualFold(v, s) {
			return true
		}
	}
	return false
}
