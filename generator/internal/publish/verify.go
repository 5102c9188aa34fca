package publish

import (
	"fmt"
	"io/fs"
	"net/url"
	"path"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"resolutionsite/generator/internal/diag"
)

// VerifyOptions say where the site will stand and which languages it has.
type VerifyOptions struct {
	// BaseURL is the site's absolute address; it may have a path, as in
	// https://example.org/491/. Empty: the site stands at the root of an
	// unknown host, so that no absolute address is internal.
	BaseURL string
	// Languages are the BCP 47 tags allowed for <html lang>, letter case
	// aside; empty allows every valid tag.
	Languages []string
	// Budget names a page's kind and the most it may weigh; nil weighs nothing.
	Budget func(page string) (kind string, b Budget)
}

// Report counts what Verify looked at.
type Report struct {
	Files    int // files in the site
	Pages    int // HTML documents
	Links    int // references to other files or places, subresources included
	Anchors  int // references with a #fragment that were followed
	External int // references to other sites, which are not followed
	Sitemaps int // sitemap files
	Parts    int // texts, of a block or an attribute, with a language claimed for them
	// Unjudged counts those of them in a language that there is no data about,
	// by that language: whether the words are its own was not looked at.
	Unjudged map[string]int
	// Weights are what every page weighs, the heaviest first.
	Weights []Weight
}

// Verify reads every rendered page and sitemap and checks what the package
// documentation lists. The diagnostics are sorted and do not depend on the
// order in which files were read. The error is for a base address that is
// none and for files that cannot be read.
func Verify(site fs.FS, opt VerifyOptions) (Report, diag.List, error) {
	base, err := parseBase(opt.BaseURL)
	if err != nil {
		return Report{}, nil, err
	}
	s := &siteIndex{fsys: site, base: base, files: map[string]bool{}, pages: map[string]*document{}, svgs: map[string]map[string]int{}}
	var pages, sitemaps []string
	err = fs.WalkDir(site, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		s.files[p] = true
		if isHTML(p) {
			pages = append(pages, p)
		} else if ok, _ := path.Match("sitemap*.xml", path.Base(p)); ok {
			sitemaps = append(sitemaps, p)
		}
		return nil
	})
	if err != nil {
		return Report{}, nil, fmt.Errorf("verify the site: %w", err)
	}

	j := newJudge(opt.Languages)
	docs := make([]*document, len(pages)+len(sitemaps))
	if err := each(len(docs), func(i int) (err error) {
		if i < len(pages) {
			docs[i], err = readDocument(site, pages[i], opt.Languages, j)
		} else {
			docs[i], err = readSitemap(site, sitemaps[i-len(pages)])
		}
		return err
	}); err != nil {
		return Report{}, nil, fmt.Errorf("verify the site: %w", err)
	}
	for i, p := range pages {
		s.pages[p] = docs[i]
	}
	if err := each(len(docs), func(i int) error { return s.follow(docs[i]) }); err != nil {
		return Report{}, nil, fmt.Errorf("verify the site: %w", err)
	}

	var weights []Weight
	if opt.Budget != nil {
		if weights, err = s.weights(docs[:len(pages)], opt.Budget); err != nil {
			return Report{}, nil, fmt.Errorf("verify the site: %w", err)
		}
	}

	report := Report{Weights: weights, Files: len(s.files), Pages: len(pages), Sitemaps: len(sitemaps), Unjudged: unjudged(docs)}
	var list diag.List
	if len(pages) == 0 {
		list.Add(diag.Diagnostic{Rule: "output-empty", Severity: diag.Error, ID: "output-empty"})
	}
	for _, d := range docs {
		s.reciprocate(d)
		report.Links += len(d.links)
		report.Anchors += d.anchors
		report.External += d.external
		report.Parts += d.parts
		list = append(list, d.diags...)
	}
	list.Sort()
	return report, list, nil
}

func isHTML(p string) bool { return strings.HasSuffix(p, ".html") || strings.HasSuffix(p, ".htm") }

// unknownHost stands for the host of a site without a base address; no
// reference can name it (RFC 6761).
const unknownHost = "site.invalid"

// parseBase returns the base address with a path that ends in a slash.
func parseBase(raw string) (*url.URL, error) {
	if raw == "" {
		return &url.URL{Scheme: "https", Host: unknownHost, Path: "/"}, nil
	}
	base, err := url.Parse(raw)
	if err != nil {
		return nil, fmt.Errorf("base address: %w", err)
	}
	if base.Scheme != "https" && base.Scheme != "http" || base.Host == "" {
		return nil, fmt.Errorf("base address %q: want https://host/path/", raw)
	}
	at := &url.URL{Scheme: base.Scheme, Host: base.Host, Path: base.Path}
	if !strings.HasSuffix(at.Path, "/") {
		at.Path += "/"
	}
	return at, nil
}

// each calls f for 0 … n-1 on all processors and returns the error of the
// lowest number, so that the same input gives the same error.
func each(n int, f func(i int) error) error {
	var (
		next atomic.Int64
		wg   sync.WaitGroup
		errs = make([]error, n)
	)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				errs[i] = f(i)
			}
		})
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
