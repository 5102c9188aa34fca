package project

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/translation"
)

// FieldEdit gives a text of a front matter new words; Path names it as
// FrontMatter.Lacks does: "title", "asks.0.of".
type FieldEdit struct{ Path, Text string }

// fieldOrder is the order in which fields are written where they are missing.
var fieldOrder = []string{"title", "summary", "review", "reviewer", "reviewed", "contentNote", "asks", "resolution"}

// SetFields gives texts of a page's front matter new words and changes no other
// byte of the file; a field that is missing is put behind those that come before
// it in order. The error says what cannot be done.
func SetFields(file []byte, edits []FieldEdit) ([]byte, error) {
	for _, e := range edits {
		before, err := namedTexts(file)
		if err != nil {
			return nil, err
		}
		if before[e.Path] == e.Text {
			continue
		}
		changed, err := setField(file, e)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Path, err)
		}
		// What was written must be read as it was meant, and nothing else changed.
		after, err := namedTexts(changed)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", e.Path, err)
		}
		before[e.Path] = e.Text
		for path, text := range before {
			if translation.Normalize(after[path]) != translation.Normalize(text) {
				return nil, fmt.Errorf("%s: %s cannot be written without changing another field", e.Path, path)
			}
		}
		if len(after) != len(before) {
			return nil, fmt.Errorf("%s: the front matter has a form in which it cannot be changed", e.Path)
		}
		file = changed
	}
	return file, nil
}

// namedTexts are the texts of a front matter by path.
func namedTexts(file []byte) (map[string]string, error) {
	page, err := ParsePage(file)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for _, b := range page.Blocks().Named {
		texts[b.ID] = b.Text
	}
	return texts, nil
}

// ParsePage reads the file of a page by itself. It has neither language nor
// address.
func ParsePage(file []byte) (*Page, error) {
	front, body, line, problem := splitFrontMatter(file)
	if problem != nil {
		return nil, errors.New(problem.ID)
	}
	page := &Page{Body: body, BodyLine: line}
	var found diag.List
	page.FrontMatter, found = parseFrontMatter(front)
	if page.broken || found.HasErrors() {
		return nil, fmt.Errorf("the front matter cannot be read")
	}
	return page, nil
}

// yamlLines are the lines of a front matter, with their breaks, and what stands
// before and behind it.
type yamlLines struct {
	before, behind []byte
	lines          [][]byte
	newline        string
	tree           *Value
}

func openFrontMatter(file []byte) (*yamlLines, error) {
	front, _, _, problem := splitFrontMatter(file)
	if problem != nil {
		return nil, errors.New(problem.ID)
	}
	tree, found := parseYAML(front, 0)
	if tree == nil || found.HasErrors() {
		return nil, errors.New("the front matter cannot be read")
	}
	start := bytes.IndexByte(file, '\n') + 1
	y := &yamlLines{before: file[:start], behind: file[start+len(front):], tree: tree, newline: "\n"}
	for line := range bytes.Lines(front) {
		y.lines = append(y.lines, line)
	}
	if bytes.HasSuffix(y.before, []byte("\r\n")) {
		y.newline = "\r\n"
	}
	return y, nil
}

func (y *yamlLines) bytes() []byte {
	return slices.Concat(y.before, slices.Concat(y.lines...), y.behind)
}

// insert puts lines before line i.
func (y *yamlLines) insert(i int, lines ...string) {
	var added [][]byte
	for _, l := range lines {
		added = append(added, []byte(l+y.newline))
	}
	y.lines = slices.Insert(y.lines, i, added...)
}

func setField(file []byte, e FieldEdit) ([]byte, error) {
	y, err := openFrontMatter(file)
	if err != nil {
		return nil, err
	}
	names := strings.Split(e.Path, ".")
	value := scalar(e.Text)
	v := y.tree
	for i, name := range names {
		last := i == len(names)-1
		if v.Kind == List {
			n, err := strconv.Atoi(name)
			switch {
			case err != nil || last || n > len(v.List):
				return nil, errors.New("an item before it is missing")
			case n == len(v.List):
				if n == 0 {
					return nil, errors.New("the list is empty: delete it first")
				}
				indent := y.dash(v.List[0])
				end := y.extent(v.List[n-1].Line-1, indent)
				y.insert(end, strings.Repeat(" ", indent)+"- "+strings.Join(names[i+1:], ".")+": "+value)
				return y.bytes(), nil
			}
			v = &v.List[n]
			continue
		}
		field := v.field(name)
		switch {
		case field == nil:
			return y.addField(v, names, i, value)
		case last && (field.Value.Kind == Text || field.Value.Kind == Null):
			if err := y.replace(field, value); err != nil {
				return nil, err
			}
			return y.bytes(), nil
		case last:
			return nil, errors.New("it is no text")
		case field.Value.Kind == Null:
			return nil, errors.New("the field above it is empty: delete it first")
		}
		v = &field.Value
	}
	return nil, errors.New("it is no text")
}

