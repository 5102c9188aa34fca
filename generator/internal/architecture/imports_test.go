package architecture_test

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	module   = "resolutionsite"
	internal = module + "/generator/internal/"
	hugo     = "github.com/gohugoio/hugo"
)

// mayImport is the table "Packages" of the design: what each package of
// generator/internal may import of the others. What those may import, it may
// import as well: their values are made of it.
var mayImport = map[string][]string{
	"architecture":              nil,
	"build":                     {"project", "check", "manifestation", "site", "publish", "hosting", "search", "validate", "press"},
	"calendar":                  nil,
	"check":                     {"project", "exchange", "langid"},
	"command":                   {"build", "messages", "pseudo", "transfer"},
	"diag":                      nil,
	"exchange":                  {"locale", "diag"},
	"hosting":                   {"diag"},
	"langid":                    nil,
	"langid/train":              {"langid"},
	"licences":                  nil,
	"listing":                   {"locale", "langid"},
	"locale":                    {"diag"},
	"manifestation":             {"resolution", "diag"},
	"markdown":                  nil,
	"messages":                  {"diag"},
	"press":                     {"project", "manifestation"},
	"project":                   {"diag", "resolution", "locale", "translation", "markdown", "rewrite"},
	"pseudo":                    {"locale", "markdown", "rewrite"},
	"publish":                   {"diag", "langid"},
	"resolution":                {"diag"},
	"resolution/resolutiontest": {"resolution"}, // for tests only
	"rewrite":                   {"diag", "markdown"},
	"search":                    {"listing"},
	"site":                      {"project", "calendar", "manifestation", "listing"},
	"testproject":               nil, // for tests only
	"transfer":                  {"project", "check", "exchange", "translation"},
	"translation":               {"locale", "diag", "markdown"},
	"validate":                  {"diag"},
}

// ownModules are packages that may import only some modules from outside.
var ownModules = map[string][]string{
	"diag":    nil,
	"hosting": nil,
	"locale":  {"golang.org/x/text", "github.com/nicksnyder/go-i18n/v2"},
}

// allowed is the closure of mayImport for one package.
func allowed(name string) map[string]bool {
	all := map[string]bool{}
	var add func(string)
	add = func(name string) {
		for _, other := range mayImport[name] {
			if !all[other] {
				all[other] = true
				add(other)
			}
		}
	}
	add(name)
	return all
}

type listed struct {
	ImportPath, Name string
	Standard         bool
	Imports, Deps    []string
}

// list runs go list with -deps over every package of the program.
func list(t *testing.T) map[string]listed {
	t.Helper()
	readSources(t)
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Name,Standard,Imports,Deps", module+"/generator/...")
	out, err := cmd.Output()
	if err != nil {
		var failed *exec.ExitError
		if errors.As(err, &failed) {
			t.Fatalf("go list: %s", failed.Stderr)
		}
		t.Fatal(err)
	}
	packages := map[string]listed{}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := decoder.Decode(&p); err == io.EOF {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
}

// readSources opens every source file, so that go test knows that its result
// depends on them: it does not see what go list reads.
func readSources(t *testing.T) {
	t.Helper()
	err := filepath.WalkDir("../..", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".go" {
			_, err = os.ReadFile(name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func inModule(importPath, module string) bool {
	return importPath == module || strings.HasPrefix(importPath, module+"/")
}

func TestPackagesImportOnlyWhatTheDesignAllows(t *testing.T) {
	packages := list(t)
	for _, importPath := range slices.Sorted(maps.Keys(packages)) {
		name, ok := strings.CutPrefix(importPath, internal)
		if !ok {
			continue
		}
		if _, known := mayImport[name]; !known {
			t.Errorf("%s is not in the table: add it there and to the design", name)
			continue
		}
		may := allowed(name)
		for _, other := range packages[importPath].Imports {
			if other, own := strings.CutPrefix(other, internal); own && !may[other] {
				t.Errorf("%s imports %s", name, other)
			}
		}
		if may, limited := ownModules[name]; limited {
			for _, other := range packages[importPath].Imports {
				if p := packages[other]; !p.Standard && !inModule(other, module) && !slices.ContainsFunc(may, func(m string) bool { return inModule(other, m) }) {
					t.Errorf("%s imports %s", name, other)
				}
			}
		}
	}
}

func TestOnlySiteImportsHugo(t *testing.T) {
	packages := list(t)
	for _, importPath := range slices.Sorted(maps.Keys(packages)) {
		if !inModule(importPath, module) || importPath == internal+"site" {
			continue
		}
		for _, other := range packages[importPath].Imports {
			if inModule(other, hugo) {
				t.Errorf("%s imports %s", importPath, other)
			}
		}
	}
}

// The rules must run, and be tested, without compiling Hugo.
func TestRulesDoNotDependOnHugo(t *testing.T) {
	packages := list(t)
	for _, name := range []string{"check", "project", "publish", "hosting", "listing", "search", "press", "messages", "manifestation", "resolution", "locale", "diag", "markdown", "exchange", "pseudo", "rewrite"} {
		p, ok := packages[internal+name]
		if !ok {
			t.Errorf("no package %s", name)
		}
		for _, dep := range p.Deps {
			if inModule(dep, hugo) {
				t.Errorf("%s depends on %s", name, dep)
			}
		}
	}
}

func TestMainOnlyWires(t *testing.T) {
	for _, other := range list(t)[module+"/generator"].Imports {
		if inModule(other, module) && path.Base(other) != "command" {
			t.Errorf("main imports %s", other)
		}
	}
}
