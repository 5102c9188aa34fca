package project

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// StringEdit gives a string of a catalogue new words; Category is the plural
// form, "" for a string that has none.
type StringEdit struct{ Key, Category, Text string }

func (e StringEdit) path() []string {
	if e.Category == "" {
		return []string{e.Key}
	}
	return []string{e.Key, e.Category}
}

// SetStrings gives strings of a catalogue new words and changes no other byte of
// the file. A string that is missing is put behind the nearest one that precedes
// it in order, the keys of the reference catalogue; a plural form behind those
// that precede it in CLDR's order. The error says what cannot be done.
func SetStrings(file []byte, edits []StringEdit, order []string) ([]byte, error) {
	for _, e := range edits {
		before, err := catalogTexts(file)
		if err != nil {
			return nil, err
		}
		name := strings.Join(e.path(), "\x00")
		if old, has := before[name]; has && old == e.Text {
			continue
		}
		changed, err := setString(file, e, order)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", strings.Join(e.path(), "."), err)
		}
		after, err := catalogTexts(changed)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", strings.Join(e.path(), "."), err)
		}
		before[name] = e.Text
		for path, text := range before {
			if got, has := after[path]; !has || got != text {
				return nil, fmt.Errorf("%s: the file has a form in which it cannot be changed", strings.Join(e.path(), "."))
			}
		}
		file = changed
	}
	return file, nil
}

// tomlString is a string of a catalogue with the bytes of its value.
type tomlString struct {
	path       []string
	text       string
	start, end int
	lineEnd    int // of the line that the value ends on, with its break
	inline     bool
	table      bool // below a [table]
}

// catalogTexts are the texts of a catalogue by path.
func catalogTexts(file []byte) (map[string]string, error) {
	found, err := catalogStrings(file)
	texts := map[string]string{}
	for _, s := range found {
		texts[strings.Join(s.path, "\x00")] = s.text
	}
	return texts, err
}

// catalogStrings finds every string of a catalogue.
func catalogStrings(file []byte) ([]tomlString, error) {
	lead := len(file) - len(bytes.TrimPrefix(file, []byte("\ufeff")))
	data := file[lead:]
	var judged map[string]any
	if err := toml.Unmarshal(data, &judged); err != nil {
		return nil, errors.New("the file is not valid TOML")
	}
	var found []tomlString
	parser := unstable.Parser{}
	parser.Reset(data)
	var one func(above []string, n *unstable.Node, inline bool)
	one = func(above []string, n *unstable.Node, inline bool) {
		path := slices.Clone(above)
		at := 0
		for it := n.Key(); it.Next(); {
			path = append(path, string(it.Node().Data))
			raw := it.Node().Raw
			at = int(raw.Offset + raw.Length)
		}
		value := n.Value()
		switch value.Kind {
		case unstable.InlineTable:
			for it := value.Children(); it.Next(); {
				one(path, it.Node(), true)
			}
		case unstable.String:
			start := at + bytes.IndexByte(data[at:], '=') + 1
			for data[start] == ' ' || data[start] == '\t' {
				start++
			}
			end := start + tomlStringLength(data[start:])
			lineEnd := len(data)
			if i := bytes.IndexByte(data[end:], '\n'); i >= 0 {
				lineEnd = end + i + 1
			}
			found = append(found, tomlString{path, string(value.Data), lead + start, lead + end, lead + lineEnd, inline, len(above) > 0 && !inline})
		}
	}
	var table []string
	for parser.NextExpression() {
		e := parser.Expression()
		if e.Kind == unstable.KeyValue {
			one(table, e, false)
			continue
		}
		table = nil
		for it := e.Key(); it.Next(); {
			table = append(table, string(it.Node().Data))
		}
	}
	return found, nil
}

// tomlStringLength is the length of the string, with its quotation marks, that
// src begins with.
func tomlStringLength(src []byte) int {
	for _, mark := range []string{`"""`, `'''`, `"`, `'`} {
		if !bytes.HasPrefix(src, []byte(mark)) {
			continue
		}
		for i := len(mark); i < len(src); i++ {
			if src[i] == '\\' && mark[0] == '"' {
				i++
			} else if bytes.HasPrefix(src[i:], []byte(mark)) {
				i += len(mark)
				for n := 0; len(mark) == 3 && n < 2 && i < len(src) && src[i] == mark[0]; n++ {
					i++ // up to two marks may stand before the closing ones
				}
				return i
			}
		}
	}
	return len(src)
}

func setString(file []byte, e StringEdit, order []string) ([]byte, error) {
	found, err := catalogStrings(file)
	if err != nil {
		return nil, err
	}
	value := tomlQuote(e.Text)
	for _, s := range found {
		if slices.Equal(s.path, e.path()) {
			return slices.Concat(file[:s.start], []byte(value), file[s.end:]), nil
		}
	}
	newline := "\n"
	if bytes.Contains(file, []byte("\r\n")) {
		newline = "\r\n"
	}
	// Behind its own forms, else behind the nearest key before it in order.
	behind, form, rank := -1, -1, slices.Index(order, e.Key)
	best := -1
	for i, s := range found {
		at := slices.Index(order, s.path[0])
		switch {
		case s.path[0] == e.Key && (len(s.path) == 1 || e.Category == ""):
			return nil, errors.New("the string is there in another form, with plural forms or without")
		case s.path[0] == e.Key:
			if form < 0 || slices.Index(categories, s.path[1]) < slices.Index(categories, e.Category) {
				form = i
			}
		case s.table || at < 0 || at > rank || at < best:
		default:
			behind, best = i, at
		}
	}
	if form >= 0 {
		s := found[form]
		first := slices.Index(categories, s.path[1]) > slices.Index(categories, e.Category)
		switch {
		case s.inline:
			return slices.Concat(file[:s.end], []byte(", "+e.Category+" = "+value), file[s.end:]), nil
		case s.table:
			return lineBehind(file, s, e.Category+" = "+value, newline, first), nil
		}
		return lineBehind(file, s, tomlKeyOf(e)+" = "+value, newline, first), nil
	}
	line := tomlKeyOf(e) + " = " + value
	if behind >= 0 {
		return lineBehind(file, found[behind], line, newline, false), nil
	}
	// Before every key and table, behind the comment at the head of the file.
	at := len(file)
	lead := len(file) - len(bytes.TrimPrefix(file, []byte("\ufeff")))
	if m := firstKey.FindIndex(file[lead:]); m != nil {
		at = lead + m[0]
	}
	if at > 0 && file[at-1] != '\n' {
		line = newline + line
	}
	return slices.Concat(file[:at], []byte(line+newline), file[at:]), nil
}

// firstKey is the first line that is neither empty nor a comment.
var firstKey = regexp.MustCompile(`(?m)^[^#\s][^\n]*`)

// lineBehind puts a line behind that of a string, or before it.
func lineBehind(file []byte, s tomlString, line, newline string, before bool) []byte {
	at := s.lineEnd
	if before {
		at = bytes.LastIndexByte(file[:s.start], '\n') + 1
	}
	if at > 0 && file[at-1] != '\n' {
		return slices.Concat(file[:at], []byte(newline+line), file[at:])
	}
	return slices.Concat(file[:at], []byte(line+newline), file[at:])
}

// bareKey is a key that needs no quotation marks.
var bareKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

func tomlKeyOf(e StringEdit) string {
	key := e.Key
	if !bareKey.MatchString(key) {
		key = tomlQuote(key)
	}
	if e.Category != "" {
		key += "." + e.Category
	}
	return key
}

// tomlQuote writes a text as a TOML basic string.
func tomlQuote(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
