package press

import (
	"fmt"
	"net/url"
	"strings"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/translation"
)

// lang describes a language to the layouts: Typst takes tag and region apart.
type lang struct {
	Tag    string           `json:"tag"`
	Region string           `json:"region"`
	Dir    locale.Direction `json:"dir"`
}

func langOf(l locale.Language) lang {
	parts := strings.Split(l.Tag, "-")
	d := lang{Tag: strings.ToLower(parts[0]), Dir: l.Direction}
	for _, part := range parts[1:] {
		if len(part) == 2 {
			d.Region = strings.ToUpper(part)
		}
	}
	return d
}

// say fills in a string of the interface without plural forms. A language that
// lacks it shows that of the reference language, and from is then another one.
func (m *maker) say(l locale.Language, key string, args ...string) (text string, from locale.Language) {
	for _, from := range append([]locale.Language{l}, l.Chain(m.project.Languages, m.project.Reference)...) {
		message, ok := m.project.Catalogs[from.Key].Message(key)
		if !ok || message.Blank() {
			continue
		}
		form, _ := message.Form("other")
		var places []string
		for i := 0; i+1 < len(args); i += 2 {
			places = append(places, fmt.Sprintf("{{ .%s }}", args[i]), args[i+1])
		}
		return strings.NewReplacer(places...).Replace(form.Text), from
	}
	return "", l
}

// said is such a string as runs.
func (m *maker) said(l locale.Language, key string, args ...string) []run {
	text, from := m.say(l, key, args...)
	return inLanguage(l, from, text)
}

// inLanguage are words of a language in a text of another.
func inLanguage(l, from locale.Language, text string) []run {
	r := run{Text: text}
	if from.Key != l.Key {
		r.Language = new(lang)
		*r.Language = langOf(from)
	}
	return []run{r}
}

// Why a piece is not made.
const (
	notTranslated = "not translated"
	outdated      = "outdated"
	doesNotFit    = "does not fit"
	nameTaken     = "name taken"
)

// stale reports whether a translation does not say what its original says now, as
// far as is known.
func stale(u translation.Unit) bool { return u.State == translation.Outdated && !u.SameWording() }

// field finds what is wrong with a text of a page's front matter in a language;
// "" where nothing is.
func (m *maker) field(l locale.Language, path, name string) string {
	page := m.project.Page(l.Key, path)
	if page == nil {
		return notTranslated
	}
	if l.Key == m.project.Reference.Key || m.project.Page(m.project.Reference.Key, path) == nil {
		return ""
	}
	t := m.project.Translation(l, path, false)
	if t == nil || t.Adopted() {
		return ""
	}
	for _, u := range t.Units {
		if u.Name() != name {
			continue
		}
		switch {
		case len(u.Target) == 0:
			return notTranslated
		case stale(u):
			return outdated
		}
	}
	return ""
}

// site is the title of the home page, which names the site.
func (m *maker) site(l locale.Language) []run {
	for _, from := range append([]locale.Language{l}, l.Chain(m.project.Languages, m.project.Reference)...) {
		if home := m.project.Page(from.Key, "/"); home != nil && m.field(from, "/", "title") == "" {
			return inLanguage(l, from, home.Title)
		}
	}
	return nil
}

// shortAddress is an address as people type it.
func shortAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimSuffix(u.Host+u.Path, "/")
}

// standing says in a few words who stands behind a page, where readers should
// know: "" and no words of an original and of a reviewed translation.
func (m *maker) standing(l locale.Language, path string) (review string, words []run) {
	page := m.project.Page(l.Key, path)
	if l.Key == m.project.Reference.Key || page == nil {
		return "original", nil
	}
	review = page.Standing()
	if review == "unreviewed" || review == "machine" {
		words = m.said(l, "short_"+review)
	}
	return review, words
}
