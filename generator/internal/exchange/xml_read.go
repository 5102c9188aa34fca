package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deep elements may be nested.
const maxDepth = 50

// An xmlReader gives the tokens of a document of one namespace. Elements of
// others are left out with all that is in them. It ends early, with a fault, at
// what is not well-formed.
type xmlReader struct {
	faults    *faults
	decoder   *xml.Decoder
	src       []byte
	namespace string
	depth     int
	ended     bool
}

func newXMLReader(src []byte, namespace string, f *faults) *xmlReader {
	r := &xmlReader{faults: f, decoder: xml.NewDecoder(bytes.NewReader(src)), src: src, namespace: namespace}
	r.decoder.CharsetReader = func(label string, input io.Reader) (io.Reader, error) {
		f.add(1, 0, "exchange-encoding", map[string]any{"Encoding": excerpt(label)})
		return input, nil
	}
	return r
}

// line is where the reader is.
func (r *xmlReader) line() int {
	line, _ := r.decoder.InputPos()
	return line
}

// next is a StartElement, an EndElement or CharData, nil at the end.
func (r *xmlReader) next() xml.Token {
	for !r.ended {
		token, err := r.decoder.Token()
		if err != nil {
			r.ended = true
			if err != io.EOF {
				r.malformed(err)
			}
			return nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			if r.depth++; r.depth > maxDepth {
				r.faults.add(r.line(), 0, "exchange-xml-deep", map[string]any{"Limit": maxDepth})
				r.ended = true
				return nil
			}
			if t.Name.Space != r.namespace && r.depth > 1 {
				r.skip()
				continue
			}
			return t
		case xml.EndElement:
			r.depth--
			return t
		case xml.CharData:
			return t
		case xml.Directive:
			r.faults.add(r.line(), 0, "exchange-xml-doctype", nil)
		}
	}
	return nil
}

// malformed reports where the document is not XML.
func (r *xmlReader) malformed(err error) {
	line, detail := r.line(), err.Error()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		line, detail = syntax.Line, syntax.Msg
	}
	offset := min(int(r.decoder.InputOffset()), len(r.src))
	start := bytes.LastIndexByte(r.src[:offset], '\n') + 1
	r.faults.add(line, 1+utf8.RuneCount(r.src[start:offset]), "exchange-xml", map[string]any{"Detail": excerpt(detail)})
}

// skip leaves out the rest of the element that has just begun.
func (r *xmlReader) skip() {
	for depth := 1; depth > 0 && !r.ended; {
		switch r.next().(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
}

// text is the character data of the element that has just begun.
func (r *xmlReader) text() string {
	var b strings.Builder
	for {
		switch t := r.next().(type) {
		case xml.StartElement:
			r.skip()
		case xml.CharData:
			b.Write(t)
		default: // the element's end, or that of the file
			return b.String()
		}
	}
}

// attr is an attribute without a namespace, or "".
func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
