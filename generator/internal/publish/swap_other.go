//go:build !linux && !darwin

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// exchange is not to be had here; two renames do.
func exchange(_, _ string) error { return errors.ErrUnsupported }

// flush writes everything below dir to the disk.
func flush(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return syncFolder(path)
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0) // Windows flushes only what it could write
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}
