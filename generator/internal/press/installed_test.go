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
	add := func(pattern string) {
		name := filepath.Join(root, "node_modules", filepath.FromSlash(strings.ReplaceAll(pattern, "*", "x")))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte("x"), 0o644); err != nil {
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
