package site

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// countryData is a country with its services, as readers of a language look for it.
type countryData struct {
	ID   string `json:"id"` // the anchor: "country-fr"
	Name string `json:"name"`
	In   string `json:"in"` // language key of the name
	// Services are its helplines, in the order of the directory.
	Services []helplineData `json:"services"`
}

// helplineData is what the layouts know of a helpline. Numbers, and what stands
// beside them, are there only where they may be shown: what never enters this data
// can stand in no page, index or file.
type helplineData struct {
	ID   string           `json:"id"`
	Name string           `json:"name"`
	Lang string           `json:"lang"` // tag of the name
	Dir  locale.Direction `json:"dir"`
	Site string           `json:"site,omitempty"`
	Host string           `json:"host,omitempty"`
	For  []string         `json:"for,omitempty"`
	// Withheld says that there is a number that nobody has confirmed of late.
	Withheld bool         `json:"withheld,omitempty"`
	Numbers  []numberData `json:"numbers,omitempty"`
	Always   bool         `json:"always,omitempty"` // at any time
	Free     bool         `json:"free,omitempty"`
	// Languages are the names of those spoken, for the reader, Count their number
	// where it is all that is known.
	Languages []string `json:"languages,omitempty"`
	Count     int      `json:"count,omitempty"`
	Checked   string   `json:"checked,omitempty"` // ISO 8601 date
}

type numberData struct {
	Kind string `json:"kind"`
	// Network is the name of the service that carries messages, where it is one.
	Network string `json:"network,omitempty"`
	Number  string `json:"number"`
	Href    string `json:"href,omitempty"`
}

// unbroken keeps the groups of a number on one line.
var unbroken = strings.NewReplacer(" ", "\u00a0", "-", "\u2011")

type nameData struct {
	Name string `json:"name"`
	In   string `json:"in"` // language key
}

// directory is the directory of helplines by language key of the reader: lines of
// the European Union first, then countries in the order of the language.
func (s *Stage) directory() map[string][]countryData {
	all := map[string][]countryData{}
	if s.project.Helplines == nil {
		return all
	}
	for _, l := range s.project.Languages {
		byCode := map[string]*countryData{}
		var codes []string
		for _, h := range s.project.Helplines.Entries {
			line := s.helpline(l, h)
			for _, code := range h.Countries {
				if byCode[code] == nil {
					name := s.region(l, code)
					byCode[code] = &countryData{ID: "country-" + strings.ToLower(code), Name: name.Name, In: name.In}
					codes = append(codes, code)
				}
				byCode[code].Services = append(byCode[code].Services, line)
			}
		}
		order := collate.New(language.Make(l.Tag))
		first := func(code string) int {
			if code == project.EuropeanUnion {
				return 0
			}
			return 1
		}
		slices.SortFunc(codes, func(a, b string) int {
			return cmp.Or(first(a)-first(b), order.CompareString(byCode[a].Name, byCode[b].Name), strings.Compare(a, b))
		})
		all[l.Key] = []countryData{}
		for _, code := range codes {
			all[l.Key] = append(all[l.Key], *byCode[code])
		}
	}
	return all
}

// region names a country in the reader's language, or in the nearest of its chain
// that has a name for it; else by its code.
func (s *Stage) region(l locale.Language, code string) nameData {
	for _, from := range append([]locale.Language{l}, l.Chain(s.project.Languages, s.project.Reference)...) {
		if name := from.NameOfRegion(code); name != "" {
			return nameData{name, from.Key}
		}
	}
	return nameData{code, l.Key}
}

// helpline lays out a line as readers of l are shown it on the day of the project.
func (s *Stage) helpline(l locale.Language, h *project.Helpline) helplineData {
	d := helplineData{ID: h.ID, Name: h.Name, Lang: h.Lang, Site: h.Site, For: h.For}
	if own, err := locale.Parse(h.Lang); err == nil {
		d.Dir = own.Direction
	}
	if u, err := url.Parse(h.Site); err == nil {
		d.Host = u.Host
	}
	if h.HoldsNumber(d.Host) {
		d.Host = ""
	}
	if state, _ := h.StateOn(s.project.Date, s.project.Config.ShelfLife); state != project.HelplineCurrent {
		d.Withheld = state != project.HelplineSiteOnly
		return d
	}
	for _, n := range h.Numbers {
		number := numberData{Kind: n.Kind, Number: unbroken.Replace(n.Number)}
		switch n.Kind {
		case "call":
			number.Href = "tel:" + n.Digits()
		case "sms":
			number.Href = "sms:" + n.Digits()
		case "whatsapp":
			number.Network = "WhatsApp"
		}
		d.Numbers = append(d.Numbers, number)
	}
	d.Always, d.Free, d.Count, d.Checked = h.Hours == "24/7", h.Free, h.LanguageCount, h.Checked
	for _, tag := range h.Languages {
		if spoken, err := locale.Parse(tag); err == nil {
			d.Languages = append(d.Languages, l.NameOf(spoken))
		}
	}
	return d
}
