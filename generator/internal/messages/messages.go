// Package messages holds what the program says to the people who run it, in
// their language: one catalogue per language in the format of go-i18n, English
// being the reference. A diagnostic names its text by identity; the text and
// its remedy are looked up here just before printing.
package messages

import (
	"embed"
	"fmt"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"github.com/pelletier/go-toml/v2"
	"golang.org/x/text/language"

	"resolutionsite/generator/internal/diag"
)

//go:embed catalog/*.toml
var catalogs embed.FS

// Languages are those the program speaks, the reference first.
var Languages = []language.Tag{language.English, language.French}

// Printer gives texts in one language.
type Printer struct{ localizer *i18n.Localizer }

// New makes a printer for the best of Languages for the preferred tags, such
// as "fr-CA"; unknown and malformed ones are passed over.
func New(preferred ...string) (*Printer, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
	for _, tag := range Languages {
		name := "catalog/" + tag.String() + ".toml"
		if _, err := bundle.LoadMessageFileFS(catalogs, name); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	matcher := language.NewMatcher(Languages)
	best := language.English
	for _, p := range preferred {
		tag, err := language.Parse(p)
		if err != nil {
			continue
		}
		if _, i, confidence := matcher.Match(tag); confidence != language.No {
			best = Languages[i]
			break
		}
	}
	return &Printer{i18n.NewLocalizer(bundle, best.String(), language.English.String())}, nil
}

// Environment returns the user's preferred languages by the rules of POSIX and
// gettext: LC_ALL, LC_MESSAGES, LANG, of which the first that is set decides;
// LANGUAGE before them, unless they name the locale C.
func Environment(getenv func(string) string) []string {
	locale := ""
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(name); locale != "" {
			break
		}
	}
	clean := func(s string) string {
		s, _, _ = strings.Cut(s, ".")
		s, _, _ = strings.Cut(s, "@")
		return strings.ReplaceAll(s, "_", "-")
	}
	locale = clean(locale)
	if locale == "" || locale == "C" || locale == "POSIX" {
		return nil
	}
	var tags []string
	for s := range strings.SplitSeq(getenv("LANGUAGE"), ":") {
		if s != "" {
			tags = append(tags, clean(s))
		}
	}
	return append(tags, locale)
}

// Text returns the text with an identity, or the identity itself where no
// catalogue has it. An argument named Count selects the plural form.
func (p *Printer) Text(id string, args map[string]any) string {
	if text, ok := p.lookup(id, args); ok {
		return text
	}
	return id
}

func (p *Printer) lookup(id string, args map[string]any) (string, bool) {
	text, err := p.localizer.Localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: args, PluralCount: args["Count"]})
	return text, err == nil
}

// Fill writes message and hint of every diagnostic, in place.
func (p *Printer) Fill(list diag.List) {
	for i := range list {
		d := &list[i]
		d.Message = p.Text(d.ID, d.Args)
		d.Hint, _ = p.lookup(d.ID+".hint", d.Args)
	}
}
