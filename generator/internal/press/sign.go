package press

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// sign is what sign.typ lays out. Lengths are in points; of a picture, a point is
// a pixel.
type sign struct {
	common
	Mark   string `json:"mark"`
	Text   string `json:"text"`
	More   string `json:"more"`
	Site   []run  `json:"site"`
	Status []run  `json:"status"`
	format
	Bleed float64 `json:"bleed"`
	Slug  float64 `json:"slug"`
}

// format is a size of paper or picture and how it is filled.
type format struct {
	name   string
	Width  float64 `json:"width"`
	Height float64 `json:"height"`
	// Margins are those at the sides, above and below.
	Margins [3]float64 `json:"margins"`
	Gap     float64    `json:"gap"`
	Rule    float64    `json:"rule"`
	Foot    float64    `json:"foot"` // the size of the letters at the foot
	// Beside puts the words beside the mark, not below.
	Beside   bool    `json:"beside"`
	MarkSize float64 `json:"mark-size"` // the largest
	// TextSizes and MoreSizes are the largest and the smallest.
	TextSizes [2]float64 `json:"text-sizes"`
	MoreSizes [2]float64 `json:"more-sizes"`
}

const millimetre = 72 / 25.4

// cards are the sizes of pictures. On the tallest, programs lay their own
// controls over what stands at the top and at the bottom.
var cards = []format{
	{name: "1200x630", Width: 1200, Height: 630, Margins: [3]float64{64, 64, 48}, Gap: 40, Rule: 4, Foot: 23, Beside: true, MarkSize: 200, TextSizes: [2]float64{60, 34}, MoreSizes: [2]float64{30, 24}},
	{name: "1080x1080", Width: 1080, Height: 1080, Margins: [3]float64{80, 84, 72}, Gap: 52, Rule: 5, Foot: 26, MarkSize: 300, TextSizes: [2]float64{76, 44}, MoreSizes: [2]float64{34, 28}},
	{name: "1080x1920", Width: 1080, Height: 1920, Margins: [3]float64{84, 290, 350}, Gap: 64, Rule: 6, Foot: 29, MarkSize: 420, TextSizes: [2]float64{96, 52}, MoreSizes: [2]float64{40, 32}},
}

// paper is a poster on a width and height in millimetres.
func paper(name string, width, height float64) format {
	u := width / 210 * millimetre // a millimetre on A4
	return format{
		name: name, Width: width * millimetre, Height: height * millimetre, Margins: [3]float64{17 * u, 20 * u, 15 * u},
		Gap: 11 * u, Rule: 0.9 * u, Foot: 4.8 * u, MarkSize: 105 * u, TextSizes: [2]float64{17.5 * u, 9 * u}, MoreSizes: [2]float64{6.6 * u, 5 * u},
	}
}

var papers = []format{paper("a4", 210, 297), paper("a3", 297, 420)}

// bleedWidth is how far colour goes beyond the edge of a page that is cut.
const bleedWidth = 3 * millimetre

// slugWidth is what lies beyond, for the marks where it is cut.
const slugWidth = 8 * millimetre

// a saying is what stands on a sign.
type saying struct {
	kind, id         string
	mark, text, more string
	to               string // the path of the page it leads to
	page             *project.Page
	line, column     int
	alt              string
	cardOf           []string
}

// sign makes a piece of a saying.
func (m *maker) sign(l locale.Language, s saying, f format, bleed bool) *piece {
	s.text, s.more, s.alt = oneLine(s.text), oneLine(s.more), oneLine(s.alt)
	review, status := m.standing(l, s.page.Path)
	d := sign{common: m.common(l, s.text, s.to), Mark: s.mark, Text: s.text, More: s.more, Site: m.site(l), Status: status, format: f}
	if d.Status == nil {
		d.Status = []run{}
	}
	p := &piece{
		language: l, kind: s.kind, id: s.id, size: f.name, review: review, page: s.page, line: s.line, column: s.column,
		words: s.text + s.more, alt: s.alt,
	}
	if s.alt == "" {
		p.alt = m.describe(l, d)
	}
	if len(status) > 0 {
		p.alt += " (" + plain(status) + ")"
	}
	p.job = job{Template: "sign.typ", Format: "pdf"}
	extension := ".pdf"
	if s.kind == "card" {
		p.job.Format, p.job.Width = "png", int(f.Width)
		extension = ".png"
		if f.name == cards[0].name {
			p.cardOf = s.cardOf
		}
		d.Date = [3]int{1970, 1, 1} // no picture says when it was made
	}
	if bleed {
		d.Bleed, d.Slug = bleedWidth, slugWidth
		p.size += "-bleed"
	}
	p.name = s.kind + "-" + s.id + "-" + p.size + extension
	p.job.Data = d
	return p
}

// oneLine is a text as a page shows it: blanks, tabs and line feeds in a row are one
// blank. Blanks that hold words together stay as they are.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \t\n\r", r) }), " ")
}

// describe is the alternative text of a sign without one of its own.
func (m *maker) describe(l locale.Language, s sign) string {
	words := s.Text
	if s.More != "" {
		words += " " + s.More
	}
	text, _ := m.say(l, "kit_alt", "Mark", s.Mark, "Text", words, "Address", s.Address)
	return text
}

