package press

import (
	"context"
	"path"
	"slices"
	"strings"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
)

// Name is what a build calls the extra where it leaves it out.
const Name = "kit (Typst)"

// Options say of what and where the kit is made.
type Options struct {
	// Root is the project's folder, which has the tools in node_modules. Out is
	// the folder to write <lang>/kit/ in.
	Root, Out string
	// BaseURL is the address of the site, ending in a slash.
	BaseURL string
	// Date stands in the files as the day on which they were made.
	Date time.Time
	// Editions are the texts of the resolution as they are printed, by language
	// key.
	Editions map[string]*manifestation.Edition
	// Bleed adds posters with bleed and marks where they are cut.
	Bleed bool
	// Strict writes nothing if one piece cannot be made of its words.
	Strict bool
	// Languages are the keys of those to make; nil makes all.
	Languages []string
	// Cache is the folder of the cache; empty means cacheFolder in the project.
	Cache string
	// Progress, if any, is told how many pieces of all are done.
	Progress func(done, total int)
}

// Kit is what was made, by language key.
type Kit map[string]*Pieces

// Pieces are the kit of one language.
type Pieces struct {
	Zip   File   `json:"zip"`
	Files []File `json:"files"`
	// Missing are the pieces that were not made.
	Missing []Missing `json:"-"`
	// Cards are the names of the pictures for links to pages, by the path of the
	// page without a slash at the end; "" is for other pages.
	Cards map[string]string `json:"cards"`
	// Made counts the pieces that did not come from the cache.
	Made int `json:"-"`
}

// File is one published file.
type File struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	// ID is that of the message, point or poster; Size what tells several files
	// of it apart: "a4", "1200x630".
	ID   string `json:"id,omitempty"`
	Size string `json:"size,omitempty"`
	// Href is the path from the root of the site, without a slash before it.
	Href  string `json:"href"`
	Bytes int64  `json:"bytes"`
	// Width and Height are those of a picture, in pixels, Pages those of a
	// document.
	Width  int    `json:"width,omitempty"`
	Height int    `json:"height,omitempty"`
	Pages  int    `json:"pages,omitempty"`
	Alt    string `json:"alt,omitempty"`

	sum, media, page string
	review           string
}

// Missing is a piece that was not made.
type Missing struct {
	Kind string `json:"kind"`
	ID   string `json:"id,omitempty"`
	// Why is one of the reasons in words.go.
	Why string `json:"why"`
	// Page is the path of the page that the words would come from.
	Page string `json:"page"`
}

// Make makes the kit and writes it below opt.Out. Diagnostics are of pieces that
// could not be made of their words, errors where opt is strict: nothing is written
// then. The error is for what could not be done.
func Make(ctx context.Context, p *project.Project, opt Options) (Kit, diag.List, error) {
	m := &maker{project: p, options: opt}
	var all []*piece
	kit := Kit{}
	for _, l := range p.Languages {
		if l.Pseudo() || opt.Languages != nil && !slices.Contains(opt.Languages, l.Key) {
			continue
		}
		planned, missing := m.plan(l)
		if len(planned) == 0 {
			continue
		}
		kit[l.Key] = &Pieces{Missing: missing, Cards: map[string]string{}}
		all = append(all, planned...)
	}
	cache, err := openCache(opt.Root, opt.Cache)
	if err != nil {
		return nil, nil, err
	}
	defer cache.close()
	if err := m.make(ctx, cache, all); err != nil {
		return nil, nil, err
	}
	whole, found := judge(all, kit)
	if opt.Strict {
		found.Strict()
	}
	if found.HasErrors() {
		return nil, found, nil
	}
	for _, one := range whole {
		pieces := kit[one.language.Key]
		file, err := one.write(opt.Out)
		if err != nil {
			return nil, found, err
		}
		if one.fresh {
			pieces.Made++
		}
		pieces.Files = append(pieces.Files, file)
		for _, at := range one.cardOf {
			pieces.Cards[strings.TrimSuffix(at, "/")] = file.Name
		}
	}
	for _, l := range p.Languages {
		if pieces := kit[l.Key]; pieces != nil {
			if err := m.pack(l, pieces); err != nil {
				return nil, found, err
			}
		}
	}
	return kit, found, nil
}

// judge divides pieces into those that can be published and those that the kit must
// miss, with what is wrong with them.
func judge(all []*piece, kit Kit) (whole []*piece, found diag.List) {
	named := map[string]bool{}
	for _, one := range all {
		d, why := one.diagnostic(), doesNotFit
		if name := path.Join(Folder(one.language), one.name); named[name] {
			d, why = one.sameName(), nameTaken
		} else {
			named[name] = true
		}
		if d == nil {
			whole = append(whole, one)
			continue
		}
		found.Add(*d)
		pieces := kit[one.language.Key]
		pieces.Missing = append(pieces.Missing, Missing{one.kind, one.id, why, one.page.Path})
	}
	found.Sort()
	return whole, found
}

// maker makes one kit.
type maker struct {
	project *project.Project
	options Options
}

// piece is one file that is to be made, and what became of it.
type piece struct {
	language locale.Language
	kind     string
	id, size string
	name     string // of the file
	alt      string
	review   string
	job      job
	// page has the words; line and column are where they stand.
	page         *project.Page
	line, column int
	// words are those that must find room, what names them in diagnostics.
	words string
	// cardOf are the paths of the pages whose picture this is.
	cardOf []string

	result result
	fresh  bool
	file   string // where the bytes lie
	key    string // in the cache
}

// address is that of a page of the site.
func (m *maker) address(l locale.Language, path string) string {
	return m.options.BaseURL + l.Key + path
}
