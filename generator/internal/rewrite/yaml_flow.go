package rewrite

import "bytes"

// flow reads a map or list in brackets.
func (s *scanner) flow(at int) node {
	if s.depth++; s.depth > maxDepth {
		s.fail(at)
	}
	defer func() { s.depth-- }()
	n := node{style: flowList, span: span{at, at}}
	end := byte(']')
	if s.src[at] == '{' {
		n.style, end = flowMap, '}'
	}
	for at++; ; {
		if at = s.content(at); at == len(s.src) {
			s.fail(n.start)
		}
		if s.src[at] == end {
			n.end = at + 1
			return n
		}
		e := entry{start: at, value: s.flowValue(at)}
		at = s.content(e.value.end)
		if n.style == flowMap {
			e.key = string(bytes.Trim(s.src[e.value.start:e.value.end], `"'`))
			if e.value.style > double || s.peek(at) != ':' {
				s.fail(at)
			}
			after := at + 1
			if at = s.content(after); s.peek(at) == ',' || s.peek(at) == end {
				e.value = node{span: span{after, after}}
			} else {
				e.value = s.flowValue(at)
			}
			at = s.content(e.value.end)
		}
		n.entries = append(n.entries, e)
		switch s.peek(at) {
		case ',':
			at++
		case end:
		default:
			s.fail(at)
		}
	}
}

// flowValue reads a value in brackets, or the key of one.
func (s *scanner) flowValue(at int) node {
	if at == len(s.src) {
		s.fail(at)
	}
	n := node{style: plain, span: span{at, at}}
	switch c := s.src[at]; c {
	case '[', '{':
		return s.flow(at)
	case '"', '\'':
		n.style = single
		if c == '"' {
			n.style = double
		}
		n.end = s.quoted(at)
		return n
	case '&', '*', '!', '|', '>', '%', '@', '`', '?', ',', ':', '#', ']', '}':
		s.fail(at)
	}
	for i := at; i < len(s.src); i++ {
		next := s.peek(i + 1)
		switch c := s.src[i]; {
		case c == ',' || c == ']' || c == '}' || c == '[' || c == '{',
			c == ':' && bytes.IndexByte([]byte(" \t\r\n,]}[{"), next) >= 0,
			c == '#' && bytes.IndexByte([]byte(" \t\n"), s.src[i-1]) >= 0:
			n.end = at + len(bytes.TrimRight(s.src[at:i], " \t\r\n"))
			return n
		}
	}
	s.fail(at)
	return n
}
