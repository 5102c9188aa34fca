package rewrite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// lockFolder and lockFile are where a process that writes says so. The folder is
// there only meanwhile.
const (
	lockFolder = ".rewrite.build"
	lockFile   = "lock"
)

// patience is how long another process is waited for.
const patience = 2 * time.Second

// lock waits until nobody else writes files of the project, and lets nobody
// until it is released. The kernel drops the lock when its holder dies.
func lock(root *os.Root) (release func() error, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	name := filepath.Join(root.Name(), lockFolder, lockFile)
	for ctx.Err() == nil {
		if err := root.Mkdir(lockFolder, 0o700); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, fmt.Errorf("lock the project: %w", err)
		}
		l := flock.New(name)
		held, err := l.TryLockContext(ctx, 5*time.Millisecond)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue // its owner has just removed the folder
		case errors.Is(err, context.DeadlineExceeded):
			continue
		case err != nil:
			return nil, fmt.Errorf("lock the project: %w", err)
		}
		if held && isCurrent(l) {
			return func() error { return unlock(root, l) }, nil
		}
		if err := l.Close(); err != nil {
			return nil, fmt.Errorf("lock the project: %w", err)
		}
	}
	return nil, fault("rewrite-busy")
}

// isCurrent reports whether the file that is held is still the one of its name:
// its last owner may have removed it after it was opened.
func isCurrent(l *flock.Flock) bool {
	held, err := l.Stat()
	if err != nil {
		return false
	}
	there, err := os.Lstat(l.Path())
	return err == nil && os.SameFile(held, there)
}

// unlock removes the file while it is held, so that whoever has opened it sees
// that it is gone.
func unlock(root *os.Root, l *flock.Flock) error {
	name := filepath.Join(lockFolder, lockFile)
	err := root.Remove(name)
	_ = root.Remove(lockFolder) // not empty: the next has come already
	closed := l.Close()
	if err != nil && runtime.GOOS == "windows" { // an open file cannot be removed there
		_, _ = root.Remove(name), root.Remove(lockFolder)
		err = nil
	}
	return errors.Join(err, closed)
}
