package rewrite

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// partName begins the names of files that are being written. Whoever reads the
// project passes over names that begin with a dot; what a killed process has
// left is removed by the next that writes into the same folder.
const partName = ".part-rewrite-"

// Files writes the files in changes, by their slash-separated paths from root,
// or none of them. expect is what each file held when the caller read it, nil
// where there was none; it may hold files that are not changed but must not have
// changed either. Folders are made where they are missing.
func Files(root string, changes, expect map[string][]byte) (err error) {
	r, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	release, err := lock(r)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	return (&fileWriter{root: r, changes: changes, expect: expect, rename: r.Rename}).write()
}

// fileWriter writes several files of one project.
type fileWriter struct {
	root            *os.Root
	changes, expect map[string][]byte
	rename          func(from, to string) error
	// made are the folders that were made, the outer ones first.
	made   []string
	staged []*stagedFile
}

// stagedFile is a file whose new content is written beside it.
type stagedFile struct {
	name, part string
	// backup is a second name of the old content; empty of a new file.
	backup  string
	renamed bool
}

func (w *fileWriter) write() (err error) {
	if err := w.check(); err != nil {
		return err
	}
	for _, folder := range w.folders() {
		w.clear(folder)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, w.undo())
		}
	}()
	for _, name := range slices.Sorted(maps.Keys(w.changes)) {
		if old := w.expect[name]; old != nil && bytes.Equal(old, w.changes[name]) {
			continue
		}
		if err := w.stage(name); err != nil {
			return fmt.Errorf("write %s: %w", name, withoutPath(err))
		}
	}
	if err := w.check(); err != nil { // writing takes time
		return err
	}
	for _, f := range w.staged {
		if err := w.rename(f.part, f.name); err != nil {
			return fmt.Errorf("write %s: %w", f.name, withoutPath(err))
		}
		f.renamed = true
	}
	for _, f := range w.staged {
		if f.backup != "" {
			_ = w.root.Remove(f.backup) // if not, the next does
		}
	}
	for _, folder := range w.folders() {
		if d, err := w.root.Open(folder); err == nil {
			_, _ = d.Sync(), d.Close() // not every system can
		}
	}
	return nil
}

// folders are those that files are written to.
func (w *fileWriter) folders() []string {
	var folders []string
	for name := range w.changes {
		folders = append(folders, path.Dir(name))
	}
	slices.Sort(folders)
	return slices.Compact(folders)
}

// clear removes what a killed process has left in a folder; the lock is held, so
// that nobody is writing it now.
func (w *fileWriter) clear(folder string) {
	entries, _ := fs.ReadDir(w.root.FS(), folder)
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), partName) {
			_ = w.root.Remove(path.Join(folder, entry.Name()))
		}
	}
}

// check refuses paths that are no files of the project, and files that do not
// hold what is expected.
func (w *fileWriter) check() error {
	names := slices.Concat(slices.Collect(maps.Keys(w.changes)), slices.Collect(maps.Keys(w.expect)))
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		exists, err := w.ordinary(name)
		if err != nil {
			return err
		}
		want := w.expect[name]
		switch {
		case exists && want == nil:
			return inFile("rewrite-file-exists", name)
		case !exists && want == nil:
			continue
		case !exists:
			return inFile("rewrite-file-changed", name)
		}
		got, err := w.root.ReadFile(filepath.FromSlash(name))
		if err != nil {
			return err
		}
		if !bytes.Equal(got, want) {
			return inFile("rewrite-file-changed", name)
		}
	}
	return nil
}

func inFile(id, name string) *Error {
	e := fault(id, "File", name)
	e.File = name
	return e
}

// ordinary reports whether a file is there. It refuses what is no file, and
// paths that lead out of the project or through links.
func (w *fileWriter) ordinary(name string) (exists bool, err error) {
	if !fs.ValidPath(name) || name == "." || !filepath.IsLocal(filepath.FromSlash(name)) || strings.ContainsAny(name, "\\\x00") {
		return false, fault("rewrite-file-path", "Path", name)
	}
	parts := strings.Split(name, "/")
	for i := range parts {
		info, err := w.root.Lstat(filepath.Join(parts[:i+1]...))
		switch last := i == len(parts)-1; {
		case errors.Is(err, fs.ErrNotExist):
			return false, nil
		case err != nil:
			return false, err
		case last && !info.Mode().IsRegular(), !last && !info.IsDir():
			return false, inFile("rewrite-file-kind", name)
		}
	}
	return true, nil
}

// stage writes the new content beside the file and gives the old a second name.
func (w *fileWriter) stage(name string) error {
	if err := w.makeFolder(path.Dir(name)); err != nil {
		return err
	}
	unique := path.Join(path.Dir(name), partName+rand.Text())
	f := &stagedFile{name: name, part: unique}
	w.staged = append(w.staged, f)
	mode := fs.FileMode(0o644)
	if info, err := w.root.Lstat(name); err == nil {
		mode = info.Mode().Perm()
		f.backup = unique + ".old"
		if err := w.root.Link(name, f.backup); err != nil {
			// Not every file system has second names.
			if err := w.create(f.backup, w.expect[name], mode); err != nil {
				return err
			}
		}
	}
	return w.create(f.part, w.changes[name], mode)
}

func (w *fileWriter) create(name string, content []byte, mode fs.FileMode) error {
	f, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
}

// makeFolder makes a folder and those above it, and notes which were missing.
func (w *fileWriter) makeFolder(folder string) error {
	if folder == "." {
		return nil
	}
	err := w.root.Mkdir(folder, 0o755)
	if errors.Is(err, fs.ErrNotExist) {
		if err := w.makeFolder(path.Dir(folder)); err != nil {
			return err
		}
		err = w.root.Mkdir(folder, 0o755)
	}
	switch {
	case err == nil:
		w.made = append(w.made, folder)
	case errors.Is(err, fs.ErrExist):
		err = nil
	}
	return err
}

// undo puts everything back to what it was.
func (w *fileWriter) undo() error {
	var failed error
	for _, f := range w.staged {
		var err error
		switch {
		case f.renamed && f.backup != "":
			err = w.root.Rename(f.backup, f.name)
		case f.renamed:
			err = w.root.Remove(f.name)
		}
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("restore %s, whose old content is in %s: %w", f.name, f.backup, withoutPath(err)))
			continue
		}
		_, _ = w.root.Remove(f.part), w.root.Remove(f.backup)
	}
	for _, folder := range slices.Backward(w.made) {
		_ = w.root.Remove(folder) // not where somebody has put something into it
	}
	return failed
}

// withoutPath is an error without the name of a part, which says nothing to
// anybody.
func withoutPath(err error) error {
	var inPath *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &inPath):
		return inPath.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
