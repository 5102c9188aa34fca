package press

import (
	"cmp"
	"slices"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/markdown"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// block is a block of a sheet as sheet.typ lays it out.
type block struct {
	Kind     string    `json:"kind"` // heading, para, list, quote, table or rule
	Level    int       `json:"level,omitempty"`
	Runs     []run     `json:"runs"`
	Language *lang     `json:"language,omitempty"` // where it is not the sheet's
	Items    []item    `json:"items,omitempty"`
	Rows     [][][]run `json:"rows,omitempty"`
}

// item is an item of a list. Label is what stands before it, with its full stop;
// "" in a list without numbers.
type item struct {
	Label    string `json:"label"`
	ID       string `json:"id,omitempty"`
	Runs     []run  `json:"runs"`
	Language *lang  `json:"language,omitempty"`
	Items    []item `json:"items,omitempty"`
}

// shown is a block of a page as it is printed, and whose words it has.
type shown struct {
	translation.Block
	from locale.Language
}

// printed are the blocks of a page: its own, with the original's words in the
// place of what is outdated or missing.
func (m *maker) printed(page *project.Page) []shown {
	l, reference := page.Language, m.project.Reference
	var own []shown
	for _, b := range page.Blocks().Body {
		own = append(own, shown{b, l})
	}
	if l.Key == reference.Key || m.project.Page(reference.Key, page.Path) == nil {
		return own
	}
	t := m.project.Translation(l, page.Path, false)
	if t.Adopted() {
		return own
	}
	var out []shown
	var last int // where the unit before ends
	for _, u := range t.Units {
		if u.Name() != "" {
			continue
		}
		switch {
		case len(u.Target) == 0, stale(u):
			at := last
			if len(u.Target) > 0 {
				at = u.Target[0].Start
			}
			for _, b := range u.Source {
				b.Start = at
				out = append(out, shown{b, reference})
			}
		case u.State == translation.Orphan && u.Recorded: // the original no longer has it
		default:
			for _, b := range u.Target {
				out = append(out, shown{b, l})
			}
		}
		for _, b := range u.Target {
			last = max(last, b.End)
		}
	}
	slices.SortStableFunc(out, func(a, b shown) int { return cmp.Compare(a.Start, b.Start) })
	return out
}

// layout groups blocks for the sheet of a language.
func (m *maker) layout(l locale.Language, blocks []shown) []block {
	var out []block
	last := func(kind string) *block {
		if n := len(out); n > 0 && out[n-1].Kind == kind {
			return &out[n-1]
		}
		out = append(out, block{Kind: kind})
		return &out[len(out)-1]
	}
	before := translation.Kind("")
	for _, b := range blocks {
		runs := m.markdownRuns(l, b.Text)
		var other *lang
		if b.from.Key != l.Key {
			d := langOf(b.from)
			other = &d
		}
		switch {
		case b.Kind.IsHeading():
			out = append(out, block{Kind: "heading", Level: level(out, int(b.Kind[len(b.Kind)-1]-'0')), Runs: runs, Language: other})
		case b.Kind == translation.Item:
			label := strings.TrimLeft(strings.TrimSpace(b.Mark), "-*+> ")
			one := item{Label: label, Runs: runs, Language: other}
			items := &last("list").Items
			n := len(*items)
			switch {
			case n > 0 && before == translation.Item && strings.TrimSpace(b.Mark) == "": // a further paragraph
				above := &(*items)[n-1]
				above.Runs = append(append(above.Runs, run{Style: "break"}), runs...)
			case n > 0 && b.Depth > 1:
				(*items)[n-1].Items = append((*items)[n-1].Items, one)
			case n > 0 && ((*items)[0].Label == "") != (label == ""):
				out = append(out, block{Kind: "list", Items: []item{one}})
			default:
				*items = append(*items, one)
			}
		case b.Kind == translation.Row:
			var cells [][]run
			for _, cell := range cellsOf(b.Text) {
				runs := m.markdownRuns(l, cell)
				if other != nil {
					runs = []run{{Language: other, Runs: runs}}
				}
				cells = append(cells, runs)
			}
			table := last("table")
			if len(table.Rows) > 0 { // as many cells as the head has
				cells = append(cells, make([][]run, max(0, len(table.Rows[0])-len(cells)))...)[:len(table.Rows[0])]
			}
			table.Rows = append(table.Rows, cells)
		case b.Kind == translation.Quote:
			out = append(out, block{Kind: "quote", Runs: runs, Language: other})
		default:
			out = append(out, block{Kind: "para", Runs: runs, Language: other})
		}
		before = b.Kind
	}
	return out
}

// cellsOf are the texts of the cells of a table's row, in which a sign that divides
// cells is only a sign.
func cellsOf(row string) []string {
	cells := markdown.Cells(row)
	for i, cell := range cells {
		cells[i] = strings.ReplaceAll(cell, `\|`, "|")
	}
	return cells
}

// level is the level of a heading below those before it, none of which may be
// left out.
func level(before []block, want int) int {
	above := 1 // the title
	for _, b := range before {
		if b.Kind == "heading" {
			above = b.Level
		}
	}
	return max(2, min(want, above+1))
}
