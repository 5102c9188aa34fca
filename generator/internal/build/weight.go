package build

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/site"
)

// usual is the most that a page may weigh: what fits into the first answer of a
// server over a new connection, ten packets.
var usual = publish.Budget{FirstView: 14_600, JS: 1024, Requests: 3}

// wholeText is for pages that show a whole text, or two.
const wholeText = 30_000

// budgets returns the kind of every page and what it may weigh.
func budgets(stage *site.Stage) func(page string) (string, publish.Budget) {
	kinds := stage.Kinds()
	return func(page string) (string, publish.Budget) {
		kind, ok := kinds[page]
		switch {
		case ok:
		case path.Base(page) == "404.html":
			kind = "404"
		case page == "index.html":
			kind = "chooser"
		default:
			kind = "moved" // the address of old pages
		}
		b := usual
		switch kind {
		case site.KindResolution, site.KindBeside:
			b.FirstView = wholeText
		case site.KindSearch:
			b.JS = 0
		case site.KindComponents:
			b = publish.Budget{} // for those who design, not for readers
		}
		return kind, b
	}
}

// KindWeight sums up the pages of one kind.
type KindWeight struct {
	Kind  string
	Pages int
	// Median and Maximum are of the bytes of the first view, Most is what it may be.
	Median, Maximum, Most int
	// Requests and JS are the greatest of any page.
	Requests, JS int
	Heaviest     string // page
}

// KindWeights sums up weights that are sorted by weight, the heaviest kind first.
func KindWeights(weights []publish.Weight) []KindWeight {
	at := map[string]int{}
	var kinds []KindWeight
	views := map[string][]int{}
	for _, w := range weights {
		i, ok := at[w.Kind]
		if !ok {
			i = len(kinds)
			at[w.Kind] = i
			kinds = append(kinds, KindWeight{Kind: w.Kind, Maximum: w.FirstView(), Most: w.Budget.FirstView, Heaviest: w.Page})
		}
		k := &kinds[i]
		k.Pages++
		k.Requests, k.JS = max(k.Requests, w.Requests), max(k.JS, w.JS)
		views[w.Kind] = append(views[w.Kind], w.FirstView())
	}
	for i := range kinds {
		v := views[kinds[i].Kind] // in falling order
		n := len(v)
		kinds[i].Median = (v[(n-1)/2] + v[n/2]) / 2
	}
	slices.SortStableFunc(kinds, func(a, b KindWeight) int { return cmp.Compare(b.Maximum, a.Maximum) })
	return kinds
}

// pageWeight is a page in the file of weights.
type pageWeight struct {
	Page      string `json:"page"`
	Kind      string `json:"kind"`
	FirstView int    `json:"firstView"`
	Most      int    `json:"budget,omitempty"`
	// Brotli is the first view as it goes to a browser that takes Brotli.
	Brotli   int `json:"firstViewBrotli,omitempty"`
	HTML     int `json:"html"`
	CSS      int `json:"css"`
	JS       int `json:"js"`
	Images   int `json:"images"`
	Requests int `json:"requests"`
}

// WriteWeights writes the weight of every page as JSON, the heaviest first. In
// the folder of the published site are the compressed copies of its files; it
// is empty where the site was not published.
func WriteWeights(name, published string, weights []publish.Weight) error {
	pages := []pageWeight{}
	for _, w := range weights {
		p := pageWeight{w.Page, w.Kind, w.FirstView(), w.Budget.FirstView, 0, w.HTML, w.CSS, w.JS, w.Images, w.Requests}
		for _, file := range w.Files {
			if published == "" {
				break
			}
			n, err := sent(filepath.Join(published, filepath.FromSlash(file)))
			if err != nil {
				return err
			}
			p.Brotli += n
		}
		pages = append(pages, p)
	}
	content, err := json.MarshalIndent(pages, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(name, append(content, '\n'), 0o644)
}

// sent is the size of the copy of a file with Brotli; what has none is sent as
// it is.
func sent(name string) (int, error) {
	info, err := os.Stat(name + ".br")
	if errors.Is(err, fs.ErrNotExist) {
		info, err = os.Stat(name)
	}
	if err != nil {
		return 0, err
	}
	return int(info.Size()), nil
}
