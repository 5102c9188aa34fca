package press

import (
	"encoding/binary"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"

	"resolutionsite/generator/internal/diag"
)

// Available reports whether a kit can be made in the project at root.
func Available(root string) bool {
	_, err := exec.LookPath("node")
	return err == nil && installed(root)
}

// installed reports whether everything that kits are made with is there. Without a
// font, Typst would take another.
func installed(root string) bool {
	needed := slices.Concat(binaries, fontLicences)
	for _, tool := range tools {
		needed = append(needed, tool+"/package.json")
	}
	for _, folder := range fontFolders {
		needed = append(needed, folder+"/*.ttf")
	}
	modules := os.DirFS(filepath.Join(root, "node_modules"))
	for _, pattern := range needed {
		names, err := fs.Glob(modules, pattern)
		if err != nil || len(names) == 0 {
			return false
		}
		for _, name := range names {
			if path.Ext(name) == ".ttf" && !wholeFont(modules, name) {
				return false
			}
		}
	}
	return true
}

// wholeFont reports whether a font has all the tables that it lists (OpenType,
// "Table Directory").
func wholeFont(modules fs.FS, name string) bool {
	content, err := fs.ReadFile(modules, name)
	if err != nil || len(content) < 12 {
		return false
	}
	tables := int(binary.BigEndian.Uint16(content[4:]))
	if len(content) < 12+16*tables {
		return false
	}
	for i := range tables {
		entry := content[12+16*i:]
		start, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		if uint64(start)+uint64(length) > uint64(len(content)) {
			return false
		}
	}
	return true
}

// Unavailable is the error where the kit was to be made and cannot.
func Unavailable() diag.Diagnostic {
	return diag.Diagnostic{Rule: "kit", ID: "kit-tools", Severity: diag.Error}
}
