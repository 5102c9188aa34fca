package press

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestAnEntryIsReadOnlyIfWhatItSaysOfThePieceIsWhole(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	opt.Cache, opt.Bleed = t.TempDir(), false
	made(t, p, opt)
	changed := 0
	for name, content := range contents(t, opt.Cache) {
		broken := bytes.Replace(content, []byte(`"pages":1`), []byte(`"pages":2`), 1)
		if bytes.Equal(content, broken) {
			continue
		}
		changed++
		if err := os.WriteFile(filepath.Join(opt.Cache, filepath.FromSlash(name)), broken, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kit, found := made(t, p, opt)
	if n := kit["en"].Made + kit["fr"].Made + kit["ar"].Made; changed == 0 || n != changed || len(found) > 0 {
		t.Errorf("%d of %d pieces were made again: %v", n, changed, found)
	}
}

func TestACacheForgetsWhatKilledRunsLeft(t *testing.T) {
	folder := t.TempDir()
	long := time.Now().Add(-2 * longestRun)
	names := []string{".kit-run-1", ".kit-run-2", "aa"}
	for _, name := range names {
		if err := os.MkdirAll(filepath.Join(folder, name, "layouts"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	files := []string{"aa/.part-1", "aa/.part-2", "aa/aaaa", ".kit-run-2/layouts/x"}
	for _, name := range files {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{".kit-run-1", "aa/.part-1", "aa/aaaa", ".kit-run-2/layouts/x"} {
		if err := os.Chtimes(filepath.Join(folder, name), long, long); err != nil {
			t.Fatal(err)
		}
	}
	cache, err := openCache(repository(t), folder)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(cache.scratch, folder) {
		t.Errorf("a killed run would leave %s for ever", cache.scratch)
	}
	if err := cache.close(); err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(maps.Keys(contents(t, folder)))
	if want := []string{".kit-run-2/layouts/x", "aa/.part-2", "aa/aaaa"}; !slices.Equal(got, want) {
		t.Errorf("left are %v, want %v", got, want)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 2 {
		t.Errorf("left are %v, %v", left, err)
	}
}
