package rewrite

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// When the third file cannot be put in its place, the first two are as they were.
func TestWhatIsWrittenHalfWayIsUndone(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.md", "c.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("old "+name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	broken := errors.New("no space")
	calls := 0
	w := &fileWriter{
		root:    root,
		changes: map[string][]byte{"a.md": []byte("A"), "b/new.md": []byte("B"), "c.md": []byte("C")},
		expect:  map[string][]byte{"a.md": []byte("old a.md"), "c.md": []byte("old c.md")},
		rename: func(from, to string) error {
			if calls++; calls == 3 {
				return broken
			}
			return root.Rename(from, to)
		},
	}
	if err := w.write(); !errors.Is(err, broken) {
		t.Errorf("%v", err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("left: %v %v", entries, err)
	}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil || string(content) != "old "+e.Name() || strings.HasPrefix(e.Name(), ".") {
			t.Errorf("%s: %s %v", e.Name(), content, err)
		}
	}
}
