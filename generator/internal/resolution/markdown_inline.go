package resolution

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
)

// inline reads the parts of a block as one text; source is their Markdown.
func (p *blockParser) inline(parts []part) (source string, in Inline) {
	lines := make([]string, len(parts))
	for i, part := range parts {
		lines[i] = strings.TrimSuffix(part.text, `\`+"\n")
	}
	source = strings.Join(lines, "\n")
	s := inlineParser{src: source}
	s.report = func(offset int, rule string, args map[string]any) {
		line, column := diag.Position([]byte(source), offset)
		at := parts[line-1]
		p.report(at.line, at.column+column-1, rule, diag.Error, args)
	}
	return source, s.parse()
}

// An inlineParser reads emphasis, escapes and character references.
type inlineParser struct {
	src    string
	report func(offset int, rule string, args map[string]any)

	out   Inline
	text  strings.Builder
	style Style
	mark  string // the mark that opened the style
	open  int    // where it stands
}

func (s *inlineParser) parse() Inline {
	for i := 0; i < len(s.src); {
		i += s.next(i)
	}
	if s.mark != "" {
		s.report(s.open, "resolution-emphasis-open", map[string]any{"mark": s.mark})
	}
	s.end()
	return s.out.Normal()
}

// next reads what stands at offset i and returns its length.
func (s *inlineParser) next(i int) int {
	rest := s.src[i:]
	switch c := rest[0]; c {
	case '\\':
		if len(rest) > 1 && isPunct(rest[1]) {
			s.text.WriteByte(rest[1])
			return 2
		}
	case '*', '_':
		n := len(rest) - len(strings.TrimLeft(rest, string(c)))
		s.delimiter(i, rest[:n])
		return n
	case '&':
		if end := strings.IndexByte(rest[:min(len(rest), 34)], ';'); end > 1 {
			decoded := html.UnescapeString(rest[:end+1])
			if isReference(rest[1:end]) && decoded != rest[:end+1] {
				s.text.WriteString(decoded)
				return end + 1
			}
		}
	case '<':
		if len(rest) > 1 && (rest[1] == '/' || rest[1] == '!' || rest[1] == '?' || isASCIILetter(rest[1])) {
			tag := rest[:min(len(rest), 40)]
			if end := strings.IndexByte(tag, '>'); end > 0 {
				tag = tag[:end+1]
			}
			s.report(i, "resolution-html", map[string]any{"tag": strings.ToValidUTF8(tag, "")})
		}
	case '[':
		if mark, ok := strings.CutPrefix(rest, "[^"); ok {
			end := strings.IndexAny(mark, "[]\\ \t\n")
			if end > 0 && mark[end] == ']' && validMark(mark[:end]) {
				s.call(mark[:end])
				return len("[^]") + end
			}
		}
	case ']':
		if strings.HasPrefix(rest, "](") || strings.HasPrefix(rest, "][") {
			s.report(i, "resolution-markup", map[string]any{"mark": rest[:2]})
		}
	case '`':
		s.report(i, "resolution-markup", map[string]any{"mark": "`"})
	}
	_, n := utf8.DecodeRuneInString(rest)
	s.text.WriteString(rest[:n])
	return n
}

// delimiter reads a run of * or _ at offset i.
func (s *inlineParser) delimiter(i int, run string) {
	before, after := rune(' '), rune(' ')
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(s.src[:i])
	}
	if j := i + len(run); j < len(s.src) {
		after = firstRune(s.src[j:])
	}
	underscore := run[0] == '_'
	switch {
	case s.mark == "":
		if unicode.IsSpace(after) || len(run) > 3 || underscore && isWord(before) {
			s.text.WriteString(run)
			return
		}
		s.begin(i, run)
	case run == s.mark:
		if underscore && isWord(after) {
			s.text.WriteString(run)
			return
		}
		s.end()
	case run == "***" && len(s.mark) < 3 && s.mark[0] == '*':
		// One style ends where the other begins.
		mark := run[len(s.mark):]
		s.end()
		s.begin(i+3-len(mark), mark)
	case run[0] != s.mark[0] && underscore && isWord(before) && isWord(after):
		s.text.WriteString(run)
	default:
		s.report(i, "resolution-emphasis-nested", map[string]any{"mark": run})
	}
}

func (s *inlineParser) begin(i int, mark string) {
	s.end()
	s.mark, s.open, s.style = mark, i, Strong
	if len(mark) == 1 {
		s.style = Emphasis
	}
}

// call writes the call of a footnote; what is open goes on behind it.
func (s *inlineParser) call(mark string) {
	style, opened := s.style, s.mark
	s.end()
	s.out = append(s.out, Run{mark, Call})
	s.style, s.mark = style, opened
}

// end closes the run that is open.
func (s *inlineParser) end() {
	if s.text.Len() > 0 {
		s.out = append(s.out, Run{s.text.String(), s.style})
		s.text.Reset()
	}
	s.style, s.mark = Plain, ""
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isPunct(c byte) bool {
	return c > ' ' && c < 0x7f && !isASCIILetter(c) && !isDigit(rune(c))
}

// isReference reports whether s, between & and ;, can name a character.
func isReference(s string) bool {
	for _, c := range []byte(strings.TrimPrefix(s, "#")) {
		if !isASCIILetter(c) && !isDigit(rune(c)) {
			return false
		}
	}
	return true
}
