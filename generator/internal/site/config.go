package site

import (
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// SuppliedText is the name under which an import keeps the text it was given,
// beside the page it made of it. It is not published.
const SuppliedText = "supplied.txt"

// fixed are the settings that the program's promises rest on; a project's own
// hugo.toml cannot change them.
var fixed = map[string]any{
	"defaultContentLanguageInSubdir": true,
	"disableDefaultSiteRedirect":     true, // the language chooser stands at /
	"disableHugoGeneratorInject":     true,
	"disableKinds":                   []string{"rss", "sitemap", "taxonomy", "term"}, // the sitemap is the layouts'
	"enableGitInfo":                  false,
	"enableRobotsTXT":                true,
	"timeZone":                       "UTC",
	"buildDrafts":                    false,
	"buildFuture":                    false,
	"canonifyURLs":                   false,
	"relativeURLs":                   false,
	"uglyURLs":                       false,
	"security": map[string]any{
		"enableInlineShortcodes": false,
		"exec":                   map[string]any{"allow": []string{"none"}, "osEnv": []string{"none"}},
		"funcs":                  map[string]any{"getenv": []string{"none"}},
		"http":                   map[string]any{"urls": []string{"none"}, "methods": []string{"none"}},
	},
	"markup": map[string]any{"goldmark": map[string]any{
		"renderer": map[string]any{"unsafe": false},
		"parser":   map[string]any{"autoHeadingIDType": "github"},
		// Its quotation marks are English in every language.
		"extensions": map[string]any{"typographer": map[string]any{"disable": true}},
	}},
}

func (s *Stage) config(files map[string][]byte) error {
	languages := map[string]any{}
	var mounts []any
	for i, l := range s.project.Languages {
		languages[l.Key] = map[string]any{
			"locale":    hugoLocale(l),
			"label":     l.Endonym,
			"direction": string(l.Direction),
			"weight":    i + 1,
		}
		for _, from := range append([]locale.Language{l}, l.Chain(s.project.Languages, s.project.Reference)...) {
			if folder := s.project.Folders[from.Key]; folder != "" {
				mounts = append(mounts, map[string]any{
					"source": folder,
					"target": "content",
					"files":  s.hidden(from, folder),
					"sites":  map[string]any{"matrix": map[string]any{"languages": []string{l.Key}}},
				})
			}
		}
	}
	mount := func(source, target string, hidden ...string) {
		m := map[string]any{"source": source, "target": target}
		if hidden != nil {
			m["files"] = hidden
		}
		mounts = append(mounts, m)
	}
	mount(s.Dir+"/i18n", "i18n")
	mount(s.Dir+"/data", "data")
	mount("layouts", "layouts")
	mount("static/css", "assets/css")
	mount("static", "static", "! css/**")

	config := map[string]any{
		"baseURL": s.options.BaseURL,
		// What Hugo keeps between builds must not outlive this one.
		"cacheDir":    s.Dir + "/cache",
		"resourceDir": s.Dir + "/resources",
		"languages":   languages,
		"module":      map[string]any{"mounts": mounts},
	}
	for k, v := range fixed {
		config[k] = v
	}
	content, err := toml.Marshal(config)
	files["hugo.toml"] = content
	return err
}

// hugoLocale is the tag by which Hugo selects plural rules. A language whose
// rules CLDR lacks borrows those of another by a private-use subtag: to CLDR,
// sr-x-cnr is Serbian, to everyone else it is Montenegrin.
func hugoLocale(l locale.Language) string {
	if l.PluralBase == l.Tag {
		return l.Tag
	}
	return l.PluralBase + "-x-" + l.Key
}

// hidden lists the patterns of files that Hugo must not see: drafts, so that
// the fallback serves their addresses, and what is kept but not published.
func (s *Stage) hidden(l locale.Language, folder string) []string {
	patterns := []string{"! **/" + SuppliedText, "! " + SuppliedText}
	for _, draft := range s.project.Drafts {
		if draft.Language.Key == l.Key {
			patterns = append(patterns, "! "+strings.TrimPrefix(draft.File, folder+"/"))
		}
	}
	return patterns
}

// hugoPath is a page's address as Hugo's templates have it: without the slash
// at the end, except for the home page.
func hugoPath(p *project.Page) string {
	return path.Clean(p.Path)
}
