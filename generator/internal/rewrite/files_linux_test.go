package rewrite_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
	"testing"

	"resolutionsite/generator/internal/rewrite"
)

// withoutRights calls f as somebody who may write only what everybody may.
func withoutRights(f func()) {
	if os.Getuid() == 0 {
		runtime.LockOSThread() // not unlocked: the thread ends with the goroutine
		_ = syscall.Setfsuid(65534)
	}
	f()
}

func TestAFolderThatCannotBeWrittenLeavesAllAsItWas(t *testing.T) {
	files := map[string]string{"a/a.md": "a", "b/b.md": "b"}
	root := project(t, files)
	for folder, mode := range map[string]fs.FileMode{"": 0o777, "a": 0o777, "b": 0o555, "../": 0o755, "../../": 0o755} {
		if err := os.Chmod(filepath.Join(root, folder), mode); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"a/a.md", "b/b.md"} {
		if err := os.Chmod(filepath.Join(root, name), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	done := make(chan error)
	go withoutRights(func() {
		done <- rewrite.Files(root, contents("a/a.md", "A", "a/new/x.md", "X", "b/b.md", "B"), contents("a/a.md", "a", "b/b.md", "b"))
	})
	if err := <-done; !errors.Is(err, fs.ErrPermission) || err.Error() != "write b/b.md: permission denied" {
		t.Errorf("%v", err)
	}
	wantFolder(t, root, files)
	if _, err := os.Stat(filepath.Join(root, "a", "new")); err == nil {
		t.Error("a folder was left")
	}
}
