package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
)

var options = Options{Marker: "build.json"}

// noExchange stands for a system that cannot exchange folders.
func noExchange(_, _ string) error { return errors.ErrUnsupported }

// exchangers are the two ways of swapping; both must behave alike.
var exchangers = map[string]exchanger{"exchange": exchange, "two renames": noExchange}

// write makes the named files below dir, content after "=".
func write(t *testing.T, dir string, files ...string) {
	t.Helper()
	for _, f := range files {
		name, content, _ := strings.Cut(f, "=")
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// tree lists everything below dir: name, mode and content.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var list []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		line := fmt.Sprintf("%v %s", info.Mode(), filepath.ToSlash(name))
		if d.Type().IsRegular() {
			content, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			line += fmt.Sprintf(" %q %v", content, info.ModTime())
		}
		list = append(list, line)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// contents lists the files below dir as name=content.
func contents(t *testing.T, dir string) string {
	t.Helper()
	var list []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(filepath.Join(dir, path))
		list = append(list, path+"="+string(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(list, " ")
}

// mustHold fails unless the folder holds exactly the named entries.
func mustHold(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range entries {
		got = append(got, e.Name())
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
}

func mustOpen(t *testing.T, out string, ex exchanger) *Workspace {
	t.Helper()
	w, err := open(out, options, ex)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func mustClose(t *testing.T, w *Workspace) {
	t.Helper()
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func publishFiles(t *testing.T, out string, ex exchanger, files ...string) {
	t.Helper()
	w := mustOpen(t, out, ex)
	defer mustClose(t, w)
	write(t, w.Site(), files...)
	write(t, w.Stage(), "scratch=x")
	if err := w.Publish(); err != nil {
		t.Fatal(err)
	}
}

func TestPublishPutsTheNewSiteInThePlaceOfTheOld(t *testing.T) {
	for name, ex := range exchangers {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			out := filepath.Join(root, "public")
			publishFiles(t, out, ex, "build.json=1", "a/index.html=1", "gone.html=1")
			mustHold(t, root, "public")
			publishFiles(t, out, ex, "build.json=2", "a/index.html=2")
			mustHold(t, root, "public")
			if got, want := contents(t, out), "a/index.html=2 build.json=2"; got != want {
				t.Errorf("published %q, want %q", got, want)
			}
		})
	}
}

func TestPublishFillsAnEmptyFolder(t *testing.T) {
	for name, ex := range exchangers {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			publishFiles(t, out, ex, "build.json=1")
			mustHold(t, out, "build.json")
		})
	}
}

func TestOpenMakesMissingParentsAndTakesThemBackWhenNothingIsPublished(t *testing.T) {
	root := t.TempDir()
	out := filepath.Join(root, "dist", "www", "public")
	mustClose(t, mustOpen(t, out, exchange))
	mustHold(t, root)
	publishFiles(t, out, exchange, "build.json=1")
	mustHold(t, filepath.Dir(out), "public")
}

func TestAFolderKeepsItsLockUnderAnotherName(t *testing.T) {
	root := t.TempDir()
	write(t, root, "real/x=")
	link := filepath.Join(root, "link")
	if err := os.Symlink("real", link); err != nil {
		t.Skip(err)
	}
	w := mustOpen(t, filepath.Join(root, "real", "public"), exchange)
	defer mustClose(t, w)
	var busy *Busy
	if _, err := Open(filepath.Join(link, "public"), options); !errors.As(err, &busy) {
		t.Errorf("error %v, want *Busy", err)
	}
}

func TestABuildThatFailsLeavesTheSiteAsItWas(t *testing.T) {
	failing := errors.New("the disk is on fire")
	for _, c := range []struct {
		name string
		site []string
		ex   exchanger
		act  func(t *testing.T, w *Workspace) // returns before Publish when nil
	}{
		{name: "before Publish", ex: exchange},
		{name: "no marker in the new site", site: []string{"a=1"}, ex: exchange, act: func(*testing.T, *Workspace) {}},
		{name: "a link in the new site", site: []string{"build.json=2"}, ex: exchange, act: func(t *testing.T, w *Workspace) {
			if err := os.Symlink("/etc", filepath.Join(w.Site(), "link")); err != nil {
				t.Skip(err)
			}
		}},
		{name: "the swap fails", site: []string{"build.json=2"}, ex: func(_, _ string) error { return failing }, act: func(*testing.T, *Workspace) {}},
		{name: "the second of two renames fails", site: []string{"build.json=2"}, ex: func(site, _ string) error {
			return errors.Join(os.RemoveAll(site), errors.ErrUnsupported)
		}, act: func(*testing.T, *Workspace) {}},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			out := filepath.Join(root, "public")
			publishFiles(t, out, exchange, "build.json=1", "a/b.html=1")
			before := tree(t, out)
			w := mustOpen(t, out, c.ex)
			write(t, w.Site(), c.site...)
			if c.act != nil {
				c.act(t, w)
				if err := w.Publish(); err == nil {
					t.Error("Publish succeeded")
				}
			}
			mustClose(t, w)
			if got := tree(t, out); !reflect.DeepEqual(got, before) {
				t.Errorf("before\n%q\nafter\n%q", before, got)
			}
			mustHold(t, root, "public")
		})
	}
}

func TestAWorkspaceIsUsedUpByPublishAndClose(t *testing.T) {
	w := mustOpen(t, filepath.Join(t.TempDir(), "public"), exchange)
	write(t, w.Site(), "build.json=1")
	if err := w.Publish(); err != nil {
		t.Fatal(err)
	}
	if err := w.Publish(); err == nil {
		t.Error("a second Publish succeeded")
	}
	mustClose(t, w)
	mustClose(t, w)
}

func TestAMountPointIsNamedAsSuch(t *testing.T) {
	out := t.TempDir()
	w := mustOpen(t, out, func(_, _ string) error { return &os.LinkError{Op: "exchange", Err: syscall.EBUSY} })
	defer mustClose(t, w)
	write(t, w.Site(), "build.json=1")
	var refused *Refused
	if err := w.Publish(); !errors.As(err, &refused) || refused.Reason != ReasonMount {
		t.Errorf("error %v, want *Refused with ReasonMount", err)
	}
}

func TestPublishSetsModesWhateverTheFilesHad(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes there")
	}
	out := filepath.Join(t.TempDir(), "public")
	w := mustOpen(t, out, exchange)
	defer mustClose(t, w)
	write(t, w.Site(), "build.json=1", "a/b.html=1")
	for path, mode := range map[string]fs.FileMode{"": 0o700, "a": 0o777, "a/b.html": 0o700, "build.json": 0o600} {
		if err := os.Chmod(filepath.Join(w.Site(), path), mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Publish(); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]fs.FileMode{"": 0o755, "a": 0o755, "a/b.html": 0o644, "build.json": 0o644} {
		info, err := os.Stat(filepath.Join(out, path))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != want {
			t.Errorf("%q has mode %v, want %v", path, info.Mode().Perm(), want)
		}
	}
}

func TestTheSecondOfTwoOpensIsToldThatTheFolderIsBusy(t *testing.T) {
	root := t.TempDir()
	out := filepath.Join(root, "public")
	first := mustOpen(t, out, exchange)
	write(t, first.Site(), "a=1")
	_, err := Open(out, options)
	var busy *Busy
	if !errors.As(err, &busy) || !strings.Contains(err.Error(), "public") {
		t.Errorf("error %v, want *Busy naming the folder", err)
	}
	if got := contents(t, first.Site()); got != "a=1" {
		t.Errorf("the first build's folder holds %q", got)
	}
	mustClose(t, first)
	mustClose(t, mustOpen(t, out, exchange))
	mustHold(t, root)
}

func TestNoTwoOfManyCompetitorsHoldTheLock(t *testing.T) {
	root := t.TempDir()
	out := filepath.Join(root, "public")
	var holders, opened atomic.Int32
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 100 {
				w, err := Open(out, options)
				if err != nil {
					var busy *Busy
					if !errors.As(err, &busy) {
						t.Error(err)
						return
					}
					continue
				}
				opened.Add(1)
				if holders.Add(1) != 1 {
					t.Error("two hold the lock")
				}
				runtime.Gosched()
				holders.Add(-1)
				if err := w.Close(); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if opened.Load() == 0 {
		t.Error("nobody ever held the lock")
	}
	mustHold(t, root)
}

func TestALockFileThatWasReplacedIsNotCurrent(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("an open file cannot be unlinked there")
	}
	dir := filepath.Join(t.TempDir(), "x")
	lock, err := acquire(dir, "out")
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Close()
	for _, step := range []struct {
		name string
		do   func() error
		want bool
	}{
		{"held", func() error { return nil }, true},
		{"unlinked", func() error { return os.Remove(lock.Path()) }, false},
		{"replaced", func() error { return os.WriteFile(lock.Path(), nil, 0o600) }, false},
	} {
		if err := step.do(); err != nil {
			t.Fatal(err)
		}
		if got, err := isCurrent(lock); got != step.want || err != nil {
			t.Errorf("%s: current %v, error %v", step.name, got, err)
		}
	}
}
