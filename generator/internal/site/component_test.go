package site

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"resolutionsite/generator/internal/testproject"
)

// frame is the class of what a page is laid out by rather than made of; its
// rules stand in layout.css.
var frame = []string{"page"}

// framed are the components of which every page has one.
var framed = []string{"masthead", "language-menu", "footer", "skip-link", "page-header", "exit", "part"}

var (
	selectorClass = regexp.MustCompile(`\.([a-z][a-z0-9-]*(?:__[a-z0-9-]+)?(?:--[a-z0-9-]+)?)`)
	cssComment    = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssBlock      = regexp.MustCompile(`(?s)\{[^{}]*\}`)
	htmlClass     = regexp.MustCompile(`class="([^"]*)"`)
	templateCode  = regexp.MustCompile(`\{\{.*?\}\}`)
)

// block is the component that a class belongs to.
func block(class string) string {
	name, _, _ := strings.Cut(class, "__")
	name, _, _ = strings.Cut(name, "--")
	return name
}

// components are the classes in the style sheet of each component.
func components(t *testing.T) map[string][]string {
	t.Helper()
	repository, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(repository, "static", "css", "components", "*.css"))
	if err != nil || len(files) == 0 {
		t.Fatal("no components", err)
	}
	all := map[string][]string{}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		selectors := cssBlock.ReplaceAllString(cssComment.ReplaceAllString(string(content), ""), "{}")
		var classes []string
		for _, m := range selectorClass.FindAllStringSubmatch(selectors, -1) {
			classes = append(classes, m[1])
		}
		slices.Sort(classes)
		all[strings.TrimSuffix(filepath.Base(file), ".css")] = slices.Compact(classes)
	}
	return all
}

func layout(t *testing.T, name string) string {
	t.Helper()
	repository, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(filepath.Join(repository, "layouts", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// One component, one name: its template, its style sheet and its class.
func TestAComponentHasOneName(t *testing.T) {
	for name, classes := range components(t) {
		template := "_partials/" + name + ".html"
		if name == "table" {
			template = "_markup/render-table.html"
		}
		if !strings.Contains(layout(t, template), name) {
			t.Errorf("layouts/%s does not use the class %s", template, name)
		}
		for _, class := range classes {
			if block(class) != name && !slices.Contains(frame, class) {
				t.Errorf("static/css/components/%s.css styles .%s, which is another's", name, class)
			}
		}
	}
}

// A class that no style sheet knows is a mistake or a left-over.
func TestEveryClassBelongsToAComponent(t *testing.T) {
	repository, err := testproject.Repository()
	if err != nil {
		t.Fatal(err)
	}
	all := components(t)
	err = filepath.WalkDir(filepath.Join(repository, "layouts"), func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		for _, m := range htmlClass.FindAllStringSubmatch(templateCode.ReplaceAllString(string(content), ""), -1) {
			for _, class := range strings.Fields(m[1]) {
				if _, known := all[block(class)]; !known && !slices.Contains(frame, class) {
					t.Errorf("%s: class %s belongs to no component", name, class)
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The page of components shows each of them, left to right and right to left, in
// every state that a style sheet knows. What frames every page is looked for on
// the other pages as well: a second masthead would be a second landmark.
func TestTheComponentsPageShowsEveryState(t *testing.T) {
	out, found := renderWith(t, map[string]string{
		"content/en/help/index.md": "---\ntitle: Help\nsummary: Help.\nquiet: true\n---\n\nText.\n",
	}, Options{Components: true, Searched: true})
	if len(found) > 0 {
		t.Fatal(found)
	}
	for _, lang := range []string{"en", "ar"} {
		shown := map[string]bool{}
		for _, name := range []string{"components", "", "resolution", "resolution/3a", "resolution/3b", "resolution/beside/en", "resolution/beside/ar", "about"} {
			content, err := os.ReadFile(filepath.Join(out, lang, filepath.FromSlash(name), "index.html"))
			if err != nil {
				continue // a text is not beside itself
			}
			for _, m := range htmlClass.FindAllStringSubmatch(string(content), -1) {
				for _, class := range strings.Fields(m[1]) {
					if name == "components" || slices.Contains(framed, block(class)) {
						shown[class] = true
					}
				}
			}
		}
		for name, classes := range components(t) {
			for _, class := range classes {
				if !shown[class] && block(class) == name {
					t.Errorf("/%s/components/ does not show .%s", lang, class)
				}
			}
		}
	}
}
