package transfer

import (
	"io/fs"

	"github.com/spf13/afero"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// checkResult holds the project as it would be to every rule: an import never
// brings an error into it that was not there.
func (w *planner) checkResult() {
	if len(w.plan.Files) == 0 {
		return
	}
	fsys, err := overlay(w.project.FS, w.plan.Files)
	var changed *project.Project
	if err == nil {
		changed, err = project.Load(fsys)
	}
	if err != nil {
		w.report(0, diag.Error, "import-unwritable", map[string]any{"File": ".", "Detail": err.Error()})
		return
	}
	type fault struct{ file, id, args string }
	known := map[fault]int{}
	faultOf := func(d diag.Diagnostic) fault { return fault{d.File, d.ID, d.ArgKey()} }
	for _, d := range check.Run(w.project).Only(diag.Error) {
		known[faultOf(d)]++
	}
	for _, d := range check.Run(changed).Only(diag.Error) {
		if known[faultOf(d)]--; known[faultOf(d)] >= 0 {
			continue
		}
		w.plan.Found.Add(d)
	}
}

// overlay is a project with other content in some of its files.
func overlay(under fs.FS, files map[string][]byte) (fs.FS, error) {
	layer := afero.NewMemMapFs()
	for name, content := range files {
		if err := afero.WriteFile(layer, name, content, 0o644); err != nil {
			return nil, err
		}
	}
	return afero.NewIOFS(afero.NewCopyOnWriteFs(afero.FromIOFS{FS: under}, layer)), nil
}
