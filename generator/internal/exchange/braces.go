package exchange

import "strings"

// strayBraces are the template braces of a translation that belong to no
// shortcode and no placeholder, beyond those that the source has too.
func strayBraces(u *Unit, text string) []string {
	if !strings.Contains(text, "{{") && !strings.Contains(text, "}}") {
		return nil
	}
	allowed := 0
	for _, source := range []string{u.Source, u.SourcePlural, u.Was, u.WasPlural} {
		allowed = max(allowed, len(u.braces(source)))
	}
	stray := u.braces(text)
	return stray[min(allowed, len(stray)):]
}

// braces are the places with {{ or }} outside of shortcodes and placeholders.
func (u *Unit) braces(text string) []string {
	if !strings.Contains(text, "{{") && !strings.Contains(text, "}}") {
		return nil
	}
	s := inlineScanner{text: text, masked: text}
	s.templates(u.Page != Strings)
	var found []string
	for i := 0; i+1 < len(text); i++ {
		switch s.masked[i : i+2] {
		case "{{":
			found = append(found, text[i:])
			if end := strings.Index(s.masked[i:], "}}"); end > 0 {
				i += end
			}
			i++
		case "}}":
			found = append(found, text[i:])
			i++
		}
	}
	return found
}
