package project

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"net/mail"
	"net/url"
	"slices"
	"strings"
	"unicode"

	"github.com/pelletier/go-toml/v2"
	"golang.org/x/net/idna"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
)

// ConfigFile is the name of the configuration, in the project's root.
const ConfigFile = "hugo.toml"

// Config is the part of hugo.toml that the program itself reads. The rest is
// the renderer's.
type Config struct {
	// BaseURL is the address the site is published at, ending in a slash.
	BaseURL string
	// ReferenceLanguage is the key of the language the others are
	// translated from (defaultContentLanguage).
	ReferenceLanguage string
	Publisher         Publisher
	// SideBySide are the keys of the languages that the resolution can be read
	// beside from any other; nil where the configuration names none.
	SideBySide []string
	// Exit are the addresses that the exit leads to, by language key, and
	// under "default" the one for all others; nil where none is configured.
	Exit    map[string]string
	Hosting Hosting
	// Guide is the address of what translators are told, or "".
	Guide string
	// ShelfLife is for how many days after its check the number of a helpline is
	// shown.
	ShelfLife int
}

// Publisher is who publishes the site. The zero value means that nobody has
// said so yet: every page then calls itself independent and unofficial.
type Publisher struct {
	Name    string `json:"name" toml:"name"`
	Contact string `json:"contact" toml:"contact"` // a mail address or a web address
	// Official is true only where the body that adopted the resolution
	// publishes the site itself.
	Official bool `json:"official" toml:"official"`
}

// ErrNoProject is returned where there is no hugo.toml to read.
var ErrNoProject = errors.New("no " + ConfigFile)

// settings is Config as hugo.toml has it.
type settings struct {
	BaseURL                string         `toml:"baseURL"`
	DefaultContentLanguage string         `toml:"defaultContentLanguage"`
	Languages              map[string]any `toml:"languages"`
	Params                 struct {
		Publisher   Publisher         `toml:"publisher"`
		SideBySide  []string          `toml:"sideBySide"`
		Exit        map[string]string `toml:"exit"`
		Hosting     Hosting           `toml:"hosting"`
		Translators struct {
			Guide string `toml:"guide"`
		} `toml:"translators"`
		Helplines struct {
			ShelfLife *int `toml:"shelfLife"`
		} `toml:"helplines"`
	} `toml:"params"`
}

func (p *Project) loadConfig() error {
	data, err := fs.ReadFile(p.FS, ConfigFile)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrNoProject
	}
	if err != nil {
		return fmt.Errorf("read %s: %w", ConfigFile, err)
	}
	var raw settings
	p.Config = Config{BaseURL: "http://localhost/", ReferenceLanguage: "en"}
	if err := toml.Unmarshal(data, &raw); err != nil {
		p.tomlProblem(ConfigFile, "config", data, err)
	}
	if raw.DefaultContentLanguage != "" {
		p.Config.ReferenceLanguage = strings.ToLower(raw.DefaultContentLanguage)
	}
	if raw.BaseURL != "" {
		base, err := NormalizeBaseURL(raw.BaseURL)
		if err != nil {
			p.configProblem(data, "baseURL", diag.Diagnostic{Rule: "config", ID: "config-base-url", Args: map[string]any{"URL": raw.BaseURL}})
		} else {
			p.Config.BaseURL = base
		}
	}
	p.Config.Publisher = raw.Params.Publisher
	p.unknownFields(data, "publisher", "config-publisher-field", publisherFields)
	if contact := p.Config.Publisher.Contact; contact != "" && contactURL(contact) == "" {
		p.configProblem(data, "params.publisher.contact", diag.Diagnostic{Rule: "config", ID: "config-contact", Args: map[string]any{"Contact": contact}})
	}
	p.Config.Guide = raw.Params.Translators.Guide
	p.unknownFields(data, "translators", "config-translators-field", []string{"guide"})
	if guide := p.Config.Guide; guide != "" && !strings.HasPrefix(contactURL(guide), "http") {
		p.configProblem(data, "params.translators.guide", diag.Diagnostic{Rule: "config", ID: "config-guide", Args: map[string]any{"Address": guide}})
	}
	p.unknownFields(data, "helplines", "config-helplines-field", []string{"shelfLife"})
	p.Config.ShelfLife = defaultShelfLife
	if days := raw.Params.Helplines.ShelfLife; days != nil {
		p.Config.ShelfLife = *days
		if *days < 1 || *days > longestShelfLife {
			p.configProblem(data, "params.helplines.shelfLife", diag.Diagnostic{Rule: "config", ID: "config-shelf-life", Args: map[string]any{"Days": *days, "Most": longestShelfLife}})
		}
	}
	p.Config.Hosting = raw.Params.Hosting
	p.checkHosting(data)
	for _, tag := range raw.Params.SideBySide {
		p.Config.SideBySide = append(p.Config.SideBySide, strings.ToLower(tag))
	}
	p.takeExit(data, raw.Params.Exit)
	if len(raw.Languages) > 0 {
		p.configProblem(data, "languages", diag.Diagnostic{Rule: "config", ID: "config-languages"})
	}
	if _, err := locale.Parse(p.Config.ReferenceLanguage); err != nil {
		p.configProblem(data, "defaultContentLanguage", InvalidTag("", err))
	}
	return nil
}

