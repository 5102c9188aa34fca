package publish

import (
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders with renamex_np(2), RENAME_SWAP.
func exchange(a, b string) error {
	if err := unix.RenamexNp(a, b, unix.RENAME_SWAP); err != nil {
		return &os.LinkError{Op: "exchange", Old: a, New: b, Err: err}
	}
	return nil
}

// flush hands everything below dir to the drive, then has the drive empty its
// cache once: File.Sync would do that for every file, at milliseconds each.
func flush(dir string) error {
	err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		return os.NewSyscallError("fsync", unix.Fsync(int(f.Fd())))
	})
	if err != nil {
		return err
	}
	return syncFolder(dir)
}
