package rewrite

import (
	"bytes"
	"strings"
)

// style is how a value is written.
type style int

const (
	empty style = iota
	plain
	single   // in single quotes
	double   // in double quotes
	literal  // behind |
	folded   // behind >
	blockMap // one field a line
	blockList
	flowMap // in braces
	flowList
)

// node is a value of a front matter with its place, which is all that editing
// needs of it; what it says is left to the parser that the site is built with.
type node struct {
	style style
	span       // with quotes; of an empty value, the place behind the colon or dash
	head  span // of literal and folded: the sign and what follows it up to a comment
	// indent is the column of the fields or dashes of a block.
	indent  int
	entries []entry
}

// entry is a field of a map or an item of a list.
type entry struct {
	key   string
	start int // of the key or dash
	value node
}

func (n *node) field(key string) *entry {
	for i := range n.entries {
		if n.entries[i].key == key {
			return &n.entries[i]
		}
	}
	return nil
}

// maxDepth is how deep maps and lists may be nested.
const maxDepth = 16

// scanner finds the values of a YAML map that is nothing but plain data.
type scanner struct {
	src   []byte
	depth int
}

// unreadable is the panic of a scanner that meets what it does not know.
type unreadable struct{ at int }

// scanYAML finds the values of src.
func scanYAML(src []byte) (root node, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case unreadable:
			err = fault("rewrite-yaml-plain").at(src, r.at)
		default:
			panic(r)
		}
	}()
	s := &scanner{src: src}
	at := s.content(0)
	if at == len(src) {
		return node{style: blockMap, span: span{at, at}}, nil
	}
	root = s.block(at, 0)
	if end := s.content(root.end); end != len(src) {
		return node{}, fault("rewrite-yaml-plain").at(src, end)
	}
	return root, nil
}

func (s *scanner) fail(at int) { panic(unreadable{at}) }

// peek is the byte at a place, a line feed at the end.
func (s *scanner) peek(at int) byte {
	if at < len(s.src) {
		return s.src[at]
	}
	return '\n'
}

func (s *scanner) skipBlanks(at int) int {
	for s.peek(at) == ' ' || s.peek(at) == '\t' {
		at++
	}
	return at
}

// atEnd reports whether nothing but a comment follows on the line.
func (s *scanner) atEnd(at int) bool {
	next := s.skipBlanks(at)
	c := s.peek(next)
	return c == '\n' || c == '\r' && s.peek(next+1) == '\n' || c == '#' && (next > at || next == lineStart(s.src, next))
}

// content is the next byte that is neither blank nor of a comment.
func (s *scanner) content(at int) int {
	for at < len(s.src) {
		if !s.atEnd(at) {
			return s.skipBlanks(at)
		}
		at = nextLine(s.src, at)
	}
	return at
}

func (s *scanner) column(at int) int { return at - lineStart(s.src, at) }

// isDash reports whether an item of a list begins.
func (s *scanner) isDash(at int) bool {
	return s.peek(at) == '-' && strings.IndexByte(" \t\r\n", s.peek(at+1)) >= 0
}

// key reads the key of a field, if one stands at a place, and gives the place
// behind its colon.
func (s *scanner) key(at int) (key string, after int, ok bool) {
	stop := lineStop(s.src, at)
	if c := s.peek(at); c == '"' || c == '\'' {
		end := s.quoted(at)
		colon := s.skipBlanks(end)
		if end > stop || s.peek(colon) != ':' {
			return "", 0, false
		}
		return string(s.src[at+1 : end-1]), colon + 1, true
	}
	for i := at; i < stop; i++ {
		switch {
		case s.src[i] == '#' && i > at && (s.src[i-1] == ' ' || s.src[i-1] == '\t'):
			return "", 0, false
		case s.src[i] == ':' && (i+1 == stop || s.src[i+1] == ' ' || s.src[i+1] == '\t'):
			return string(bytes.TrimRight(s.src[at:i], " \t")), i + 1, i > at
		}
	}
	return "", 0, false
}

// block reads the block or scalar that begins at a place, each further line of
// which is at least as far in as min.
func (s *scanner) block(at, least int) node {
	if s.depth++; s.depth > maxDepth {
		s.fail(at)
	}
	defer func() { s.depth-- }()
	indent := s.column(at)
	if s.isDash(at) {
		return s.entries(node{style: blockList, span: span{at, at}, indent: indent})
	}
	if _, _, isKey := s.key(at); isKey && s.peek(at) != '{' && s.peek(at) != '[' {
		return s.entries(node{style: blockMap, span: span{at, at}, indent: indent})
	}
	return s.scalar(at, least)
}

// entries reads the fields of a map or the items of a list.
func (s *scanner) entries(n node) node {
	for at := n.start; ; {
		e := entry{start: at}
		after := at + 1
		if n.style == blockMap {
			var ok bool
			if e.key, after, ok = s.key(at); !ok || strings.IndexByte("?&*!%@`|>", s.peek(at)) >= 0 {
				s.fail(at)
			}
		} else if !s.isDash(at) {
			s.fail(at)
		}
		e.value = s.value(after, n.indent, n.style == blockMap)
		n.entries = append(n.entries, e)
		n.end = e.value.end
		at = s.content(n.end)
		switch first := lineStart(s.src, at); {
		case at == len(s.src) || s.column(at) < n.indent, n.style == blockList && s.column(at) == n.indent && !s.isDash(at):
			return n
		case s.column(at) > n.indent || first < n.end || bytes.IndexByte(s.src[first:at], '\t') >= 0:
			s.fail(at)
		}
	}
}

// value reads what stands behind a colon or dash of a block that is indent far
// in.
func (s *scanner) value(after, indent int, inMap bool) node {
	if !s.atEnd(after) {
		at := s.skipBlanks(after)
		if inMap {
			return s.scalar(at, indent+1)
		}
		return s.block(at, indent+1)
	}
	at := s.content(after)
	c := s.column(at)
	if at == len(s.src) || c <= indent && (!inMap || c < indent || !s.isDash(at)) {
		return node{span: span{after, after}}
	}
	if bytes.IndexByte(s.src[lineStart(s.src, at):at], '\t') >= 0 {
		s.fail(at)
	}
	return s.block(at, indent+1)
}
