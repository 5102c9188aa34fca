package publish

import (
	"mime"
	"strings"
)

// checkInline finds what the Content-Security-Policy of the site would block:
// scripts and styles written into the page.
func (s *scanner) checkInline(t *tag) {
	switch t.name {
	case "script":
		if _, external := t.get("src"); !external && runs(t.value("type")) {
			s.doc.add(t.offset, "output-inline", "output-inline-script", nil)
		}
	case "style":
		s.doc.add(t.offset, "output-inline", "output-inline-style", nil)
	}
	for _, a := range t.attrs {
		switch name := string(a.key); {
		case name == "style":
			s.doc.add(t.offset, "output-inline", "output-inline-style-attribute", map[string]any{"Element": t.name})
		case isHandler(name):
			s.doc.add(t.offset, "output-inline", "output-inline-handler", map[string]any{"Element": t.name, "Attribute": name})
		case name == "srcdoc":
			s.doc.add(t.offset, "output-inline", "output-inline-document", map[string]any{"Element": t.name})
		}
	}
}

// runs reports whether a browser acts on a script element of that type, as
// opposed to a data block such as application/ld+json.
func runs(scriptType string) bool {
	switch strings.ToLower(scriptType) {
	case "", "module", "importmap", "speculationrules":
		return true
	}
	media, _, err := mime.ParseMediaType(scriptType)
	return err == nil && (strings.HasSuffix(media, "javascript") || strings.HasSuffix(media, "ecmascript"))
}

// isHandler reports whether an attribute of that name is an event handler.
func isHandler(name string) bool {
	if len(name) < 4 || !strings.HasPrefix(name, "on") {
		return false
	}
	return strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") == ""
}
