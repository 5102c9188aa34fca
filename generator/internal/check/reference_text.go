package check

import (
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// referenceText wants the words of every cross reference to stand in the text
// as they are written: otherwise nothing becomes a link.
func referenceText(p *project.Project, report func(diag.Diagnostic)) {
	eachReferences(p, func(r *project.Resolution) {
		texts, ids := passages(r.Text), idsOf(r.Text)
		work := nearestWork
		for i := range r.References.Entries {
			ref := &r.References.Entries[i]
			if ref.Text == "" || ref.In != "" && !ids[ref.In] { // rule reference says so
				continue
			}
			if standsIn(ref, texts) != nil {
				continue
			}
			elsewhere := *ref
			elsewhere.In = ""
			id, args := "reference-text", map[string]any{"Text": ref.Text, "File": r.Page.File}
			if there := standsIn(&elsewhere, texts); there != nil {
				id, args["Part"], args["Elsewhere"] = "reference-text-elsewhere", ref.In, there.id
			} else if nearest, part := nearestWords(ref, texts, &work); nearest != "" {
				id, args["Nearest"], args["Part"] = "reference-text-nearest", nearest, part
			}
			line, column := ref.Position("text")
			report(diag.Diagnostic{File: r.References.File, Line: line, Column: column, ID: id, Args: args})
		}
	})
}

// A passage is the plain text of one part or footnote.
type passage struct {
	id, plain string   // the id of a footnote is its mark
	words     []string // of plain, in their order
}

func passages(t *resolution.Text) []passage {
	var texts []passage
	for _, e := range t.Elements() {
		texts = append(texts, passage{id: e.ID, plain: e.Text.Plain()})
	}
	for _, f := range t.Footnotes {
		texts = append(texts, passage{id: "[^" + f.Mark + "]", plain: f.Text.Plain()})
	}
	for i := range texts {
		texts[i].words = strings.Fields(texts[i].plain)
	}
	return texts
}

// standsIn returns the first passage that has the words of a reference where
// they should be, or nil.
func standsIn(ref *project.Reference, texts []passage) *passage {
	for i := range texts {
		if ref.Has(texts[i].id, texts[i].plain) {
			return &texts[i]
		}
	}
	return nil
}

// nearestWork bounds how many stretches of the text are compared with words
// that do not stand there, over all references of a language: a list of
// nothing but errors is no reason to wait.
const nearestWork = 20000

// nearestWords finds the stretch of the text that the words of a reference
// were probably meant to be, and the part it stands in: of as many words, or
// one more or less.
func nearestWords(ref *project.Reference, texts []passage, work *int) (words, part string) {
	const longest = 200 // characters; nobody mistypes more
	n := len(strings.Fields(ref.Text))
	if len(ref.Text) > longest {
		return "", ""
	}
	for _, text := range texts {
		if ref.In != "" && ref.In != text.id {
			continue
		}
		var candidates []string
		if words != "" {
			candidates = append(candidates, words) // the nearest so far
		}
		for size := max(1, n-1); size <= n+1; size++ {
			for i := 0; i+size <= len(text.words) && *work > 0; i++ {
				*work--
				candidates = append(candidates, strings.Trim(strings.Join(text.words[i:i+size], " "), ",;:.،؛"))
			}
		}
		if best := project.Nearest(ref.Text, candidates); best != "" && best != words {
			words, part = best, text.id
		}
	}
	return words, part
}
