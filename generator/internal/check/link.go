package check

import (
	"io/fs"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// brokenLink follows every link and image of every page. Internal addresses
// have no language: "/resolution/13e/" leads to the page in the reader's own.
// Relative ones follow the folders of the files, as the layouts resolve them.
func brokenLink(p *project.Project, report func(diag.Diagnostic)) {
	f := newFollower(p)
	for _, page := range p.Pages {
		doc := page.Document()
		for _, link := range doc.Links {
			f.link(page, link.Destination, func(id string, args map[string]any) {
				report(inPage(page, link.Offset, id, args))
			})
		}
		for _, image := range doc.Images {
			if id := judgeImage(p, page, image.Destination); id != "" {
				report(inPage(page, image.Offset, id, map[string]any{"Link": image.Destination}))
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

// follower follows links and remembers where they can lead.
type follower struct {
	p       *project.Project
	paths   map[string][]string  // that readers find, by language key
	meant   map[[2]string]string // the path nearest to a broken one, by language key and that
	anchors map[*project.Page][]string
	made    map[string][]project.Generated // by language key
}

func newFollower(p *project.Project) *follower {
	return &follower{p: p, paths: map[string][]string{}, meant: map[[2]string]string{}, anchors: map[*project.Page][]string{}, made: p.Generated()}
}

// link reports what is wrong with a link on a page.
func (f *follower) link(page *project.Page, destination string, report func(id string, args map[string]any)) {
	args := map[string]any{"Link": destination}
	if destination == "" {
		args["Link"] = "()"
	}
	u, err := url.Parse(destination)
	if err != nil || destination == "" {
		report("link-malformed", args)
		return
	}
	if u.Scheme != "" || u.Host != "" {
		if id := judgeScheme(u); id != "" {
			report(id, args)
		}
		return
	}
	target := page.Path
	if u.Path != "" {
		target = resolve(page, u.Path)
		if lang, rest, _ := strings.Cut(strings.TrimPrefix(target, "/"), "/"); lang != "" {
			if _, isLanguage := f.p.Language(lang); isLanguage {
				args["Without"] = "/" + rest
				report("link-language", args)
				return
			}
		}
	}
	there := f.p.Source(page.Language, target)
	switch {
	case there == nil && (isFile(f.p, page, u.Path) || f.generated(page.Language, target)):
		return
	case there == nil:
		reportNearest(report, "link-broken", args, f.nearest(page.Language, target))
	case u.Fragment != "" && !f.has(there, u.Fragment):
		args["Anchor"], args["File"] = u.Fragment, there.File
		reportNearest(report, "link-anchor", args, project.Nearest(u.Fragment, f.anchorsOf(there)))
	case u.Fragment != "":
		f.elsewhere(page, target, there, u, report)
	}
}

// generated reports whether the program makes a page at path in a language. Its
// anchors are seen when it is made.
func (f *follower) generated(lang locale.Language, path string) bool {
	return slices.ContainsFunc(f.made[lang.Key], func(g project.Generated) bool { return g.Path == path })
}

// elsewhere reports the languages that borrow the page with the link, but have
// their own of the page that it leads to, without the anchor.
func (f *follower) elsewhere(page *project.Page, target string, there *project.Page, u *url.URL, report func(id string, args map[string]any)) {
	for _, lang := range f.p.Languages {
		if lang.Key == page.Language.Key || f.p.Source(lang, page.Path) != page {
			continue
		}
		if own := f.p.Source(lang, target); own != there && own != nil && !f.has(own, u.Fragment) {
			report("link-anchor-language", map[string]any{"Link": u.String(), "Anchor": u.Fragment, "File": own.File, "Language": lang.Tag})
		}
	}
}

// reportNearest reports that there is no such name, with the one that was
// probably meant, if any.
func reportNearest(report func(id string, args map[string]any), id string, args map[string]any, nearest string) {
	if args["Nearest"] = nearest; nearest != "" {
		id += "-nearest"
	}
	report(id, args)
}

// judgeScheme returns the identity of what is wrong with an address outside
// the site, or "".
func judgeScheme(u *url.URL) string {
	switch u.Scheme {
	case "http", "https":
		if u.Hostname() == "" {
			return "link-malformed"
		}
	case "mailto", "tel":
		if u.Opaque == "" {
			return "link-malformed"
		}
	default:
		return "link-scheme"
	}
	return ""
}

// judgeImage returns the identity of what is wrong with the address of a
// picture, or "".
func judgeImage(p *project.Project, page *project.Page, destination string) string {
	u, err := url.Parse(destination)
	switch {
	case err != nil:
		return "link-malformed"
	case u.Scheme != "" || u.Host != "":
		return "link-image-elsewhere"
	case !isFile(p, page, u.Path):
		return "link-image-missing"
	}
	return ""
}

// resolve turns the path of a link on a page into the path of a page. The link
// may name the page or its file; it begins in the folder of the page's file.
func resolve(page *project.Page, link string) string {
	if name, isMarkdown := strings.CutSuffix(link, ".md"); isMarkdown {
		link = name
		if dir, base := path.Split(name); base == "index" || base == "_index" {
			link = path.Clean(dir)
		}
	}
	if !strings.HasPrefix(link, "/") {
		base := page.Path
		if !isIndex(page.File) {
			base = path.Dir(path.Clean(base))
		}
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
// static/, or in the page's own folder, which only an index file has. A language
// that has the page and not the file is lent that of the language it borrows
// from, as it is lent pages.
func isFile(p *project.Project, page *project.Page, link string) bool {
	var name string
	if strings.HasPrefix(link, "/") {
		name = "static" + path.Clean(link)
	} else {
		dir := path.Dir(page.File)
		name = path.Join(dir, link)
		if !isIndex(page.File) || !strings.HasPrefix(name, dir+"/") {
			return false
		}
		for inner := path.Dir(name); inner != dir; inner = path.Dir(inner) {
			if exists(p, inner+"/index.md") || exists(p, inner+"/_index.md") {
				return false // the folder of another page
			}
		}
	}
	if strings.HasSuffix(name, ".md") {
		return false
	}
	below, ofLanguage := strings.CutPrefix(name, p.Folders[page.Language.Key]+"/")
	return exists(p, name) || ofLanguage && slices.ContainsFunc(page.Language.Chain(p.Languages, p.Reference), func(l locale.Language) bool {
		return p.Folders[l.Key] != "" && exists(p, path.Join(p.Folders[l.Key], below))
	})
}

func exists(p *project.Project, name string) bool {
	info, err := fs.Stat(p.FS, name)
	return err == nil && info.Mode().IsRegular()
}

// nearest is the page, of those that a reader of a language finds, that a
// broken link probably means. One wrong link may stand on every page.
func (f *follower) nearest(lang locale.Language, target string) string {
	at := [2]string{lang.Key, target}
	meant, known := f.meant[at]
	if !known {
		meant = project.Nearest(target, f.pathsOf(lang))
		f.meant[at] = meant
	}
	return meant
}

// pathsOf lists the pages that a reader of a language finds, sorted.
func (f *follower) pathsOf(lang locale.Language) []string {
	if _, known := f.paths[lang.Key]; !known {
		f.paths[lang.Key] = slices.DeleteFunc(f.p.Paths(), func(path string) bool { return f.p.Source(lang, path) == nil })
	}
	return f.paths[lang.Key]
}

// has reports whether a link to a page can end in an anchor. One that could
// not be read may have any.
func (f *follower) has(page *project.Page, anchor string) bool {
	return page.Broken() || slices.Contains(f.anchorsOf(page), anchor)
}

// anchorsOf lists the ids that a link to a page can end in.
func (f *follower) anchorsOf(page *project.Page) []string {
	ids, known := f.anchors[page]
	if known {
		return ids
	}
	for _, h := range page.Document().Headings {
		if h.ID != "" {
			ids = append(ids, h.ID)
		}
	}
	if page.Resolution != nil {
		if r := f.p.Resolutions[page.Language.Key]; r != nil && r.Page == page {
			for _, e := range r.Text.Elements() {
				ids = append(ids, e.ID)
			}
			aliases := f.p.Register.Aliases()
			for _, id := range slices.Sorted(maps.Keys(aliases)) {
				ids = append(ids, aliases[id]...)
			}
		}
	}
	f.anchors[page] = ids
	return ids
}