// posters are those of the page of the type kit.
func (m *maker) posters(l locale.Language) (made []*piece, missing []Missing) {
	original := m.pageOf("kit")
	if original == nil {
		return nil, nil
	}
	page := m.project.Page(l.Key, original.Path)
	for _, o := range original.Posters {
		prefix := "posters." + o.ID + "."
		why := cmp.Or(m.field(l, original.Path, prefix+"text"), m.field(l, original.Path, prefix+"more"))
		i := -1
		if page != nil {
			i = slices.IndexFunc(page.Posters, func(p project.Poster) bool { return p.ID == o.ID })
		}
		if why == "" && (i < 0 || page.Posters[i].Text == "") {
			why = notTranslated
		}
		if why != "" {
			missing = append(missing, Missing{"poster", o.ID, why, original.Path})
			continue
		}
		s := saying{kind: "poster", id: o.ID, mark: cmp.Or(o.Mark, m.number()), text: page.Posters[i].Text, more: page.Posters[i].More, to: m.pointPath(o.Mark), page: page}
		s.line, s.column = page.PositionOfItem("posters", i)
		for _, f := range papers {
			made = append(made, m.sign(l, s, f, false))
			if m.options.Bleed {
				made = append(made, m.sign(l, s, f, true))
			}
		}
	}
	return made, missing
}

// number is the number of the resolution, which stands on what has no mark.
func (m *maker) number() string {
	if r := m.project.Resolutions[m.project.Reference.Key]; r != nil {
		return r.Text.Number
	}
	return ""
}

// pointPath is the path of the page of a point, that of the home page where it has
// none.
func (m *maker) pointPath(mark string) string {
	if r := m.project.Resolutions[m.project.Reference.Key]; r != nil && mark != "" {
		at := path.Join(r.Page.Path, strings.ToLower(mark)) + "/"
		if m.project.Page(m.project.Reference.Key, at) != nil {
			return at
		}
	}
	return "/"
}

// cards are the pictures of a language: of the key messages, of the points that the
// home page puts first, and of the home page.
func (m *maker) cards(l locale.Language) (made []*piece, missing []Missing) {
	add := func(s saying, why string) {
		if why != "" {
			missing = append(missing, Missing{"card", s.id, why, s.to})
			return
		}
		for _, f := range cards {
			made = append(made, m.sign(l, s, f, false))
		}
	}
	titled := func(id, mark, at string, cardOf ...string) {
		s := saying{kind: "card", id: id, mark: mark, to: at, page: m.project.Page(l.Key, at), cardOf: cardOf}
		why := m.field(l, at, "title")
		if why == "" {
			s.text = s.page.Title
			s.line, s.column = s.page.PositionOf("title")
		}
		add(s, why)
	}
	home := m.project.Page(m.project.Reference.Key, "/")
	if home != nil {
		titled("site", m.number(), "/", "")
		for _, mark := range home.Focus {
			if at := m.pointPath(mark); at != "/" {
				titled(mark, mark, at, at)
			}
		}
	}
	original := m.pageOf("messages")
	if original == nil {
		return made, missing
	}
	page := m.project.Page(l.Key, original.Path)
	for i, o := range original.Messages {
		s := saying{kind: "card", id: o.ID, mark: m.number(), to: original.Path, page: page, alt: m.postAlt(l, o.ID)}
		why, at := m.field(l, original.Path, "messages."+o.ID+".text"), -1
		if page != nil {
			at = slices.IndexFunc(page.Messages, func(k project.KeyMessage) bool { return k.ID == o.ID })
		}
		if why == "" && (at < 0 || page.Messages[at].Text == "") {
			why = notTranslated
		}
		if why == "" {
			s.text = page.Messages[at].Text
			s.line, s.column = page.PositionOfItem("messages", at)
		}
		if i == 0 {
			s.cardOf = []string{original.Path}
		}
		add(s, why)
	}
	return made, missing
}

// postAlt is the alternative text that a post gives the card of a key message, ""
// where none does.
func (m *maker) postAlt(l locale.Language, message string) string {
	original := m.pageOf("social")
	if original == nil {
		return ""
	}
	page := m.project.Page(l.Key, original.Path)
	for _, o := range original.Posts {
		if o.Message != message || page == nil || m.field(l, original.Path, fmt.Sprintf("posts.%s.alt", o.ID)) != "" {
			continue
		}
		if i := slices.IndexFunc(page.Posts, func(p project.Post) bool { return p.ID == o.ID }); i >= 0 {
			return page.Posts[i].Alt
		}
	}
	return ""
}

// plan lists the pieces of a language and what is missing.
func (m *maker) plan(l locale.Language) (all []*piece, missing []Missing) {
	one, lost := m.resolution(l)
	if one != nil {
		all = append(all, one)
	}
	if lost != nil {
		missing = append(missing, *lost)
	}
	for _, part := range []func(locale.Language) ([]*piece, []Missing){m.sheets, m.posters, m.cards} {
		made, lost := part(l)
		all, missing = append(all, made...), append(missing, lost...)
	}
	return all, missing
}
