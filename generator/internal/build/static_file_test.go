package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/testproject"
)

func TestFilesInTheWayOfTheProgramsOwnAreReported(t *testing.T) {
	large, small := &fstest.MapFile{Data: make([]byte, publish.CompressFrom)}, &fstest.MapFile{Data: make([]byte, publish.CompressFrom-1)}
	static := fstest.MapFS{
		"data.csv": large, "data.csv.gz": small, "a/data.csv": large, "a/data.csv.br": small,
		"small.csv": small, "small.csv.gz": small, // no copy is made
		"picture.png": large, "picture.png.gz": small, // nor of this
		"alone.csv.gz": small, "en/index.html.gz": small,
		"js/a.js": large, "js/a.js.gz": small, // is not published
		"pagefind/a.js": small, "pagefind/b.js": small,
	}
	for _, tc := range []struct {
		name     string
		folder   fs.FS
		searched bool
		want     []string
	}{
		{"before rendering", static, true, []string{"static/a/data.csv.br static-file-copy", "static/data.csv.gz static-file-copy", "static/pagefind static-file-search"}},
		{"without a search", static, false, []string{"static/a/data.csv.br static-file-copy", "static/data.csv.gz static-file-copy"}},
		{"beside a page", fstest.MapFS{"en/index.html": large}, false, []string{"static/en/index.html.gz static-file-copy"}},
	} {
		found, err := inTheWay(static, tc.folder, tc.searched)
		if err != nil {
			t.Fatal(err)
		}
		if got := brief(found); !slices.Equal(got, tc.want) {
			t.Errorf("%s:\ngot:  %q\nwant: %q", tc.name, got, tc.want)
		}
	}
	if found, err := inTheWay(nil, nil, true); found != nil || err != nil {
		t.Errorf("no folder: %v, %v", found, err)
	}
}

// brief are the files of the errors found with their identities.
func brief(list diag.List) []string {
	var got []string
	for _, d := range list {
		if d.Severity == diag.Error {
			got = append(got, d.File+" "+d.ID)
		}
	}
	slices.Sort(got)
	return got
}

// changed is the test project with more files, and how it is built.
func changed(t *testing.T, files map[string]string) Options {
	t.Helper()
	root := t.TempDir()
	if err := testproject.Copy(root); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		write(t, filepath.Join(root, filepath.FromSlash(name)), content)
	}
	return Options{
		Root: root, Out: filepath.Join(root, "public"), WithoutNode: true,
		Date: time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), Progress: func(string) {},
	}
}

// What would weaken the policy, or stop the build at its end, is refused.
func TestOwnFilesInThePlaceOfTheProgramsEndTheBuild(t *testing.T) {
	opt := changed(t, map[string]string{"static/_headers": "/*\n", "static/.htaccess": "", "static/_redirects": "", "static/en/index.html.gz": "x", "static/.well-known/security.txt": "Contact: mailto:a@example.org\nExpires: 2027-05-01T00:00:00Z\n"})
	result, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"static/.htaccess hosting-own-file", "static/_headers hosting-own-file", "static/_redirects hosting-own-file", "static/en/index.html.gz static-file-copy"}
	if got := brief(result.Diagnostics); !slices.Equal(got, want) {
		t.Errorf("got:  %q\nwant: %q", got, want)
	}
	if _, err := os.Stat(opt.Out); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it was published: %v", err)
	}
}

func TestFilesInTheWayAreReportedBeforeRendering(t *testing.T) {
	opt := changed(t, map[string]string{"static/data.csv": strings.Repeat("a,b\n", 1000), "static/data.csv.br": "x"})
	var steps []string
	opt.Progress = func(step string) { steps = append(steps, step) }
	result, err := Run(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	if got := brief(result.Diagnostics); !slices.Equal(got, []string{"static/data.csv.br static-file-copy"}) || slices.Contains(steps, "render") {
		t.Errorf("got %q after %q", got, steps)
	}
}

func TestAConfigurationWithoutItsSiteIsSaid(t *testing.T) {
	opt := changed(t, nil)
	opt.Progress = func(step string) {
		if step == "swap" { // somebody puts something there meanwhile
			write(t, filepath.Join(opt.Out, "mine.txt"), "mine")
		}
	}
	result, err := Run(context.Background(), opt)
	if err == nil || !result.HostingAhead || result.Hosting != opt.Out+HostingSuffix {
		t.Fatalf("%v, %+v", err, result)
	}
	if _, err := os.Stat(result.Hosting); err != nil {
		t.Error(err)
	}
}
