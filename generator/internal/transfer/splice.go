package transfer

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"resolutionsite/generator/internal/rewrite"
	"resolutionsite/generator/internal/translation"
)

// splice puts words into the Markdown of a page, in the places of its blocks or
// behind them, and leaves every other byte as it is.
type splice struct {
	body []byte
	// slots are the blocks of the body in order, with what is to become of them.
	slots []slot
}

// slot is a block of a page, or the place of one behind it.
type slot struct {
	// unit is the index of the unit that the block belongs to, -1 for none.
	unit  int
	block translation.Block
	// texts are the block's words from now on: several make several blocks, none
	// take it away.
	texts []string
	// behind are the blocks to put behind this one.
	behind []addition
}

// addition is a block that a page does not have yet.
type addition struct {
	unit  int
	kind  translation.Kind
	mark  string // "## ", "- "
	tail  string // what stands behind the text of a heading: "{#id}"
	texts []string
}

// placed is a block of the result and its unit.
type placed struct {
	translation.Block
	unit int
}

// misplaced is the error for words that cannot stand where they are meant to.
type misplaced struct {
	unit int
	why  *rewrite.Error
}

func (e *misplaced) Error() string { return e.why.Error() }

// apply gives the new body and its blocks. first are the additions before every
// block. The error is a *misplaced where words do not fit the page.
func (s *splice) apply(first []addition) ([]byte, []placed, error) {
	var edits []rewrite.BlockEdit
	var wanted []placed
	var units []int // of each edit
	want := func(unit int, texts []string) {
		for range texts {
			wanted = append(wanted, placed{unit: unit})
		}
	}
	add := func(at int, last translation.Kind, additions []addition) {
		for _, a := range additions {
			edits = append(edits, rewrite.BlockEdit{
				Start: at, End: at, Text: strings.Join(a.texts, paragraphs), Prefix: a.mark, Suffix: a.tail, Tight: tight(last, a.kind),
			})
			units = append(units, a.unit)
			want(a.unit, a.texts)
			last = a.kind
		}
	}
	add(0, "", first)
	for _, slot := range s.slots {
		e := rewrite.BlockEdit{Start: slot.block.Start, End: slot.block.End, Text: strings.Join(slot.texts, paragraphs), Remove: len(slot.texts) == 0}
		edits, units = append(edits, e), append(units, slot.unit)
		want(slot.unit, slot.texts)
		add(slot.block.End, slot.block.Kind, slot.behind)
	}
	body, err := rewrite.Body(s.body, edits)
	if err != nil {
		var wrong *rewrite.Error
		if errors.As(err, &wrong) && wrong.Edit > 0 {
			err = &misplaced{units[wrong.Edit-1], wrong}
		}
		return nil, nil, err
	}
	read := translation.NewSplitter().Split(body)
	slices.SortFunc(read, func(a, b translation.Block) int { return a.Start - b.Start })
	if len(read) != len(wanted) {
		return nil, nil, fmt.Errorf("%d blocks were written, %d are read", len(wanted), len(read))
	}
	for i := range wanted {
		wanted[i].Block = read[i]
	}
	return body, wanted, nil
}

// tight reports whether no empty line stands between two blocks.
func tight(a, b translation.Kind) bool {
	return a == b && (a == translation.Item || a == translation.Row)
}

// slotsOf are slots that keep the blocks of a translation as they are.
func slotsOf(units []translation.Unit) []slot {
	var slots []slot
	for i, u := range units {
		if u.Name() != "" {
			continue
		}
		for _, b := range u.Target {
			slots = append(slots, slot{unit: i, block: b, texts: []string{b.Text}})
		}
	}
	slices.SortFunc(slots, func(a, b slot) int { return a.block.Start - b.block.Start })
	return slots
}
