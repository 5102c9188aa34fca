package check

import (
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// brokenLink follows every link and image of every page. Internal addresses
// have no language: "/resolution/13e/" leads to the page in the reader's own.
func brokenLink(p *project.Project, report func(diag.Diagnostic)) {
	for _, page := range p.Pages {
		doc := page.Document()
		for _, link := range doc.Links {
			if id, args := judgeLink(p, page, link.Destination); id != "" {
				report(inPage(page, link.Offset, id, args))
			}
		}
		for _, image := range doc.Images {
			if id, args := judgeImage(p, page, image.Destination); id != "" {
				report(inPage(page, image.Offset, id, args))
			}
		}
		for i, source := range page.Sources {
			if source.URL == "" {
				continue
			}
			if u, err := url.Parse(source.URL); err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
				report(inItem(page, "sources", i, "link-source", map[string]any{"Link": source.URL}))
			}
		}
	}
}

// linkSchemes are those that a link may lead to.
var linkSchemes = []string{"http", "https", "mailto", "tel"}

// judgeLink returns the identity of what is wrong with a link, or "".
func judgeLink(p *project.Project, page *project.Page, destination string) (string, map[string]any) {
	args := map[string]any{"Link": destination}
	u, err := url.Parse(destination)
	if err != nil {
		return "link-malformed", args
	}
	if u.Scheme != "" || u.Host != "" {
		if !slices.Contains(linkSchemes, u.Scheme) {
			return "link-scheme", args
		}
		return "", nil
	}
	target := page.Path
	if u.Path != "" {
		target = resolve(page, u.Path)
		if lang, rest, _ := strings.Cut(strings.TrimPrefix(target, "/"), "/"); lang != "" {
			if _, isLanguage := p.Language(lang); isLanguage {
				args["Without"] = "/" + rest
				return "link-language", args
			}
		}
	}
	there := p.Source(page.Language, target)
	if there == nil {
		if isFile(p, page, u.Path) {
			return "", nil
		}
		args["Nearest"] = project.Nearest(target, p.Paths())
		if args["Nearest"] != "" {
			return "link-broken-nearest", args
		}
		return "link-broken", args
	}
	if u.Fragment == "" {
		return "", nil
	}
	anchors := anchorsOf(p, there)
	if slices.Contains(anchors, u.Fragment) {
		return "", nil
	}
	args["Anchor"], args["File"] = u.Fragment, there.File
	args["Nearest"] = project.Nearest(u.Fragment, anchors)
	if args["Nearest"] != "" {
		return "link-anchor-nearest", args
	}
	return "link-anchor", args
}

// judgeImage is judgeLink for the address of a picture.
func judgeImage(p *project.Project, page *project.Page, destination string) (string, map[string]any) {
	args := map[string]any{"Link": destination}
	u, err := url.Parse(destination)
	switch {
	case err != nil:
		return "link-malformed", args
	case u.Scheme != "" || u.Host != "":
		return "link-image-elsewhere", args
	case !isFile(p, page, u.Path):
		return "link-image-missing", args
	}
	return "", nil
}

// resolve turns the path of a link on a page into the path of a page. A name
// that ends in .md is a file beside the page's own.
func resolve(page *project.Page, link string) string {
	base := page.Path
	if strings.HasSuffix(link, ".md") {
		dir, name := path.Split(link)
		link = dir + strings.TrimSuffix(strings.TrimSuffix(name, ".md"), "index")
		link = strings.TrimSuffix(link, "_")
		if !isIndex(page.File) {
			base = path.Dir(path.Clean(base))
		}
	}
	if !strings.HasPrefix(link, "/") {
		link = path.Join(base, link)
	}
	if link = path.Clean(link); link == "/" {
		return "/"
	}
	return strings.ToLower(link) + "/"
}

func isIndex(file string) bool {
	name := path.Base(file)
	return name == "index.md" || name == "_index.md"
}

// isFile reports whether a link leads to a file that is published as it is: in
// static/, or beside the page.
func isFile(p *project.Project, page *project.Page, link string) bool {
	name := path.Join(path.Dir(page.File), link)
	if strings.HasPrefix(link, "/") {
		name = path.Join("static", link)
	}
	if strings.HasSuffix(name, ".md") {
		return false
	}
	info, err := fs.Stat(p.FS, name)
	return err == nil && info.Mode().IsRegular()
}

// anchorsOf lists the ids that a link to a page can end in.
func anchorsOf(p *project.Project, page *project.Page) []string {
	var ids []string
	for _, h := range page.Document().Headings {
		ids = append(ids, h.ID)
	}
	if page.Resolution != nil {
		if r := p.Resolutions[page.Language.Key]; r != nil {
			for _, e := range r.Text.Elements() {
				ids = append(ids, e.ID)
			}
		}
	}
	return ids
}
