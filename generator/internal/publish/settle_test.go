package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestOpenMendsWhatAKilledBuildLeft puts the folders into each state a killed
// build can leave and lets a build that fails follow it.
func TestOpenMendsWhatAKilledBuildLeft(t *testing.T) {
	for _, c := range []struct {
		name  string
		files []string
		want  string // contents of out afterwards, "" when there is none
	}{
		{"only the lock", []string{".public.build/lock="}, ""},
		{"while rendering the first site", []string{".public.build/lock=", ".public.build/site/a=2", ".public.build/stage/b="}, ""},
		{"while rendering", []string{"public/build.json=1", ".public.build/lock=", ".public.build/site/build.json=2", ".public.build/stage/b="}, "build.json=1"},
		{"after the exchange", []string{"public/build.json=2", ".public.build/site/build.json=1"}, "build.json=2"},
		{"between two renames", []string{".public.build/site/build.json=2", ".public.build/old/build.json=1", ".public.build/old/x="}, "build.json=2"},
		{"after two renames", []string{"public/build.json=2", ".public.build/old/build.json=1"}, "build.json=2"},
		{"after two renames, site gone since", []string{".public.build/old/build.json=1"}, "build.json=1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			root := t.TempDir()
			out := filepath.Join(root, "public")
			write(t, root, c.files...)
			w := mustOpen(t, out, noExchange)
			mustHold(t, w.Site())
			mustHold(t, w.Stage())
			mustClose(t, w)
			if c.want == "" {
				mustHold(t, root)
				return
			}
			mustHold(t, root, "public")
			if got := contents(t, out); got != c.want {
				t.Errorf("the site holds %q, want %q", got, c.want)
			}
		})
	}
}

func TestOpenLeavesForeignFilesInTheWorkspaceAlone(t *testing.T) {
	root := t.TempDir()
	write(t, root, ".public.build/notes.txt=mine")
	mustClose(t, mustOpen(t, filepath.Join(root, "public"), exchange))
	mustHold(t, filepath.Join(root, ".public.build"), "notes.txt")
}

func TestTheSystemsExchangeIsUsedWhereItExists(t *testing.T) {
	root := t.TempDir()
	write(t, root, "a/x=1", "b/y=2")
	err := exchange(filepath.Join(root, "a"), filepath.Join(root, "b"))
	if unsupported(err) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	mustHold(t, filepath.Join(root, "a"), "y")
	mustHold(t, filepath.Join(root, "b"), "x")
	if err := exchange(filepath.Join(root, "a"), filepath.Join(root, "c")); !errors.Is(err, fs.ErrNotExist) || unsupported(err) {
		t.Errorf("error %v, want fs.ErrNotExist", err)
	}
	if _, err := os.Stat(filepath.Join(root, "a", "y")); err != nil {
		t.Error(err)
	}
}
