package site

import (
	"fmt"
	"path"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// unpublished are the files that are kept beside a page for those who edit it.
var unpublished = []string{project.SuppliedText, project.RegisterFile, project.ReferencesFile, project.TermsFile, project.FactsFile, project.FiguresFile, project.HelplinesFile}

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
	"markup": map[string]any{"highlight": map[string]any{"codeFences": false}, "goldmark": map[string]any{
		"renderer": map[string]any{"unsafe": false},
		"parser":   map[string]any{"autoHeadingIDType": "github"},
		// Its quotation marks are English in every language.
		"extensions": map[string]any{
			"typographer": map[string]any{"disable": true},
			// Languages without spaces have none where a line wraps in the file.
			"cjk": map[string]any{"enable": true, "eastAsianLineBreaks": true, "eastAsianLineBreaksStyle": "css3draft"},
		},
	}},
}

func (s *Stage) config(files map[string][]byte) error {
	languages := map[string]any{}
	locales := s.hugoLocales()
	var mounts []any
	for i, l := range s.project.Languages {
		languages[l.Key] = map[string]any{
			"locale":    locales[l.Key],
			"label":     l.Endonym,
			"direction": string(l.Direction),
			"weight":    i + 1,
		}
		for _, from := range append([]locale.Language{l}, l.Chain(s.project.Languages, s.project.Reference)...) {
			if folder := s.project.Folders[from.Key]; folder != "" {
				mounts = append(mounts, content(l, s.Dir+"/"+markedFolder+"/"+from.Key, append([]string{}, s.only...)))
				mounts = append(mounts, content(l, folder, s.patterns(from, folder)))
			}
		}
	}
	for _, l := range s.project.Languages {
		if s.made[l.Key] != nil {
			mounts = append(mounts, content(l, s.Dir+"/content/"+l.Key, append([]string{}, s.only...)))
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
	mount("static/js", "assets/js")
	mount("static", "static", "! css/**", "! js/**")
	mount(s.Dir+"/"+staticFolder, "static")

	config := map[string]any{
		"baseURL": s.options.BaseURL,
		// What Hugo keeps between builds must not outlive this one.
		"cacheDir":    s.Dir + "/cache",
		"resourceDir": s.Dir + "/resources",
		"languages":   languages,
		"module":      map[string]any{"mounts": mounts},
	}
	if types := s.types(); types != nil {
		config["cascade"] = types
	}
	for k, v := range fixed {
		config[k] = v
	}
	content, err := toml.Marshal(config)
	files["hugo.toml"] = content
	return err
}

// types give the pages of every language the layout that the reference language's
// page asks for, so that a translation need not repeat it.
func (s *Stage) types() []any {
	var types []any
	for _, page := range s.project.Pages {
		if page.Type != "" && page.Language.Key == s.project.Reference.Key {
			types = append(types, map[string]any{"type": page.Type, "target": map[string]any{"path": hugoPath(page)}})
		}
	}
	return types
}

// content mounts a folder as content of a language.
func content(l locale.Language, folder string, files []string) map[string]any {
	return map[string]any{
		"source": folder,
		"target": "content",
		"files":  files,
		"sites":  map[string]any{"matrix": map[string]any{"languages": []string{l.Key}}},
	}
}

// hugoLocales gives, for each language, the tag by which Hugo finds its
// catalogue and selects plural forms. It is the language's own, except where
// Hugo would go wrong: CLDR may lack the plural rules (Montenegrin), or the tag
// has parts that Hugo's matcher overlooks (variants, private use), so that it
// would take the strings of the plain language. Such a language is rendered
// under the name of one that has the same plural rules and is not in the
// project, made unique by a private-use subtag: hr-x-1 for cnr.
func (s *Stage) hugoLocales() map[string]string {
	locales := map[string]string{}
	bases := map[string]bool{}
	for _, l := range s.project.Languages {
		if l.Plain() {
			locales[l.Key] = l.Tag
		}
		bases[l.Base()] = true
	}
	for i, l := range s.project.Languages {
		if _, done := locales[l.Key]; done {
			continue
		}
		base := l.SamePlurals(func(b string) bool { return bases[b] })
		if base == "" {
			locales[l.Key] = l.Tag
			continue
		}
		bases[base] = true
		locales[l.Key] = fmt.Sprintf("%s-x-%d", base, i)
	}
	return locales
}

// patterns say which files of a language Hugo sees: not the drafts, so that the
// fallback serves their addresses, nor what is kept but not published; and only
// some where the stage is restricted.
func (s *Stage) patterns(l locale.Language, folder string) []string {
	var patterns []string
	patterns = append(patterns, "! **/*"+translation.RecordEnding, "! *"+translation.RecordEnding)
	for _, name := range unpublished {
		patterns = append(patterns, "! **/"+name, "! "+name)
	}
	patterns = append(patterns, s.only...)
	for _, draft := range s.project.Drafts {
		if draft.Language.Key == l.Key {
			name := strings.TrimPrefix(draft.File, folder+"/")
			if path.Base(name) == "index.md" && path.Dir(name) != "." {
				name = path.Dir(name) + "/**" // with the files beside it
			}
			patterns = append(patterns, "! "+name)
		}
	}
	return patterns
}

// hugoPath is a page's address as Hugo's templates have it: without the slash
// at the end, except for the home page.
func hugoPath(p *project.Page) string {
	return path.Clean(p.Path)
}
