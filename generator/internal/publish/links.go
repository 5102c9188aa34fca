package publish

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"strings"
	"sync"
)

// siteIndex is what links are followed through. Only svgs changes while pages
// are read, under mu.
type siteIndex struct {
	fsys  fs.FS
	base  *url.URL
	files map[string]bool
	pages map[string]*document

	mu   sync.Mutex
	svgs map[string]map[string]int
}

// place is where a reference leads.
type place int

const (
	placeFile      place = iota // a file of the site, there or not
	placeExternal               // another site, another scheme
	placeOutside                // our own host, above the base address
	placeMalformed              // no address at all
	placeScript                 // javascript:
	placeData                   // data: and blob:
)

// follow checks every reference of the document.
func (s *siteIndex) follow(d *document) error {
	// Where the page will stand; relative references start from there.
	from := *s.base
	from.Path = s.base.Path + strings.TrimSuffix(d.path, path.Base(d.path))
	if base := path.Base(d.path); base != "index.html" {
		from.Path += base
	}
	for i := range d.links {
		if err := s.followOne(d, &from, &d.links[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s *siteIndex) followOne(d *document, from *url.URL, l *link) error {
	where, to := s.resolve(from, l.href)
	if where == placeMalformed || l.href == "" && l.kind != linkPlain {
		d.add(l.offset, "output-link", "output-link-malformed", map[string]any{"Link": l.href})
		return nil
	}
	switch where {
	case placeScript:
		d.add(l.offset, "output-inline", "output-inline-link", map[string]any{"Link": l.href})
	case placeData:
		if l.kind == linkResource {
			d.add(l.offset, "output-inline", "output-inline-data", map[string]any{"Element": l.element})
		}
	case placeExternal:
		d.external++
		s.external(d, l)
	case placeOutside:
		switch {
		case l.kind == linkSitemap:
			s.external(d, l)
		case !isAbsolute(l.href):
			d.add(l.offset, "output-link", "output-link-outside", map[string]any{"Link": l.href, "Base": s.base.Path})
		default:
			d.external++ // another site on the same host
		}
	case placeFile:
		if l.kind == linkSitemap && !isAbsolute(l.href) {
			s.external(d, l) // the protocol asks for whole addresses
			return nil
		}
		return s.arrive(d, l, to)
	}
	return nil
}

// external judges a reference that leaves the site.
func (s *siteIndex) external(d *document, l *link) {
	switch l.kind {
	case linkResource:
		d.add(l.offset, "output-third-party", "output-third-party", map[string]any{"Link": l.href, "Element": l.element})
	case linkSitemap:
		if s.base.Host == unknownHost {
			return // no address can be told to be ours
		}
		d.add(l.offset, "output-sitemap", "output-sitemap-outside", map[string]any{"Link": l.href, "Base": s.base.String()})
	}
}

// arrive checks that the file is there, and the place in it.
func (s *siteIndex) arrive(d *document, l *link, to *url.URL) error {
	inside, ok := strings.CutPrefix(to.Path, s.base.Path)
	if !ok {
		inside = "" // the base address without its last slash
	}
	file, ok := s.file(inside)
	if !ok {
		rule, args := "output-link", map[string]any{"Link": l.href, "Target": file}
		switch l.kind {
		case linkCanonical:
			rule = "output-canonical"
		case linkHreflang:
			rule = "output-hreflang"
			args["Lang"] = l.hreflang
		case linkSitemap:
			rule = "output-sitemap"
		}
		d.add(l.offset, rule, rule+"-missing", args)
		return nil
	}
	l.target = file
	// A text fragment (":~:text=…") is for the browser to search.
	fragment, _, _ := strings.Cut(to.Fragment, ":~:")
	if fragment == "" || strings.EqualFold(fragment, "top") {
		return nil
	}
	ids, err := s.ids(file)
	if ids == nil || err != nil {
		return err
	}
	d.anchors++
	if _, ok := ids[fragment]; !ok {
		d.add(l.offset, "output-link", "output-link-anchor", map[string]any{"Link": l.href, "Target": file, "Anchor": fragment})
	}
	return nil
}

// resolve turns a reference into an absolute address and says where it leads.
func (s *siteIndex) resolve(from *url.URL, href string) (place, *url.URL) {
	ref, err := url.Parse(href)
	if err != nil {
		return placeMalformed, nil
	}
	switch ref.Scheme {
	case "", "http", "https":
	case "javascript":
		return placeScript, nil
	case "data", "blob":
		return placeData, nil
	default:
		return placeExternal, nil // mailto:, tel: and the like
	}
	if ref.Scheme != "" && ref.Host == "" {
		return placeMalformed, nil
	}
	to := from.ResolveReference(ref)
	switch {
	case to.Scheme != s.base.Scheme || !sameHost(to, s.base):
		return placeExternal, to
	case strings.HasPrefix(to.Path, s.base.Path) || to.Path+"/" == s.base.Path:
		return placeFile, to
	default:
		return placeOutside, to
	}
}

// file names the file a server answers with for a path inside the site, or,
// where there is none, the one it would look for.
func (s *siteIndex) file(p string) (string, bool) {
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
		return p, s.files[p]
	}
	if s.files[p] {
		return p, true
	}
	if index := p + "/index.html"; s.files[index] {
		return index, true
	}
	return p, false
}

// ids returns the ids of a page or an SVG, nil for files that have none.
func (s *siteIndex) ids(file string) (map[string]int, error) {
	if page, ok := s.pages[file]; ok {
		return page.ids, nil
	}
	if path.Ext(file) != ".svg" {
		return nil, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if ids, ok := s.svgs[file]; ok {
		return ids, nil
	}
	ids, err := readIDs(s.fsys, file)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", file, err)
	}
	s.svgs[file] = ids
	return ids, nil
}

// isAbsolute reports whether the reference names a host.
func isAbsolute(href string) bool {
	u, err := url.Parse(href)
	return err == nil && u.Host != ""
}

func sameHost(a, b *url.URL) bool {
	return strings.EqualFold(a.Hostname(), b.Hostname()) && port(a) == port(b)
}

func port(u *url.URL) string {
	if p := u.Port(); p != "" {
		return p
	}
	if u.Scheme == "http" {
		return "80"
	}
	return "443"
}
