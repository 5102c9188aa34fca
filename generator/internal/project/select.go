package project

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
)

// UnknownLanguage is the error for a language that the project does not have.
type UnknownLanguage struct {
	Tag  string
	Have []string
}

func (e *UnknownLanguage) Error() string { return fmt.Sprintf("no language %q", e.Tag) }

// Diagnostic says so to the user.
func (e *UnknownLanguage) Diagnostic() diag.Diagnostic {
	d := diag.Diagnostic{
		Rule: "language-unknown", ID: "language-unknown", Severity: diag.Error,
		Args: map[string]any{"Tag": e.Tag, "Have": strings.Join(e.Have, ", ")},
	}
	if l, err := locale.Parse(e.Tag); err == nil && l.Pseudo() {
		d.ID = "language-unknown-pseudo"
	} else if nearest := Nearest(e.Tag, e.Have); nearest != "" {
		d.ID, d.Args["Nearest"] = "language-unknown-nearest", nearest
	}
	return d
}

// tags are the tags of the project's languages.
func (p *Project) tags() []string {
	var tags []string
	for _, l := range p.Languages {
		tags = append(tags, l.Tag)
	}
	return tags
}

// Select returns the project with only the languages of these tags, and those
// that they borrow from, which are also returned by tag; none selects all.
// Files and Problems are those of the whole project.
func (p *Project) Select(tags []string) (selected *Project, added []string, err error) {
	if len(tags) == 0 {
		return p, nil, nil
	}
	keep := map[string]bool{}
	for _, tag := range tags {
		l, ok := p.Language(strings.ToLower(strings.TrimSpace(tag)))
		if !ok {
			return nil, nil, &UnknownLanguage{Tag: tag, Have: p.tags()}
		}
		keep[l.Key] = true
	}
	for _, key := range slices.Collect(maps.Keys(keep)) {
		l, _ := p.Language(key)
		for _, c := range l.Chain(p.Languages, p.Reference) {
			keep[c.Key] = true
		}
	}
	only := *p
	only.Languages = nil
	only.byAddress = maps.Clone(p.byAddress)
	for _, l := range p.Languages {
		if keep[l.Key] {
			only.Languages = append(only.Languages, l)
			if !slices.ContainsFunc(tags, func(t string) bool { return strings.EqualFold(strings.TrimSpace(t), l.Key) }) {
				added = append(added, l.Tag)
			}
		}
	}
	maps.DeleteFunc(only.byAddress, func(at address, _ *Page) bool { return !keep[at.lang] })
	only.Catalogs, only.Resolutions = maps.Clone(p.Catalogs), maps.Clone(p.Resolutions)
	maps.DeleteFunc(only.Catalogs, func(key string, _ *Catalog) bool { return !keep[key] })
	maps.DeleteFunc(only.Resolutions, func(key string, _ *Resolution) bool { return !keep[key] })
	left := func(page *Page) bool { return !keep[page.Language.Key] }
	only.Pages = slices.DeleteFunc(slices.Clone(p.Pages), left)
	only.Drafts = slices.DeleteFunc(slices.Clone(p.Drafts), left)
	return &only, added, nil
}
