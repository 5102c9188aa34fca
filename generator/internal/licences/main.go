// Licences writes generator/THIRD-PARTY.md: every module that is compiled into
// the program and every npm package that the tests and validators use, with
// version and licence. Run it from the repository's root after a change of
// dependencies:
//
//	go run ./generator/internal/licences
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/licensecheck"
)

const target = "generator/THIRD-PARTY.md"

func main() {
	content, err := list(".")
	if err == nil {
		err = os.WriteFile(target, content, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

// entry is one dependency.
type entry struct{ name, version, licence string }

// list makes the document for the repository at root.
func list(root string) ([]byte, error) {
	modules, err := goModules(root)
	if err != nil {
		return nil, err
	}
	packages, err := npmPackages(root)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.WriteString("# Third-party software\n\nMade by `go run ./generator/internal/licences`; do not edit.\n")
	for _, part := range []struct {
		title   string
		entries []entry
	}{
		{"Go modules in the program", modules},
		{"npm packages of the search, the kit, the validators and tests (of these, the site publishes parts of pagefind, and in the kit parts of the fonts amiri, noto-sans and noto-serif)", packages},
	} {
		fmt.Fprintf(&b, "\n## %s\n\n| Name | Version | Licence |\n| --- | --- | --- |\n", part.title)
		for _, e := range part.entries {
			fmt.Fprintf(&b, "| %s | %s | %s |\n", e.name, e.version, e.licence)
		}
	}
	return b.Bytes(), nil
}

// goModules lists the modules that the program is compiled from.
func goModules(root string) ([]entry, error) {
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./generator")
	cmd.Dir = root
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("go list: %w", err)
	}
	lines := strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' })
	slices.Sort(lines)
	var entries []entry
	for _, line := range slices.Compact(lines) {
		f := strings.SplitN(line, "\t", 3)
		licence, err := identify(f[2])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f[0], err)
		}
		entries = append(entries, entry{f[0], f[1], licence})
	}
	return entries, nil
}

// identify names the licence in a module's folder by its SPDX identifier.
func identify(dir string) (string, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return "", err
	}
	var found []string
	for _, f := range files {
		name := strings.ToUpper(f.Name())
		if f.IsDir() || !strings.HasPrefix(name, "LICEN") && !strings.HasPrefix(name, "UNLICEN") && !strings.HasPrefix(name, "COPYING") {
			continue
		}
		text, err := fs.ReadFile(os.DirFS(dir), f.Name())
		if err != nil {
			return "", err
		}
		for _, m := range licensecheck.Scan(text).Match {
			if !m.IsURL {
				found = append(found, m.ID)
			}
		}
	}
	slices.Sort(found)
	if found = slices.Compact(found); len(found) == 0 {
		return "", fmt.Errorf("no licence found in %s", dir)
	}
	return strings.Join(found, ", "), nil
}

// unnamed are the licences of packages that name none in package-lock.json, by
// the text of their file LICENSE.
var unnamed = map[string]string{"parse-cache-control": "BSD-3-Clause"}

// npmPackages lists what package-lock.json installs.
func npmPackages(root string) ([]entry, error) {
	data, err := os.ReadFile(filepath.Join(root, "package-lock.json"))
	if err != nil {
		return nil, err
	}
	var lock struct {
		Packages map[string]struct{ Version, License string }
	}
	if err := json.Unmarshal(data, &lock); err != nil {
		return nil, fmt.Errorf("package-lock.json: %w", err)
	}
	var entries []entry
	for path, p := range lock.Packages {
		if i := strings.LastIndex(path, "node_modules/"); i >= 0 {
			name := path[i+len("node_modules/"):]
			if p.License == "" {
				p.License = unnamed[name]
			}
			entries = append(entries, entry{name, p.Version, p.License})
		}
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name+a.version, b.name+b.version) })
	return entries, nil
}
