package project

import (
	"path"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/translation"
)

// StringsPath takes the place of a page's address where the strings of the
// interface are meant. No page can have it: addresses begin with a slash.
const StringsPath = "strings"

// Translation is a page, or the strings, of one language beside what it is a
// translation of.
type Translation struct {
	Language locale.Language
	// Path is the address of both pages, or StringsPath.
	Path string
	// Source and Page are the pages; nil where there is none, and both for
	// strings.
	Source, Page *Page
	// RecordFile is where the record of the translation stands, or would.
	RecordFile string
	// Record is nil where there is none, or none that can be read.
	Record *translation.Record
	// Problems is what is wrong with the record.
	Problems diag.List
	Units    []translation.Unit

	source, target translation.Text
}

// Adopted reports whether there is a translation and nothing is recorded of it.
func (t *Translation) Adopted() bool {
	return t.Record == nil && slices.ContainsFunc(t.Units, func(u translation.Unit) bool { return len(u.Target) > 0 })
}

// File is the file with the translation, or where it would stand.
func (t *Translation) File(p *Project) string {
	switch {
	case t.Path == StringsPath:
		return p.CatalogFile(t.Language)
	case t.Page != nil:
		return t.Page.File
	default:
		return path.Join(p.Folder(t.Language), strings.TrimPrefix(t.Source.File, p.Folder(t.Source.Language)+"/"))
	}
}

// Files are the files that a translation is read from.
func (t *Translation) Files(p *Project) []string {
	files := []string{t.File(p), t.RecordFile}
	switch {
	case t.Path == StringsPath:
		files = append(files, p.CatalogFile(p.Reference))
	case t.Source != nil:
		files = append(files, t.Source.File)
	}
	return files
}

// Broken is the file of the two that could not be read, so that what it lacks
// means nothing; "" where both could.
func (t *Translation) Broken(p *Project) string {
	if t.Path == StringsPath {
		for _, c := range []*Catalog{p.Catalogs[p.Reference.Key], p.Catalogs[t.Language.Key]} {
			if c != nil && c.broken {
				return c.File
			}
		}
	}
	for _, page := range []*Page{t.Source, t.Page} {
		if page != nil && page.broken {
			return page.File
		}
	}
	return ""
}

// Folder is where the pages of a language stand, or would.
func (p *Project) Folder(l locale.Language) string {
	if folder := p.Folders[l.Key]; folder != "" {
		return folder
	}
	return "content/" + l.Key
}

// CatalogFile is the file with the strings of a language.
func (p *Project) CatalogFile(l locale.Language) string {
	if c := p.Catalogs[l.Key]; c != nil {
		return c.File
	}
	return "i18n/" + l.Key + ".toml"
}

