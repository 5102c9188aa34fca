package project

import (
	"bytes"
	"errors"
	"math"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"resolutionsite/generator/internal/diag"
)

// Kind is the kind of a front-matter value.
type Kind int

// The kinds of values. Numbers and booleans are Text, as they were written.
const (
	Null Kind = iota
	Text
	List
	Map
)

func (k Kind) String() string { return [...]string{"null", "text", "list", "map"}[k] }

// Value is one value of a front matter with its place in the file.
type Value struct {
	Kind         Kind
	Line, Column int
	Text         string
	List         []Value
	Fields       []Field
}

// Field is one key of a map with its value; the place is the key's.
type Field struct {
	Key          string
	Line, Column int
	Value        Value
}

// Limits on front matter and data files, far above any real one.
const (
	maxFrontMatter = 64 << 10 // bytes
	maxData        = 1 << 20
	maxDepth       = 16 // nested lists and maps
)

// parseYAML reads a YAML map with the parser that Hugo uses, keeping
// positions; the first line of src is line lineOffset+1 of the file. What is
// more than plain data (anchors, aliases, tags, merge keys) is refused. The
// value is nil where there is none to read.
func parseYAML(src []byte, lineOffset int) (*Value, diag.List) {
	if len(src) <= maxFrontMatter {
		if value, plain := plainYAML(string(src), lineOffset); plain {
			return value, nil
		}
	}
	return anyYAML(src, lineOffset, maxFrontMatter)
}

func anyYAML(src []byte, lineOffset, limit int) (*Value, diag.List) {
	var found diag.List
	report := func(line, column int, id string, args map[string]any) {
		found.Add(diag.Diagnostic{Line: line, Column: column, Rule: "front-matter", Severity: diag.Error, ID: id, Args: args})
	}
	if len(src) > limit {
		report(1, 1, "front-matter-size", nil)
		return nil, found
	}
	// The parser miscounts the lines of Windows.
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	tokens := lexer.Tokenize(string(src))
	if tooDeep(tokens) {
		report(1, 1, "front-matter-size", nil)
		return nil, found
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		line, column, detail := lineOffset+1, 1, err.Error()
		var syntax *yaml.SyntaxError
		if errors.As(err, &syntax) {
			detail = syntax.Message
			if syntax.Token != nil && syntax.Token.Position != nil {
				line, column = syntax.Token.Position.Line+lineOffset, syntax.Token.Position.Column
			}
		}
		report(line, column, "front-matter-syntax", map[string]any{"Detail": detail})
		return nil, found
	}
	c := converter{offset: lineOffset, report: report}
	root := &Value{Kind: Map, Line: lineOffset + 1, Column: 1}
	documents := 0
	for _, doc := range file.Docs {
		if doc.Body == nil || doc.Body.Type() == ast.NullType || doc.Body.Type() == ast.CommentType {
			continue
		}
		value := c.value(doc.Body)
		if documents++; documents > 1 {
			report(value.Line, value.Column, "front-matter-plain", nil)
			break
		}
		if value.Kind != Map {
			report(value.Line, value.Column, "front-matter-kind-map", map[string]any{"Field": ""})
			return nil, found
		}
		*root = value
	}
	return root, found
}

// tooDeep looks for collections nested so deeply that they can only be meant
// to exhaust a parser: in brackets, or as many marks on one line.
func tooDeep(tokens token.Tokens) bool {
	brackets, marks, line := 0, 0, 0
	for _, t := range tokens {
		switch t.Type {
		case token.SequenceStartType, token.MappingStartType:
			brackets++
		case token.SequenceEndType, token.MappingEndType:
			brackets = max(0, brackets-1)
		case token.SequenceEntryType, token.MappingKeyType:
			if marks++; t.Position.Line != line {
				marks, line = 1, t.Position.Line
			}
		}
		if brackets > maxDepth || marks > maxDepth {
			return true
		}
	}
	return false
}

type converter struct {
	offset int
	report func(line, column int, id string, args map[string]any)
}

func (c *converter) value(n ast.Node) Value {
	line, column := c.place(n)
	v := Value{Kind: Text, Line: line, Column: column}
	switch n := n.(type) {
	case *ast.NullNode:
		v.Kind = Null
	case *ast.StringNode:
		v.Text = n.Value
	case *ast.LiteralNode:
		v.Text = strings.TrimSuffix(n.Value.Value, "\n")
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		v.Text = n.GetToken().Value
	case *ast.SequenceNode:
		v.Kind = List
		for _, item := range n.Values {
			v.List = append(v.List, c.value(item))
		}
	case *ast.MappingNode:
		v.Kind = Map
		c.fields(&v, n.Values)
	case *ast.MappingValueNode:
		v.Kind = Map
		c.fields(&v, []*ast.MappingValueNode{n})
	default:
		v.Kind = Null
		c.report(line, column, "front-matter-plain", nil)
	}
	return v
}

func (c *converter) fields(v *Value, values []*ast.MappingValueNode) {
	seen := map[string]bool{}
	for i, mv := range values {
		line, column := c.place(mv.Key)
		if i == 0 {
			v.Line, v.Column = line, column
		}
		key, isText := mv.Key.(*ast.StringNode)
		if !isText {
			c.report(line, column, "front-matter-plain", nil)
			continue
		}
		if seen[key.Value] {
			c.report(line, column, "front-matter-twice", map[string]any{"Field": key.Value})
			continue
		}
		seen[key.Value] = true
		v.Fields = append(v.Fields, Field{Key: key.Value, Line: line, Column: column, Value: c.value(mv.Value)})
	}
}

func (c *converter) place(n ast.Node) (line, column int) {
	if t := n.GetToken(); t != nil && t.Position != nil {
		return bounded(t.Position) + c.offset, t.Position.Column
	}
	return c.offset + 1, 1
}

func bounded(p *token.Position) int { return max(1, min(p.Line, math.MaxInt32)) }

func (v *Value) field(name string) *Field {
	for i := range v.Fields {
		if v.Fields[i].Key == name {
			return &v.Fields[i]
		}
	}
	return nil
}

func (v *Value) text(name string) string {
	if f := v.field(name); f != nil {
		return strings.TrimSpace(f.Value.Text)
	}
	return ""
}

func (v *Value) items(name string) []Value {
	if f := v.field(name); f != nil {
		return f.Value.List
	}
	return nil
}

func (v *Value) texts(name string) []string {
	var out []string
	for _, item := range v.items(name) {
		out = append(out, strings.TrimSpace(item.Text))
	}
	return out
}
