package rewrite

import (
	"bytes"
	"errors"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// FieldEdit is the new text of a field of a front matter. Path is made of field
// names and positions in lists: "title", "asks.0.of".
type FieldEdit struct{ Path, Text string }

// fieldOrder is the order in which fields are usually written, by the path of
// the map without positions. A field that is missing is put behind the nearest
// of those before it, any other at the end of its map.
var fieldOrder = map[string][]string{
	"": {
		"title", "summary", "type", "review", "reviewer", "reviewed", "contentNote", "class", "importance", "order",
		"draft", "quiet", "print", "aliases", "focus", "minutes", "aims", "optOut", "steps", "asks",
		"messages", "posts", "posters", "events", "services", "images", "ownNumbers", "sources", "resolution",
	},
	"asks":       {"of", "to"},
	"steps":      {"minutes", "title"},
	"messages":   {"id", "text", "more", "facts"},
	"posts":      {"id", "text", "alt", "message"},
	"posters":    {"id", "mark", "text", "more"},
	"events":     {"id", "date", "until", "since", "name", "about", "fact"},
	"services":   {"id", "about"},
	"sources":    {"fact", "title", "url"},
	"resolution": {"kind", "number", "body", "actor", "place", "adopted", "note", "status"},
	"helplines": {
		"id", "countries", "name", "lang", "numbers", "site", "hours", "free", "for", "languages", "languageCount",
		"fact", "seen", "checked", "checkedBy",
	},
}

// Fields returns a page with new texts of fields of its front matter, the YAML
// between its first two lines of three dashes.
func Fields(file []byte, edits []FieldEdit) ([]byte, error) {
	start, end, ok := frontMatter(file)
	if !ok {
		return nil, fault("rewrite-front-matter")
	}
	return setFields(file, start, end, edits)
}

// Data returns a file of data, all of which is YAML, with new texts of its fields.
func Data(file []byte, edits []FieldEdit) ([]byte, error) {
	mark, _ := cutBOM(file)
	return setFields(file, len(mark), len(file), edits)
}

// setFields edits the YAML between two bytes of a file.
func setFields(file []byte, start, end int, edits []FieldEdit) ([]byte, error) {
	front := file[start:end]
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b FieldEdit) int { return comparePaths(a.Path, b.Path) })
	for i, e := range edits {
		if err := writable(e.Path, e.Text); err != nil {
			return nil, err
		}
		if i > 0 && edits[i-1].Path == e.Path {
			return nil, fault("rewrite-twice", "Name", e.Path)
		}
		changed, err := setField(front, e)
		if err != nil {
			return nil, placed(err, file, start, front)
		}
		front = changed
	}
	return slices.Concat(file[:start], front, file[end:]), nil
}

// placed gives an error in a front matter its place in the file; after another
// edit that place is not known.
func placed(err error, file []byte, start int, front []byte) error {
	var bad *Error
	if errors.As(err, &bad) && bad.Line > 0 {
		if bytes.HasPrefix(file[start:], front) {
			bad.Line += bytes.Count(file[:start], []byte("\n"))
		} else {
			bad.Line, bad.Column = 0, 0
		}
	}
	return err
}

// frontMatter gives the bytes of the YAML of a page.
func frontMatter(file []byte) (start, end int, ok bool) {
	isFence := func(at int) bool {
		return string(bytes.TrimRight(file[at:lineStop(file, at)], " \t\r")) == "---"
	}
	mark, _ := cutBOM(file)
	if !isFence(len(mark)) {
		return 0, 0, false
	}
	start = nextLine(file, len(mark))
	for end = start; end < len(file); end = nextLine(file, end) {
		if isFence(end) {
			return start, end, true
		}
		if bytes.HasPrefix(file[end:], []byte("---")) {
			break
		}
	}
	return 0, 0, false
}

// comparePaths orders the items of a list by their numbers.
func comparePaths(a, b string) int {
	return slices.CompareFunc(strings.Split(a, "."), strings.Split(b, "."), func(a, b string) int {
		i, errA := strconv.Atoi(a)
		j, errB := strconv.Atoi(b)
		if errA == nil && errB == nil {
			return i - j
		}
		return strings.Compare(a, b)
	})
}

