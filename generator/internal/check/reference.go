package check

import (
	"net/url"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// crossReference wants every cross reference to say where it leads, once, and
// to lead to a web address, or to a part or page that is there.
func crossReference(p *project.Project, report func(diag.Diagnostic)) {
	f := newFollower(p)
	eachReferences(p, func(r *project.Resolution) {
		ids := idsOf(r.Text)
		first := map[[2]string]int{}
		for i := range r.References.Entries {
			ref := &r.References.Entries[i]
			at := func(field string) func(id string, args map[string]any) {
				return func(id string, args map[string]any) {
					line, column := ref.Position(field)
					report(diag.Diagnostic{File: r.References.File, Line: line, Column: column, ID: id, Args: args})
				}
			}
			part := func(field, id string) {
				if !ids[id] {
					reportNearest(at(field), "reference-part", map[string]any{"Part": id, "File": r.Page.File}, project.Nearest(id, sortedKeys(ids)))
				}
			}
			if ref.Text == "" {
				at("text")("reference-field", map[string]any{"Field": "text"})
			}
			if ref.In != "" {
				part("in", ref.In)
			}
			key := [2]string{ref.Text, ref.In}
			line, _ := ref.Position("text")
			if other, twice := first[key]; twice {
				at("text")("reference-twice", map[string]any{"Text": ref.Text, "First": other})
			} else if ref.Text != "" {
				first[key] = line
			}
			switch {
			case ref.URL != "" && ref.To != "":
				at("to")("reference-two-targets", map[string]any{"Text": ref.Text})
			case ref.URL == "" && ref.To == "":
				at("text")("reference-no-target", map[string]any{"Text": ref.Text})
			case ref.URL != "":
				if u, err := url.Parse(ref.URL); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Hostname() == "" {
					at("url")("reference-url", map[string]any{"Link": ref.URL})
				}
				if ref.Title == "" {
					at("url")("reference-field", map[string]any{"Field": "title"})
				}
			case strings.HasPrefix(ref.To, "/"):
				f.link(r.Page, ref.To, at("to"))
			default:
				part("to", ref.To)
			}
		}
	})
}

// eachReferences calls f for every language that has cross references.
func eachReferences(p *project.Project, f func(r *project.Resolution)) {
	for _, lang := range p.Languages {
		if r := p.Resolutions[lang.Key]; r != nil && r.References != nil {
			f(r)
		}
	}
}
