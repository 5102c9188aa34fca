package check

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// imageRights wants every picture of a text to have an entry that says under what
// licence it is shown and on what ground persons are, the page's own or that of its
// original; and the pictures of entries to be there. Rule link finds those of the
// text that are not.
func imageRights(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		if page.Broken() || originalUnread(p, page) {
			continue
		}
		rights := page.Images
		if from := p.Original(page.Path); from != nil && from != page {
			rights = slices.Concat(rights, from.Images)
		}
		shown := map[string]bool{}
		for _, image := range page.Document().Images {
			if shown[image.Destination] {
				continue
			}
			shown[image.Destination] = true
			has := slices.ContainsFunc(rights, func(r project.ImageRights) bool { return r.File == image.Destination })
			if !has && imageExists(p, page, image.Destination) {
				report(inPage(page, image.Offset, "image-rights", map[string]any{"Image": image.Destination}))
			}
		}
		for i, r := range page.Images {
			if r.File != "" && !shown[r.File] && !imageExists(p, page, r.File) {
				report(inItem(page, "images", i, "image-rights-file", map[string]any{"Image": r.File}))
			}
		}
	}
}

// imageExists looks for a picture beside the page, or beside its original, or among
// the files that are published as they are.
func imageExists(p *project.Project, page *project.Page, name string) bool {
	if strings.HasPrefix(name, "/") {
		_, err := fs.Stat(p.FS, path.Join("static", name))
		return err == nil
	}
	if !fs.ValidPath(name) {
		return false
	}
	for _, beside := range []*project.Page{page, p.Original(page.Path)} {
		if beside == nil {
			continue
		}
		file := path.Join(path.Dir(beside.File), name)
		if slices.ContainsFunc(p.Files, func(f *project.File) bool { return f.Path == file }) {
			return true
		}
	}
	return false
}
