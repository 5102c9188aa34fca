package transfer

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// Overtaken is the error for a file that somebody changed while a plan was made.
type Overtaken struct{ File string }

func (e *Overtaken) Error() string { return e.File + " was changed meanwhile" }

// Write puts the plan into the project at root: every file of it or, as far as a
// file system can promise that, none. All contents are on the disk under other
// names before the first file is replaced, and what was replaced is put back if a
// later one cannot be. What a killed process leaves are files whose names begin
// with ".part-", which nothing reads. A file that no longer holds what the plan
// was made from gives an *Overtaken.
func (p *Plan) Write(root string) (err error) {
	// A link may not lead the writing out of the project.
	dir, err := os.OpenRoot(root)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.Close()) }()
	names := slices.Sorted(maps.Keys(p.Files))
	for _, name := range names {
		if err := unchanged(dir, name, p.Expect[name]); err != nil {
			return err
		}
	}
	parts := map[string]string{}
	defer func() {
		for _, part := range parts {
			_ = dir.Remove(part) // renamed already, or of no use
		}
	}()
	for _, name := range names {
		part, err := writePart(dir, name, p.Files[name])
		if err != nil {
			return fmt.Errorf("write %s: %w", name, err)
		}
		parts[name] = part
	}
	for i, name := range names {
		if err := dir.Rename(parts[name], name); err != nil {
			return errors.Join(fmt.Errorf("write %s: %w", name, err), p.restore(dir, names[:i]))
		}
	}
	return nil
}

func unchanged(dir *os.Root, name string, expect []byte) error {
	now, err := dir.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && expect == nil:
		return nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case err != nil, expect == nil, !bytes.Equal(now, expect):
		return &Overtaken{name}
	}
	return nil
}

// writePart writes the content of a file under another name beside it.
func writePart(dir *os.Root, name string, content []byte) (string, error) {
	folder := filepath.Dir(filepath.FromSlash(name))
	if err := dir.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	part := filepath.Join(folder, fmt.Sprintf(".part-%d-%s", os.Getpid(), filepath.Base(name)))
	f, err := dir.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return "", err
	}
	_, err = f.Write(content)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		_ = dir.Remove(part) // it is of no use
		return "", err
	}
	return part, nil
}

// restore puts back what files held before.
func (p *Plan) restore(dir *os.Root, names []string) error {
	var failed []error
	for _, name := range names {
		if p.Expect[name] == nil {
			failed = append(failed, dir.Remove(name))
			continue
		}
		part, err := writePart(dir, name, p.Expect[name])
		if err == nil {
			err = dir.Rename(part, name)
		}
		failed = append(failed, err)
	}
	return errors.Join(failed...)
}
