package rewrite_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gofrs/flock"

	"resolutionsite/generator/internal/rewrite"
)

// childVariable makes the test binary write files until it is killed.
const childVariable = "REWRITE_TEST_CHILD"

func TestMain(m *testing.M) {
	if root := os.Getenv(childVariable); root != "" {
		writeForever(root)
	}
	os.Exit(m.Run())
}

// project makes a folder of files, by their paths.
func project(t testing.TB, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, content := range files {
		name = filepath.Join(root, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(content), 0o640)); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// wantFolder checks the whole content of a folder.
func wantFolder(t *testing.T, root string, want map[string]string) {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		name, _ = filepath.Rel(root, name)
		got[filepath.ToSlash(name)] = string(content)
		return err
	})
	if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%v, want %v, %v", got, want, err)
	}
}

func contents(pairs ...string) map[string][]byte {
	m := map[string][]byte{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = []byte(pairs[i+1])
	}
	return m
}

func TestFilesAreWrittenTogether(t *testing.T) {
	root := project(t, map[string]string{"i18n/fr.toml": "a", "same.md": "s", "content/fr/a.md": ""})
	err := rewrite.Files(root, contents("i18n/fr.toml", "b", "content/pl/help/_index.md", "new", "same.md", "s", "content/fr/a.md", "full"),
		contents("i18n/fr.toml", "a", "same.md", "s", "content/fr/a.md", ""))
	if err != nil {
		t.Fatal(err)
	}
	wantFolder(t, root, map[string]string{"i18n/fr.toml": "b", "content/pl/help/_index.md": "new", "same.md": "s", "content/fr/a.md": "full"})
	for name, want := range map[string]fs.FileMode{"i18n/fr.toml": 0o640, "content/pl/help/_index.md": 0o644} {
		if info, err := os.Stat(filepath.Join(root, name)); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v %v", name, info.Mode(), err)
		}
	}
	if entries, err := os.ReadDir(root); err != nil || len(entries) != 3 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}

func TestNothingIsWrittenOverWhatSomebodyElseWrote(t *testing.T) {
	files := map[string]string{"a.md": "theirs", "b.md": "b", "c.md": "c"}
	for _, tc := range []struct {
		name, id, file string
		expect         map[string][]byte
	}{
		{"changed", "rewrite-file-changed", "a.md", contents("a.md", "a", "b.md", "b")},
		{"made", "rewrite-file-exists", "a.md", contents("b.md", "b")},
		{"removed", "rewrite-file-changed", "gone.md", contents("a.md", "theirs", "b.md", "b", "gone.md", "")},
		{"changed, though only read", "rewrite-file-changed", "c.md", contents("a.md", "theirs", "b.md", "b", "c.md", "x")},
	} {
		t.Run(tc.name, func(t *testing.T) {
			root := project(t, files)
			err := rewrite.Files(root, contents("a.md", "A", "b.md", "B", "new/d.md", "D"), tc.expect)
			wantFault(t, nil, err, tc.id)
			var fault *rewrite.Error
			if errors.As(err, &fault); fault != nil && fault.Diagnostic().File != tc.file {
				t.Errorf("the file is %s", fault.File)
			}
			wantFolder(t, root, files)
		})
	}
}

func TestPathsOutsideTheProjectAreRefused(t *testing.T) {
	outside := project(t, map[string]string{"a.md": "a"})
	root := project(t, map[string]string{"content/a.md": "a", "file": "f"})
	for link, target := range map[string]string{"out": outside, "in": "content", "link.md": "content/a.md", "dangling.md": filepath.Join(outside, "new.md")} {
		if err := os.Symlink(target, filepath.Join(root, link)); err != nil {
			t.Fatal(err)
		}
	}
	for name, id := range map[string]string{
		"../a.md": "rewrite-file-path", "/a.md": "rewrite-file-path", "content/../../a.md": "rewrite-file-path", "": "rewrite-file-path", ".": "rewrite-file-path",
		"a\\b.md": "rewrite-file-path", "content//a.md": "rewrite-file-path", "a\x00.md": "rewrite-file-path",
		"out/a.md": "rewrite-file-kind", "out/new.md": "rewrite-file-kind", "in/a.md": "rewrite-file-kind", "link.md": "rewrite-file-kind",
		"dangling.md": "rewrite-file-kind", "content": "rewrite-file-kind", "file/a.md": "rewrite-file-kind",
	} {
		wantFault(t, nil, rewrite.Files(root, contents(name, "x", "new.md", "n"), nil), id)
	}
	wantFolder(t, outside, map[string]string{"a.md": "a"})
	if _, err := os.Lstat(filepath.Join(root, "new.md")); err == nil {
		t.Error("a file was written all the same")
	}
}

