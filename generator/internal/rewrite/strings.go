package rewrite

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"
)

// StringEdit is the new text of a string of a catalogue.
type StringEdit struct {
	Key string
	// Category is the CLDR plural category of the form that is meant; empty for
	// a string without plural forms.
	Category string
	Text     string
}

// name is how messages call the string.
func (e StringEdit) name() string {
	if e.Category == "" {
		return e.Key
	}
	return e.Key + "." + e.Category
}

// Line writes the string as a line of a catalogue, without its end.
func (e StringEdit) Line() string { return e.line(bareOrQuoted(e.Key)) }

// line is Line with the key as it is to be written.
func (e StringEdit) line(key string) string {
	if e.Category != "" {
		key += "." + e.Category
	}
	return key + " = " + basic(e.Text)
}

// categories are the plural categories, in the order of CLDR.
var categories = []string{"zero", "one", "two", "few", "many", "other"}

// Strings returns a catalogue with new texts of strings. order is the keys of
// the reference catalogue in its order; missing strings are put where it says.
// Forms given of a string that the file has without forms make it one with
// forms: what it says becomes its form "other".
func Strings(file []byte, edits []StringEdit, order []string) ([]byte, error) {
	mark, data := cutBOM(file)
	if len(edits) == 0 {
		return file, nil
	}
	want, err := tomlValues(data)
	if err != nil {
		return nil, err
	}
	keys, forms, err := sortEdits(edits, order)
	if err != nil {
		return nil, err
	}
	w := stringWriter{catalogue: readCatalogue(data), order: order}
	for _, key := range keys {
		if err := w.key(key, forms[key], want); err != nil {
			return nil, err
		}
	}
	w.finish()
	result := apply(data, w.splices)
	got, err := tomlValues(result)
	if err != nil || !reflect.DeepEqual(got, want) {
		return nil, fault("rewrite-result", "Name", keys[0])
	}
	return slices.Concat(mark, result), nil
}

// tomlValues reads a file with the parser that the site is built with.
func tomlValues(data []byte) (map[string]any, error) {
	values := map[string]any{}
	if err := toml.Unmarshal(data, &values); err != nil {
		e := fault("rewrite-toml", "Detail", strings.TrimPrefix(err.Error(), "toml: "))
		var decode *toml.DecodeError
		if errors.As(err, &decode) {
			e.Line, e.Column = decode.Position()
		}
		return nil, e
	}
	return values, nil
}

