package publish

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// CopyStatic copies the files of src into the folder dst, which is created,
// in lexical order. Only names and contents count: folders get mode 0755 and
// files 0644, no times are kept, empty folders are not made. A path for which
// skip reports true is left out, a folder with all that is in it; skip may be
// nil. A file that is there already is an error, since one of the two would be
// lost; so is anything but files and folders.
func CopyStatic(src fs.FS, dst string, skip func(path string) bool) error {
	made := map[string]bool{}
	return fs.WalkDir(src, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return fmt.Errorf("copy static files: %w", err)
		case path != "." && skip != nil && skip(path):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() && path != ".":
			return nil
		case !d.IsDir() && !d.Type().IsRegular():
			return fmt.Errorf("copy static files: %s is neither a file nor a folder", path)
		}
		to := filepath.Join(dst, filepath.FromSlash(path))
		if d.IsDir() {
			return os.MkdirAll(to, 0o755)
		}
		if dir := filepath.Dir(to); !made[dir] {
			if err := os.MkdirAll(dir, 0o755); err != nil {
				return err
			}
			made[dir] = true
		}
		return copyFile(src, path, to)
	})
}

func copyFile(src fs.FS, path, to string) (err error) {
	in, err := src.Open(path)
	if err != nil {
		return fmt.Errorf("copy static files: %w", err)
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("copy static files: %w", err)
	}
	defer func() {
		if cerr := out.Close(); err == nil {
			err = cerr
		}
	}()
	if _, err := io.Copy(out, in); err != nil {
		return fmt.Errorf("copy static file %s: %w", path, err)
	}
	return nil
}
