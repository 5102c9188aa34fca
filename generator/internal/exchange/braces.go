package exchange

import "strings"

// strayBraces are the template braces of a translation that belong to no
// shortcode and no placeholder, beyond those that the source has too; not more
// than are reported.
func strayBraces(u *Unit, text string) []string {
	if !strings.Contains(text, "{{") && !strings.Contains(text, "}}") {
		return nil
	}
	allowed := 0
	for _, source := range []string{u.Source, u.SourcePlural, u.Was, u.WasPlural} {
		allowed = max(allowed, len(u.braces(source)))
	}
	stray := u.braces(text)
	stray = stray[min(allowed, len(stray)):]
	return stray[:min(len(stray), maxFaults+1)]
}

// braces are the places with {{ or }} outside of shortcodes and placeholders.
func (u *Unit) braces(text string) []string {
	if !strings.Contains(text, "{{") && !strings.Contains(text, "}}") {
		return nil
	}
	s := inlineScanner{text: text, masked: text}
	s.templates(u.Page != Strings)
	var found []string
	last := strings.LastIndex(s.masked, "}}")
	for i := 0; i+1 < len(text); i++ {
		switch s.masked[i : i+2] {
		case "{{":
			found = append(found, text[i:])
			if i < last {
				i += strings.Index(s.masked[i:], "}}")
			}
			i++
		case "}}":
			found = append(found, text[i:])
			i++
		}
	}
	return found
}
