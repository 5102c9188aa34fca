package transfer

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/rewrite"
	"resolutionsite/generator/internal/translation"
)

// write plans the changes of one page: its file and its record. line is where
// the page begins in the file that is brought back.
func (w *planner) write(t *project.Translation, changes []change, line int) {
	name := t.File(w.project)
	file, blocks, err := w.pageOf(t, changes)
	if err != nil {
		w.refuse(t, changes, line, err)
		return
	}
	w.put(name, file)
	w.put(t.RecordFile, w.recordOf(t, changes, file, blocks))
}

// pageOf is the file of a page with new words in it, and its blocks.
func (w *planner) pageOf(t *project.Translation, changes []change) ([]byte, []placed, error) {
	skeleton := t.Page
	var file []byte
	var s splice
	if skeleton != nil {
		file = w.project.Text(skeleton.File)
		s = splice{skeleton.Body, slotsOf(t.Units)}
	} else {
		skeleton = t.Source
		file = slices.Concat(project.NewHead(t.Source), skeleton.Body)
		s = splice{skeleton.Body, emptySlots(t.Units)}
	}
	var fields []rewrite.FieldEdit
	var first []addition
	for _, c := range changes {
		u := t.Units[c.unit]
		switch {
		case c.texts == nil:
		case u.Name() != "":
			fields = append(fields, rewrite.FieldEdit{Path: u.Name(), Text: strings.Join(c.texts, paragraphs)})
		case len(u.Target) > 0 || t.Page == nil:
			s.replace(c.unit, c.texts)
		default:
			if a := additionOf(t.Source, u, c); !s.add(t.Units, a) {
				first = append(first, a)
			}
		}
	}
	body, blocks, err := s.apply(first)
	if err != nil {
		return nil, nil, err
	}
	fields = placeFields(t.Page, fields)
	head := file[:len(file)-len(skeleton.Body)]
	file, err = rewrite.Fields(slices.Concat(head, body), fields)
	return file, blocks, err
}

// placeFields gives edits whose paths name items by their ids those of positions.
func placeFields(page *project.Page, fields []rewrite.FieldEdit) []rewrite.FieldEdit {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.Path
	}
	paths, added := page.Places(names)
	for i := range fields {
		fields[i].Path = paths[i]
	}
	for path, id := range added {
		fields = append(fields, rewrite.FieldEdit{Path: path, Text: id})
	}
	return fields
}

// replace puts texts into the blocks of a unit: one into each, what is left over
// into the last; a block for which there is none is taken away.
func (s *splice) replace(unit int, texts []string) {
	var own []*slot
	for i := range s.slots {
		if s.slots[i].unit == unit {
			own = append(own, &s.slots[i])
		}
	}
	for i, slot := range own {
		switch {
		case i >= len(texts):
			slot.texts = nil
		case i == len(own)-1:
			slot.texts = texts[i:]
		default:
			slot.texts = texts[i : i+1]
		}
	}
}

// emptySlots are the blocks of a source, whose words are all to be taken away.
func emptySlots(units []translation.Unit) []slot {
	var slots []slot
	for i, u := range units {
		if u.Name() == "" {
			for _, b := range u.Source {
				slots = append(slots, slot{unit: i, block: b})
			}
		}
	}
	slices.SortFunc(slots, func(a, b slot) int { return a.block.Start - b.block.Start })
	return slots
}

// additionOf makes a block of a translation after the model of its source.
func additionOf(source *project.Page, u translation.Unit, c change) addition {
	b := u.Source[0]
	a := addition{unit: c.unit, kind: b.Kind, mark: b.Mark, texts: c.texts}
	if b.Kind.IsHeading() { // {#id}
		rest, _, _ := bytes.Cut(source.Body[b.End:], []byte("\n"))
		a.tail = strings.TrimRight(string(rest), " #\t\r")
	}
	return a
}

// add puts an addition behind the nearest unit before it, in the order of the
// source, that the page has; false where it has none.
func (s *splice) add(units []translation.Unit, a addition) bool {
	for before := a.unit - 1; before >= 0; before-- {
		for i := len(s.slots) - 1; i >= 0; i-- {
			at := &s.slots[i]
			if at.unit == before && len(units[before].Source) > 0 {
				at.behind = append(at.behind, a)
				return true
			}
		}
	}
	return false
}

// recordOf is the record of a page with new words.
func (w *planner) recordOf(t *project.Translation, changes []change, file []byte, blocks []placed) []byte {
	named := map[string]translation.Block{}
	if page, err := project.ParsePage(file); err == nil {
		for _, b := range page.Blocks().Named {
			named[b.ID] = b
		}
	}
	units := slices.Clone(t.Units)
	for i := range units {
		units[i].Target = nil
		if b, ok := named[units[i].Name()]; ok {
			units[i].Target = []translation.Block{b}
		}
	}
	for _, b := range blocks {
		if b.unit >= 0 {
			units[b.unit].Target = append(units[b.unit].Target, b.Block)
		}
	}
	return reviseWith(units, changes)
}

// reviseWith is the record of units after changes.
func reviseWith(units []translation.Unit, changes []change) []byte {
	said := map[int]change{}
	for _, c := range changes {
		said[c.unit] = c
	}
	return translation.Revise(units, func(u translation.Unit) []translation.Block {
		switch c, ok := said[u.Place]; {
		case ok && c.made:
			return c.source
		case ok && c.open:
			return []translation.Block{}
		}
		return nil
	}).Bytes()
}

// put plans the content of a file.
func (w *planner) put(name string, content []byte) {
	if old := w.project.Text(name); old == nil || !bytes.Equal(old, content) {
		w.plan.Files[name], w.plan.Expect[name] = content, old
	}
}

// refuse notes that words cannot be put into a page.
func (w *planner) refuse(t *project.Translation, changes []change, line int, err error) {
	var wrong *misplaced
	switch {
	case errors.As(err, &wrong):
		for _, c := range changes {
			if c.unit == wrong.unit {
				line = c.line
			}
		}
		w.report(line, diag.Error, wrong.why.ID, wrong.why.Args)
	default:
		w.unwritable(t.File(w.project), line, err)
	}
}

// unwritable notes that a file of the project is in no state to be changed. line
// is where it begins in the file that is brought back.
func (w *planner) unwritable(name string, line int, err error) {
	var wrong *rewrite.Error
	if errors.As(err, &wrong) {
		d := wrong.Diagnostic()
		d.File = name
		w.plan.Found.Add(d)
		return
	}
	w.report(line, diag.Error, "import-unwritable", map[string]any{"File": name, "Detail": err.Error()})
}
