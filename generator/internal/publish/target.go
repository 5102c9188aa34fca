package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// locate turns the folder a person named into its real absolute path and
// refuses the places where a site must never go. It only looks.
func locate(out string, opt Options) (string, error) {
	abs, err := filepath.Abs(out)
	if err != nil {
		return "", fmt.Errorf("find %s: %w", out, err)
	}
	if abs == filepath.Dir(abs) {
		return "", &Refused{Folder: abs, Reason: ReasonFileSystem}
	}
	// Only the parents may be links: two names of one folder then share one
	// lock, and a link in the folder's own place is refused by inspect.
	parent, err := realPath(filepath.Dir(abs))
	if err != nil {
		return "", fmt.Errorf("find %s: %w", out, err)
	}
	resolved := filepath.Join(parent, filepath.Base(abs))

	if working, err := os.Getwd(); err == nil && holds(resolved, working) {
		return "", &Refused{Folder: abs, Reason: ReasonWorking, Other: working}
	}
	if home, err := os.UserHomeDir(); err == nil && holds(resolved, home) {
		return "", &Refused{Folder: abs, Reason: ReasonHome, Other: home}
	}
	if opt.Root != "" && holds(resolved, opt.Root) {
		return "", &Refused{Folder: abs, Reason: ReasonProject, Other: opt.Root}
	}
	for _, source := range opt.Sources {
		if holds(resolved, source) || holds(source, resolved) {
			return "", &Refused{Folder: abs, Reason: ReasonSource, Other: source}
		}
	}
	return resolved, nil
}

// Apart refuses with a *Refused a folder that is one of the sources or lies in one:
// files written there would become part of what the site is made from.
func Apart(folder string, sources []string) error {
	for _, source := range sources {
		if holds(source, folder) {
			return &Refused{Folder: folder, Reason: ReasonSource, Other: source}
		}
	}
	return nil
}

// realPath resolves the links of the longest part of path that exists.
func realPath(path string) (string, error) {
	resolved, err := filepath.EvalSymlinks(path)
	if !errors.Is(err, fs.ErrNotExist) || path == filepath.Dir(path) {
		return resolved, err
	}
	parent, err := realPath(filepath.Dir(path))
	return filepath.Join(parent, filepath.Base(path)), err
}

// holds reports whether path is outer or lies inside it. It compares the
// folders themselves, so links and letter case do not matter; what does not
// exist holds nothing.
func holds(outer, path string) bool {
	want, err := os.Stat(outer)
	if err != nil {
		return false
	}
	path, err = filepath.Abs(path)
	if err != nil {
		return false
	}
	if path, err = realPath(path); err != nil {
		return false
	}
	for {
		if info, err := os.Stat(path); err == nil && os.SameFile(want, info) {
			return true
		}
		parent := filepath.Dir(path)
		if parent == path {
			return false
		}
		path = parent
	}
}

// inspect accepts a published folder that does not exist, is empty or is one
// of ours.
func inspect(out string, opt Options) error {
	info, err := os.Lstat(out)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("look at the published folder: %w", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return &Refused{Folder: out, Reason: ReasonLink}
	case !info.IsDir():
		return &Refused{Folder: out, Reason: ReasonNotFolder}
	}
	entries, err := os.ReadDir(out)
	if err != nil {
		return fmt.Errorf("look at the published folder: %w", err)
	}
	if len(entries) == 0 {
		return nil
	}
	// A branch checked out into the folder has our marker too, and replacing
	// the folder would throw its history away.
	for _, e := range entries {
		if slices.Contains([]string{".git", ".hg", ".jj", ".svn"}, e.Name()) {
			return &NotOurs{Folder: out, Marker: opt.Marker, Found: e.Name()}
		}
	}
	if err := ours(out, opt); err != nil {
		var not *NotOurs
		if errors.As(err, &not) {
			not.Found = entries[0].Name()
		}
		return err
	}
	return nil
}

// ours reports with a *NotOurs that dir lacks the marker of a published site.
func ours(dir string, opt Options) error {
	path := filepath.Join(dir, opt.Marker)
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &NotOurs{Folder: dir, Marker: opt.Marker}
	case err != nil:
		return fmt.Errorf("look for the marker: %w", err)
	case !info.Mode().IsRegular():
		return &NotOurs{Folder: dir, Marker: opt.Marker}
	case opt.Recognise == nil:
		return nil
	}
	marker, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("look for the marker: %w", err)
	}
	if !opt.Recognise(marker) {
		return &NotOurs{Folder: dir, Marker: opt.Marker}
	}
	return nil
}
