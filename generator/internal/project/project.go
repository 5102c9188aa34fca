package project

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
)

// Project is everything the program reads, in one value. It is not changed
// after Load.
type Project struct {
	FS     fs.FS
	Config Config
	// Languages are those with a catalogue: the reference first, the others
	// by key.
	Languages []locale.Language
	// Reference is the language that the others are translated from.
	Reference locale.Language
	// Catalogs are the strings by language key.
	Catalogs map[string]*Catalog
	// Folders are the folders of content by language key; a language without
	// pages of its own has none.
	Folders map[string]string
	// Files are all files below content/ and i18n/, by path.
	Files []*File
	// Pages are the published pages of every language, by file name; drafts
	// are in Drafts.
	Pages, Drafts []*Page
	// Resolutions is the resolution by language key.
	Resolutions map[string]*Resolution
	// Register holds every address of a part of the resolution that was ever
	// published; nil where the project keeps none.
	Register *Register
	// ExitRecords are the records of the exit's test, by the path of the page
	// that they lie beside; nil for one that cannot be shown.
	ExitRecords map[string]*ExitRecord
	// Terms are the term bases by language key; a language may have none.
	Terms map[string]*TermBase
	// Facts is the register of facts, nil where there is none.
	Facts *FactBase
	// Figures are the figures that the site shows, nil where there are none.
	Figures *Figures
	// Helplines is the directory of helplines; nil where the project has none.
	Helplines *Helplines
	// Date is the day that the project is looked at: it decides what is too old to
	// be shown. It is zero where nobody said.
	Date time.Time
	// Shortcodes are the names that layouts/_shortcodes offers.
	Shortcodes []string
	// Problems is what Load found wrong, unsorted.
	Problems diag.List

	byAddress, draftByAddress map[address]*Page
	// translations are those that were asked for, *Translation by address.
	translations *sync.Map

	options Options

	// illegible are the data files of which nothing could be read.
	illegible map[string]bool
}

type address struct{ lang, path string }

// Load reads the project in fsys. The error is for what could not be done at
// all, such as a folder that cannot be read; everything a user can mend is in
// Problems.
func Load(fsys fs.FS) (*Project, error) { return LoadWith(fsys, Options{}) }

// LoadWith is Load with choices.
func LoadWith(fsys fs.FS, options Options) (*Project, error) {
	p := &Project{
		options:      options,
		Date:         options.Date,
		FS:           fsys,
		Catalogs:     map[string]*Catalog{},
		Resolutions:  map[string]*Resolution{},
		Folders:      map[string]string{},
		ExitRecords:  map[string]*ExitRecord{},
		byAddress:    map[address]*Page{},
		translations: &sync.Map{},
		illegible:    map[string]bool{},

		draftByAddress: map[address]*Page{},
	}
	if err := p.loadConfig(); err != nil {
		return nil, err
	}
	for _, step := range []struct {
		name string
		run  func() error
	}{
		{"i18n", p.loadCatalogs},
		{ConfigFile, p.unknownSideBySide},
		{ConfigFile, p.unknownExit},
		{"content", p.loadContent},
		{"layouts", p.loadShortcodes},
	} {
		if err := step.run(); err != nil {
			return nil, fmt.Errorf("read %s: %w", step.name, err)
		}
	}
	slices.SortStableFunc(p.Files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) })
	p.loadResolutions()
	p.loadExitRecords()
	p.loadTerms()
	p.loadFacts()
	p.loadFigures()
	p.loadHelplines()
	return p, nil
}

// Language finds a language by its key.
func (p *Project) Language(key string) (locale.Language, bool) {
	i := slices.IndexFunc(p.Languages, func(l locale.Language) bool { return l.Key == key })
	if i < 0 {
		return locale.Language{}, false
	}
	return p.Languages[i], true
}

// Page returns the published page of a language at a path, or nil.
func (p *Project) Page(lang, path string) *Page { return p.byAddress[address{lang, path}] }

// Source returns the page whose text a reader of lang sees at path: the
// language's own, or that of the nearest language of its fallback chain that
// has one; nil where the chain has none.
func (p *Project) Source(lang locale.Language, path string) *Page {
	if page := p.Page(lang.Key, path); page != nil {
		return page
	}
	for _, l := range lang.Chain(p.Languages, p.Reference) {
		if page := p.Page(l.Key, path); page != nil {
			return page
		}
	}
	return nil
}

// Coverage counts the pages that a reader of lang finds, and those of them
// whose text is borrowed from another language. Pages that the program makes
// are not counted: nobody translates them.
func (p *Project) Coverage(lang locale.Language) (pages, borrowed int) {
	for _, path := range p.Paths() {
		if page := p.Source(lang, path); page != nil {
			pages++
			if page.Language.Key != lang.Key {
				borrowed++
			}
		}
	}
	return pages, borrowed
}

// Paths returns every path that has a page in any language, sorted.
func (p *Project) Paths() []string {
	var paths []string
	for a := range p.byAddress {
		paths = append(paths, a.path)
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// problem notes an error.
func (p *Project) problem(d diag.Diagnostic) {
	d.Severity = diag.Error
	p.note(d)
}

// note notes a diagnostic. What concerns a file as a whole stands at its first
// character, so that every tool finds a line and a column.
func (p *Project) note(d diag.Diagnostic) {
	d.Line, d.Column = max(1, d.Line), max(1, d.Column)
	p.Problems.Add(d)
}
