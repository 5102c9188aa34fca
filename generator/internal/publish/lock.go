package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/gofrs/flock"
)

// acquire takes the lock of the workspace folder dir, which it creates. The
// kernel drops the lock when its holder dies, so a killed build blocks nobody.
func acquire(dir, out string) (*flock.Flock, error) {
	path := filepath.Join(dir, lockName)
	// Each turn means that another build ended between two of our steps; that
	// many in a row is another build for every practical purpose.
	for range 100 {
		if err := makeWorkspace(dir, out); err != nil {
			return nil, err
		}
		lock := flock.New(path)
		held, err := lock.TryLock()
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue // its owner removed dir after we had found it
		case err != nil:
			return nil, fmt.Errorf("lock %s: %w", path, err)
		case !held:
			return nil, &Busy{Folder: out}
		}
		current, err := isCurrent(lock)
		if current {
			return lock, nil
		}
		if err := errors.Join(err, lock.Close()); err != nil {
			return nil, fmt.Errorf("lock %s: %w", path, err)
		}
	}
	return nil, &Busy{Folder: out}
}

// makeWorkspace creates the workspace folder, or accepts the one that is there.
func makeWorkspace(dir, out string) error {
	err := os.Mkdir(dir, 0o700)
	if !errors.Is(err, fs.ErrExist) {
		if err != nil {
			return fmt.Errorf("make a folder to build in: %w", err)
		}
		return nil
	}
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil // removed since; the lock file will miss it and we try again
	case err != nil:
		return fmt.Errorf("make a folder to build in: %w", err)
	case !info.IsDir():
		return &Refused{Folder: out, Reason: ReasonWorkspace, Other: dir}
	}
	return nil
}

// isCurrent reports whether the file we hold is still the one at its path: its
// last owner may have unlinked it after we had opened it, and then a third
// build can lock a new file of that name.
func isCurrent(lock *flock.Flock) (bool, error) {
	held, err := lock.Stat()
	if err != nil {
		return false, err
	}
	there, err := os.Lstat(lock.Path())
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && os.SameFile(held, there), err
}

// release unlinks the lock file while it is held, so that whoever opened it
// before sees that it is gone, then removes dir and lets go.
func release(lock *flock.Flock, dir string) error {
	unlink := os.Remove(lock.Path())
	_ = os.Remove(dir) // not empty: the next build has moved in already
	unlock := lock.Close()
	if unlink != nil && runtime.GOOS == "windows" {
		// An open file cannot be unlinked there; for the same reason this
		// fails harmlessly when the next build has opened it.
		_, _ = os.Remove(lock.Path()), os.Remove(dir)
		unlink = nil
	}
	return errors.Join(unlink, unlock)
}
