package publish

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"resolutionsite/generator/internal/diag"
)

// project makes a project folder in a home folder and moves into it.
func project(t *testing.T) (home, root string, opt Options) {
	t.Helper()
	// On macOS the temporary folder is behind a link.
	home, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	root = filepath.Join(home, "work", "site")
	write(t, root, "hugo.toml=", "content/en/a.md=", "public/build.json=1", "public/a.html=1")
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	t.Chdir(root)
	return home, root, Options{
		Marker:    "build.json",
		Recognise: func(b []byte) bool { return string(b) == "1" },
		Root:      ".",
		Sources:   []string{"content", "layouts", filepath.Join(root, "static")},
	}
}

func TestOpenRefusesPlacesWhereASiteMustNotGo(t *testing.T) {
	link := func(t *testing.T, old, name string) {
		if err := os.Symlink(old, name); err != nil {
			t.Skip(err)
		}
	}
	for _, c := range []struct {
		name, out string
		prepare   func(t *testing.T)
		want      Reason
	}{
		{"the file system", "/", nil, ReasonFileSystem},
		{"the working directory", ".", nil, ReasonWorking},
		{"nothing", "", nil, ReasonWorking},
		{"above the working directory", "..", nil, ReasonWorking},
		{"the working directory through a link", "../link/site", func(t *testing.T) { link(t, ".", "../link") }, ReasonWorking},
		{"home", "../..", func(t *testing.T) { t.Chdir(t.TempDir()) }, ""},
		{"a source", "content", nil, ReasonSource},
		{"inside a source", "content/public", nil, ReasonSource},
		{"deep inside a source, not there yet", "content/x/y/z", nil, ReasonSource},
		{"a link to a site", "link", func(t *testing.T) { link(t, "public", "link") }, ReasonLink},
		{"a dangling link", "link", func(t *testing.T) { link(t, "nowhere", "link") }, ReasonLink},
		{"a file", "hugo.toml", nil, ReasonNotFolder},
		{"a workspace that is a link", "public", func(t *testing.T) { link(t, "content", ".public.build") }, ReasonWorkspace},
	} {
		t.Run(c.name, func(t *testing.T) {
			home, _, opt := project(t)
			if c.prepare != nil {
				c.prepare(t)
			}
			out, want := c.out, c.want
			if c.name == "home" {
				out, want = home, ReasonHome
				opt.Root, opt.Sources = "", nil
			}
			before := tree(t, home)
			_, err := Open(out, opt)
			var refused *Refused
			if !errors.As(err, &refused) || refused.Reason != want || refused.Folder == "" {
				t.Errorf("error %v, want *Refused with reason %q", err, want)
			} else if d := refused.Diagnostic(); d.ID != "publish-refused-"+string(want) || d.Severity != diag.Error {
				t.Errorf("diagnostic %+v", d)
			}
			if got := tree(t, home); !reflect.DeepEqual(got, before) {
				t.Errorf("before\n%s\nafter\n%s", strings.Join(before, "\n"), strings.Join(got, "\n"))
			}
		})
	}
}

func TestOpenRefusesTheProjectFromElsewhere(t *testing.T) {
	_, root, opt := project(t)
	opt.Root = root
	t.Chdir(t.TempDir())
	opt.Sources = nil
	for _, out := range []string{root, filepath.Dir(root)} {
		var refused *Refused
		if _, err := Open(out, opt); !errors.As(err, &refused) || refused.Reason != ReasonProject {
			t.Errorf("error %v, want *Refused with ReasonProject", err)
		}
	}
}

func TestOpenRefusesAFolderThatIsNotOurs(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []string
		found string
	}{
		{"no marker", []string{"public/photo.jpg="}, "photo.jpg"},
		{"another program's marker", []string{"public/build.json={}"}, "build.json"},
		{"a folder of the marker's name", []string{"public/build.json/x="}, "build.json"},
		{"a branch checked out", []string{"public/build.json=1", "public/.git=gitdir: x"}, ".git"},
	} {
		t.Run(c.name, func(t *testing.T) {
			home, _, opt := project(t)
			if err := os.RemoveAll("public"); err != nil {
				t.Fatal(err)
			}
			write(t, ".", c.files...)
			before := tree(t, home)
			_, err := Open("public", opt)
			var not *NotOurs
			if !errors.As(err, &not) || not.Found != c.found || not.Marker != "build.json" {
				t.Errorf("error %+v, want *NotOurs that found %s", err, c.found)
			} else if d := not.Diagnostic(); d.ID != "publish-not-ours" || d.Args["Found"] != c.found {
				t.Errorf("diagnostic %+v", d)
			}
			if got := tree(t, home); !reflect.DeepEqual(got, before) {
				t.Errorf("before %q\nafter %q", before, got)
			}
		})
	}
}

func TestOpenAcceptsOurOwnSiteAndFreePlaces(t *testing.T) {
	_, root, opt := project(t)
	for _, out := range []string{"public", "new", filepath.Join(root, "a", "b"), "../site2"} {
		w, err := Open(out, opt)
		if err != nil {
			t.Errorf("%s: %v", out, err)
			continue
		}
		mustClose(t, w)
	}
	mustHold(t, root, "content", "hugo.toml", "public")
}

func TestPublishRefusesWhatWasPutThereDuringTheBuild(t *testing.T) {
	_, root, opt := project(t)
	w, err := Open("new", opt)
	if err != nil {
		t.Fatal(err)
	}
	write(t, w.Site(), "build.json=1")
	write(t, root, "new/thesis.odt=years of work")
	var not *NotOurs
	if err := w.Publish(); !errors.As(err, &not) {
		t.Errorf("error %v, want *NotOurs", err)
	}
	mustClose(t, w)
	mustHold(t, filepath.Join(root, "new"), "thesis.odt")
}

func TestOpenNeedsAMarker(t *testing.T) {
	if _, err := Open(filepath.Join(t.TempDir(), "x"), Options{}); err == nil {
		t.Error("Open succeeded")
	}
}
