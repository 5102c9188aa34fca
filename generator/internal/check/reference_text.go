package check

import (
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// referenceText wants the words of every cross reference to stand in the text
// as they are written, and not to be covered everywhere by those of another:
// otherwise nothing becomes a link.
func referenceText(p *project.Project, report func(diag.Diagnostic)) {
	eachReferences(p, func(r *project.Resolution) {
		texts, ids := passages(r.Text), idsOf(r.Text)
		work := nearestWork
		made := linked(r)
		for i := range r.References.Entries {
			ref := &r.References.Entries[i]
			if ref.Text == "" || ref.In != "" && !ids[ref.In] { // rule reference says so
				continue
			}
			line, column := ref.Position("text")
			if standsIn(ref, texts) != nil {
				if !made[ref] && (ref.URL != "" || ref.To != "") && !repeated(r.References.Entries[:i], ref) {
					report(diag.Diagnostic{File: r.References.File, Line: line, Column: column, ID: "reference-text-covered", Args: map[string]any{"Text": ref.Text}})
				}
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
			report(diag.Diagnostic{File: r.References.File, Line: line, Column: column, ID: id, Args: args})
		}
	})
}

// linked are the references that become a link somewhere in the text.
func linked(r *project.Resolution) map[*project.Reference]bool {
	made := map[*project.Reference]bool{}
	referrer := project.NewReferrer(r)
	see := func(id string, in resolution.Inline) {
		for _, c := range referrer.In(id, in) {
			made[c.Reference] = true
		}
	}
	for _, e := range r.Text.Elements() {
		see(e.ID, e.Text)
	}
	for _, f := range r.Text.Footnotes {
		see("", f.Text)
	}
	return made
}

// repeated reports whether a reference stands before with the same words and
// for the same place, which rule reference says.
func repeated(before []project.Reference, ref *project.Reference) bool {
	return slices.ContainsFunc(before, func(r project.Reference) bool { return r.Text == ref.Text && r.In == ref.In })
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
