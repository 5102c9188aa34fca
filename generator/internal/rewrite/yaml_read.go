package rewrite

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// yamlValues reads a YAML map with the parser that the site is built with: every
// value by its path, "asks.0.of", behind a word for its kind, so that no value is
// taken for another.
func yamlValues(src []byte) (map[string]string, error) {
	// The parser miscounts the lines of Windows.
	file, err := parser.ParseBytes(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n")), 0)
	if err != nil {
		e := fault("rewrite-yaml", "Detail", err.Error())
		var syntax *yaml.SyntaxError
		if errors.As(err, &syntax) {
			e.Args["Detail"] = syntax.Message
			if syntax.Token != nil && syntax.Token.Position != nil {
				e.Line, e.Column = max(1, syntax.Token.Position.Line), max(1, syntax.Token.Position.Column)
			}
		}
		return nil, e
	}
	values := map[string]string{}
	documents := 0
	for _, doc := range file.Docs {
		if doc.Body == nil || doc.Body.Type() == ast.NullType || doc.Body.Type() == ast.CommentType {
			continue
		}
		if documents++; documents > 1 || !flatten(values, "", doc.Body) || values[""] != "" {
			return nil, fault("rewrite-yaml-plain")
		}
	}
	return values, nil
}

// textSign stands before a text.
const textSign = "text "

// flatten puts what a node says into values. It reports whether the node is
// nothing but plain data.
func flatten(values map[string]string, path string, n ast.Node) bool {
	under := func(name string) string {
		if path == "" {
			return name
		}
		return path + "." + name
	}
	switch n := n.(type) {
	case *ast.NullNode:
		values[path] = "null"
	case *ast.StringNode:
		values[path] = textSign + n.Value
	case *ast.LiteralNode:
		values[path] = textSign + strings.TrimSuffix(n.Value.Value, "\n")
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		values[path] = fmt.Sprintf("%s %s", n.Type(), n.GetToken().Value)
	case *ast.SequenceNode:
		if len(n.Values) == 0 {
			values[path] = "list"
		}
		for i, item := range n.Values {
			if !flatten(values, under(strconv.Itoa(i)), item) {
				return false
			}
		}
	case *ast.MappingNode:
		if len(n.Values) == 0 && path != "" {
			values[path] = "map"
		}
		for _, field := range n.Values {
			if !flatten(values, path, field) {
				return false
			}
		}
	case *ast.MappingValueNode:
		key, isText := n.Key.(*ast.StringNode)
		if !isText || key.Value == "" {
			return false
		}
		name := under(key.Value)
		if _, twice := values[name]; twice || strings.Contains(key.Value, ".") {
			return false
		}
		return flatten(values, name, n.Value)
	default:
		return false
	}
	return true
}
