package check_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Hugo takes minutes to compile where nothing is cached. The table of imports
// as a whole is guarded by package architecture.
func TestRulesRunWithoutHugo(t *testing.T) {
	// go test does not see what go list reads: open it here, so that a result
	// is not kept beyond a change of the sources.
	sources, err := filepath.Glob("../*/*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range sources {
		if _, err := os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for dep := range strings.Lines(string(out)) {
		if strings.HasPrefix(dep, "github.com/gohugoio/hugo") {
			t.Errorf("depends on %s", dep)
		}
	}
}
