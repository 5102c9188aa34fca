package project

import (
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resolutionsite/generator/internal/diag"
)

var plainPath = regexp.MustCompile(`^/([a-z0-9]+(-[a-z0-9]+)*/)*$`)

// PlainAddress reports whether an address has only what can be said on the
// telephone and typed on any keyboard: Latin letters, digits and single hyphens.
func PlainAddress(at string) bool { return plainPath.MatchString(at) }

// NewPage is where a new page would stand.
type NewPage struct{ Path, File, Title string }

// Place finds where a new page of a class stands, by the name that a person gives:
// "/learn/children/", "learn/children", or the name of its file. The diagnostic
// says why no page of the class can stand there.
func (p *Project) Place(class *PageClass, name string) (*NewPage, *diag.Diagnostic) {
	refuse := func(id string, args map[string]any) (*NewPage, *diag.Diagnostic) {
		return nil, &diag.Diagnostic{Rule: "new", ID: id, Args: args}
	}
	name = strings.ReplaceAll(name, `\`, "/")
	if slices.Contains(strings.Split(name, "/"), "..") {
		return refuse("new-address", map[string]any{"Address": name})
	}
	clean := path.Clean("/" + name)
	for _, prefix := range []string{"/" + p.Folder(p.Reference) + "/", "/" + p.Reference.Key + "/"} {
		if rest, ok := strings.CutPrefix(clean+"/", prefix); ok {
			clean = "/" + strings.TrimSuffix(rest, "/")
			break
		}
	}
	at := slashed(strings.ToLower(clean))
	if path.Ext(clean) == ".md" {
		at = pagePath(strings.TrimPrefix(clean, "/"))
	}
	if !PlainAddress(at) {
		return refuse("new-address", map[string]any{"Address": at})
	}
	if !class.Fits(at) {
		if owner := ClassAt(at); owner != nil {
			return refuse("new-place-of", map[string]any{"Address": at, "Class": class.Name, "Owner": owner.Name})
		}
		return refuse("new-place", map[string]any{"Address": at, "Class": class.Name, "Place": class.Place})
	}
	if file := p.takes(at); file != "" {
		_, d := refuse("new-taken", map[string]any{"Address": at})
		d.File = file
		return nil, d
	}
	for _, page := range slices.Concat(p.Pages, p.Drafts) {
		above := strings.HasPrefix(at, page.Path) && path.Base(page.File) == "index.md"
		below := strings.HasPrefix(page.Path, at) && !class.Section
		switch {
		case above:
			return refuse("new-below", map[string]any{"Address": at, "Above": page.File})
		case below:
			return refuse("new-above", map[string]any{"Address": at, "Class": class.Name, "Below": page.File})
		}
	}
	base := "index.md"
	if class.Section || at == "/" || class.Name == "statement" && strings.Count(at, "/") == 2 {
		base = "_index.md"
	}
	return &NewPage{Path: at, File: path.Join(p.Folder(p.Reference), at, base), Title: titleOf(at)}, nil
}

// takes is the file of a page that has an address or is found by it, the
// original's before those of other languages; ConfigFile where the program makes a
// page there; "" where it is free.
func (p *Project) takes(at string) string {
	translated := ""
	for _, page := range slices.Concat(p.Pages, p.Drafts) {
		if page.Path != at && !slices.ContainsFunc(page.Aliases, func(alias string) bool { return slashed("/"+alias) == at }) {
			continue
		}
		if page.Language.Key == p.Reference.Key {
			return page.File
		}
		translated = page.File
	}
	if translated != "" {
		return translated
	}
	for _, pages := range p.Generated() {
		if slices.ContainsFunc(pages, func(g Generated) bool {
			return g.Path == at || slices.ContainsFunc(g.Aliases, func(alias string) bool { return slashed("/"+alias) == at })
		}) {
			return ConfigFile
		}
	}
	return ""
}

// titleOf makes a title of the last part of an address: "Children and war".
func titleOf(at string) string {
	name := strings.ReplaceAll(path.Base(at), "-", " ")
	first, size := utf8.DecodeRuneInString(name)
	if name == "/" {
		return "Home"
	}
	return string(unicode.ToUpper(first)) + name[size:]
}
