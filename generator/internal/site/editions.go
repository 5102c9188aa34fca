package site

import (
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/project"
)

// Editions are the texts of the resolution as they are published below
// baseURL, by language key.
func Editions(p *project.Project, baseURL string) (map[string]*manifestation.Edition, error) {
	s := &Stage{project: p, options: Options{BaseURL: baseURL}}
	s.compareThose(func(page *project.Page) bool { return page.Resolution != nil })
	return s.editions()
}

// PrintedEditions are the texts as they are printed. Nobody can mend paper: what is
// outdated stands in the original's words, as on critical pages.
func PrintedEditions(p *project.Project, baseURL string) (map[string]*manifestation.Edition, error) {
	s := &Stage{project: p, options: Options{BaseURL: baseURL}}
	s.compareThose(func(page *project.Page) bool { return page.Resolution != nil })
	for _, pages := range s.translated {
		for _, t := range pages {
			t.critical = true
		}
	}
	return s.editions()
}

func (s *Stage) editions() (map[string]*manifestation.Edition, error) {
	p := s.project
	editions := map[string]*manifestation.Edition{}
	for _, l := range p.Languages {
		if p.Resolutions[l.Key] == nil {
			continue
		}
		e, err := s.edition(l)
		if err != nil {
			return nil, err
		}
		editions[l.Key] = e
	}
	return editions, nil
}

func (s *Stage) edition(l locale.Language) (*manifestation.Edition, error) {
	p, r := s.project, s.project.Resolutions[l.Key]
	states := s.statesOf(r)
	t, foreign := states.shows(r.Text)
	e := &manifestation.Edition{
		Text: t, Address: s.pageAddress(r.Page), Schema: s.options.BaseURL + manifestation.SchemaFile, Work: s.work(),
		Publisher: manifestation.Publisher{Name: p.Config.Publisher.Name, Address: s.options.BaseURL, Official: p.Config.Publisher.Official},
		Date:      longDate(l, t.Adopted), Review: review(p, r.Page), Names: map[string]string{},
	}
	// text fills in a string of the interface; one that nobody has is "".
	text := func(key string, args map[string]any) (string, error) {
		m, from := s.message(l, key)
		if m.Blank() {
			return "", nil
		}
		return say(from, m, args)
	}
	var err error
	if e.Document, err = text("document_"+t.Kind, map[string]any{"Number": t.Number}); err != nil {
		return nil, err
	}
	notices := []string{"status_official"}
	if !t.Official {
		notices[0] = "status_unofficial"
	}
	if e.Review != "original" {
		notices = append(notices, "review_"+e.Review)
	}
	for i, key := range notices {
		if notices[i], err = text(key, nil); err != nil {
			return nil, err
		}
	}
	named := textOf(l, r, nil).ByID
	for _, part := range t.Elements() {
		args := map[string]any{"Label": named[part.ID].Name}
		if e.Names[part.ID], err = text("part_"+part.Role.String(), args); err != nil {
			return nil, err
		}
	}
	if own := s.own(l.Key, r.Page.Path); own != nil {
		e.State, e.States = own.state(), s.options.BaseURL+l.Key+project.TranslationsPath+"#states"
	}
	for id := range foreign {
		if e.Languages == nil {
			e.Languages = map[string]string{}
		}
		e.Languages[id] = p.Reference.Tag
	}
	told, err := s.toldOf(l, states, e)
	if err != nil {
		return nil, err
	}
	e.Notice = strings.TrimSpace(strings.Join(append(notices, told), " "))
	original := s.original(l)
	for _, other := range p.Languages {
		o := p.Resolutions[other.Key]
		if o == nil || other.Key == l.Key {
			continue
		}
		x := manifestation.Expression{Language: other.Tag, Address: s.pageAddress(o.Page), Official: o.Text.Official}
		e.Others = append(e.Others, x)
		if other.Key == original {
			e.Original = &x
		}
	}
	return e, nil
}

