package rewrite

import (
	"slices"

	"github.com/pelletier/go-toml/v2/unstable"
)

// catalogue is a file of strings, as far as places in it matter.
type catalogue struct {
	data       []byte
	newline    string
	statements []statement
	// tables are the tables of the file; the first is what stands above them.
	tables []table
}

// statement is one key of a file with its value.
type statement struct {
	path []string // from the top of the file
	kind unstable.Kind
	text string // of a string
	// at is the whole statement, key its first key, value the value; of an
	// inline table the value ends where the statement does.
	at, key, value span
	// table is the number of the table it stands in, 0 above the first.
	table int
	// inline is the statement whose inline table it stands in, or -1.
	inline int
}

// table is a part of a file that a line [name] begins, which at is in.
type table struct {
	path  []string
	array bool
	at    int
}

// readCatalogue reads a file that is known to be TOML.
func readCatalogue(data []byte) *catalogue {
	c := &catalogue{data: data, newline: lineEnd(data), tables: []table{{}}}
	parser := unstable.Parser{}
	parser.Reset(data)
	for parser.NextExpression() {
		e := parser.Expression()
		if e.Kind == unstable.KeyValue {
			c.add(e, c.tables[len(c.tables)-1].path, -1)
			continue
		}
		t := table{array: e.Kind == unstable.ArrayTable}
		for it := e.Key(); it.Next(); {
			t.at = int(it.Node().Raw.Offset)
			t.path = append(t.path, string(it.Node().Data))
		}
		c.tables = append(c.tables, t)
	}
	return c
}

func (c *catalogue) add(n *unstable.Node, above []string, inline int) {
	value := n.Value()
	s := statement{path: slices.Clone(above), kind: value.Kind, at: spanOf(n), value: spanOf(value), table: len(c.tables) - 1, inline: inline}
	for it := n.Key(); it.Next(); {
		if s.key.end == 0 {
			s.key = spanOf(it.Node())
		}
		s.path = append(s.path, string(it.Node().Data))
	}
	if value.Kind == unstable.String {
		s.text = string(value.Data)
	}
	at := len(c.statements)
	c.statements = append(c.statements, s)
	if value.Kind == unstable.InlineTable {
		for it := value.Children(); it.Next(); {
			c.add(it.Node(), s.path, at)
		}
	}
}

func spanOf(n *unstable.Node) span {
	return span{int(n.Raw.Offset), int(n.Raw.Offset + n.Raw.Length)}
}

// strung is what a file has of one string.
type strung struct {
	plain  *statement            // the string without plural forms
	forms  map[string]*statement // the plural forms
	others []*statement          // what else is said of it, such as its description
	inline *statement            // the inline table of its forms
	table  bool                  // a table of its forms
	at     int                   // a byte in the line where it stands
	// foreign is true of what is no string: a number, a list, tables in tables.
	foreign bool
}

func (s strung) any() bool {
	return s.inline != nil || s.table || len(s.forms) > 0 || len(s.others) > 0
}

// of gives what the file has of a string.
func (c *catalogue) of(key string) strung {
	own := strung{forms: map[string]*statement{}}
	for i, t := range c.tables {
		if i > 0 && t.path[0] == key {
			own.at, own.table = t.at, true
			own.foreign = own.foreign || t.array || len(t.path) > 1
		}
	}
	for i := range c.statements {
		s := &c.statements[i]
		if s.path[0] != key {
			continue
		}
		if own.at == 0 {
			own.at = s.at.start
		}
		switch {
		case len(s.path) == 1 && s.kind == unstable.InlineTable:
			own.inline = s
		case len(s.path) > 2 || s.kind != unstable.String:
			own.foreign = true
		case len(s.path) == 1:
			own.plain = s
		case slices.Contains(categories, s.path[1]):
			own.forms[s.path[1]] = s
		default:
			own.others = append(own.others, s)
		}
	}
	return own
}

// beside gives the statement that a missing form belongs behind, or before, or
// nil where there is none.
func (s strung) beside(category string) (beside *statement, after bool) {
	at := slices.Index(categories, category)
	for _, c := range slices.Backward(categories[:at]) {
		if s.forms[c] != nil {
			return s.forms[c], true
		}
	}
	for _, c := range categories[at+1:] {
		if s.forms[c] != nil {
			return s.forms[c], false
		}
	}
	if len(s.others) > 0 {
		return s.others[len(s.others)-1], true
	}
	return nil, false
}

// lastOnTop is the last statement above the first table that is wanted.
func (c *catalogue) lastOnTop(wanted func(*statement) bool) *statement {
	for i := range slices.Backward(c.statements) {
		if s := &c.statements[i]; s.table == 0 && s.inline < 0 && wanted(s) {
			return s
		}
	}
	return nil
}

// tableOf is the number of the table of a string's forms, or 0.
func (c *catalogue) tableOf(key string) int {
	return max(0, slices.IndexFunc(c.tables, func(t table) bool { return len(t.path) == 1 && t.path[0] == key && !t.array }))
}
