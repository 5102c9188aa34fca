package site

import (
	"encoding/json"
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// siteData is data/site.json, what the layouts know. Keys of maps are language
// keys and page paths as Hugo's .Path gives them.
type siteData struct {
	Reference string            `json:"reference"`
	Publisher publisherData     `json:"publisher"`
	Order     []string          `json:"order"` // language keys
	Languages map[string]langTo `json:"languages"`
	// Sources gives, for each path, the language whose text each language
	// shows there; a language that shows none is absent.
	Sources map[string]map[string]string `json:"sources"`
	// Reviews gives, for each path, who stands behind each language's own
	// text.
	Reviews map[string]map[string]string `json:"reviews"`
	// States gives, for each path, what has become of each language's own
	// translation.
	States map[string]map[string]statesData `json:"states"`
	// Items are the words of lists of the front matter, see items.go.
	Items map[string]map[string]map[string][]itemWords `json:"items"`
	// Overviews tell how far the translation into each language is.
	Overviews map[string]overviewData `json:"overviews"`
	// Borrowed gives the strings a language lacks, with whose they are.
	Borrowed   map[string]map[string]string `json:"borrowed"`
	Resolution *resolutionData              `json:"resolution,omitempty"`
	// Guide is the address of what translators are told, or "".
	Guide string `json:"guide,omitempty"`
	// Exit is the address that pages of no language lead out to.
	Exit string `json:"exit"`
	// Quiet are the paths of the quiet pages.
	Quiet map[string]bool `json:"quiet"`
	// Neutral are the paths of pages that no picture goes with, see neutral.
	Neutral map[string]bool `json:"neutral"`
	// Calendars are the pages with events, by path and language key of the reader.
	Calendars map[string]map[string]calendarData `json:"calendars"`
	// Called is what terms are called in other languages, by path, language key of
	// the text and anchor of the heading.
	Called map[string]map[string]map[string][]nameData `json:"called"`
	// Directory is the directory of helplines, by language key of the reader.
	Directory map[string][]countryData `json:"directory"`
	// Remains are the records of the exit's test, by path.
	Remains map[string]remainsData `json:"remains,omitempty"`
	// Dates are days as each language writes them, by ISO 8601 date.
	Dates map[string]map[string]string `json:"dates"`
	// Index lists what readers find, by language key; Searched says that they
	// can search in it, too.
	Index    map[string]indexData `json:"index"`
	Searched bool                 `json:"searched"`
	// Cited are the documents that each page rests on, by path; Documents are all
	// of them.
	Cited map[string][]citedData `json:"cited,omitempty"`
	// CitedByMessages are those of each key message, by path and its identity.
	CitedByMessages map[string]map[string][]citedData `json:"citedByMessages,omitempty"`
	Documents       []listedGroup                     `json:"documents,omitempty"`
	// Figures are the series of figures, by name; Warned are the pages beside
	// whose text it says what such figures can show.
	Figures map[string]seriesData `json:"figures,omitempty"`
	Warned  map[string]bool       `json:"warned,omitempty"`

	// Kit lists what can be printed and shared, by language key: see press.Pieces.
	Kit any `json:"kit,omitempty"`
}

type publisherData struct {
	project.Publisher
	Link string `json:"link"`
}

// langTo describes a language to the layouts.
type langTo struct {
	Key     string            `json:"key"`
	Tag     string            `json:"tag"`
	Dir     locale.Direction  `json:"dir"`
	Endonym string            `json:"endonym"`
	Names   map[string]string `json:"names"` // of every language, in this one
	// Says are the strings that pages without a language of their own show in
	// this one; a string the language lacks is absent.
	Says map[string]string `json:"says"`
	Exit string            `json:"exit"` // the address that its pages lead out to
	// Compared is the day on which translations were compared with their
	// originals, as it is written in the language, or "".
	Compared string `json:"compared,omitempty"`
}

type resolutionData struct {
	Path string `json:"path"`
	// Texts is the resolution by language; a language that lacks it is
	// absent here and served along its chain by Sources.
	Texts map[string]textData `json:"texts"`
	// Points are the points with pages, in order.
	Points []pointData `json:"points"`
	// Beside are the texts side by side, by the language keys of both.
	Beside map[string]map[string]besideData `json:"beside"`
	// Supplied are the texts as they were supplied, by language;
	// EstablishedBy says whose vouches for what each language shows.
	Supplied      map[string]suppliedData `json:"supplied"`
	EstablishedBy map[string]string       `json:"establishedBy"`
	// Aliases are the old identities of each part that has some.
	Aliases map[string][]string `json:"aliases,omitempty"`
	// Cite are the formats in which one part can be cited.
	Cite []citeData `json:"cite"`
}

type pointData struct {
	ID   string `json:"id"`
	Cite string `json:"cite"`
	Path string `json:"path"`
}

type textData struct {
	Title   string `json:"title"`
	Kind    string `json:"kind"`
	Number  string `json:"number"`
	Body    string `json:"body"`
	Place   string `json:"place"`
	Adopted string `json:"adopted"` // ISO 8601
	// AdoptedText is the date as a reader of the text's language writes it.
	AdoptedText string                 `json:"adoptedText"`
	Note        string                 `json:"note"`
	Official    bool                   `json:"official"`
	Formula     string                 `json:"formula"`
	Recitals    []elementData          `json:"recitals"`
	Operative   []elementData          `json:"operative"`
	ByID        map[string]elementData `json:"byID"`
	Footnotes   []footnoteData         `json:"footnotes,omitempty"`
	// References are the documents elsewhere that the text refers to, each
	// once, in the order of the text.
	References []documentData `json:"references,omitempty"`
	Verbs      verbsData      `json:"verbs"`
	// Told are the plain texts that readers are told something of, by the names
	// above.
	Told map[string]toldData `json:"told,omitempty"`
	*published
}

// toldData says of a text that it is not a current translation, and where it is
// shown in the original's words, in which language.
type toldData struct {
	State state  `json:"state,omitempty"`
	In    string `json:"in,omitempty"` // language key
}

type elementData struct {
	ID string `json:"id"`
	toldData
	// Heading is the cross-heading that stands before the paragraph.
	Heading     string    `json:"heading,omitempty"`
	HeadingTold *toldData `json:"headingTold,omitempty"`
	Cite        string    `json:"cite"`
	// Name is how a citation names the part: as Cite, or for a part without a
	// label by its position in square brackets.
	Name   string        `json:"name"`
	Label  string        `json:"label"`
	Role   string        `json:"role"`
	Runs   []runData     `json:"runs"`
	Points []elementData `json:"points,omitempty"`
}

func (s *Stage) data(files map[string][]byte) error {
	p := s.project
	d := siteData{
		Reference: p.Reference.Key,
		Publisher: publisherData{p.Config.Publisher, p.Config.Publisher.Link()},
		Languages: map[string]langTo{},
		Sources:   map[string]map[string]string{},
		Reviews:   map[string]map[string]string{},
		Borrowed:  map[string]map[string]string{},
		Guide:     p.Config.Guide,
		Exit:      p.ExitForAll(),
		Quiet:     map[string]bool{},
		Neutral:   map[string]bool{},
		Remains:   s.remains(),
		States:    s.states(),
		Items:     s.items(),
		Overviews: s.overviews,
		Dates:     s.dates(),
		Directory: s.directory(),
		Called:    s.called(),
		Calendars: s.calendars(),
	}
	for _, pagePath := range p.Paths() {
		sources, reviews := map[string]string{}, map[string]string{}
		for _, l := range p.Languages {
			if page := p.Source(l, pagePath); page != nil {
				sources[l.Key] = page.Language.Key
				if page.Language.Key == l.Key {
					reviews[l.Key] = review(p, page)
				}
			}
		}
		key := path.Clean(pagePath)
		d.Sources[key], d.Reviews[key] = sources, reviews
		if p.Quiet(pagePath) {
			d.Quiet[key] = true
		}
		if neutral(p, pagePath) {
			d.Neutral[key] = true
		}
	}
	for key, pages := range s.made {
		for _, m := range pages {
			if m.Path == componentsPage.Path {
				continue
			}
			at := path.Clean(m.Path)
			if d.Sources[at] == nil {
				d.Sources[at], d.Reviews[at] = map[string]string{}, map[string]string{}
			}
			// It is no translation: whose words it shows is said where they stand.
			d.Sources[at][key], d.Reviews[at][key] = m.From.Key, "original"
		}
	}
	for _, l := range p.Languages {
		d.Order = append(d.Order, l.Key)
		lang := langTo{Key: l.Key, Tag: l.Tag, Dir: l.Direction, Endonym: l.Endonym, Exit: p.Exit(l), Names: map[string]string{}, Compared: s.compared(l)}
		for _, other := range p.Languages {
			lang.Names[other.Key] = l.NameOf(other)
		}
		pages, borrowed := p.Coverage(l)
		lang.Says = map[string]string{}
		for _, key := range rootStrings {
			if m, from := s.message(l, key); from.Key == l.Key {
				text, err := say(l, m, map[string]any{"Count": pages - borrowed, "Total": pages})
				if err != nil {
					return err
				}
				lang.Says[key] = text
			}
		}
		d.Languages[l.Key] = lang
		for _, m := range s.messages() {
			if _, from := s.message(l, m.Key); from.Key != l.Key {
				if d.Borrowed[l.Key] == nil {
					d.Borrowed[l.Key] = map[string]string{}
				}
				d.Borrowed[l.Key][m.Key] = from.Key
			}
		}
	}
	// What is data is in the reference language, also where that is not built.
	if r := p.Reference; d.Languages[r.Key].Key == "" {
		d.Languages[r.Key] = langTo{Key: r.Key, Tag: r.Tag, Dir: r.Direction, Endonym: r.Endonym, Names: map[string]string{}, Says: map[string]string{}}
	}
	d.Resolution = s.resolution()
	var err error
	if d.Index, err = s.index(); err != nil {
		return err
	}
	d.Searched, d.Kit = s.options.Searched, s.options.Kit
	if d.Figures, err = s.figures(); err != nil {
		return err
	}
	d.Warned = s.warned()
	d.Cited, d.Documents, d.CitedByMessages = s.cited(), s.documents(), s.citedByMessages()
	content, err := json.MarshalIndent(d, "", "\t")
	files["data/site.json"] = content
	return err
}

// neutral reports whether a link to a page is shown without a picture: a quiet
// page, and one of the critical class, such as on help and support. The resolution
// is of that class because its words must be current, not to keep its readers safe.
func neutral(p *project.Project, at string) bool {
	r := p.Resolutions[p.Reference.Key]
	return p.Quiet(at) || p.Critical(at) && (r == nil || !strings.HasPrefix(at, r.Page.Path))
}

// review says who stands behind a page: "original" where it is no translation
// (in the reference language, where that language has never had such a page, and for
// the resolution as adopted), else what its front matter says, "unreviewed"
// unless it says otherwise.
func review(p *project.Project, page *project.Page) string {
	switch {
	case page.Language.Key == p.Reference.Key,
		p.Page(p.Reference.Key, page.Path) == nil && !p.Recorded(page),
		page.Resolution != nil && page.Resolution.Status == "official":
		return "original"
	case page.Review == "":
		return "unreviewed"
	default:
		return page.Review
	}
}

func (s *Stage) resolution() *resolutionData {
	p := s.project
	reference := p.Resolutions[p.Reference.Key]
	if reference == nil {
		return nil
	}
	d := &resolutionData{
		Path: hugoPath(reference.Page), Texts: map[string]textData{},
		Supplied: map[string]suppliedData{}, EstablishedBy: map[string]string{},
		Aliases: p.Register.Aliases(), Cite: citeFormats(), Points: s.points(),
	}
	for _, l := range p.Languages {
		if r := p.Resolutions[l.Key]; r != nil {
			text := textOf(l, r, s.statesOf(r))
			text.published = s.published[l.Key]
			d.Texts[l.Key] = text
			if r.Supplied != nil {
				d.Supplied[l.Key] = suppliedOf(r.Supplied)
			}
		}
		if r := p.EstablishedBy(l.Key); r != nil {
			d.EstablishedBy[l.Key] = r.Page.Language.Key
		}
	}
	d.Beside = s.besides()
	return d
}

// points lists the points of the resolution that have pages.
func (s *Stage) points() []pointData {
	reference := s.project.Resolutions[s.project.Reference.Key]
	if reference == nil {
		return nil
	}
	var points []pointData
	paths := s.project.Paths()
	for _, e := range reference.Text.Elements() {
		pagePath := path.Join(reference.Page.Path, strings.ToLower(e.Cite))
		if e.Role == resolution.ListPoint && slices.Contains(paths, pagePath+"/") {
			points = append(points, pointData{e.ID, e.Cite, pagePath})
		}
	}
	return points
}

// textOf lays out a text; st is what has become of its parts, nil where all is
// well.
func textOf(l locale.Language, r *project.Resolution, st *textStates) textData {
	t, foreign := st.shows(r.Text)
	d := textData{
		Title: t.Title, Kind: t.Kind, Number: t.Number, Body: t.Body, Place: t.Place,
		Adopted: t.Adopted, AdoptedText: longDate(l, t.Adopted), Note: t.Note,
		Official: t.Official, Formula: t.Formula, ByID: map[string]elementData{},
		Verbs: verbsOf(l, t, foreign),
	}
	notes := footnoteIDs(t)
	w := &runWriter{referrer: project.NewReferrer(r), language: l.Key, notes: notes}
	original := w
	if st != nil {
		in := st.original.Page.Language.Key
		original = &runWriter{referrer: project.NewReferrer(st.original), language: in, notes: footnoteIDs(st.original.Text)}
	}
	elements := t.Elements()
	next := 0
	// take builds the tree again from the flat list: an element owns what
	// follows it at a greater depth.
	var take func(above, heading string, position int) elementData
	take = func(above, heading string, position int) elementData {
		e := elements[next]
		next++
		out := elementData{
			ID: e.ID, Heading: heading, Cite: e.Cite, Name: partName(e, above, position),
			Label: e.Label, Role: e.Role.String(),
		}
		if foreign[e.ID] {
			out.Runs, out.In = original.runs(e.ID, e.Text), original.language
		} else {
			out.Runs = w.runs(e.ID, e.Text)
		}
		if st != nil {
			out.State = st.parts[e.ID]
			out.HeadingTold = st.heading(e.ID)
		}
		for next < len(elements) && elements[next].Depth > e.Depth {
			out.Points = append(out.Points, take(out.Name, "", len(out.Points)+1))
		}
		own := out
		own.Points = nil
		d.ByID[e.ID] = own
		return out
	}
	for i, p := range t.Recitals {
		d.Recitals = append(d.Recitals, take("", p.Heading, i+1))
	}
	for i, p := range t.Operative {
		d.Operative = append(d.Operative, take("", p.Heading, i+1))
	}
	for _, f := range t.Footnotes {
		writer, told := w, toldData{}
		if st != nil {
			told.State = st.notes[f.Mark]
		}
		if _, borrowed := st.footnote(f.Mark); borrowed {
			writer, told.In = original, original.language
		}
		note := footnoteOf(f, notes[f.Mark], writer.runs("", f.Text), elements)
		note.toldData = told
		d.Footnotes = append(d.Footnotes, note)
	}
	for _, f := range st.plain() {
		if f.state == stateCurrent {
			continue
		}
		told := toldData{State: f.state}
		if st.borrows(f.state, f.original) {
			told.In = original.language
		}
		if d.Told == nil {
			d.Told = map[string]toldData{}
		}
		d.Told[f.name] = told
	}
	d.References = w.documents
	for _, document := range original.documents {
		if original == w {
			break
		}
		if !slices.ContainsFunc(d.References, func(own documentData) bool { return own.URL == document.URL }) {
			document.In = original.language
			d.References = append(d.References, document)
		}
	}
	return d
}

// heading is what readers are told of the heading above a part.
func (st *textStates) heading(below string) *toldData {
	told := st.headings[below]
	if told == stateCurrent {
		return nil
	}
	d := &toldData{State: told}
	if st.borrows(told, headingsOf(st.original.Text)[below]) {
		d.In = st.original.Page.Language.Key
	}
	return d
}