// addField adds a field, and what it stands in, to a map.
func (y *yamlLines) addField(v *Value, names []string, i int, value string) ([]byte, error) {
	indent := max(0, v.Column-1)
	at := len(y.lines)
	if i == 0 {
		indent, at = 0, 0
	}
	rank := func(name string) int {
		if r := slices.Index(fieldOrder, name); r >= 0 {
			return r
		}
		return len(fieldOrder)
	}
	for k, f := range v.Fields {
		if i > 0 || rank(f.Key) <= rank(names[0]) {
			at = y.extent(f.Line-1, f.Column-1)
			if k == 0 && i > 0 {
				indent = f.Column - 1
			}
		}
	}
	lead := strings.Repeat(" ", indent)
	switch rest := names[i+1:]; {
	case len(rest) == 0:
		y.insert(at, lead+names[i]+": "+value)
	case len(rest) == 2 && rest[0] == "0":
		y.insert(at, lead+names[i]+":", lead+"  - "+rest[1]+": "+value)
	case len(rest) == 1:
		y.insert(at, lead+names[i]+":", lead+"  "+rest[0]+": "+value)
	default:
		return nil, errors.New("an item before it is missing")
	}
	return y.bytes(), nil
}

// dash is the indentation of the dash before an item.
func (y *yamlLines) dash(item Value) int {
	line := y.lines[item.Line-1]
	return len(line) - len(bytes.TrimLeft(line, " "))
}

// extent is the line behind the last one that belongs to what begins at line i
// with an indentation: what follows is indented deeper, or is an item at the
// same depth.
func (y *yamlLines) extent(i, indent int) int {
	end := i + 1
	for k := i + 1; k < len(y.lines); k++ {
		line := bytes.TrimRight(y.lines[k], "\r\n")
		bare := bytes.TrimLeft(line, " ")
		depth := len(line) - len(bare)
		switch {
		case len(bare) == 0:
			continue
		case depth > indent, depth == indent && bytes.HasPrefix(bare, []byte("- ")) && !bytes.HasPrefix(bytes.TrimLeft(y.lines[i], " "), []byte("- ")):
			end = k + 1
			continue
		}
		break
	}
	return end
}

// plainScalar is a text that YAML reads as itself without quotation marks.
var plainScalar = regexp.MustCompile(`^[\p{L}][^:#\x00-\x1f\x{85}\x{2028}\x{2029}]*$`)

// scalar writes a text as YAML on one line.
func scalar(text string) string {
	lower := strings.ToLower(text)
	if plainScalar.MatchString(text) && strings.TrimSpace(text) == text &&
		!slices.Contains([]string{"true", "false", "yes", "no", "on", "off", "null", "y", "n"}, lower) {
		return text
	}
	return quote(text)
}

// replace puts a scalar in the place of a field's text.
func (y *yamlLines) replace(f *Field, value string) error {
	i := f.Line - 1
	line := y.lines[i]
	runes := []rune(string(line))
	key := strings.Index(string(runes[f.Column-1:]), ":")
	if key < 0 {
		return errors.New("it has a form in which it cannot be changed")
	}
	start := len(string(runes[:f.Column-1])) + key + 1
	rest := string(line[start:])
	bare := strings.TrimLeft(rest, " \t")
	end, comment := i+1, ""
	switch trimmed := strings.TrimRight(bare, " \t\r\n"); {
	case trimmed != "" && (trimmed[0] == '"' || trimmed[0] == '\''):
		text, n := y.quoted(i, len(line)-len(bare))
		end = n + 1
		comment = strings.TrimRight(text, "\r\n")
	case trimmed != "" && (trimmed[0] == '|' || trimmed[0] == '>'):
		end = y.extent(i, f.Column-1)
	default:
		end = y.extent(i, f.Column-1)
		if end == i+1 {
			if c := strings.Index(" "+trimmed, " #"); c >= 0 {
				comment = " " + strings.TrimSpace(trimmed[c:])
			}
		}
	}
	y.lines = slices.Replace(y.lines, i, end, []byte(string(line[:start])+" "+value+comment+y.newline))
	return nil
}

// quoted finds the end of a quoted scalar that begins at a byte of line i: what
// stands behind it, and its line.
func (y *yamlLines) quoted(i, at int) (behind string, line int) {
	mark := y.lines[i][at]
	for at++; i < len(y.lines); i, at = i+1, 0 {
		for ; at < len(y.lines[i]); at++ {
			switch c := y.lines[i][at]; {
			case c == '\\' && mark == '"':
				at++
			case c == mark && mark == '\'' && at+1 < len(y.lines[i]) && y.lines[i][at+1] == '\'':
				at++
			case c == mark:
				return string(y.lines[i][at+1:]), i
			}
		}
	}
	return "", len(y.lines) - 1
}

// NewHead begins a translation of a page: a front matter without words yet, which
// says that nobody has reviewed it, and of a resolution what is the same in every
// language.
func NewHead(source *Page) []byte {
	var b bytes.Buffer
	b.WriteString("---\nreview: unreviewed\n")
	if r := source.Resolution; r != nil {
		b.WriteString("resolution:\n")
		for _, f := range [][2]string{{"kind", r.Kind}, {"number", r.Number}, {"adopted", r.Adopted}} {
			if f[1] != "" {
				fmt.Fprintf(&b, "  %s: %s\n", f[0], quote(f[1]))
			}
		}
		b.WriteString("  status: unofficial\n")
	}
	b.WriteString("---\n")
	return b.Bytes()
}
