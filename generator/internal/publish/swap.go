package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// swap gives the new site the published folder's name.
func (w *Workspace) swap() error {
	there, err := exists(w.out)
	if err != nil {
		return fmt.Errorf("look at the published folder: %w", err)
	}
	if !there {
		err = os.Rename(w.Site(), w.out)
	} else if err = w.exchange(w.Site(), w.out); unsupported(err) {
		err = w.replace()
	}
	if errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV) {
		return &Refused{Folder: w.out, Reason: ReasonMount}
	}
	if err != nil {
		return fmt.Errorf("put the new site in its place: %w", err)
	}
	// The new site is in its place; a disk that cannot confirm the names yet
	// does not undo that, so it is no failure of the build.
	_, _ = syncFolder(filepath.Dir(w.out)), syncFolder(w.dir)
	return nil
}

// replace does with two renames what exchange does with one. While only the
// first is done there is no published folder; settle completes that state.
func (w *Workspace) replace() error {
	old := filepath.Join(w.dir, oldName)
	if err := os.Rename(w.out, old); err != nil {
		return err
	}
	// The order must survive a power failure too: the new site may only take
	// the name once the disk knows where the old one is.
	if err := errors.Join(syncFolder(w.dir), syncFolder(filepath.Dir(w.out))); err != nil {
		return errors.Join(err, os.Rename(old, w.out))
	}
	if err := os.Rename(w.Site(), w.out); err != nil {
		return errors.Join(err, os.Rename(old, w.out))
	}
	return nil
}

// settle brings the folders to rest, whatever a build was doing when it
// stopped: it completes a swap that was between its two renames and removes
// the intermediate folders. Only the holder of the lock may call it.
//
//	old  out  site   the build stopped          settle
//	no   any  any    before or after the swap   removes site
//	yes  no   yes    between the two renames    completes: site becomes out
//	yes  no   no     (somebody took out away)   puts old back
//	yes  yes  any    after the swap             removes old and site
func (w *Workspace) settle() error {
	old := filepath.Join(w.dir, oldName)
	swapping, err := exists(old)
	if err != nil {
		return err
	}
	there, err := exists(w.out)
	if err != nil {
		return err
	}
	if swapping && !there {
		// The old folder was only moved away because the new one was whole.
		err := os.Rename(w.Site(), w.out)
		if err != nil {
			err = os.Rename(old, w.out)
		}
		if err != nil {
			return fmt.Errorf("complete an interrupted publication: %w", err)
		}
	}
	for _, dir := range []string{old, w.Site(), w.Stage()} {
		if w.published && dir == w.Stage() {
			continue // the caller's until Close
		}
		if err := os.RemoveAll(dir); err != nil {
			return fmt.Errorf("remove what a build left behind: %w", err)
		}
	}
	return nil
}

// unsupported reports whether the system or the file system cannot exchange
// two folders, as opposed to having failed to.
func unsupported(err error) bool {
	return errors.Is(err, errors.ErrUnsupported) || errors.Is(err, syscall.EINVAL)
}

func exists(path string) (bool, error) {
	_, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}
