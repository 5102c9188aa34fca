package site

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"resolutionsite/generator/internal/project"
)

// Options are the choices of one build.
type Options struct {
	// BaseURL is the address the site is published at, ending in a slash.
	BaseURL string
	// Components adds the page that shows every component of the design in its
	// states, for developers and for tests.
	Components bool
	// Searched says that the site gets a search index.
	Searched bool
	// Kit is what layouts are told of the kit, by language key; nil where there is
	// none.
	Kit any
	// Date is the day that the site takes for today; zero where nobody says.
	Date time.Time
}

// Stage is a folder with what Hugo is told about a project.
type Stage struct {
	// Root is the project's folder, absolute.
	Root string
	// Dir is the stage's own folder, absolute.
	Dir string

	project   *project.Project
	options   Options
	only      []string              // the files of content to show, all where it is nil
	made      map[string][]made     // by language key
	found     map[string]found      // by language key
	published map[string]*published // the files of each text, by language key

	translated map[string]map[string]*translated // by language key and path
	overviews  map[string]overviewData           // by language key
	marked     map[string]*marked                // by file, absolute
}

// WriteStage writes the stage of p, whose files lie in root, into dir. Files
// that have not changed are not touched, so that a running preview reloads
// only for a reason.
func WriteStage(p *project.Project, root, dir string, opt Options) (*Stage, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	if dir, err = filepath.Abs(dir); err != nil {
		return nil, err
	}
	s := &Stage{Root: root, Dir: dir, project: p, options: opt}
	return s, s.write()
}

func (s *Stage) write() error {
	for _, prepare := range []func() error{s.compare, s.survey, s.makePages, s.find} {
		if err := prepare(); err != nil {
			return fmt.Errorf("stage: %w", err)
		}
	}
	files := map[string][]byte{}
	for _, part := range []func(map[string][]byte) error{s.config, s.catalogs, s.formats, s.data, s.pages, s.mark, s.overviewFiles, s.feeds, s.figureFiles, s.sourceFiles} {
		if err := part(files); err != nil {
			return fmt.Errorf("stage: %w", err)
		}
	}
	// Folders exist even where there is nothing to put in them.
	folders := []string{staticFolder}
	for key := range s.project.Folders {
		folders = append(folders, markedFolder+"/"+key)
	}
	for _, folder := range folders {
		if err := os.MkdirAll(filepath.Join(s.Dir, filepath.FromSlash(folder)), 0o755); err != nil {
			return fmt.Errorf("stage: %w", err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if err := writeChanged(filepath.Join(s.Dir, filepath.FromSlash(name)), files[name]); err != nil {
			return fmt.Errorf("stage: %w", err)
		}
	}
	return s.removeOld(files)
}

func writeChanged(name string, content []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, content) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	// Whole or not at all: a preview reads while this writes.
	part := name + ".part"
	if err := os.WriteFile(part, content, 0o644); err != nil {
		return err
	}
	return os.Rename(part, name)
}

// staticFolder is the folder of the stage with files that are published as they
// are, in addition to the project's own.
const staticFolder = "static"

// Static returns those files.
func (s *Stage) Static() fs.FS { return os.DirFS(filepath.Join(s.Dir, staticFolder)) }

// removeOld deletes catalogues, pages and files of an earlier state of the same stage.
func (s *Stage) removeOld(files map[string][]byte) error {
	var old []error
	for _, folder := range []string{"i18n", "content", markedFolder, staticFolder} {
		err := filepath.WalkDir(filepath.Join(s.Dir, folder), func(name string, e fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil || e.IsDir() {
				return err
			}
			rel, err := filepath.Rel(s.Dir, name)
			if _, wanted := files[filepath.ToSlash(rel)]; err != nil || wanted {
				return err
			}
			return os.Remove(name)
		})
		old = append(old, err)
	}
	return errors.Join(old...)
}

// configFiles names the configuration of a project and of its stage in the form of
// Hugo's --config; what comes later wins.
func configFiles(root, stage string) string {
	return filepath.Join(root, project.ConfigFile) + "," + filepath.Join(stage, "hugo.toml")
}
