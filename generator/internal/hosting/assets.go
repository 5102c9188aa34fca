package hosting

import (
	"errors"
	"fmt"
	"io/fs"

	"resolutionsite/generator/internal/diag"
)

// CheckAssets finds files in the folders of assets whose names do not tell
// their content: hosts that know folders only would have browsers keep them for
// a year, whatever becomes of them.
func (p *Policy) CheckAssets(site fs.FS) (diag.List, error) {
	var list diag.List
	for _, folder := range assetFolders {
		err := fs.WalkDir(site, folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && p.Class(p.Base+"/"+name) != Asset {
				list.Add(diag.Diagnostic{File: name, Line: 1, Column: 1, Rule: "output-fingerprint", Severity: diag.Error, ID: "output-fingerprint"})
			}
			return err
		})
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("look at the assets: %w", err)
		}
	}
	return list, nil
}
