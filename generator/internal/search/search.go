// Package search makes the index that readers search the site with. The places
// come from the list of what readers of each language find; their words are
// read from the rendered pages, so that what is found is what is shown.
// Pagefind, which runs on Node, makes the index of them. It is an extra: where
// Node or the package is missing, the site has its list from A to Z alone.
//
// Both sides of a search fold words with the same file, fold.mjs in static/js:
// Node folds what is indexed, the browser what is asked.
package search

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"

	"resolutionsite/generator/internal/listing"
	"resolutionsite/generator/internal/locale"
)

// Name is what a build calls the extra where it leaves it out.
const Name = "search (Pagefind)"

// Folder is where the index lies in the site.
const Folder = "pagefind"

//go:embed index.mjs
var script []byte

// needed are the files without which no index can be made, below the project's
// root. Pagefind's program is another one for each platform.
var needed = []string{
	"static/js/search/fold.mjs",
	"node_modules/pagefind/lib/index.js",
	"node_modules/@pagefind/*/bin/pagefind*",
}

// Available reports whether an index can be made in the project at root.
func Available(root string) bool {
	if !node() {
		return false
	}
	for _, pattern := range needed {
		if names, err := fs.Glob(os.DirFS(root), pattern); err != nil || len(names) == 0 {
			return false
		}
	}
	return true
}

func node() bool {
	_, err := exec.LookPath("node")
	return err == nil
}

// Language is what readers of one language find.
type Language struct {
	locale.Language
	// Pages are whole pages; Parts are parts of them whose words are known.
	Pages, Parts []listing.Place
}

// Options say where things are.
type Options struct {
	// Root is the project's folder, Site that of the rendered site, and Scratch
	// one for files that only the making needs.
	Root, Site, Scratch string
	// Base is the path of the site's address, "/" or "/491/".
	Base string
}

// Index makes the index of the rendered site and puts it into the site.
func Index(ctx context.Context, languages []Language, opt Options) error {
	var all []languageData
	site := os.DirFS(opt.Site)
	for _, l := range languages {
		d := languageData{Key: l.Key, Tag: l.Tag}
		var err error
		if d.Places, err = l.places(site, opt.Base); err != nil {
			return fmt.Errorf("index the pages in %s: %w", l.Tag, err)
		}
		all = append(all, d)
	}
	content, err := json.Marshal(all)
	if err != nil {
		return err
	}
	input, program := filepath.Join(opt.Scratch, "search.json"), filepath.Join(opt.Scratch, "index.mjs")
	if err := errors.Join(os.WriteFile(input, content, 0o644), os.WriteFile(program, script, 0o644)); err != nil {
		return err
	}
	root, err := filepath.Abs(opt.Root)
	if err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "node", program, root, input, filepath.Join(opt.Site, Folder))
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("make the search index: %w: %s", err, bytes.TrimSpace(stderr.Bytes()))
	}
	return nil
}

// languageData is what index.mjs reads of a language.
type languageData struct {
	Key    string      `json:"key"`
	Tag    string      `json:"tag"`
	Places []placeData `json:"places"`
}

// placeData is a place as index.mjs reads it and the browser gets it.
type placeData struct {
	Address string `json:"address"`
	// Page is the number of the place whose part this is.
	Page          *int     `json:"page,omitempty"`
	Title         string   `json:"title"`
	TitleLanguage language `json:"titleLanguage"`
	Mark          string   `json:"mark,omitempty"`
	Known         string   `json:"known,omitempty"`
	// Label names the label that says whose text it is, see search.html.
	Label    string   `json:"label"`
	Text     text     `json:"text"`
	Language language `json:"language"`
}

// language is the tag and the direction of a language.
type language [2]string

func languageOf(l locale.Language) language { return language{l.Tag, string(l.Direction)} }

// places lists the pages of a language and their parts with their words.
func (l Language) places(site fs.FS, base string) ([]placeData, error) {
	var all []placeData
	at := map[string]int{} // of a page, by path
	for _, p := range l.Pages {
		root := path.Join(l.Key, p.Path)
		file, err := fs.ReadFile(site, path.Join(root, "index.html"))
		if err != nil {
			return nil, err
		}
		page, err := read(file, p.Language.Tag, p.Language.Key != l.Key)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", root, err)
		}
		d := placeData{
			Address: base + root + "/", Title: p.Title, TitleLanguage: languageOf(p.In), Mark: p.Mark, Known: p.Known,
			Label: label(p), Text: text{{Text: p.Summary + "\v"}}.and(page.text).tidy(), Language: languageOf(p.Language),
		}
		number := len(all)
		at[p.Path] = number
		all = append(all, d)
		for _, s := range page.sections {
			part := d
			part.Address, part.Page, part.Title, part.Mark, part.Known, part.Text = d.Address+"#"+s.id, &number, s.title, "", "", s.text
			part.TitleLanguage = d.Language
			all = append(all, part)
		}
	}
	for _, p := range l.Parts {
		number, known := at[p.Path]
		if !known {
			continue
		}
		all = append(all, placeData{
			Address: all[number].Address + "#" + p.Anchor, Page: &number,
			Title: p.Title, TitleLanguage: languageOf(p.In), Mark: p.Mark,
			Label: label(p), Text: text{{Text: p.Text}}, Language: languageOf(p.Language),
		})
	}
	return all, nil
}

func label(p listing.Place) string { return p.Language.Key + " " + p.Status }

// text is words, with the language of those in another one.
type text []run

type run struct {
	Text     string
	Language language // empty for the place's own
}

// and appends a text.
func (t text) and(more text) text {
	for _, r := range more {
		if n := len(t); n > 0 && t[n-1].Language == r.Language {
			t[n-1].Text += r.Text
		} else {
			t = append(t, r)
		}
	}
	return t
}

// MarshalJSON writes a text in one language as a string, another as its runs.
func (t text) MarshalJSON() ([]byte, error) {
	if len(t) == 0 {
		return []byte(`""`), nil
	}
	if len(t) == 1 && t[0].Language == (language{}) {
		return json.Marshal(strings.TrimSpace(t[0].Text))
	}
	runs := make([][]any, len(t))
	for i, r := range t {
		runs[i] = []any{r.Text}
		if r.Language != (language{}) {
			runs[i] = append(runs[i], r.Language)
		}
	}
	return json.Marshal(runs)
}
