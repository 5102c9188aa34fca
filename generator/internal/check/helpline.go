package check

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// helpline wants every helpline to say who it is for, where it is, and who checked
// it when, once, and its numbers to be ones.
func helpline(p *project.Project, report func(diag.Diagnostic)) {
	if p.Helplines == nil {
		return
	}
	ids, numbers := map[string]int{}, map[string]int{}
	for _, h := range p.Helplines.Entries {
		at := func(field, id string, args map[string]any) {
			line, column := h.Position(field)
			report(diag.Diagnostic{File: p.Helplines.File, Line: line, Column: column, ID: id, Args: args})
		}
		line, _ := h.Position("")
		switch first, twice := ids[h.ID]; {
		case !project.ItemID(h.ID):
			at("id", "helpline-id", map[string]any{"Helpline": h.ID})
		case twice:
			at("id", "helpline-twice", map[string]any{"Helpline": h.ID, "First": first})
		default:
			ids[h.ID] = line
		}
		helplineFields(p, h, at)
		for i, n := range h.Numbers {
			line, column := h.NumberPosition(i)
			bad := func(id string, args map[string]any) {
				report(diag.Diagnostic{File: p.Helplines.File, Line: line, Column: column, ID: id, Args: args})
			}
			if !n.Valid() {
				bad("helpline-number", map[string]any{"Number": n.Number})
				continue
			}
			if n.Kind == "" {
				bad("helpline-kind", map[string]any{"Number": n.Number, "Kinds": strings.Join(project.NumberKinds, ", ")})
			}
			for _, country := range h.Countries {
				key := country + " " + n.Digits()
				if first, twice := numbers[key]; twice {
					bad("helpline-number-twice", map[string]any{"Number": n.Number, "First": first})
				} else {
					numbers[key] = line
				}
			}
		}
	}
}

// helplineFields judges what a helpline says of itself but for its numbers.
func helplineFields(p *project.Project, h *project.Helpline, at func(field, id string, args map[string]any)) {
	for _, f := range []struct{ name, value string }{{"name", h.Name}, {"lang", h.Lang}, {"hours", h.Hours}, {"countries", strings.Join(h.Countries, "")}} {
		if f.value == "" {
			at(f.name, "helpline-field", map[string]any{"Helpline": h.ID, "Field": f.name})
		}
	}
	if len(h.Numbers) > 0 {
		for _, f := range []struct{ name, value string }{{"fact", h.Fact}, {"seen", h.Seen}} {
			if f.value == "" {
				at(f.name, "helpline-field", map[string]any{"Helpline": h.ID, "Field": f.name})
			}
		}
	} else if h.Site == "" {
		at("site", "helpline-nothing", map[string]any{"Helpline": h.ID})
	}
	for _, code := range h.Countries {
		if code != project.EuropeanUnion && !locale.IsCountry(code) {
			at("countries", "helpline-country", map[string]any{"Country": code})
		}
	}
	for _, f := range []struct {
		name string
		tags []string
	}{{"lang", []string{h.Lang}}, {"languages", h.Languages}} {
		for _, tag := range f.tags {
			if _, err := locale.Parse(tag); tag != "" && err != nil {
				at(f.name, "helpline-language", map[string]any{"Tag": tag})
			}
		}
	}
	if h.HoldsNumber(h.Name) {
		at("name", "helpline-name", map[string]any{"Name": h.Name})
	}
	if h.Site != "" {
		u, err := url.Parse(h.Site)
		switch {
		case err != nil || u.Scheme != "https" || !strings.Contains(u.Host, ".") || strings.Contains(h.Site, "…"):
			at("site", "helpline-site", map[string]any{"Site": h.Site})
		case h.HoldsNumber(u.Path) || h.HoldsNumber(u.RawQuery):
			at("site", "helpline-site-number", map[string]any{"Site": h.Site})
		}
	}
	switch checked, err := time.Parse(time.DateOnly, h.Checked); {
	case h.Checked == "" && h.CheckedBy != "":
		at("checkedBy", "helpline-unchecked", map[string]any{"Helpline": h.ID})
	case h.Checked == "" || err != nil: // reported by the schema
	case h.CheckedBy == "":
		at("checked", "helpline-nobody", map[string]any{"Helpline": h.ID})
	case !p.Date.IsZero() && checked.After(p.Date):
		at("checked", "helpline-future", map[string]any{"Date": h.Checked, "Today": p.Date.Format(time.DateOnly)})
	}
}

// dueSoon is for how many days before its end the shelf life of a check is warned of.
const dueSoon = 14

// helplineExpired warns of numbers that are about to be shown no longer, and of
// those that are not.
func helplineExpired(p *project.Project, report func(diag.Diagnostic)) {
	if p.Helplines == nil {
		return
	}
	for _, h := range p.Helplines.Entries {
		state, left := h.StateOn(p.Date, p.Config.ShelfLife)
		line, column := h.Position("checked")
		d := diag.Diagnostic{File: p.Helplines.File, Line: line, Column: column, Args: map[string]any{"Helpline": h.ID, "Checked": h.Checked}}
		switch {
		case state == project.HelplineExpired:
			d.ID = "helpline-expired"
		case state == project.HelplineCurrent && left <= dueSoon:
			d.ID = "helpline-expires"
			d.Args["Days"] = left
		default:
			continue
		}
		report(d)
	}
}

