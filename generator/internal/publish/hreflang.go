package publish

import "strings"

// reciprocate checks the document's claims about its translations: the page
// claimed must claim this one in return, and be in the language claimed.
// Search engines ignore a claim of one side; a wrong one misleads readers.
func (s *siteIndex) reciprocate(d *document) {
	for _, l := range d.links {
		page, ok := s.pages[l.target]
		if l.kind != linkHreflang || !ok {
			continue
		}
		if page != d && !page.claims(d.path) {
			d.add(l.offset, "output-hreflang", "output-hreflang-one-way",
				map[string]any{"Link": l.href, "Lang": l.hreflang, "Target": l.target})
		}
		if !speaks(page.lang, l.hreflang) {
			d.add(l.offset, "output-hreflang", "output-hreflang-other",
				map[string]any{"Link": l.href, "Lang": l.hreflang, "Actual": page.lang, "Target": l.target})
		}
	}
}

// claims reports whether the document names the file at path as a translation.
func (d *document) claims(path string) bool {
	for _, l := range d.links {
		if l.kind == linkHreflang && l.target == path {
			return true
		}
	}
	return false
}

// speaks reports whether a page in the language lang is what hreflang
// promises: pt-BR keeps the promise pt. A page without a language has been
// reported already.
func speaks(lang, hreflang string) bool {
	lang, hreflang = strings.ToLower(lang), strings.ToLower(hreflang)
	return lang == "" || hreflang == "x-default" || lang == hreflang || strings.HasPrefix(lang, hreflang+"-")
}
