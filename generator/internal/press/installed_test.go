package press

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestEverythingThatKitsAreMadeWithMustBeInstalled(t *testing.T) {
	root := t.TempDir()
	var needed []string
	// Of a font, the list of its tables and one table.
	const aFont = "\x00\x01\x00\x00\x00\x01......nameSUM!\x00\x00\x00\x1c\x00\x00\x00\x04four"
	add := func(pattern string) {
		name := filepath.Join(root, "node_modules", filepath.FromSlash(strings.ReplaceAll(pattern, "*", "x")))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(aFont), 0o644); err != nil {
			t.Fatal(err)
		}
		needed = append(needed, name)
	}
	for _, pattern := range slices.Concat(binaries, fontLicences) {
		add(pattern)
	}
	for _, tool := range tools {
		add(tool + "/package.json")
	}
	for _, folder := range fontFolders {
		add(folder + "/x.ttf")
	}
	if !installed(root) {
		t.Fatal("everything is there, and not seen")
	}
	font := needed[len(needed)-1]
	if err := os.WriteFile(font, []byte(aFont[:len(aFont)-1]), 0o644); err != nil {
		t.Fatal(err)
	}
	if installed(root) {
		t.Error("a kit can be made with half a font")
	}
	if err := os.WriteFile(font, []byte(aFont), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, name := range needed {
		if err := os.Rename(name, name+".away"); err != nil {
			t.Fatal(err)
		}
		if installed(root) {
			t.Errorf("a kit can be made without %s", name)
		}
		if err := os.Rename(name+".away", name); err != nil {
			t.Fatal(err)
		}
	}
}
