package press

import (
	"encoding/binary"
	"io"
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
	file, err := modules.Open(name)
	if err != nil {
		return false
	}
	defer file.Close() // read only: nothing to lose
	info, err := file.Stat()
	if err != nil {
		return false
	}
	head := make([]byte, 12)
	if _, err := io.ReadFull(file, head); err != nil {
		return false
	}
	entries := make([]byte, 16*int(binary.BigEndian.Uint16(head[4:])))
	if _, err := io.ReadFull(file, entries); err != nil {
		return false
	}
	for entry := range slices.Chunk(entries, 16) {
		start, length := binary.BigEndian.Uint32(entry[8:]), binary.BigEndian.Uint32(entry[12:])
		if int64(start)+int64(length) > info.Size() {
			return false
		}
	}
	return true
}

// Unavailable is the error where the kit was to be made and cannot.
func Unavailable() diag.Diagnostic {
	return diag.Diagnostic{Rule: "kit", ID: "kit-tools", Severity: diag.Error}
}
