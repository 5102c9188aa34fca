package publish

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

func TestCopyStaticCopiesNamesAndContentsOnly(t *testing.T) {
	src := fstest.MapFS{
		"robots.txt":               {Data: []byte("a"), Mode: 0o400, ModTime: time.Unix(1, 0)},
		".well-known/security.txt": {Data: []byte("b"), Mode: 0o777},
		"js/exit.js":               {Data: []byte("c")},
		"js/exit_test.js":          {Data: []byte("d")},
		"drafts/x/y.txt":           {Data: []byte("e")},
		"empty":                    {Mode: fs.ModeDir | 0o755},
	}
	dst := filepath.Join(t.TempDir(), "new", "site")
	skip := func(path string) bool { return path == "drafts" || strings.HasSuffix(path, "_test.js") }
	if err := CopyStatic(src, dst, skip); err != nil {
		t.Fatal(err)
	}
	if got, want := contents(t, dst), ".well-known/security.txt=b js/exit.js=c robots.txt=a"; got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	mustHold(t, dst, ".well-known", "js", "robots.txt")
	info, err := os.Stat(filepath.Join(dst, "robots.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm()&0o200 == 0 || info.ModTime().Year() < 2000 {
		t.Errorf("mode %v and time %v of the source were kept", info.Mode(), info.ModTime())
	}
}

func TestCopyStaticLosesNoFile(t *testing.T) {
	dst := t.TempDir()
	write(t, dst, "index.html=rendered")
	if err := CopyStatic(fstest.MapFS{"index.html": {Data: []byte("static")}}, dst, nil); err == nil {
		t.Error("a rendered file was overwritten without a word")
	}
	if got := contents(t, dst); got != "index.html=rendered" {
		t.Errorf("left %q", got)
	}
}

func TestCopyStaticRefusesLinks(t *testing.T) {
	src := t.TempDir()
	if err := os.Symlink("/etc/hostname", filepath.Join(src, "x")); err != nil {
		t.Skip(err)
	}
	if err := CopyStatic(os.DirFS(src), t.TempDir(), nil); err == nil {
		t.Error("a link was copied")
	}
}
