package rewrite

import (
	"slices"
	"strings"
)

// missing puts a string that the file does not have where the reference
// catalogue has it: behind the nearest string before it, else before the nearest
// behind it.
func (w *stringWriter) missing(key string, edits []StringEdit) {
	at := slices.Index(w.order, key)
	if at < 0 {
		if last := w.lastOnTop(func(*statement) bool { return true }); last != nil {
			w.behind(last, key, edits)
			return
		}
	}
	for _, other := range slices.Backward(w.order[:max(0, at)]) {
		if last := w.lastOnTop(func(s *statement) bool { return s.path[0] == other }); last != nil {
			w.behind(last, key, edits)
			return
		}
		if i := w.tableOf(other); i > 0 && edits[0].Category != "" {
			w.newTable(i, key, edits)
			return
		}
	}
	for _, other := range w.order[min(at+1, len(w.order)):] {
		for i := range w.statements {
			if s := &w.statements[i]; s.table == 0 && s.path[0] == other {
				for _, line := range linesOf(keyLike(w.data, s, key), edits) {
					w.lineBefore(s.at.start, line)
				}
				return
			}
		}
	}
	w.loose = append(w.loose, linesOf(bareOrQuoted(key), edits)...)
}

// behind puts a string behind a statement above the first table.
func (w *stringWriter) behind(s *statement, key string, edits []StringEdit) {
	for _, line := range linesOf(keyLike(w.data, s, key), edits) {
		w.lineAfter(s.at.end, line)
	}
}

func linesOf(name string, edits []StringEdit) []string {
	var lines []string
	for _, e := range edits {
		lines = append(lines, e.line(name))
	}
	return lines
}

// newTable puts a string with plural forms behind table i, in a table as well.
func (w *stringWriter) newTable(i int, key string, edits []StringEdit) {
	at := w.tables[i].at
	for _, s := range w.statements {
		if s.table == i {
			at = max(at, s.at.end)
		}
	}
	lines := []string{"", "[" + bareOrQuoted(key) + "]"}
	for _, e := range edits {
		lines = append(lines, e.Category+" = "+basic(e.Text))
	}
	end := nextLine(w.data, at)
	text := strings.Join(lines, w.newline)
	if end == len(w.data) && w.data[end-1] != '\n' {
		text = w.newline + text
	} else {
		text += w.newline
	}
	w.add(splice{span: span{end, end}, text: text})
}

// finish writes the strings that have no place: above the first table and its
// comment, or at the end.
func (w *stringWriter) finish() {
	if len(w.loose) == 0 {
		return
	}
	text := strings.Join(w.loose, w.newline)
	if len(w.tables) > 1 {
		at := lineStart(w.data, w.tables[1].at)
		for at > 0 {
			above := lineStart(w.data, at-1)
			if w.data[above] != '#' {
				break
			}
			at = above
		}
		w.add(splice{span: span{at, at}, text: text + w.newline + w.newline})
		return
	}
	end := len(w.data)
	switch last := lineStart(w.data, max(0, end-1)); {
	case end == 0:
		text += w.newline
	case w.data[end-1] != '\n':
		text = w.newline + w.newline + text
	case strings.TrimSpace(string(w.data[last:])) != "":
		text = w.newline + text + w.newline
	default:
		text += w.newline
	}
	w.add(splice{span: span{end, end}, text: text})
}
