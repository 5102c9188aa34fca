package project

import (
	"bytes"
	"errors"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"

	"resolutionsite/generator/internal/diag"
)

// tomlKey is one key of a TOML file with its value and its place.
type tomlKey struct {
	path         []string // from the top of the file: table, key, key in a table
	kind         unstable.Kind
	text         string // of a string
	line, column int
}

// tomlKeys gives the keys of a file that is known to be TOML, in its order. An
// inline table gives its keys, a list of tables a key of its own besides.
func tomlKeys(data []byte) iter.Seq[tomlKey] {
	return func(yield func(tomlKey) bool) {
		places := newMarks(data)
		parser := unstable.Parser{}
		parser.Reset(data)
		// one gives the key of a node below the keys above it.
		var one func(above []string, n *unstable.Node) bool
		one = func(above []string, n *unstable.Node) bool {
			k := tomlKey{path: slices.Clone(above)}
			for it := n.Key(); it.Next(); {
				if k.line == 0 {
					k.line, k.column = places.position(data, int(it.Node().Raw.Offset))
				}
				k.path = append(k.path, string(it.Node().Data))
			}
			value := n.Value()
			if k.kind = value.Kind; k.kind != unstable.InlineTable {
				k.text = string(value.Data)
				return yield(k)
			}
			for it := value.Children(); it.Next(); {
				if !one(k.path, it.Node()) {
					return false
				}
			}
			return true
		}
		var table []string
		for parser.NextExpression() {
			e := parser.Expression()
			if e.Kind == unstable.KeyValue {
				if !one(table, e) {
					return
				}
				continue
			}
			k := tomlKey{kind: e.Kind}
			for it := e.Key(); it.Next(); {
				if k.line == 0 {
					k.line, k.column = places.position(data, int(it.Node().Raw.Offset))
				}
				k.path = append(k.path, string(it.Node().Data))
			}
			table = k.path
			if e.Kind == unstable.ArrayTable && !yield(k) {
				return
			}
		}
	}
}

// tomlProblem reports what is wrong with a TOML file, at its place.
func (p *Project) tomlProblem(file, rule string, data []byte, err error) {
	d := diag.Diagnostic{File: file, Rule: rule, ID: rule + "-toml", Args: map[string]any{"Detail": err.Error()}}
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		d.Line, d.Column = decode.Position()
		d.Column = characters(data, d.Line, d.Column)
		d.Args["Detail"] = goNames.ReplaceAllString(strings.TrimPrefix(decode.Error(), "toml: "), "into ")
	}
	p.problem(d)
}

// goNames is how the parser names a field of the program's own.
var goNames = regexp.MustCompile(`into struct field \S+\.`)

// characters turns a column in bytes into one in characters.
func characters(src []byte, line, column int) int {
	start := 0
	for ; line > 1; line-- {
		start += bytes.IndexByte(src[start:], '\n') + 1
	}
	_, column = diag.Position(src[start:], column-1)
	return column
}
