package rewrite

import (
	"bytes"
	"strings"
)

// scalar reads a text or a value in brackets.
func (s *scanner) scalar(at, least int) node {
	n := node{span: span{at, at}}
	switch c := s.peek(at); c {
	case '[', '{':
		n = s.flow(at)
	case '"', '\'':
		n.style = single
		if c == '"' {
			n.style = double
		}
		n.end = s.quoted(at)
	case '|', '>':
		return s.blockScalar(at, least)
	case '&', '*', '!', '%', '@', '`', ',', ']', '}':
		s.fail(at)
	default:
		return s.plain(at, least)
	}
	if !s.atEnd(n.end) {
		s.fail(n.end)
	}
	return n
}

// quoted gives the end of a text in quotes.
func (s *scanner) quoted(at int) int {
	quote := s.src[at]
	for i := at + 1; i < len(s.src); i++ {
		switch {
		case s.src[i] == '\\' && quote == '"':
			i++
		case s.src[i] == quote && quote == '\'' && s.peek(i+1) == quote:
			i++
		case s.src[i] == quote:
			return i + 1
		}
	}
	s.fail(at)
	return 0
}

// plain reads a text without quotes, which may go on in further lines.
func (s *scanner) plain(at, least int) node {
	n := node{style: plain, span: span{at, at}}
	for {
		stop := lineStop(s.src, at)
		comment := false
		for i := at + 1; i < stop; i++ {
			if s.src[i] == '#' && (s.src[i-1] == ' ' || s.src[i-1] == '\t') {
				stop, comment = i, true
			}
		}
		n.end = at + len(bytes.TrimRight(s.src[at:stop], " \t"))
		if comment {
			return n
		}
		at = nextLine(s.src, at)
		for at < len(s.src) && len(bytes.TrimSpace(s.src[at:lineStop(s.src, at)])) == 0 {
			at = nextLine(s.src, at)
		}
		next := s.skipBlanks(at)
		if at == len(s.src) || s.peek(next) == '#' || s.column(next) < least {
			return n
		}
		at = next
	}
}

// blockScalar reads a text behind | or >.
func (s *scanner) blockScalar(at, least int) node {
	n := node{style: literal, span: span{at, at}, head: span{at, at + 1}}
	if s.src[at] == '>' {
		n.style = folded
	}
	for strings.IndexByte("+-123456789", s.peek(n.head.end)) >= 0 {
		n.head.end++
	}
	if !s.atEnd(n.head.end) {
		s.fail(at)
	}
	n.end = lineStop(s.src, at)
	keep := bytes.IndexByte(s.src[at:n.head.end], '+') >= 0
	for line := nextLine(s.src, at); line < len(s.src); line = nextLine(s.src, line) {
		stop := lineStop(s.src, line)
		text := bytes.TrimLeft(s.src[line:stop], " ")
		if len(text) == 0 {
			if keep {
				n.end = stop
			}
			continue
		}
		if stop-line-len(text) < least {
			break
		}
		n.end = stop
	}
	return n
}
