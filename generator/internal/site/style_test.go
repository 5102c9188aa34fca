package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	stylesheet = regexp.MustCompile(`<link rel="stylesheet" href="/([^"]*)"`)
	onlyOn     = regexp.MustCompile(`^/\* Only on pages of: ([a-z, ]+) \*/\n`)
)

// Components that few pages have are styled on those alone: every page has the
// rules of what it shows.
func TestThePagesStyleSheetHasItsComponents(t *testing.T) {
	styles := components(t)
	out, found := renderWith(t, map[string]string{
		"content/en/campaign/messages/index.md": "---\ntitle: M\nsummary: S.\ntype: messages\nmessages:\n  - id: one\n    text: T.\n---\n",
		"content/en/campaign/social/index.md":   "---\ntitle: M\nsummary: S.\ntype: social\nposts:\n  - id: one\n    text: T.\n    alt: A.\n    message: one\n---\n",
		"content/en/campaign/kit/index.md":      "---\ntitle: M\nsummary: S.\ntype: kit\nposters:\n  - id: one\n    mark: 3a\n    text: T.\n    more: M.\n---\n",
		"content/en/learn/one/index.md":         "---\ntitle: M\nsummary: S.\ntype: session\nminutes: 45\noptOut: O.\naims: [A.]\nsteps:\n  - minutes: 45\n    title: One\n---\n## One\n",
	}, Options{Searched: true})
	if len(found) > 0 {
		t.Fatal(found)
	}
	sheets := map[string]bool{}
	err := filepath.WalkDir(out, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".html" {
			return err
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		m := stylesheet.FindSubmatch(content)
		if m == nil { // a page that only leads to another
			return nil
		}
		sheets[string(m[1])] = true
		sheet, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(string(m[1]))))
		if err != nil {
			return err
		}
		for _, m := range htmlClass.FindAllStringSubmatch(string(content), -1) {
			for _, class := range strings.Fields(m[1]) {
				if slices.Contains(styles[block(class)], class) && !strings.Contains(string(sheet), "."+class) {
					t.Errorf("%s shows .%s without its rules", strings.TrimPrefix(name, out), class)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(sheets) < 5 {
		t.Errorf("all pages have the same %d style sheets", len(sheets))
	}
}

// What a style sheet says of its pages is what the layouts read.
func TestWhereAComponentIsStyledIsRead(t *testing.T) {
	files, err := filepath.Glob("../../../static/css/components/*.css")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(content), "Only on pages") && !onlyOn.Match(content) {
			t.Errorf("%s: the first line must be like /* Only on pages of: session */", filepath.Base(name))
		}
	}
}

// The address of a printed link is read from left to right, whatever stands around
// it.
func TestAddressesInStyleSheetsAreIsolated(t *testing.T) {
	address := regexp.MustCompile(`content:[^;]*attr\(href\)[^;]*;`)
	isolated := regexp.MustCompile(`\\2066[^;]*attr\(href\)[^;]*\\2069`)
	found := 0
	err := filepath.WalkDir("../../../static/css", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		for _, rule := range address.FindAllString(string(content), -1) {
			found++
			if !isolated.MatchString(rule) {
				t.Errorf("%s: %s turns round from right to left", filepath.Base(name), rule)
			}
		}
		return err
	})
	if err != nil || found == 0 {
		t.Fatal(found, err)
	}
}