// unknownSideBySide finds languages that the project does not have: the texts
// beside them would be missing unseen.
func (p *Project) unknownSideBySide() error {
	for _, key := range p.Config.SideBySide {
		if _, known := p.Language(key); known {
			continue
		}
		data, err := fs.ReadFile(p.FS, ConfigFile)
		if err != nil {
			return err
		}
		d := (&UnknownLanguage{Tag: key, Have: p.tags()}).Diagnostic()
		d.Rule = "config"
		p.configProblem(data, "params.sideBySide", d)
	}
	return nil
}

// The days for which a check of a helpline counts: unless the configuration says
// otherwise, and at most.
const (
	defaultShelfLife = 90
	longestShelfLife = 366
)

// publisherFields are those of params.publisher.
var publisherFields = []string{"name", "contact", "official"}

// unknownFields finds misspelt fields of a table of params, which would be
// overlooked: without their publisher, pages would call themselves unofficial.
func (p *Project) unknownFields(data []byte, table, id string, fields []string) {
	for k := range paramFields(data, table, fields) {
		p.configProblem(data, strings.Join(k.path, "."), diag.Diagnostic{Rule: "config", ID: id, Args: map[string]any{
			"Field": k.path[2], "Fields": strings.Join(fields, ", "),
		}})
	}
}

// paramFields are the keys of a table of params but for those of these names.
// Hugo's keys know no case.
func paramFields(data []byte, table string, except []string) iter.Seq[tomlKey] {
	return func(yield func(tomlKey) bool) {
		for k := range tomlKeys(data) {
			if len(k.path) == 3 && strings.EqualFold(k.path[0], "params") && strings.EqualFold(k.path[1], table) &&
				!slices.ContainsFunc(except, func(name string) bool { return strings.EqualFold(name, k.path[2]) }) && !yield(k) {
				return
			}
		}
	}
}

// configProblem reports an error at a key of hugo.toml, or at the first key
// below it.
func (p *Project) configProblem(data []byte, key string, d diag.Diagnostic) {
	d.Severity = diag.Error
	p.configNote(data, key, d)
}

// configNote reports d at a key of hugo.toml, or at the first key below it.
func (p *Project) configNote(data []byte, key string, d diag.Diagnostic) {
	d.File = ConfigFile
	for k := range tomlKeys(data) {
		// Hugo's keys know no case.
		if path := strings.Join(k.path, ".") + "."; len(path) > len(key) && strings.EqualFold(path[:len(key)+1], key+".") {
			d.Line, d.Column = k.line, k.column
			break
		}
	}
	p.note(d)
}

// NormalizeBaseURL checks an absolute http or https address without query or
// fragment and makes it end in a slash.
func NormalizeBaseURL(s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil {
		return "", err
	}
	if (u.Scheme != "http" && u.Scheme != "https") || u.Hostname() == "" || u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || u.User != nil {
		return "", fmt.Errorf("%q is not an address of the form https://example.org/", s)
	}
	if host := u.Hostname(); strings.ContainsFunc(host, func(r rune) bool { return r > unicode.MaxASCII }) {
		ascii, err := idna.Lookup.ToASCII(host)
		if err != nil {
			return "", err
		}
		u.Host = strings.Replace(u.Host, host, ascii, 1)
	}
	return u.JoinPath("/").String(), nil
}

// Link returns the address that a link to the publisher's contact leads to,
// or "" where there is none.
func (p Publisher) Link() string { return contactURL(p.Contact) }

func contactURL(contact string) string {
	if u, err := url.Parse(contact); err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" {
		return contact
	}
	// What means something else in a mailto address is left to web addresses.
	if a, err := mail.ParseAddress(contact); err == nil && a.Address == contact && !strings.ContainsAny(contact, "\"?&%#") {
		if _, host, _ := strings.Cut(contact, "@"); strings.Contains(host, ".") {
			return "mailto:" + contact
		}
	}
	return ""
}
