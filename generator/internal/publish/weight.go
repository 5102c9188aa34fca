package publish

import (
	"cmp"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

// Budget is the most that a page may weigh. What is 0 is not held to anything.
type Budget struct {
	FirstView int // bytes of HTML, style sheets and scripts together
	JS        int // bytes of scripts
	Requests  int
}

// Weight is what a browser fetches before a page is there to be read. Bytes are
// those of gzip -9, each file by itself.
type Weight struct {
	Page          string // path in the site
	Kind          string // as the caller names it
	HTML, CSS, JS int
	// Images are those fetched at once: not lazily, and not the icon, which
	// browsers ask for after the page and keep.
	Images int
	// Requests counts the page, its style sheets, scripts and images.
	Requests int
	// Files are the page, its style sheets and scripts.
	Files  []string
	Budget Budget
}

// FirstView is what the budget is about.
func (w Weight) FirstView() int { return w.HTML + w.CSS + w.JS }

// load is what a reference makes a browser fetch with the page.
type load int

const (
	loadNothing load = iota
	loadCSS
	loadJS
	loadImage
)

// loads tells what a reference of an element makes a browser fetch at once. Of a
// srcset one image is fetched, in the place of src.
func loads(t *tag) load {
	switch t.name {
	case "link":
		for _, rel := range strings.Fields(strings.ToLower(t.value("rel"))) {
			switch as := strings.ToLower(t.value("as")); {
			case rel == "stylesheet", rel == "preload" && as == "style":
				return loadCSS
			case rel == "modulepreload", rel == "preload" && as == "script":
				return loadJS
			case rel == "preload":
				return loadImage
			}
		}
	case "script":
		return loadJS
	case "img":
		if !strings.EqualFold(t.value("loading"), "lazy") {
			return loadImage
		}
	case "iframe", "frame", "embed", "object", "input", "audio", "video", "track", "image", "feimage", "use":
		return loadImage
	}
	return loadNothing
}

// scales weigh files, each once.
type scales struct {
	fsys  fs.FS
	mu    sync.Mutex
	known map[string]int
}

// of weighs a file that several pages may load.
func (s *scales) of(path string) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if n, ok := s.known[path]; ok {
		return n, nil
	}
	src, err := fs.ReadFile(s.fsys, path)
	if err != nil {
		return 0, err
	}
	n, err := weigh(src)
	s.known[path] = n
	return n, err
}

// weigh is the size of a file's compressed copy.
func weigh(src []byte) (int, error) {
	copied, err := gzipEncoding.compress(src)
	return len(copied), err
}

// page weighs a page whose links have been followed.
func (s *scales) page(d *document) (w Weight, err error) {
	w = Weight{Page: d.path, Requests: 1, Files: []string{d.path}}
	if w.HTML, err = weigh(d.src); err != nil {
		return w, err
	}
	seen := map[string]bool{d.path: true}
	for _, l := range d.links {
		if l.load == loadNothing || l.target == "" || seen[l.target] {
			continue
		}
		seen[l.target] = true
		n, err := s.of(l.target)
		if err != nil {
			return w, err
		}
		w.Requests++
		if l.load != loadImage {
			w.Files = append(w.Files, l.target)
		}
		switch l.load {
		case loadCSS:
			w.CSS += n
		case loadJS:
			w.JS += n
		case loadImage:
			w.Images += n
		}
	}
	return w, nil
}

// hold reports where a page weighs more than its budget.
func (d *document) hold(w Weight) {
	report := func(id string, args map[string]any) {
		args["Kind"] = w.Kind
		d.add(0, "output-weight", id, args)
	}
	if most := w.Budget.FirstView; most > 0 && w.FirstView() > most {
		id := "output-weight-html"
		switch heaviest := max(w.HTML, w.CSS, w.JS); heaviest {
		case w.JS:
			id = "output-weight-js"
		case w.CSS:
			id = "output-weight-css"
		}
		report(id, map[string]any{"Bytes": w.FirstView(), "Most": most, "HTML": w.HTML, "CSS": w.CSS, "JS": w.JS})
	}
	if most := w.Budget.JS; most > 0 && w.JS > most {
		report("output-weight-script", map[string]any{"Bytes": w.JS, "Most": most})
	}
	if most := w.Budget.Requests; most > 0 && w.Requests > most {
		report("output-weight-requests", map[string]any{"Count": w.Requests, "Most": most})
	}
}

// weights weighs every page and holds it to its budget, the heaviest first.
func (s *siteIndex) weights(docs []*document, budget func(page string) (kind string, b Budget)) ([]Weight, error) {
	on := &scales{fsys: s.fsys, known: map[string]int{}}
	all := make([]Weight, len(docs))
	err := each(len(docs), func(i int) (err error) {
		if all[i], err = on.page(docs[i]); err != nil {
			return err
		}
		all[i].Kind, all[i].Budget = budget(docs[i].path)
		docs[i].hold(all[i])
		return nil
	})
	slices.SortFunc(all, func(a, b Weight) int {
		return cmp.Or(b.FirstView()-a.FirstView(), strings.Compare(a.Page, b.Page))
	})
	return all, err
}
