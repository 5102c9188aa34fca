package project

import (
	"errors"
	"path"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/resolution"
)

// SuppliedText is the name under which an import keeps the text it was given,
// beside the page it made of it.
const SuppliedText = "supplied.txt"

// Supplied is a resolution as it was supplied, and what the reader makes of
// it: how the text of the page was established.
type Supplied struct {
	File    string
	Lines   []string // from line 1, without line ends
	Text    *resolution.Text
	Repairs []resolution.Repair
	// Changes are what has been changed by hand since: the page first, the
	// reading second.
	Changes []resolution.Difference
}

// loadSupplied reads the supplied text of r, if one is kept, once more. One
// that is a resolution no longer is an error: what vouches for the page would
// vanish from the site unseen.
func (p *Project) loadSupplied(r *Resolution) {
	name := path.Join(path.Dir(r.Page.File), SuppliedText)
	file := p.readable(name)
	if file == nil {
		return
	}
	source := file.Text
	text, repairs, err := resolution.Read(source, resolution.Options{Language: r.Text.Language, Official: r.Text.Official})
	if refusal := (*resolution.Refusal)(nil); errors.As(err, &refusal) {
		p.problem(diag.Diagnostic{File: name, Rule: "resolution-supplied", ID: "resolution-supplied", Args: map[string]any{"Page": r.Page.File}})
		p.problem(diag.Diagnostic{File: name, Line: refusal.Line, Rule: "resolution-supplied", ID: refusal.ID, Args: refusal.Args})
		return
	}
	lines := strings.Split(strings.TrimSuffix(strings.TrimPrefix(string(source), "\uFEFF"), "\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimSuffix(lines[i], "\r")
	}
	r.Supplied = &Supplied{name, lines, text, repairs, resolution.Differences(r.Text, text)}
}

// ShownIn returns the resolution whose text readers of a language are shown:
// its own or the nearest of its chain; nil where there is none.
func (p *Project) ShownIn(lang string) *Resolution {
	reference := p.Resolutions[p.Reference.Key]
	l, known := p.Language(lang)
	if reference == nil || !known {
		return nil
	}
	if page := p.Source(l, reference.Page.Path); page != nil {
		return p.Resolutions[page.Language.Key]
	}
	return nil
}

// EstablishedBy returns the resolution whose supplied text vouches for what
// readers of a language are shown: the text itself or, for a translation, the
// authentic text it was made from; nil where none is kept.
func (p *Project) EstablishedBy(lang string) *Resolution {
	shown := p.ShownIn(lang)
	if shown == nil {
		return nil
	}
	candidates := []*Resolution{shown}
	for _, l := range p.Languages {
		if r := p.Resolutions[l.Key]; r != nil && r.Text.Official {
			candidates = append(candidates, r)
		}
	}
	candidates = append(candidates, p.Resolutions[p.Reference.Key])
	for _, r := range candidates {
		if r.Supplied != nil {
			return r
		}
	}
	return nil
}
