package markdown

import (
	"slices"
	"strings"
	"testing"
)

func TestShortcodesAreMaskedByteForByte(t *testing.T) {
	body := "a {{< lang fr >}}été{{< /lang >}} {{</* shown */>}} {{% note \"a >}} b\" %}}\nb"
	masked, calls := Mask([]byte(body))
	if len(masked) != len(body) || strings.Contains(string(masked), "{{") || !strings.Contains(string(masked), "été") {
		t.Errorf("masked: %q", masked)
	}
	var got []string
	for _, c := range calls {
		name := c.Name
		if c.Closing {
			name = "/" + name
		}
		got = append(got, name+"="+body[c.Start:c.End])
	}
	want := `lang={{< lang fr >}}|/lang={{< /lang >}}|note={{% note "a >}} b" %}}`
	if strings.Join(got, "|") != want {
		t.Errorf("calls: %s", strings.Join(got, "|"))
	}
}

func TestCellsAreThoseOfTheParser(t *testing.T) {
	for row, want := range map[string][]string{
		"| a | b |":       {"a", "b"},
		"a | b":           {"a", "b"},
		`| a \| b | c |`:  {`a \| b`, "c"},
		`a | b \|`:        {"a", `b \|`},
		"| | b |":         {"", "b"},
		"|| b | |":        {"", "b", ""},
		"| a |":           {"a"},
		" | a | b | c | ": {"a", "b", "c"},
	} {
		got := Cells(row)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", row, got, want)
		}
		// The parser takes a row for the head of a table where the line below has as many cells.
		root := New().Parse([]byte(row + "\n" + strings.Repeat("| --- ", len(got)) + "|\n"))
		if head := root.FirstChild(); head.Kind().String() != "Table" {
			t.Errorf("%s: the parser has another number of cells than %d", row, len(got))
		}
	}
	if got := Cells("|"); len(got) != 1 {
		t.Errorf("an empty row has %d cells", len(got))
	}
}
