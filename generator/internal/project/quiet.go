package project

import "path"

// Quiet reports whether the pages at a path are quiet in every language: they
// take one another's place in the browser's history, and their titles do not
// name the site. The nearest page at or above the path that has the field says
// so; of several languages the reference first, so that a translation need not
// repeat it.
func (p *Project) Quiet(at string) bool {
	for ; ; at = path.Dir(path.Clean(at)) {
		for _, l := range p.Languages {
			if page := p.Page(l.Key, slashed(at)); page != nil && page.Has("quiet") {
				return page.FrontMatter.Quiet
			}
		}
		if at == "/" {
			return false
		}
	}
}

// slashed is a path as pages have it, with a slash at the end.
func slashed(at string) string {
	if at = path.Clean(at); at != "/" {
		at += "/"
	}
	return at
}
