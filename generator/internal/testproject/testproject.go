// Package testproject gives tests a small project of their own: three
// languages, one of them right to left, a resolution with three levels, pages
// that are translated, borrowed, reviewed and not. Its layouts, styles and
// strings are the real ones, so that tests hold for the site while its content
// can be edited freely.
package testproject

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
)

// Repository is the repository's root folder.
func Repository() (string, error) {
	_, file, _, ok := runtime.Caller(0)
	if !ok {
		return "", errors.New("the position of the source is unknown")
	}
	return filepath.Join(filepath.Dir(file), "..", "..", ".."), nil
}

// Copy writes the project into the folder to.
func Copy(to string) error {
	repository, err := Repository()
	if err != nil {
		return err
	}
	if err := os.CopyFS(to, os.DirFS(filepath.Join(repository, "generator", "testdata", "project"))); err != nil {
		return err
	}
	for _, name := range []string{"layouts", "static"} {
		if err := os.CopyFS(filepath.Join(to, name), os.DirFS(filepath.Join(repository, name))); err != nil {
			return err
		}
	}
	if err := os.Mkdir(filepath.Join(to, "i18n"), 0o755); err != nil {
		return err
	}
	for _, tag := range []string{"ar", "en", "fr"} {
		name := filepath.Join("i18n", tag+".toml")
		content, err := os.ReadFile(filepath.Join(repository, name))
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), content, fs.FileMode(0o644)); err != nil {
			return err
		}
	}
	return nil
}
