package press

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// resolution is the resolution in a language.
func (m *maker) resolution(l locale.Language) (*piece, *Missing) {
	reference := m.project.Resolutions[m.project.Reference.Key]
	r, e := m.project.Resolutions[l.Key], m.options.Editions[l.Key]
	if r == nil || e == nil {
		if reference == nil {
			return nil, nil
		}
		return nil, &Missing{"resolution", "", notTranslated, reference.Page.Path}
	}
	t := e.Text
	w := &textWriter{maker: m, language: l, edition: e, own: r, original: reference}
	s := sheet{
		common: m.common(l, t.Title, r.Page.Path), Mark: t.Number, Page: m.foot(l),
		Heading: w.block(t.Title, r.Text.Title), Notes: map[string][]run{},
	}
	s.Title = e.Document + " · " + t.Title
	s.Author = cmp.Or(t.Body, s.Author)
	s.Over = []run{{Text: e.Document}}
	adopted, _ := m.say(l, "adopted_label")
	// The foot of a page is not read out: the address stands here as well.
	s.Facts = append(s.Facts, fact{Label: adopted, Runs: w.adoption()}, fact{Runs: []run{{URL: s.URL, Runs: []run{{Text: s.Address, Language: &inAddresses}}}}})
	s.Notices = append(s.Notices, block{Runs: []run{{Text: e.Notice}}})
	s.Notices = append(s.Notices, m.contentNote(l, r.Page.Path)...)
	if t.Formula != "" {
		formula := w.block(t.Formula, r.Text.Formula)
		formula.Kind = "para"
		s.Body = append(s.Body, formula)
	}
	w.elements = t.Elements()
	s.Body = append(s.Body, w.section("recitals_heading", t.Recitals, r.Text.Recitals)...)
	s.Body = append(s.Body, block{Kind: "rule"})
	s.Body = append(s.Body, w.section("operative_heading", t.Operative, r.Text.Operative)...)
	if t.Note != "" {
		note := w.block(t.Note, r.Text.Note)
		note.Kind = "para"
		s.Body = append(s.Body, block{Kind: "rule"}, note)
	}
	for _, f := range t.Footnotes {
		s.Notes[f.Mark] = w.runs("", f.Text, false)
	}
	return &piece{
		language: l, kind: "resolution", id: t.Number, size: "a4", name: "resolution-" + cmp.Or(inName(t.Number), "text") + "-" + l.Key + ".pdf",
		alt: s.Title, review: e.Review, page: r.Page, line: 1, column: 1,
		job: job{Template: "sheet.typ", Format: "pdf", Data: s, Sizes: []float64{10.5}},
	}, nil
}

// inName is a number as part of a file's name: A-RES-71-1.
func inName(number string) string {
	return strings.Join(strings.FieldsFunc(number, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), "-")
}

// A textWriter lays out one text of a resolution.
type textWriter struct {
	*maker
	language      locale.Language
	edition       *manifestation.Edition
	own, original *project.Resolution
	elements      []resolution.Element // those to come
	referrers     [2]*project.Referrer // of the own text and the original's
}

// block is a plain text, which is the original's where it is not the own one.
func (w *textWriter) block(text, own string) block {
	b := block{Runs: []run{{Text: text}}}
	if text != own {
		d := langOf(w.project.Reference)
		b.Language = &d
	}
	return b
}

// adoption says who adopted the text, where and when.
func (w *textWriter) adoption() []run {
	t, own := w.edition.Text, w.own.Text
	var out []run
	for _, part := range []struct{ text, own string }{{t.Body, own.Body}, {t.Place, own.Place}, {w.edition.Date, w.edition.Date}} {
		if part.text == "" {
			continue
		}
		if len(out) > 0 {
			out = append(out, run{Text: " · "})
		}
		one := run{Text: part.text}
		one.Language = w.block(part.text, part.own).Language
		out = append(out, one)
	}
	return out
}

// section lays out recitals or operative paragraphs below their heading.
func (w *textWriter) section(key string, paragraphs, own []resolution.Paragraph) []block {
	if len(paragraphs) == 0 {
		return nil
	}
	out := []block{{Kind: "heading", Level: 2, Runs: w.said(w.language, key)}}
	for i, p := range paragraphs {
		if p.Heading != "" {
			heading := w.block(p.Heading, own[i].Heading)
			heading.Kind, heading.Level = "heading", 3
			out = append(out, heading)
		}
		one := w.item(p.Text, p.Points)
		if n := len(out) - 1; out[n].Kind == "list" && (out[n].Items[0].Label == "") == (one.Label == "") {
			out[n].Items = append(out[n].Items, one)
		} else {
			out = append(out, block{Kind: "list", Items: []item{one}})
		}
	}
	return out
}

// item lays out the next element and the points below it.
func (w *textWriter) item(text resolution.Inline, points []resolution.Point) item {
	e := w.elements[0]
	w.elements = w.elements[1:]
	one := item{ID: e.ID}
	if e.Label != "" {
		one.Label = e.Label + "."
	}
	tag, foreign := w.edition.Languages[e.ID]
	if foreign {
		if i := slices.IndexFunc(w.project.Languages, func(l locale.Language) bool { return l.Tag == tag }); i >= 0 {
			d := langOf(w.project.Languages[i])
			one.Language = &d
		}
	}
	one.Runs = w.runs(e.ID, text, foreign)
	for _, p := range points {
		one.Items = append(one.Items, w.item(p.Text, p.Points))
	}
	return one
}

// runs lays out the text of a part with its links.
func (w *textWriter) runs(id string, text resolution.Inline, foreign bool) []run {
	which, of := 0, w.own
	if foreign {
		which, of = 1, w.original
	}
	if w.referrers[which] == nil {
		w.referrers[which] = project.NewReferrer(of)
	}
	references := w.referrers[which].In(id, text)
	var out []run
	at := 0 // in the plain text
	for _, r := range text {
		if r.Style == resolution.Call {
			out = append(out, run{Note: r.Text})
			continue
		}
		style := map[resolution.Style]string{resolution.Strong: "strong", resolution.Emphasis: "em"}[r.Style]
		for rest := r.Text; rest != ""; {
			for len(references) > 0 && references[0].End <= at {
				references = references[1:]
			}
			end, inside := at+len(rest), false
			if len(references) > 0 {
				if inside = references[0].Start <= at; inside {
					end = min(end, references[0].End)
				} else {
					end = min(end, references[0].Start)
				}
			}
			one := run{Text: rest[:end-at], Style: style}
			if inside {
				one = w.link(references[0], one)
			}
			out = append(out, one)
			rest, at = rest[end-at:], end
		}
	}
	return out
}

// link makes words a link to where a cross reference leads.
func (w *textWriter) link(c project.CrossReference, words run) run {
	switch {
	case c.Reference != nil && c.Reference.URL != "":
		return run{URL: c.Reference.URL, Runs: []run{words}}
	case c.To != "" && c.To[0] == '/':
		return run{URL: w.address(w.language, c.To), Runs: []run{words}}
	case c.To != "" && slices.ContainsFunc(w.edition.Text.Elements(), func(e resolution.Element) bool { return e.ID == c.To }):
		return run{Part: c.To, Runs: []run{words}}
	}
	return words
}
