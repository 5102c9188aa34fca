package command

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resolutionsite/generator/archetypes"
	"resolutionsite/generator/internal/project"
)

// What a page begins with has every field that its class needs, and none that it
// may not have.
func TestEveryClassHasAnArchetype(t *testing.T) {
	for _, class := range project.PageClasses() {
		content, err := archetypes.Files.ReadFile(class.Name + ".md")
		if err != nil {
			t.Error(err)
			continue
		}
		page, err := project.ParsePage(content)
		if err != nil {
			t.Errorf("%s: %v", class.Name, err)
			continue
		}
		for _, field := range page.Given() {
			if !class.Allows(field.Name) {
				t.Errorf("%s has the field %s", class.Name, field.Name)
			}
		}
		for _, field := range append(class.Required(false), "draft") {
			if !page.Has(field) {
				t.Errorf("%s lacks the field %s", class.Name, field)
			}
		}
		if class.Typed && page.Type != class.Name {
			t.Errorf("%s is of type %s", class.Name, page.Type)
		}
		if !page.Draft {
			t.Errorf("%s is no draft", class.Name)
		}
	}
}

func TestAFileIsCreatedWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "a", "b", "index.md")
	if err := createFile(name, []byte("one")); err != nil {
		t.Fatal(err)
	}
	if err := createFile(name, []byte("two")); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a file that is there: %v", err)
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != "one" {
		t.Errorf("the file is %q (%v)", got, err)
	}
	if entries, err := os.ReadDir(filepath.Dir(name)); err != nil || len(entries) != 1 {
		t.Errorf("%d files, want 1 (%v)", len(entries), err)
	}
	// What cannot be written leaves no folder.
	if err := createFile(filepath.Join(dir, "c", "d", strings.Repeat("x", 300)), nil); err == nil {
		t.Error("a name that is too long is taken")
	}
	if exists(filepath.Join(dir, "c")) {
		t.Error("a folder is left")
	}
}
