package publish

import "strings"

// collectLinks notes every reference the element makes to another file.
func (s *scanner) collectLinks(t *tag) {
	switch t.name {
	case "a", "area":
		s.link(t, linkPlain, "href")
		if s.foreign > 0 {
			s.link(t, linkPlain, "xlink:href")
		}
		// Nothing about a visit is sent anywhere, not even to ourselves.
		if ping, ok := t.get("ping"); ok {
			s.doc.add(t.offset, "output-third-party", "output-third-party-ping", map[string]any{"Link": ping})
		}
		if lang, ok := t.get("hreflang"); ok && !validTag(lang) {
			s.doc.add(t.offset, "output-hreflang", "output-hreflang-invalid", map[string]any{"Lang": lang, "Link": t.value("href")})
		}
	case "link":
		s.linkElement(t)
	case "meta":
		s.metaElement(t)
	case "script", "iframe", "frame", "audio", "track", "embed", "input":
		s.link(t, linkResource, "src")
		s.link(t, linkResource, "formaction")
	case "img", "source", "video":
		s.link(t, linkResource, "src")
		s.link(t, linkResource, "poster")
		s.links(t, linkResource, "srcset")
	case "object":
		s.link(t, linkResource, "data")
	case "form":
		s.link(t, linkResource, "action")
	case "button":
		s.link(t, linkResource, "formaction")
	case "use", "image", "feimage":
		s.link(t, linkResource, "href")
		s.link(t, linkResource, "xlink:href")
	}
}

func (s *scanner) linkElement(t *tag) {
	rels := strings.Fields(strings.ToLower(t.value("rel")))
	kind := linkPlain
	for _, rel := range rels {
		switch rel {
		case "canonical":
			kind = linkCanonical
		case "stylesheet", "icon", "apple-touch-icon", "apple-touch-icon-precomposed", "mask-icon", "manifest",
			"preload", "modulepreload", "prefetch", "prerender", "preconnect", "dns-prefetch", "pingback":
			kind = linkResource
		case "alternate":
			// The same page as data also names its language, and claims
			// nothing about translations.
			media := strings.ToLower(t.value("type"))
			if _, ok := t.get("hreflang"); ok && kind == linkPlain && (media == "" || strings.HasPrefix(media, "text/html")) {
				kind = linkHreflang
			}
		}
	}
	if lang, ok := t.get("hreflang"); ok && !validTag(lang) {
		s.doc.add(t.offset, "output-hreflang", "output-hreflang-invalid", map[string]any{"Lang": lang, "Link": t.value("href")})
		if kind == linkHreflang {
			kind = linkPlain
		}
	}
	s.link(t, kind, "href")
	s.links(t, linkResource, "imagesrcset")
}

// metaElement notes where a moved page leads and what a card shows.
func (s *scanner) metaElement(t *tag) {
	content := t.value("content")
	if strings.EqualFold(t.value("http-equiv"), "refresh") {
		if i := strings.Index(strings.ToLower(content), "url="); i >= 0 {
			s.note(t, linkPlain, strings.Trim(content[i+len("url="):], `'" `))
		}
		return
	}
	name := t.value("property")
	if name == "" {
		name = t.value("name")
	}
	switch name {
	case "og:url", "og:image", "og:image:secure_url", "og:audio", "og:video", "twitter:image":
		s.note(t, linkPlain, content)
	}
}

// link notes the reference in one attribute, if the element has it.
func (s *scanner) link(t *tag, kind linkKind, attr string) {
	if href, ok := t.get(attr); ok {
		s.note(t, kind, strings.TrimSpace(href))
		s.doc.links[len(s.doc.links)-1].load = loads(t)
	}
}

// links notes every candidate of a srcset.
func (s *scanner) links(t *tag, kind linkKind, attr string) {
	rest, _ := t.get(attr)
	for {
		rest = strings.TrimLeft(rest, " \t\n\f\r,")
		if rest == "" {
			return
		}
		end := strings.IndexAny(rest, " \t\n\f\r")
		if end < 0 {
			end = len(rest)
		}
		address := rest[:end]
		rest = rest[end:]
		if bare := strings.TrimRight(address, ","); bare != address {
			s.note(t, kind, bare) // the comma ends a candidate without a descriptor
			continue
		}
		s.note(t, kind, address)
		if comma := strings.IndexByte(rest, ','); comma >= 0 {
			rest = rest[comma:]
		} else {
			rest = ""
		}
	}
}

func (s *scanner) note(t *tag, kind linkKind, href string) {
	l := link{kind: kind, offset: t.offset, href: href, element: t.name}
	if kind == linkHreflang {
		l.hreflang = t.value("hreflang")
	}
	s.doc.links = append(s.doc.links, l)
}
