package build

import (
	"errors"
	"io/fs"
	"path"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/hosting"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/search"
)

// staticFolder is the project's folder of files that are published as they are.
const staticFolder = "static"

// ownStatic is that folder, nil where the project has none.
func ownStatic(project fs.FS) (fs.FS, error) {
	_, err := fs.Stat(project, staticFolder)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return fs.Sub(project, staticFolder)
}

// toPipeline reports whether a path of the static folder is not published as it
// is: Hugo takes what is in it.
func toPipeline(name string) bool { return name == "css" || name == "js" }

// inTheWay finds what stands in the static folder where the program writes files
// of its own: compressed copies beside the files of a folder, which is the
// static one or the site, and the search.
func inTheWay(static, folder fs.FS, searched bool) (diag.List, error) {
	var list diag.List
	if static == nil {
		return nil, nil
	}
	report := func(name, id string, args map[string]any) {
		list.Add(diag.Diagnostic{File: staticFolder + "/" + name, Line: 1, Column: 1, Rule: "static-file", Severity: diag.Error, ID: id, Args: args})
	}
	err := fs.WalkDir(static, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case toPipeline(name) && d.IsDir():
			return fs.SkipDir
		case searched && name == search.Folder:
			report(name, "static-file-search", nil)
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		}
		extension := path.Ext(name)
		if extension != ".br" && extension != ".gz" {
			return nil
		}
		of := name[:len(name)-len(extension)]
		if info, err := fs.Stat(folder, of); err == nil && info.Mode().IsRegular() && info.Size() >= publish.CompressFrom && hosting.KindOf(of).Compress {
			report(name, "static-file-copy", map[string]any{"File": of})
		}
		return nil
	})
	return list, err
}
