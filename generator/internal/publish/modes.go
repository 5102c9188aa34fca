package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// settleModes gives every folder below dir mode 0755 and every file 0644,
// whatever the umask and the origin of the files. Anything else, such as a
// link that would lead out of the published folder, is an error.
func settleModes(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		mode := fs.FileMode(0o644)
		switch {
		case d.IsDir():
			mode = 0o755
		case !d.Type().IsRegular():
			return fmt.Errorf("publish %s: neither a file nor a folder", path)
		}
		// Asking costs less than changing, and most files are right already.
		if info, err := d.Info(); err == nil && info.Mode().Perm() == mode {
			return nil
		}
		return os.Chmod(path, mode)
	})
}

// syncFolder writes a folder's list of names to the disk, where the system has
// a way to.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil // some network file systems
	}
	return errors.Join(err, f.Close())
}
