package site

import (
	"bytes"
	"slices"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// textStates is what has become of the parts of a resolution in one language.
// A part is current where it was made from the words that the part of the same
// identity has in the original.
type textStates struct {
	*translated
	original *project.Resolution
	parts    map[string]state // by identity
	headings map[string]state // by the identity of the part below
	notes    map[string]state // by the mark of the footnote
	formula  state
}

// statesOf finds the states of a text; nil where readers are told nothing of it.
func (s *Stage) statesOf(r *project.Resolution) *textStates {
	t := s.own(r.Page.Language.Key, r.Page.Path)
	original := s.project.Resolutions[s.project.Reference.Key]
	if t == nil || original == nil || !t.told() {
		return nil
	}
	st := &textStates{
		translated: t, original: original,
		parts: map[string]state{}, headings: map[string]state{}, notes: map[string]state{},
	}
	own, theirs := placesOf(r), placesOf(original)
	for _, u := range t.Units {
		if u.Name() != "" {
			continue
		}
		what := stateOf(u)
		for _, b := range u.Target {
			here := own[b.Start]
			told := what
			if told == stateCurrent {
				told = stateUnsure
				for _, source := range u.Source {
					if theirs[source.Start] == here {
						told = stateCurrent
					}
				}
			}
			st.set(here, told)
		}
	}
	return st
}

func (st *textStates) set(at textPlace, told state) {
	if told == stateCurrent {
		return
	}
	switch at.what {
	case "part":
		st.parts[at.name] = told
	case "heading":
		st.headings[at.name] = told
	case "note":
		st.notes[at.name] = told
	case "formula":
		st.formula = told
	}
}

// textPlace is what a block of a resolution's page is: a part by its identity, a
// heading by that of the part below it, a footnote by its mark, or the formula.
type textPlace struct{ what, name string }

// placesOf finds what the blocks of a resolution's page are, by where they begin.
func placesOf(r *project.Resolution) map[int]textPlace {
	byLine := map[int]textPlace{}
	var headed []string // the parts below headings
	for _, e := range r.Text.Elements() {
		byLine[e.Line] = textPlace{"part", e.ID}
	}
	for _, list := range [][]resolution.Paragraph{r.Text.Recitals, r.Text.Operative} {
		for _, p := range list {
			if p.Heading != "" {
				headed = append(headed, byLine[p.Line].name)
			}
		}
	}
	for _, f := range r.Text.Footnotes {
		byLine[f.Line] = textPlace{"note", f.Mark}
	}
	places := map[int]textPlace{}
	for _, b := range r.Page.Blocks().Body {
		at, known := byLine[1+bytes.Count(r.Page.Body[:b.Start], []byte("\n"))]
		switch {
		case known:
		case b.Kind.IsHeading() && len(headed) > 0:
			at, headed = textPlace{"heading", headed[0]}, headed[1:]
		case !b.Kind.IsHeading():
			at = textPlace{what: "formula"} // what stands before the first part
		}
		places[b.Start] = at
	}
	return places
}

// borrows reports whether a part with a state is shown in the original's words.
func (st *textStates) borrows(told state, original string) bool {
	return st != nil && st.critical && told != stateCurrent && original != ""
}

// shows is the text of a page with what the original says now in the place of
// what a critical page may not show, and the parts that this is so of.
func (st *textStates) shows(t *resolution.Text) (shown *resolution.Text, foreign map[string]bool) {
	foreign = map[string]bool{}
	if st == nil || !st.critical {
		return t, foreign
	}
	words := map[string]resolution.Inline{}
	for _, e := range st.original.Text.Elements() {
		words[e.ID] = e.Text
		if st.parts[e.ID] != stateCurrent {
			foreign[e.ID] = true
		}
	}
	copied := *t
	elements := t.Elements()
	next := 0
	take := func(own *resolution.Inline) string {
		id := elements[next].ID
		next++
		if foreign[id] {
			*own = words[id]
		}
		return id
	}
	var points func([]resolution.Point) []resolution.Point
	points = func(list []resolution.Point) []resolution.Point {
		list = slices.Clone(list)
		for i := range list {
			take(&list[i].Text)
			list[i].Points = points(list[i].Points)
		}
		return list
	}
	headings := headingsOf(st.original.Text)
	paragraphs := func(list []resolution.Paragraph) []resolution.Paragraph {
		list = slices.Clone(list)
		for i := range list {
			p := &list[i]
			id := take(&p.Text)
			if st.borrows(st.headings[id], headings[id]) {
				p.Heading = headings[id]
			}
			p.Points = points(p.Points)
		}
		return list
	}
	copied.Recitals, copied.Operative = paragraphs(t.Recitals), paragraphs(t.Operative)
	copied.Footnotes = slices.Clone(t.Footnotes)
	for i := range copied.Footnotes {
		f := &copied.Footnotes[i]
		if original, has := st.footnote(f.Mark); has {
			f.Text = original
		}
	}
	for _, f := range st.plain() {
		if st.borrows(f.state, f.original) {
			*f.in(&copied) = f.original
		}
	}
	return &copied, foreign
}

// footnote is the original's footnote where a critical page shows it in the
// place of its own.
func (st *textStates) footnote(mark string) (resolution.Inline, bool) {
	if st == nil || !st.critical || st.notes[mark] == stateCurrent {
		return nil, false
	}
	i := slices.IndexFunc(st.original.Text.Footnotes, func(f resolution.Footnote) bool { return f.Mark == mark })
	if i < 0 {
		return nil, false
	}
	return st.original.Text.Footnotes[i].Text, true
}

// plainText is a text of a resolution that is no part of it.
type plainText struct {
	name     string // in the data of the layouts
	state    state
	original string
	in       func(*resolution.Text) *string
}

func (st *textStates) plain() []plainText {
	if st == nil {
		return nil
	}
	fields, t := st.data().Fields, st.original.Text
	return []plainText{
		{"title", fields["title"].State, t.Title, func(t *resolution.Text) *string { return &t.Title }},
		{"body", fields["resolution.body"].State, t.Body, func(t *resolution.Text) *string { return &t.Body }},
		{"place", fields["resolution.place"].State, t.Place, func(t *resolution.Text) *string { return &t.Place }},
		{"note", fields["resolution.note"].State, t.Note, func(t *resolution.Text) *string { return &t.Note }},
		{"formula", st.formula, t.Formula, func(t *resolution.Text) *string { return &t.Formula }},
	}
}

// headingsOf are the cross-headings of a text, by the identity of the part below.
func headingsOf(t *resolution.Text) map[string]string {
	at, headings := map[int]string{}, map[string]string{}
	for _, e := range t.Elements() {
		at[e.Line] = e.ID
	}
	for _, list := range [][]resolution.Paragraph{t.Recitals, t.Operative} {
		for _, p := range list {
			headings[at[p.Line]] = p.Heading
		}
	}
	return headings
}

// toldOf says, in the language of a text, which of its parts are not current.
func (s *Stage) toldOf(l locale.Language, st *textStates, e *manifestation.Edition) (string, error) {
	if st == nil {
		return "", nil
	}
	var names []string
	name := func(key string, args map[string]any) error {
		words, _, err := s.phrase(l, key, args)
		names = append(names, words)
		return err
	}
	for _, f := range st.plain() {
		if f.state != stateCurrent {
			if err := name("part_"+f.name, nil); err != nil {
				return "", err
			}
		}
	}
	for _, part := range e.Text.Elements() {
		if st.headings[part.ID] != stateCurrent {
			if err := name("part_heading", nil); err != nil {
				return "", err
			}
		}
		if st.parts[part.ID] != stateCurrent {
			names = append(names, e.Names[part.ID])
		}
	}
	for _, f := range e.Text.Footnotes {
		if st.notes[f.Mark] != stateCurrent {
			if err := name("footnote_link", map[string]any{"Mark": f.Mark}); err != nil {
				return "", err
			}
		}
	}
	if len(names) == 0 {
		return "", nil
	}
	key := "edition_outdated"
	if st.critical {
		key = "edition_instead"
	}
	_, in := s.message(l, key)
	words, _, err := s.phrase(l, key, map[string]any{"Parts": strings.Join(names, ", "), "Language": in.NameOf(s.project.Reference)})
	return words, err
}
