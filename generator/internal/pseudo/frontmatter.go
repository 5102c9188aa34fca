package pseudo

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"resolutionsite/generator/internal/rewrite"
)

// A change is what becomes of a value of a front matter or a list.
type change func(Locale, string) string

// asText are words that stand by themselves, inText words that stand in others
// as well and must stay the same there.
func asText(l Locale, s string) string { return l.Text(s) }
func inText(l Locale, s string) string { return l.words(s) }

func fixed(value string) change { return func(Locale, string) string { return value } }

// fields are the changes of a page's front matter, by path; * stands for any
// position in a list.
var fields = map[string]change{
	"title":       asText,
	"summary":     asText,
	"contentNote": asText,
	"asks.*.of":   asText,
	"asks.*.to":   asText,

	"services.*.about": asText,
	"events.*.name":    asText,
	"events.*.about":   asText,
	"messages.*.text":  asText,
	"messages.*.more":  asText,
	"posts.*.text":     asText,
	"posts.*.alt":      asText,
	"posters.*.text":   asText,
	"posters.*.more":   asText,
	"aims.*":           asText,
	"optOut":           asText,
	"steps.*.title":    asText,

	"resolution.body":   asText,
	"resolution.place":  asText,
	"resolution.note":   asText,
	"resolution.status": fixed("unofficial"),
}

// referenceFields are those of the list of cross references.
var referenceFields = map[string]change{
	"references.*.text":  inText,
	"references.*.title": asText,
}

// review says that nobody has read a page.
const review = "review: machine\n"

// References makes the pseudo-locale's list of cross references of the
// resolution.
func (l Locale) References(file []byte) ([]byte, error) {
	yaml, err := l.yaml(unix(file), referenceFields)
	return Mark(yaml), err
}

// unix takes away what some editors put before a text and at the end of lines.
func unix(file []byte) []byte {
	return bytes.ReplaceAll(bytes.TrimPrefix(file, []byte("\ufeff")), []byte("\r\n"), []byte("\n"))
}

var frontMatter = regexp.MustCompile(`\A---[ \t]*\n((?s:.*?\n)?)---[ \t]*(?:\n|\z)`)

// split separates the front matter of a page from its Markdown.
func split(file []byte) (front, body []byte, err error) {
	m := frontMatter.FindSubmatchIndex(file)
	if m == nil {
		return nil, nil, errors.New("no front matter between two lines of three dashes")
	}
	return file[m[2]:m[3]], file[m[1]:], nil
}

// yaml writes a map anew with changed values. Its comments are left out.
func (l Locale) yaml(src []byte, changes map[string]change) ([]byte, error) {
	file, err := parser.ParseBytes(src, 0)
	if err != nil {
		return nil, err
	}
	w := yamlWriter{locale: l, changes: changes}
	for _, doc := range file.Docs {
		if doc.Body != nil {
			w.node(doc.Body, nil, 0)
		}
	}
	return w.out.Bytes(), w.err
}

type yamlWriter struct {
	locale  Locale
	changes map[string]change
	out     bytes.Buffer
	err     error
}

// node writes what stands behind a key or a dash. A collection begins on a line
// of its own, indented by depth.
func (w *yamlWriter) node(n ast.Node, path []string, depth int) {
	indent := func() { w.out.WriteString(strings.Repeat("  ", depth)) }
	switch n := n.(type) {
	case *ast.MappingNode:
		for _, field := range n.Values {
			w.node(field, path, depth)
		}
	case *ast.MappingValueNode:
		key := n.Key.GetToken().Value
		indent()
		w.out.WriteString(yamlKey(key) + ":")
		w.value(n.Value, append(path[:len(path):len(path)], key), depth)
	case *ast.SequenceNode:
		for _, item := range n.Values {
			indent()
			w.out.WriteByte('-')
			w.value(item, append(path[:len(path):len(path)], "*"), depth)
		}
	case *ast.CommentGroupNode, *ast.NullNode:
	default:
		w.err = fmt.Errorf("%s: more than plain data", strings.Join(path, "."))
	}
}

// value writes a value behind a key or a dash.
func (w *yamlWriter) value(n ast.Node, path []string, depth int) {
	text := func(s string) {
		if change := w.changes[strings.Join(path, ".")]; change != nil {
			s = change(w.locale, strings.TrimSpace(s))
		}
		w.out.WriteString(" " + rewrite.DoubleQuoted(s) + "\n")
	}
	switch n := n.(type) {
	case *ast.StringNode:
		text(n.Value)
	case *ast.LiteralNode:
		text(n.Value.Value)
	case *ast.NullNode:
		w.out.WriteByte('\n')
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		w.out.WriteString(" " + n.GetToken().Value + "\n")
	case *ast.SequenceNode:
		w.collection(n, len(n.Values), "[]", path, depth)
	case *ast.MappingNode:
		w.collection(n, len(n.Values), "{}", path, depth)
	default:
		w.collection(n, 1, "", path, depth)
	}
}

// collection writes the items of a collection below its key or dash, or what
// stands there for none.
func (w *yamlWriter) collection(n ast.Node, size int, none string, path []string, depth int) {
	if size == 0 {
		w.out.WriteString(" " + none + "\n")
		return
	}
	w.out.WriteByte('\n')
	w.node(n, path, depth+1)
}

// bareKey is a key that YAML reads as itself.
var bareKey = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9]*$`)

func yamlKey(key string) string {
	if bareKey.MatchString(key) {
		return key
	}
	return rewrite.DoubleQuoted(key)
}
