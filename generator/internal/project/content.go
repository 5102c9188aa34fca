package project

import (
	"errors"
	"io/fs"
	"path"
	"strings"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
)

func (p *Project) loadContent() error {
	entries, err := fs.ReadDir(p.FS, "content")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := entry.Name()
		folder := "content/" + name
		if strings.HasPrefix(name, ".") || p.leftOut(name) || !p.isOrdinary(folder, entry) {
			continue
		}
		if !entry.IsDir() {
			p.problem(diag.Diagnostic{File: folder, Rule: "content-place", ID: "content-place"})
			continue
		}
		lang, known := p.Language(strings.ToLower(name))
		if !known {
			p.unpublished(folder, name)
			continue
		}
		if other, exists := p.Folders[lang.Key]; exists {
			p.problem(diag.Diagnostic{File: folder, Rule: "content-place", ID: "content-place-twice", Args: map[string]any{"Other": other}})
			continue
		}
		p.Folders[lang.Key] = folder
		if err := p.loadLanguage(folder, lang); err != nil {
			return err
		}
	}
	return nil
}

// unpublished reports a folder of content whose language has no catalogue.
func (p *Project) unpublished(folder, name string) {
	if _, err := locale.Parse(name); err != nil {
		p.problem(InvalidTag(folder, err))
		return
	}
	p.note(diag.Diagnostic{
		File: folder, Rule: "language-unpublished", ID: "language-unpublished", Severity: diag.Warning,
		Args: map[string]any{"Catalog": "i18n/" + strings.ToLower(name) + ".toml"},
	})
}

// loadLanguage reads the files of a language at the same time, and takes them up
// in the order of their names.
func (p *Project) loadLanguage(folder string, lang locale.Language) error {
	found, err := readTree(p.FS, folder, func(name string) item {
		var it item
		var problem *diag.Diagnostic
		if it.file, problem = readFile(p.FS, name); problem != nil {
			it.problems.Add(*problem)
		}
		if strings.ToLower(path.Ext(name)) == ".md" {
			var text []byte
			if problem == nil {
				text = it.file.Text
			}
			var found diag.List
			it.page, found = readPage(name, strings.TrimPrefix(name, folder+"/"), lang, text)
			it.problems = append(it.problems, found...)
		}
		return it
	})
	if err != nil {
		return err
	}
	for _, it := range found {
		if it.file != nil {
			p.Files = append(p.Files, it.file)
		}
		for _, d := range it.problems {
			p.problem(d)
		}
		if it.page != nil {
			p.addPage(it.page)
		}
	}
	return nil
}

// readPage reads one page. One that cannot be read still has its address, so
// that no link to it seems broken and no other language's text takes its place.
func readPage(file, rel string, lang locale.Language, data []byte) (*Page, diag.List) {
	page := &Page{Language: lang, File: file, Path: pagePath(rel)}
	if data == nil || !utf8.Valid(data) { // rules file-size and utf-8 report it
		page.BodyLine, page.broken = 1, true
		return page, nil
	}
	front, body, bodyLine, problem := splitFrontMatter(data)
	page.Body, page.BodyLine = body, bodyLine
	if problem != nil {
		problem.File = file
		page.broken = true
		return page, diag.List{*problem}
	}
	var found diag.List
	page.FrontMatter, found = parseFrontMatter(front)
	for i := range found {
		found[i].File = file
	}
	return page, found
}

func (p *Project) addPage(page *Page) {
	at := address{page.Language.Key, page.Path}
	if page.Draft {
		p.Drafts = append(p.Drafts, page)
		if _, taken := p.draftByAddress[at]; !taken {
			p.draftByAddress[at] = page
		}
		return
	}
	p.Pages = append(p.Pages, page)
	if _, taken := p.byAddress[at]; !taken { // rule duplicate-address reports the others
		p.byAddress[at] = page
	}
}

func (p *Project) loadShortcodes() error {
	names, err := fs.Glob(p.FS, "layouts/_shortcodes/*.html")
	for _, name := range names {
		p.Shortcodes = append(p.Shortcodes, strings.TrimSuffix(path.Base(name), ".html"))
	}
	return err
}