// Translatable are the addresses of which a language has, or should have, a
// translation: those of the reference language, and those of pages of its own
// that are recorded as translations of something that is there no more.
func (p *Project) Translatable(l locale.Language) []string {
	var paths []string
	for _, page := range p.Pages {
		switch {
		case page.Language.Key == p.Reference.Key:
			paths = append(paths, page.Path)
		case page.Language.Key == l.Key && p.Page(p.Reference.Key, page.Path) == nil && p.readable(recordFile(page.File)) != nil:
			paths = append(paths, page.Path)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// Translation lays the page of a language at a path beside that of the reference
// language. A draft counts as a translation for those who work on it where
// drafts is true. It is nil where neither language has a page.
func (p *Project) Translation(l locale.Language, at string, drafts bool) *Translation {
	if drafts {
		return p.compared(l, at, true)
	}
	// Rules and layouts ask for the published ones again and again.
	key := address{l.Key, at}
	if known, ok := p.translations.Load(key); ok {
		return known.(*Translation)
	}
	t := p.compared(l, at, false)
	p.translations.Store(key, t)
	return t
}

// compared compares two pages, or the strings.
func (p *Project) compared(l locale.Language, at string, drafts bool) *Translation {
	if at == StringsPath {
		return p.stringsTranslation(l)
	}
	t := p.pair(l, at, drafts)
	if t == nil {
		return nil
	}
	if t.Source != nil {
		t.source = t.Source.Blocks()
	}
	if t.Page != nil {
		t.target = t.Page.Blocks()
	}
	t.compare(p)
	return t
}

// Translations are those at several paths, drafts among them. step, if any, is
// told after each how many of all are done, by several goroutines.
func (p *Project) Translations(l locale.Language, paths []string, step func(done, total int)) []*Translation {
	compared := make([]*Translation, len(paths))
	var done atomic.Int64
	parallel(len(paths), func(i int) {
		compared[i] = p.Translation(l, paths[i], true)
		if now := int(done.Add(1)); step != nil {
			step(now, len(paths))
		}
	})
	return compared
}

// pair finds the two pages of a translation; nil where there is neither.
func (p *Project) pair(l locale.Language, at string, drafts bool) *Translation {
	t := &Translation{Language: l, Path: at, Source: p.Page(p.Reference.Key, at), Page: p.Page(l.Key, at)}
	if t.Page == nil && drafts {
		t.Page = p.draftByAddress[address{l.Key, at}]
	}
	if t.Source == nil && t.Page == nil {
		return nil
	}
	t.RecordFile = recordFile(t.File(p))
	return t
}

func (t *Translation) compare(p *Project) {
	if file := p.readable(t.RecordFile); file != nil {
		t.Record, t.Problems = translation.ParseRecord(file.Text)
		for i := range t.Problems {
			t.Problems[i].File = file.Path
		}
	}
	t.Units = translation.Compare(t.source, t.target, t.Record)
}

// Recorded reports whether there is a record of what a page was translated from.
func (p *Project) Recorded(page *Page) bool { return p.readable(recordFile(page.File)) != nil }

// recordFile is the name of the record of a page.
func recordFile(page string) string {
	return strings.TrimSuffix(page, path.Ext(page)) + translation.RecordEnding
}

// stringsTranslation lays the strings of a language beside those of the
// reference. Of a string with plural forms each form that the language has is a
// block; its source is the same form, or the general one.
func (p *Project) stringsTranslation(l locale.Language) *Translation {
	t := &Translation{Language: l, Path: StringsPath, RecordFile: path.Join(p.Folder(l), StringsPath+translation.RecordEnding)}
	reference, own := p.Catalogs[p.Reference.Key], p.Catalogs[l.Key]
	if reference == nil || own == nil {
		return t
	}
	for _, m := range reference.Messages {
		if m.Blank() {
			continue
		}
		if !m.Plural {
			f, _ := m.Form("other")
			t.source.Named = append(t.source.Named, translation.Named(translation.String, m.Key, f.Text))
			continue
		}
		for _, category := range l.PluralForms {
			f, ok := m.Form(category)
			if !ok {
				f, _ = m.Form("other")
			}
			t.source.Named = append(t.source.Named, translation.Named(translation.String, StringName(m.Key, category), f.Text))
		}
	}
	for _, m := range own.Messages {
		original, known := reference.Message(m.Key)
		for _, f := range m.Forms {
			name := m.Key
			if m.Plural || known && original.Plural {
				name = StringName(m.Key, f.Category)
			}
			if strings.TrimSpace(f.Text) != "" {
				t.target.Named = append(t.target.Named, translation.Named(translation.String, name, f.Text))
			}
		}
	}
	t.compare(p)
	return t
}

// StringName is the name of a plural form of a string: "count[few]".
func StringName(key, category string) string { return key + "[" + category + "]" }

// CutStringName takes such a name apart; category is "" for a string without
// plural forms.
func CutStringName(name string) (key, category string) {
	if inner, ok := strings.CutSuffix(name, "]"); ok {
		if i := strings.LastIndexByte(inner, '['); i > 0 {
			return inner[:i], inner[i+1:]
		}
	}
	return name, ""
}

// blocks are the parts of a page that are translated, found once.
type blocks struct {
	once sync.Once
	text translation.Text
}

// Blocks gives the parts of the page that are translated: the texts of its front
// matter, by name, and the blocks of its Markdown. Several goroutines may ask.
func (p *Page) Blocks() translation.Text {
	p.blocks.once.Do(func() { p.blocks.text = p.readBlocks() })
	return p.blocks.text
}

func (p *Page) readBlocks() translation.Text {
	text := translation.Text{Body: splitter.Split(p.Body)}
	if p.tree != nil {
		text.Named = schema.translatable(p.tree, "")
	}
	return text
}

var splitter = translation.NewSplitter()

// translatable lists the texts of a value that are translated.
func (s shape) translatable(v *Value, name string) []translation.Block {
	var found []translation.Block
	switch {
	case s.kind != v.Kind:
	case s.kind == Map:
		for i := range v.Fields {
			if inner, known := s.fields[v.Fields[i].Key]; known {
				found = append(found, inner.translatable(&v.Fields[i].Value, join(name, v.Fields[i].Key))...)
			}
		}
	case s.kind == List:
		for i := range v.List {
			found = append(found, s.item.translatable(&v.List[i], join(name, v.itemName(i)))...)
		}
	case s.words && strings.TrimSpace(v.Text) != "":
		found = append(found, translation.Named(translation.Field, name, v.Text))
	}
	return found
}

// Critical reports whether the pages at a path are of the class whose readers
// must never be shown words that the original no longer says: help, safety, law.
// The nearest page at or above the path in the reference language says so.
func (p *Project) Critical(at string) bool {
	for ; ; at = path.Dir(path.Clean(at)) {
		if page := p.Page(p.Reference.Key, slashed(at)); page != nil && page.Class != "" {
			return page.Class == ClassCritical
		}
		if at == "/" {
			return false
		}
	}
}
