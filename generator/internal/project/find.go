package project

import (
	"path"
	"slices"
	"strings"

	"resolutionsite/generator/internal/locale"
)

// FindTranslatable finds the address that a person means: "/help/", "help",
// "fr/help", "content/fr/help/_index.md", or "strings" or a catalogue's file for
// StringsPath. Where there is none, nearest is one with a similar name, or "".
func (p *Project) FindTranslatable(l locale.Language, name string) (at, nearest string, found bool) {
	clean := path.Clean(strings.ReplaceAll(name, `\`, "/"))
	if clean == StringsPath || clean == p.CatalogFile(l) || clean == p.CatalogFile(p.Reference) {
		return StringsPath, "", true
	}
	known := append(p.Translatable(l), StringsPath)
	var first string
	for _, candidate := range p.addresses(l, clean) {
		if _, found := slices.BinarySearch(known[:len(known)-1], candidate); found {
			return candidate, "", true
		}
		if first == "" || len(candidate) < len(first) {
			first = candidate
		}
	}
	nearest = Nearest(first, known)
	if nearest == "" {
		// One part of the address may be all that somebody remembers.
		i := slices.IndexFunc(known, func(k string) bool { return strings.HasSuffix(k, "/"+path.Base(first)+"/") })
		if i >= 0 {
			nearest = known[i]
		}
	}
	return "", nearest, false
}

// addresses are the addresses that a name may mean: as it stands, and below the
// folder of the language or the reference.
func (p *Project) addresses(l locale.Language, clean string) []string {
	names := []string{clean}
	for _, key := range []string{l.Key, p.Reference.Key} {
		folder := strings.ToLower(p.Folder(p.languageOf(key)))
		for _, prefix := range []string{folder, path.Base(folder)} {
			if rest, ok := strings.CutPrefix(strings.ToLower(strings.TrimPrefix(clean, "/"))+"/", prefix+"/"); ok {
				names = append(names, strings.TrimSuffix(rest, "/"))
			}
		}
	}
	var found []string
	for _, n := range names {
		if n = strings.TrimPrefix(n, "/"); path.Ext(n) == ".md" {
			found = append(found, pagePath(n))
		} else {
			found = append(found, slashed("/"+strings.ToLower(n)))
		}
	}
	return found
}

func (p *Project) languageOf(key string) locale.Language {
	l, _ := p.Language(key)
	return l
}
