package project_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"resolutionsite/generator/internal/project"
)

// disk writes a project to disk and returns its folder.
func disk(t *testing.T, archive string) string {
	t.Helper()
	root := t.TempDir()
	if err := os.CopyFS(root, files(archive)); err != nil {
		t.Fatal(err)
	}
	return root
}

func loadDisk(t *testing.T, root string) *project.Project {
	t.Helper()
	p, err := project.Load(os.DirFS(root))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Hugo passes over symbolic links: what they lead to would not be published,
// and it may lie outside the project.
func TestWhatIsNeitherFileNorFolderIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("symbolic links need a privilege")
	}
	root := disk(t, "-- content/en/a.md --\n---\ntitle: T\n---\n-- i18n/fr.toml --\n")
	for name, target := range map[string]string{
		"content/en/dangling.md": "nowhere.md",
		"content/en/outside.txt": "/etc/passwd",
		"content/en/folder":      "../../i18n",
		"content/en/loop":        "..",
		"content/en/.#lock.md":   "user@host",
		"content/fr":             "en",
		"i18n/de.toml":           "en.toml",
	} {
		if err := os.Symlink(target, filepath.Join(root, filepath.FromSlash(name))); err != nil {
			t.Fatal(err)
		}
	}
	p := loadDisk(t, root)
	var want []string
	for _, name := range []string{"content/en/dangling.md", "content/en/folder", "content/en/loop", "content/en/outside.txt", "content/fr", "i18n/de.toml"} {
		want = append(want, name+":1:1 error file-kind")
	}
	wantProblems(t, p, want...)
	for _, f := range p.Files {
		if strings.Contains(f.Path, "outside") {
			t.Errorf("%s was read", f.Path)
		}
	}
	if keys(p) != "en fr" {
		t.Errorf("languages %s", keys(p))
	}
}

func TestAPipeIsNotWaitedFor(t *testing.T) {
	fsys := files("")
	fsys["content/en/pipe.md"] = &fstest.MapFile{Mode: fs.ModeNamedPipe}
	wantProblems(t, load(t, fsys), "content/en/pipe.md:1:1 error file-kind")
}

// denied is a file system of which one file may not be read.
type denied struct {
	fstest.MapFS
	name string
}

func (d denied) Open(name string) (fs.File, error) {
	if name == d.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.MapFS.Open(name)
}

func (d denied) ReadFile(name string) ([]byte, error) {
	f, err := d.Open(name)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(f)
}

func (d denied) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == d.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return d.MapFS.ReadDir(name)
}

func TestAFileThatMayNotBeReadIsReportedBesideTheOthers(t *testing.T) {
	archive := files("-- content/en/a.md --\n---\ntitle: T\n---\n-- content/en/b.md --\nText\n-- i18n/fr.toml --\n")
	for name, want := range map[string][]string{
		"content/en/a.md": {
			"content/en/a.md:1:1 error file-unreadable Detail=permission denied",
			"content/en/b.md:1:1 error front-matter front-matter-missing",
		},
		"i18n/fr.toml": {
			"content/en/b.md:1:1 error front-matter front-matter-missing",
			"i18n/fr.toml:1:1 error file-unreadable Detail=permission denied",
		},
	} {
		p, err := project.Load(denied{archive, name})
		if err != nil {
			t.Fatal(err)
		}
		wantProblems(t, p, want...)
	}
	if _, err := project.Load(denied{archive, "content"}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a folder that may not be read: %v", err)
	}
	if _, err := project.Load(denied{archive, "content/en"}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("a folder of a language that may not be read: %v", err)
	}
}

func TestAFolderNamedLikeAFileIsAFolder(t *testing.T) {
	p := loadDisk(t, disk(t, "-- content/en/about/index.md/page.md --\n---\ntitle: T\n---\n-- content/en/x.md/y --\n"))
	wantProblems(t, p)
	if len(p.Pages) != 1 || p.Pages[0].Path != "/about/index.md/page/" {
		t.Errorf("got %+v", p.Pages)
	}
}

func TestPagesAreInTheOrderOfTheFolders(t *testing.T) {
	p := load(t, files("-- content/en/b.md --\n---\ntitle: b\n---\n-- content/en/a/index.md --\n---\ntitle: a\n---\n-- content/en/a.md --\n---\ntitle: a\n---\n"))
	var got []string
	for _, page := range p.Pages {
		got = append(got, page.File)
	}
	if want := []string{"content/en/a/index.md", "content/en/a.md", "content/en/b.md"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
