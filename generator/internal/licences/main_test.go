package main

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// allowed are the licences whose terms the project can keep: permissive ones,
// and MPL-2.0, which asks for the source of the files it covers only.
var allowed = []string{"0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "CC-BY-4.0", "CC0-1.0", "ISC", "MIT", "MIT-0", "MPL-2.0", "OFL-1.1", "Python-2.0", "Unlicense"}

func TestEveryDependencyIsListedWithALicenceWeCanKeep(t *testing.T) {
	root := filepath.Join("..", "..", "..")
	want, err := list(root)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(target)))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s is not current: run go run ./generator/internal/licences", target)
	}
	row := regexp.MustCompile(`(?m)^\| ([^|]+) \| [^|]+ \| ([^|]*) \|$`)
	for _, m := range row.FindAllStringSubmatch(string(want), -1) {
		if m[1] == "Name" || m[1] == "---" {
			continue
		}
		for _, licence := range strings.Split(strings.ReplaceAll(m[2], " AND ", ", "), ", ") {
			// "(A OR B)" in SPDX leaves the choice to us.
			choice := strings.Split(strings.Trim(strings.TrimSpace(licence), "()"), " OR ")
			if !slices.ContainsFunc(choice, func(l string) bool { return slices.Contains(allowed, l) }) {
				t.Errorf("%s: the licence %q is not among those we can keep", m[1], licence)
			}
		}
	}
}