var fieldPath = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*(\.(0|[1-9][0-9]{0,5}|[A-Za-z][A-Za-z0-9_-]*))*$`)

// setField gives one field its text. Of the ways to write it, the first that
// reads as wanted is taken.
func setField(front []byte, e FieldEdit) ([]byte, error) {
	f := &fieldWriter{src: front, newline: lineEnd(front), edit: e, path: strings.Split(e.Path, ".")}
	if !fieldPath.MatchString(e.Path) {
		return nil, fault("rewrite-field-path", "Field", e.Path)
	}
	var err error
	if f.root, err = scanYAML(front); err != nil {
		return nil, err
	}
	want, err := yamlValues(front)
	if err != nil {
		return nil, err
	}
	// Blanks around a text, and whether it looks like a number, are not its words.
	if _, text, isScalar := strings.Cut(want[e.Path], " "); isScalar && (text == e.Text || strings.TrimSpace(text) == e.Text) {
		return front, nil
	}
	if err := f.find(); err != nil {
		return nil, err
	}
	for path := e.Path; strings.Contains(path, "."); {
		path = path[:strings.LastIndexByte(path, '.')]
		delete(want, path) // it was empty
	}
	want[e.Path] = textSign + e.Text
	for _, way := range f.ways {
		result := apply(front, way)
		got, err := yamlValues(result)
		if err == nil && maps.Equal(got, want) {
			if _, err := scanYAML(result); err == nil {
				return result, nil
			}
		}
	}
	return nil, fault("rewrite-result", "Name", e.Path)
}

// fieldWriter finds the ways to write one field.
type fieldWriter struct {
	src     []byte
	newline string
	edit    FieldEdit
	path    []string
	inFlow  bool // the place is in brackets
	root    node
	ways    [][]splice
}

func (f *fieldWriter) way(s ...splice) { f.ways = append(f.ways, s) }

// find goes down the path as far as the file has it.
func (f *fieldWriter) find() error {
	n, indent := &f.root, 0 // indent is that of what n stands in
	inItem := false
	for i, name := range f.path {
		f.inFlow = f.inFlow || n.style == flowMap || n.style == flowList
		switch n.style {
		case blockMap, flowMap:
			if isIndex(name) {
				return f.fault("rewrite-field-kind", n)
			}
			e := n.field(name)
			if e == nil {
				return f.intoMap(n, i)
			}
			indent, inItem, n = n.indent, false, &e.value
		case blockList, flowList:
			at, err := strconv.Atoi(name)
			switch {
			case err != nil:
				return f.fault("rewrite-field-kind", n)
			case at > len(n.entries):
				return fault("rewrite-field-item", "Field", f.edit.Path, "Count", len(n.entries)).at(f.src, n.start)
			case at == len(n.entries) && at > 0:
				return f.append(n, i)
			case at == len(n.entries):
				return f.fill(n, indent, i, inItem)
			}
			indent, inItem, n = n.indent, true, &n.entries[at].value
		case empty:
			return f.fill(n, indent, i, inItem)
		default:
			if word := string(f.src[n.start:n.end]); n.style == plain && (word == "null" || word == "~") {
				return f.fill(n, indent, i, inItem)
			}
			return f.fault("rewrite-field-kind", n)
		}
		if n.style == flowMap && len(n.entries) == 0 && i+1 < len(f.path) {
			return f.fill(n, indent, i+1, inItem)
		}
	}
	switch n.style {
	case blockMap, blockList, flowMap, flowList:
		return f.fault("rewrite-field-kind", n)
	case empty:
		for _, value := range f.values(plain) {
			f.way(splice{span: n.span, text: " " + value})
		}
	case literal, folded:
		f.replaceBlock(n)
	default:
		for _, value := range f.values(n.style) {
			f.way(splice{span: n.span, text: value})
		}
	}
	return nil
}

func (f *fieldWriter) fault(id string, n *node) error {
	return fault(id, "Field", f.edit.Path).at(f.src, n.start)
}

func isIndex(name string) bool { return name != "" && strings.Trim(name, "0123456789") == "" }
