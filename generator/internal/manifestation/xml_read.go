package manifestation

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"resolutionsite/generator/internal/resolution"
)

// What is read of a file of others, beside its size: how deep elements may be
// nested, and how many there may be.
const (
	maxDepth    = 200
	maxElements = 200_000
)

// An InvalidFile is the error for a file that cannot be read as a resolution.
type InvalidFile struct {
	Line   int // from 1; 0 where the file as a whole is meant
	Reason string
}

func (e *InvalidFile) Error() string {
	if e.Line == 0 {
		return e.Reason
	}
	return fmt.Sprintf("line %d: %s", e.Line, e.Reason)
}

// A node is an element with what is in it, or a stretch of text: its name is
// then empty.
type node struct {
	name     string
	text     string
	line     int
	attrs    []xml.Attr
	children []*node
}

// attr returns an attribute without a namespace of its own, "" where it is
// missing.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}

// child returns the first element of that name, nil where there is none.
func (n *node) child(names ...string) *node {
	at := n
	for _, name := range names {
		var found *node
		for _, c := range at.children {
			if c.name == name {
				found = c
				break
			}
		}
		if found == nil {
			return nil
		}
		at = found
	}
	return at
}

// readXML reads a document of one namespace into memory. A document type and
// the entities that one would define are refused, and so is what is too large
// or too deep.
func readXML(src []byte, namespace string) (*node, error) {
	if len(src) > resolution.MaxSize {
		return nil, &InvalidFile{Reason: fmt.Sprintf("%d bytes are more than the %d that are read", len(src), resolution.MaxSize)}
	}
	d := xml.NewDecoder(bytes.NewReader(src))
	top := &node{}
	stack := []*node{top}
	for elements := 0; ; {
		line, _ := d.InputPos()
		fail := func(format string, args ...any) error { return &InvalidFile{line, fmt.Sprintf(format, args...)} }
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		var syntax *xml.SyntaxError
		switch {
		case errors.As(err, &syntax):
			return nil, &InvalidFile{syntax.Line, syntax.Msg}
		case err != nil: // another encoding
			return nil, fail("%v", err)
		}
		above := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if len(stack) > maxDepth {
				return nil, fail("elements are nested more than %d deep", maxDepth)
			}
			if elements++; elements > maxElements {
				return nil, fail("there are more than %d elements", maxElements)
			}
			n := &node{name: t.Name.Local, line: line, attrs: t.Attr}
			if t.Name.Space != namespace {
				if len(stack) == 1 {
					return nil, fail("the document is not of the namespace %s", namespace)
				}
				n.name = "{" + t.Name.Space + "}" + n.name
			}
			above.children = append(above.children, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			above.children = append(above.children, &node{text: string(t), line: line})
		case xml.Directive:
			return nil, fail("a document type is not allowed")
		case xml.ProcInst:
			if t.Target != "xml" {
				continue // for some program; no text
			}
			if strings.Contains(string(t.Inst), `version="1.1"`) {
				return nil, fail("XML 1.1 is not read")
			}
		}
	}
	for _, c := range top.children {
		if c.name != "" {
			return c, nil
		}
	}
	return nil, &InvalidFile{1, "there is no element in it"}
}
