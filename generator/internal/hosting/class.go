package hosting

import (
	"regexp"
	"strings"
)

// Class is a kind of address: all addresses of one are answered alike.
type Class string

// The classes; see the documentation of the package.
const (
	Page        Class = "page"
	Search      Class = "search"
	SearchFiles Class = "search-files"
	SearchData  Class = "search-data"
	Help        Class = "help"
	Asset       Class = "asset"
)

// Classes are all classes. Of those that an address fits, the last counts.
var Classes = []Class{Page, Search, SearchFiles, SearchData, Help, Asset}

// searchFolder is the folder of the search below a language's.
const searchFolder = "search"

// assetFolders hold nothing but files whose names tell their content.
var assetFolders = []string{"css", "js"}

// dataFolders are that of the search's index, and the name that its lists of
// places begin with: what the program of the package search writes, besides
// files that every search loads.
var dataFolders = []string{"index", "places"}

// searches reports whether the class needs what the search needs.
func (c Class) searches() bool { return c == Search || c == SearchFiles || c == SearchData }

// missing is the class of an address that would be of this one if it led
// somewhere.
func (c Class) missing() Class {
	if c == Help {
		return Help
	}
	return Page
}

// Class finds the class of a path from the root of the host.
func (p *Policy) Class(path string) Class {
	for i := len(Classes) - 1; i > 0; i-- {
		if p.patterns[Classes[i]].MatchString(path) {
			return Classes[i]
		}
	}
	return Page
}

// Pattern is a regular expression for the paths of a class, in the syntax that
// PCRE and RE2 share. Pages are what no other pattern fits.
func (p *Policy) Pattern(c Class) string {
	base := "^" + regexp.QuoteMeta(p.Base) + "/"
	languages := "(?:" + strings.Join(p.Languages, "|") + ")"
	switch c {
	case Search:
		return base + languages + "/" + searchFolder + "(?:/|$)"
	case Help:
		return base + languages + "/(?:" + strings.Join(p.Quiet, "|") + ")(?:/|$)"
	case SearchFiles:
		return base + regexp.QuoteMeta(p.SearchBundle) + "/"
	case SearchData:
		return base + regexp.QuoteMeta(p.SearchBundle) + "/(?:" + strings.Join(dataFolders, "|") + ")[/.]"
	case Asset:
		return base + "(?:" + strings.Join(assetFolders, "|") + ")/.+" + fingerprint
	default:
		return base
	}
}

// fingerprint is how a name of a file tells its content: by the digest that
// the pipeline puts before the ending.
const fingerprint = `\.[0-9a-f]{64,}\.(?:css|js)$`

// globs are the paths of a class where a host knows a star for anything and
// :lang for one element of a path. The folders of assets stand for the names.
func (p *Policy) globs(c Class) []string {
	switch c {
	case Search:
		return []string{p.below(":lang", searchFolder), p.below(":lang", searchFolder, "*")}
	case Help:
		var globs []string
		for _, folder := range p.Quiet {
			globs = append(globs, p.below(":lang", folder), p.below(":lang", folder, "*"))
		}
		return globs
	case SearchFiles:
		return []string{p.below(p.SearchBundle, "*")}
	case SearchData:
		var globs []string
		for _, folder := range dataFolders {
			globs = append(globs, p.below(p.SearchBundle, folder)+"*")
		}
		return globs
	case Asset:
		var globs []string
		for _, folder := range assetFolders {
			globs = append(globs, p.below(folder, "*"))
		}
		return globs
	default:
		return []string{p.below("*")}
	}
}