// original is the key of the text that the one in l translates: an authentic
// one, that of the reference language before others, else that of the
// reference language; l's own key where it translates none.
func (s *Stage) original(l locale.Language) string {
	p := s.project
	if p.Resolutions[l.Key].Text.Official {
		return l.Key
	}
	for _, other := range p.Languages { // the reference comes first
		if r := p.Resolutions[other.Key]; r != nil && r.Text.Official {
			return other.Key
		}
	}
	if p.Resolutions[p.Reference.Key] != nil {
		return p.Reference.Key
	}
	return l.Key
}

// work names the work by its text in the reference language, or by the first
// there is.
func (s *Stage) work() manifestation.Work {
	for _, l := range s.project.Languages {
		if r := s.project.Resolutions[l.Key]; r != nil {
			return manifestation.NewWork(r.Text, r.Page.Resolution.Actor, s.pageAddress(r.Page))
		}
	}
	return manifestation.Work{}
}

// pageFolder is where a page and the files beside it lie: "fr/resolution/".
func pageFolder(page *project.Page) string { return page.Language.Key + page.Path }

func (s *Stage) pageAddress(page *project.Page) string { return s.options.BaseURL + pageFolder(page) }

// formats stages the files of every edition, and notes for the layouts what
// they are.
func (s *Stage) formats(files map[string][]byte) error {
	editions, err := s.editions()
	if err != nil {
		return err
	}
	s.published = map[string]*published{}
	for key, e := range editions {
		folder := pageFolder(s.project.Resolutions[key].Page)
		list, err := e.Files()
		if err != nil {
			return err
		}
		for _, f := range list {
			files[staticFolder+"/"+folder+f.Name] = f.Content
		}
		data, err := manifestation.PageJSONLD(e)
		if err != nil {
			return err
		}
		s.published[key] = &published{Folder: folder, Data: data, Downloads: downloads(folder, list)}
	}
	if len(editions) > 0 {
		files[staticFolder+"/"+manifestation.SchemaFile] = manifestation.Schema(s.options.BaseURL + manifestation.SchemaFile)
	}
	return nil
}

// published is what the layouts know of the files of one text. Paths are from
// the root of the site, without a slash before them.
type published struct {
	Folder    string         `json:"folder"`
	Downloads []downloadData `json:"downloads"`
	// Data is JSON-LD for the head of the page.
	Data string `json:"data"`
}

// downloadData are the files for one use.
type downloadData struct {
	Use   string     `json:"use"`
	Files []fileData `json:"files"`
}

type fileData struct {
	Name string `json:"name"`
	Path string `json:"path"`
	// Media is the media type of a format of the whole text, "" of a file
	// that is about it.
	Media string `json:"media,omitempty"`
	Size  int    `json:"size"` // in thousands of bytes, rounded up
}

// checks is the use of the files that verify the others.
const checks = "checks"

func downloads(folder string, files []manifestation.File) []downloadData {
	size := map[string]int{}
	for _, f := range files {
		size[f.Name] = thousands(len(f.Content))
	}
	var list []downloadData
	for _, use := range manifestation.Uses() {
		group := downloadData{Use: string(use)}
		for _, f := range manifestation.Formats() {
			if f.Use == use {
				group.Files = append(group.Files, fileData{f.Name, folder + f.File, f.MediaType, size[f.File]})
			}
		}
		if use == manifestation.Programs {
			schema := thousands(len(manifestation.Schema("")))
			group.Files = append(group.Files, fileData{"JSON Schema", manifestation.SchemaFile, "", schema})
		}
		list = append(list, group)
	}
	group := downloadData{Use: checks}
	for _, name := range []string{manifestation.ChecksumsFile, manifestation.ManifestFile} {
		group.Files = append(group.Files, fileData{name, folder + name, "", size[name]})
	}
	return append(list, group)
}

func thousands(bytes int) int { return (bytes + 999) / 1000 }

// citeData is a format in which one part can be cited.
type citeData struct {
	Name  string `json:"name"`
	Media string `json:"media"`
	// File is the file of the whole text, Extension that of the files of its
	// parts, in the folder cite.
	File      string `json:"file"`
	Extension string `json:"extension"`
}

func citeFormats() []citeData {
	var list []citeData
	for _, f := range manifestation.Formats() {
		if f.Extension != "" {
			list = append(list, citeData{f.Name, f.MediaType, f.File, f.Extension})
		}
	}
	return list
}
