package exchange

import (
	"regexp"
	"slices"
	"strings"
)

// contents are the parts of a text that a translation keeps.
type contents struct {
	placeholders          []string // each once
	links, tags           []string
	calls, opening, alone []string // shortcodes: all, those that begin a pair, those without
	numbers               numbersOf
}

// with joins the forms of a source.
func (c contents) with(other contents) contents {
	for _, p := range other.placeholders {
		if !slices.Contains(c.placeholders, p) {
			c.placeholders = append(slices.Clip(c.placeholders), p)
		}
	}
	c.tags = append(slices.Clip(c.tags), beyond(other.tags, c.tags)...)
	c.numbers = append(slices.Clip(c.numbers), other.numbers...)
	return c
}

var (
	tagPattern    = regexp.MustCompile(`</?[A-Za-z][^\s/>]*|<[!?]`)
	entityPattern = regexp.MustCompile(`&(?:#\d+|#[xX][0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);`)
)

func (u *Unit) contents(text string) contents {
	var c contents
	var words strings.Builder
	codes, at := u.codes(text), 0
	for i, code := range codes {
		words.WriteString(text[at:code.start])
		at = code.end
		raw := strings.Join(strings.Fields(code.raw(text)), " ")
		switch code.kind {
		case strong, emphasis, strike:
			continue
		case placeholder:
			name := "{{ ." + strings.Trim(raw, "{} .") + " }}"
			if !slices.Contains(c.placeholders, name) {
				c.placeholders = append(c.placeholders, name)
			}
		case shortcode:
			c.calls = append(c.calls, raw)
			if code.pair < 0 {
				c.alone = append(c.alone, raw)
			} else if code.pair > i {
				c.opening = append(c.opening, raw)
			}
		case link, image:
			if code.pair >= 0 && code.pair < i {
				c.links = append(c.links, target(raw))
			}
		case address, footnote, attribute:
			c.links = append(c.links, strings.Trim(raw, "<>"))
		}
		words.WriteByte(' ')
	}
	words.WriteString(text[at:])
	for _, tag := range tagPattern.FindAllString(words.String(), -1) {
		c.tags = append(c.tags, strings.ToLower(tag)+">")
	}
	if u.Page == Strings {
		c.tags = append(c.tags, entityPattern.FindAllString(words.String(), -1)...)
	}
	c.numbers = numbersIn(words.String())
	return c
}

// target is where the end of a link leads: ](target "title") or ][name].
func target(end string) string {
	inner := strings.TrimSpace(end[2 : len(end)-1])
	if strings.HasPrefix(inner, "<") {
		inner, _, _ = strings.Cut(inner[1:], ">")
		return inner
	}
	if !strings.HasPrefix(inner, "{{") {
		inner, _, _ = strings.Cut(inner, " ")
	}
	return inner
}
