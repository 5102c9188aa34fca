package exchange

import (
	"strings"
	"unicode"
)

// templates finds shortcodes and placeholders, and masks them.
func (s *inlineScanner) templates(shortcodes bool) {
	if !strings.Contains(s.text, "{{") {
		return
	}
	masked := []byte(s.text)
	var open []call
	refused := 0
	for i := 0; i < len(s.text); {
		next := strings.Index(s.text[i:], "{{")
		if next < 0 {
			break
		}
		i += next
		var c call
		if n := placeholderLength(s.text[i:]); n > 0 {
			c = call{code: code{start: i, end: i + n, kind: placeholder}, alone: true}
		} else if shortcodes && refused < maxRefused {
			c = shortcodeAt(s.text, i)
		}
		if c.end == 0 {
			refused++
			i++
			continue
		}
		for ; i < c.end; i++ {
			masked[i] = 'x'
		}
		switch {
		case c.alone:
			s.alone = append(s.alone, c.code)
		case !c.closing:
			open = append(open, c)
		default:
			open = s.closeShortcode(open, c)
		}
	}
	for _, o := range open {
		s.alone = append(s.alone, o.code)
	}
	s.masked = string(masked)
}

// maxRefused is how many braces that begin nothing a text may have before its
// shortcodes are no longer looked for; how many brackets, before its links.
const maxRefused = 1000

// A call is a placeholder or a call of a shortcode.
type call struct {
	code
	name           string
	alone, closing bool
}

// closeShortcode joins a closing call with the one that it closes. Those between
// stand alone.
func (s *inlineScanner) closeShortcode(open []call, c call) []call {
	for at := len(open) - 1; at >= max(0, len(open)-maxNested); at-- {
		if open[at].name == c.name {
			s.pairs = append(s.pairs, [2]code{open[at].code, c.code})
			for _, o := range open[at+1:] {
				s.alone = append(s.alone, o.code)
			}
			return open[:at]
		}
	}
	s.alone = append(s.alone, c.code)
	return open
}

// placeholderLength is the length of "{{ .Name }}", 0 where s does not begin
// with one.
func placeholderLength(s string) int {
	rest := strings.TrimLeft(s[2:], " \t\n")
	rest, ok := strings.CutPrefix(rest, ".")
	after := strings.TrimLeftFunc(rest, func(r rune) bool {
		return r == '_' || r < unicode.MaxASCII && isWord(byte(r))
	})
	end := strings.TrimLeft(after, " \t\n")
	if !ok || len(after) == len(rest) || !strings.HasPrefix(end, "}}") {
		return 0
	}
	return len(s) - len(end) + 2
}

// maxCall is how long the call of a shortcode may be.
const maxCall = 2000

// shortcodeAt reads what Hugo takes for a call of a shortcode at byte i:
// delimiters, perhaps commented out, a slash, the name, arguments in which
// quotes may hold the delimiters. Its end is 0 where there is none.
func shortcodeAt(text string, i int) call {
	s := text[i:min(len(text), i+maxCall)]
	if len(s) < 3 || s[2] != '<' && s[2] != '%' {
		return call{}
	}
	c := call{code: code{start: i, kind: shortcode}}
	rest, comment := strings.CutPrefix(s[3:], "/*")
	rest = strings.TrimLeft(rest, " \t\n")
	rest, c.closing = strings.CutPrefix(rest, "/")
	rest = strings.TrimLeft(rest, " \t\n")
	end := strings.IndexAny(rest, " \t\n>%/\"`")
	if end < 0 {
		return call{}
	}
	c.name, c.alone = rest[:end], comment
	for at := len(s) - len(rest) + end; at+2 < len(s); at++ {
		switch s[at] {
		case '>', '%':
			if s[at+1] == '}' && s[at+2] == '}' {
				c.end = i + at + 3
				return c
			}
		case '"':
			for at++; at < len(s) && s[at] != '"'; at++ {
				if s[at] == '\\' {
					at++
				}
			}
		case '`':
			n := strings.IndexByte(s[at+1:], '`')
			if n < 0 {
				return call{}
			}
			at += n + 1
		}
	}
	return call{}
}