// sortEdits gives the keys of edits in the order of the reference catalogue,
// others behind them, and the edits of each, forms in the order of CLDR.
func sortEdits(edits []StringEdit, order []string) (keys []string, forms map[string][]StringEdit, err error) {
	forms = map[string][]StringEdit{}
	for _, e := range edits {
		if err := writable(e.name(), e.Text); err != nil {
			return nil, nil, err
		}
		if err := writable("key", e.Key); err != nil {
			return nil, nil, err
		}
		if e.Category != "" && !slices.Contains(categories, e.Category) {
			return nil, nil, fault("rewrite-string-category", "Key", e.Key, "Category", e.Category, "Categories", strings.Join(categories, ", "))
		}
		others := forms[e.Key]
		for _, other := range others {
			if other.Category == e.Category {
				return nil, nil, fault("rewrite-twice", "Name", e.name())
			}
			if other.Category == "" || e.Category == "" {
				return nil, nil, fault("rewrite-string-forms", "Key", e.Key)
			}
		}
		if others == nil {
			keys = append(keys, e.Key)
		}
		forms[e.Key] = append(others, e)
	}
	place := map[string]int{}
	for i, key := range slices.Backward(order) {
		place[key] = i
	}
	rank := func(key string) int {
		if i, known := place[key]; known {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(keys, func(a, b string) int { return rank(a) - rank(b) })
	for _, list := range forms {
		slices.SortFunc(list, func(a, b StringEdit) int {
			return slices.Index(categories, a.Category) - slices.Index(categories, b.Category)
		})
	}
	return keys, forms, nil
}

// stringWriter collects what is to be changed in a catalogue.
type stringWriter struct {
	*catalogue
	order   []string
	splices []splice
	// loose are lines that no key of the file tells a place for.
	loose []string
}

// key edits one string and notes in want what the file is to say then.
func (w *stringWriter) key(key string, edits []StringEdit, want map[string]any) error {
	own := w.of(key)
	if own.foreign {
		return fault("rewrite-string-kind", "Key", key).at(w.data, own.at)
	}
	switch {
	case own.plain != nil:
		if len(edits) == 1 && (edits[0].Category == "" || edits[0].Category == "other") {
			w.replace(own.plain, edits[0].Text)
			want[key] = edits[0].Text
			return nil
		}
		want[key] = map[string]any{"other": own.plain.text}
		w.giveForms(own.plain, edits)
	case own.any():
		if edits[0].Category == "" {
			// Without forms, a text is what the form "other" says.
			if len(own.forms) > 1 || len(own.forms) == 1 && own.forms["other"] == nil {
				return fault("rewrite-string-forms", "Key", key).at(w.data, own.at)
			}
			edits = []StringEdit{{key, "other", edits[0].Text}}
		}
		if want[key] == nil {
			want[key] = map[string]any{}
		}
		w.forms(own, edits)
	default:
		if edits[0].Category == "" {
			want[key] = edits[0].Text
		} else {
			want[key] = map[string]any{}
		}
		w.missing(key, edits)
	}
	if all, ok := want[key].(map[string]any); ok {
		for _, e := range edits {
			all[e.Category] = e.Text
		}
	}
	return nil
}

func (w *stringWriter) add(s splice) { w.splices = append(w.splices, s) }

// replace gives a statement a new text.
func (w *stringWriter) replace(s *statement, text string) {
	if s.text != text {
		w.add(splice{span: s.value, text: w.encodeLike(string(w.data[s.value.start:s.value.end]), text)})
	}
}

// giveForms makes of a string without plural forms one with them.
func (w *stringWriter) giveForms(s *statement, edits []StringEdit) {
	name := string(w.data[s.key.start:s.key.end])
	w.add(splice{span: span{s.key.end, s.key.end}, text: ".other"})
	for _, e := range edits {
		if e.Category == "other" {
			w.replace(s, e.Text)
		} else {
			w.lineBefore(s.at.start, e.line(name))
		}
	}
}

// forms edits a string that has plural forms, or at least a place for them.
func (w *stringWriter) forms(own strung, edits []StringEdit) {
	for _, e := range edits {
		if s := own.forms[e.Category]; s != nil {
			w.replace(s, e.Text)
			continue
		}
		beside, after := own.beside(e.Category)
		value := " = " + basic(e.Text)
		switch {
		case beside == nil && own.inline != nil: // an empty one
			w.intoEmpty(own, e.Category+value)
		case beside == nil: // an empty table
			w.lineAfter(own.at, e.Category+value)
		case own.inline != nil && after:
			w.add(splice{span: span{beside.at.end, beside.at.end}, text: ", " + e.Category + value})
		case own.inline != nil:
			w.add(splice{span: span{beside.at.start, beside.at.start}, text: e.Category + value + ", ", before: true})
		default:
			name := e.Category
			if beside.table == 0 {
				name = string(w.data[beside.key.start:beside.key.end]) + "." + name
			}
			if after {
				w.lineAfter(beside.at.end, name+value)
			} else {
				w.lineBefore(beside.at.start, name+value)
			}
		}
	}
}

// intoEmpty fills an inline table that has nothing, form by form.
func (w *stringWriter) intoEmpty(own strung, text string) {
	open := own.inline.value.start + 1
	separator := " "
	for _, s := range w.splices {
		if s.start == open {
			separator = ", "
		}
	}
	w.add(splice{span: span{open, open}, text: separator + text})
}

// lineAfter puts a line behind that in which at stands, as far in as it.
func (w *stringWriter) lineAfter(at int, line string) {
	line = w.indent(at) + line
	end := nextLine(w.data, at)
	if end == len(w.data) && (end == 0 || w.data[end-1] != '\n') {
		w.add(splice{span: span{end, end}, text: w.newline + line})
	} else {
		w.add(splice{span: span{end, end}, text: line + w.newline})
	}
}

// lineBefore puts a line above that in which at stands, as far in as it.
func (w *stringWriter) lineBefore(at int, line string) {
	start := lineStart(w.data, at)
	w.add(splice{span: span{start, start}, text: w.indent(at) + line + w.newline, before: true})
}

func (w *stringWriter) indent(at int) string {
	line := string(w.data[lineStart(w.data, at):lineStop(w.data, at)])
	return line[:len(line)-len(strings.TrimLeft(line, " \t"))]
}
