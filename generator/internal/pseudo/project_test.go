package pseudo_test

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/pseudo"
	"resolutionsite/generator/internal/translation"
)

// everyField is a page with every field of the front matter whose words readers
// see, as package project knows them.
const everyField = `---
title: One
summary: Two words
contentNote: A note
class: critical
importance: 5
asks:
  - of: Parliaments
    to: Act
sources:
  - title: A report
resolution:
  kind: resolution
  number: "7"
  body: Assembly
  place: Town
  note: Adopted
  status: official
---

The Assembly,

1. **Noting** this,

***

2. **Asks** all:

    - a. to act;
    - b. to speak.
`

// The blocks of a page are those that translators are given, and every one that
// has words is made anew: no field is forgotten, no block is lost.
func TestEveryBlockOfTheProjectIsMadeAnew(t *testing.T) {
	fsys := fstest.MapFS{"content/en/every/_index.md": {Data: []byte(everyField)}}
	err := fs.WalkDir(os.DirFS("../../.."), "content/en", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile("../../../" + name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := os.ReadFile("../../../i18n/en.toml")
	if err != nil {
		t.Fatal(err)
	}
	fsys["i18n/en.toml"], fsys["hugo.toml"] = &fstest.MapFile{Data: catalog}, &fstest.MapFile{}
	for _, l := range pseudo.Locales() {
		key := strings.ToLower(l.Tag)
		for name, file := range fsys {
			if rest, english := strings.CutPrefix(name, "content/en/"); english && path.Ext(name) == ".md" {
				made, err := l.Page(file.Data)
				if err != nil {
					t.Fatal(name, err)
				}
				fsys["content/"+key+"/"+rest] = &fstest.MapFile{Data: made}
			}
		}
		made, err := l.Strings(catalog)
		if err != nil {
			t.Fatal(err)
		}
		fsys["i18n/"+key+".toml"] = &fstest.MapFile{Data: made}
	}
	p, err := project.LoadWith(fsys, project.Options{Pseudo: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range p.Problems {
		if strings.Contains(d.File, "-x") && d.ID != "resolution-second-page" { // that with every field
			t.Errorf("%s: %s %v", d.Place(), d.ID, d.Args)
		}
	}
	for _, page := range p.Pages {
		source := p.Page("en", page.Path)
		if page.Language.Key == "en" {
			continue
		}
		a, b := source.Blocks(), page.Blocks()
		sameBlocks(t, page.File, a.Named, b.Named)
		sameBlocks(t, page.File, a.Body, b.Body)
		if from, to := source.Resolution, page.Resolution; from != nil && (to.Number != from.Number || to.Kind != from.Kind || to.Adopted != from.Adopted || to.Status != "unofficial") {
			t.Errorf("%s: %+v", page.File, to)
		}
		if page.Review != "machine" || page.Class != source.Class || page.Importance != source.Importance || page.Quiet != source.Quiet || !slices.Equal(page.Focus, source.Focus) {
			t.Errorf("%s: a value that programs read has changed", page.File)
		}
	}
	for _, l := range pseudo.Locales() {
		made := p.Resolutions[strings.ToLower(l.Tag)].Text.Elements()
		for i, e := range p.Resolutions["en"].Text.Elements() {
			if i >= len(made) || made[i].ID != e.ID || made[i].Label != e.Label {
				t.Errorf("%s: the resolution has no part %s", l.Tag, e.ID)
			}
		}
	}
}

func sameBlocks(t *testing.T, file string, source, made []translation.Block) {
	t.Helper()
	if len(source) != len(made) {
		t.Errorf("%s: %d blocks of %d", file, len(made), len(source))
		return
	}
	for i, b := range source {
		words := strings.ContainsFunc(b.Text, unicode.IsLetter) && b.Kind != translation.Code
		if made[i].Kind != b.Kind || made[i].Mark != b.Mark || b.Kind == translation.Field && made[i].ID != b.ID {
			t.Errorf("%s: block %d is %s %s, was %s %s", file, i, made[i].Kind, made[i].ID, b.Kind, b.ID)
		}
		if words == (made[i].Text == b.Text) {
			t.Errorf("%s: %s %s becomes %q", file, b.Kind, b.ID, made[i].Text)
		}
	}
}
