package press

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// What else fails than the words, such as a full disk, must not look as if a
// piece had been left out for its words.
func TestOnlyWordsAreAFaultOfAPiece(t *testing.T) {
	p := load(t, campaign)
	opt := options(t, p)
	opt.Cache = t.TempDir()
	m := &maker{project: p, options: opt}
	l, _ := p.Language("en")
	all, _ := m.plan(l)
	cache, err := openCache(opt.Root, opt.Cache)
	if err != nil {
		t.Fatal(err)
	}
	defer cache.close()
	for i := range len(all) { // in the way of every file
		if err := os.Mkdir(filepath.Join(cache.scratch, strconv.Itoa(i+1)), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := m.make(t.Context(), cache, all); err == nil || !strings.Contains(err.Error(), "EISDIR") || strings.Contains(err.Error(), "\n") {
		t.Errorf("the error is %v", err)
	}
	for _, one := range all {
		if one.result.Fault != "" {
			t.Errorf("%s: %s", one.name, one.result.Fault)
		}
	}
}