func TestOfSeveralWritersOneWrites(t *testing.T) {
	root := project(t, map[string]string{"a.md": "old", "b.md": "old"})
	var written atomic.Int32
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			mine := fmt.Sprint(i)
			err := rewrite.Files(root, contents("a.md", mine, "b.md", mine), contents("a.md", "old", "b.md", "old"))
			var fault *rewrite.Error
			switch {
			case err == nil:
				written.Add(1)
			case !errors.As(err, &fault) || fault.ID != "rewrite-file-changed":
				t.Error(err)
			}
		})
	}
	group.Wait()
	a, errA := os.ReadFile(filepath.Join(root, "a.md"))
	b, errB := os.ReadFile(filepath.Join(root, "b.md"))
	if written.Load() != 1 || !bytes.Equal(a, b) || errA != nil || errB != nil {
		t.Errorf("%d have written: %s %s", written.Load(), a, b)
	}
}

func TestAWriterThatTakesLongIsNotWaitedForWithoutEnd(t *testing.T) {
	root := project(t, map[string]string{"a.md": "old", ".rewrite.build/lock": ""})
	other := flock.New(filepath.Join(root, ".rewrite.build", "lock"))
	if held, err := other.TryLock(); !held || err != nil {
		t.Fatal(held, err)
	}
	defer other.Close()
	wantFault(t, nil, rewrite.Files(root, contents("a.md", "new"), contents("a.md", "old")), "rewrite-busy")
	if a, err := os.ReadFile(filepath.Join(root, "a.md")); err != nil || string(a) != "old" {
		t.Errorf("%s %v", a, err)
	}
}

// manyFiles are the files that the process to be killed writes, all the same.
func manyFiles(root string) (expect map[string][]byte, err error) {
	expect = map[string][]byte{}
	for i := range 12 {
		name := fmt.Sprintf("content/%d/a.md", i%4*10+i)
		if expect[name], err = os.ReadFile(filepath.Join(root, name)); err != nil {
			return nil, err
		}
	}
	return expect, nil
}

// text is a content that shows where it is cut off.
func text(i int) []byte { return append(bytes.Repeat(fmt.Append(nil, i, " "), 5000), '.') }

func writeForever(root string) {
	for i := 0; ; i++ {
		expect, err := manyFiles(root)
		if err == nil {
			changes := map[string][]byte{}
			for name := range expect {
				changes[name] = text(i % 7)
			}
			err = rewrite.Files(root, changes, expect)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func TestAKilledWriterLeavesEveryFileWhole(t *testing.T) {
	files := map[string]string{}
	for i := range 12 {
		files[fmt.Sprintf("content/%d/a.md", i%4*10+i)] = string(text(0))
	}
	root := project(t, files)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	mixed, changed := 0, 0
	last := string(text(0))
	for range 30 {
		cmd := exec.Command(self)
		cmd.Env = append(os.Environ(), childVariable+"="+root)
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(20*time.Millisecond + rand.N(60*time.Millisecond))
		_ = cmd.Process.Kill()
		if _ = cmd.Wait(); said.Len() > 0 {
			t.Fatal(said.String())
		}
		kinds := map[string]bool{}
		err := filepath.WalkDir(filepath.Join(root, "content"), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasPrefix(entry.Name(), ".part-") {
				return err
			}
			content, err := os.ReadFile(name)
			if len(content) != len(text(0)) || content[len(content)-1] != '.' || bytes.Count(content, content[:2]) != 5000 {
				t.Errorf("%s is not whole: %d bytes", name, len(content))
			}
			kinds[string(content)] = true
			if string(content) != last {
				changed++
				last = string(content)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(kinds) > 1 {
			mixed++
		}
	}
	t.Logf("30 kills: %d between two renames, %d changes", mixed, changed)
	if changed == 0 {
		t.Error("nothing was ever written")
	}
	expect, err := manyFiles(root)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	changes := map[string][]byte{}
	for name := range expect {
		changes[name], want[name] = []byte("end"), "end"
	}
	if err := rewrite.Files(root, changes, expect); err != nil {
		t.Fatal(err)
	}
	wantFolder(t, root, want)
}