// helplineService wants every service of a page to be one of the directory, and
// every one of the directory to be told of where a page tells of some.
func helplineService(p *project.Project, report func(diag.Diagnostic)) {
	if p.Illegible(project.HelplinesFile) {
		return
	}
	ids := p.Helplines.IDs()
	for _, page := range p.Pages {
		named := map[string]bool{}
		for i, service := range page.Services {
			switch {
			case service.ID == "":
				report(inItem(page, "services", i, "helpline-service-id", nil))
			case named[service.ID]:
				report(inItem(page, "services", i, "helpline-service-twice", map[string]any{"Service": service.ID}))
			case !slices.Contains(ids, service.ID):
				reportNearest(func(id string, args map[string]any) { report(inItem(page, "services", i, id, args)) },
					"helpline-service", map[string]any{"Service": service.ID, "File": project.HelplinesFile}, project.Nearest(service.ID, ids))
			}
			named[service.ID] = true
		}
		if len(page.Services) == 0 || page.Language.Key != p.Reference.Key {
			continue // what a translation lacks is shown in the original
		}
		for _, id := range ids {
			if !named[id] {
				report(inField(page, "services", "helpline-service-missing", map[string]any{"Service": id}))
			}
		}
	}
}

// inNamed makes a diagnostic at a text of the front matter, by the name of its
// block.
func inNamed(page *project.Page, name, id string, args map[string]any) diag.Diagnostic {
	list, rest, _ := strings.Cut(name, ".")
	item, _, _ := strings.Cut(rest, ".")
	if i := slices.Index(page.Items()[list], item); i >= 0 {
		return inItem(page, list, i, id, args)
	}
	return inField(page, list, id, args)
}

// longNumber is how many digits a number has that is nothing else by accident.
const longNumber = 6

// dialled finds what a link has a telephone dial.
var dialled = regexp.MustCompile(`(?i)\b(tel|sms):[^\s)>]*`)

// helplineText wants numbers of helplines to stand in the directory alone, so that
// none is shown that nobody has confirmed. Short ones may be years and paragraphs:
// they are looked for only on pages of help or with services, and where they are to
// be dialled.
func helplineText(p *project.Project, report func(diag.Diagnostic)) {
	if p.Helplines == nil {
		return
	}
	for _, page := range p.Pages {
		everywhere := len(page.Services) > 0 || p.ClassOf(page).Name == "help"
		blocks := page.Blocks()
		for _, b := range blocks.Named {
			eachHelplineIn(p, b.Text, everywhere, func(args map[string]any) { report(inNamed(page, b.ID, "helpline-text", args)) })
		}
		for _, b := range blocks.Body {
			eachHelplineIn(p, b.Text, everywhere, func(args map[string]any) { report(inPage(page, b.Start, "helpline-text", args)) })
		}
		helplineDial(p, page, report)
	}
	eachForm(p, func(c *project.Catalog, _ project.Message, f project.Form) {
		eachHelplineIn(p, f.Text, false, func(args map[string]any) { report(inCatalog(c, f.Line, f.Column, "helpline-text", args)) })
	})
}

// eachHelplineIn calls found for every number of the directory that a text holds:
// of short ones, unless they are looked for everywhere, those to be dialled.
func eachHelplineIn(p *project.Project, text string, everywhere bool, found func(args map[string]any)) {
	all := project.DialledIn(text)
	if len(all) == 0 {
		return
	}
	for _, h := range p.Helplines.Entries {
		for _, n := range h.Numbers {
			in := n.Among(all) && n.Valid()
			if in && len(n.Digits()) < longNumber && !everywhere {
				in = slices.ContainsFunc(dialled.FindAllString(text, -1), n.In)
			}
			if in {
				found(map[string]any{"Number": n.Number, "Helpline": h.ID})
			}
		}
	}
}

// helplineDial finds links of a page that dial a number which the directory has
// not, so that nobody ever confirms it. A number that the original has for its own,
// such as that of the emergency services, may be dialled.
func helplineDial(p *project.Project, page *project.Page, report func(diag.Diagnostic)) {
	for _, link := range page.Document().Links {
		number := numberDialled(link.Destination)
		if number == "" || slices.ContainsFunc(p.Original(page.Path).OwnNumbers, func(own string) bool { return onlyDigits(own) == number }) {
			continue
		}
		if !slices.ContainsFunc(p.Helplines.Entries, func(h *project.Helpline) bool { return h.HoldsNumber(link.Destination) }) {
			report(inPage(page, link.Offset, "helpline-dial", map[string]any{"Link": link.Destination}))
		}
	}
}

// numberDialled is the number that a link has somebody dial or write to, "" where it
// does nothing of the kind.
func numberDialled(link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return ""
	}
	switch {
	case u.Scheme == "tel" || u.Scheme == "sms":
		number, err := url.PathUnescape(u.Opaque)
		if err != nil {
			return ""
		}
		return onlyDigits(number)
	case slices.Contains(messengers, strings.TrimPrefix(u.Hostname(), "www.")):
		return onlyDigits(u.Path + u.RawQuery)
	}
	return ""
}

// messengers are the sites whose addresses hold telephone numbers.
var messengers = []string{"wa.me", "api.whatsapp.com", "signal.me", "viber.click"}
