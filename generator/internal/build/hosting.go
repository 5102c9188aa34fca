package build

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/hosting"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/search"
)

// HostingSuffix makes the name of the folder beside the published one, for
// whoever configures a host.
const HostingSuffix = ".hosting"

// openHosting takes hold of the folder beside the published one, which is
// replaced as a whole like that.
func openHosting(opt Options) (*publish.Workspace, error) {
	return publish.Open(filepath.Clean(opt.Out)+HostingSuffix, publish.Options{
		Marker: hosting.RecordName, Recognise: hosting.IsRecord, Root: opt.Root, Sources: Sources(opt.Root),
	})
}

// policyOf is how the project's site is served at the address of the build.
func policyOf(p *project.Project, opt Options) (*hosting.Policy, error) {
	var languages []string
	for _, l := range p.Languages {
		languages = append(languages, l.Key)
	}
	h := p.Config.Hosting
	return hosting.New(hosting.Options{
		BaseURL: opt.BaseURL, Languages: languages, SearchBundle: search.Folder, Quiet: quiet(p),
		Onion: h.Onion, IncludeSubDomains: h.IncludeSubDomains, Preload: h.Preload,
	})
}

// quiet are the folders of the quiet pages, without those inside of others; nil
// where there are none.
func quiet(p *project.Project) []string {
	var folders []string
	for _, at := range p.Paths() {
		if at != "/" && p.Quiet(at) && !p.Quiet(path.Dir(path.Clean(at))) {
			folders = append(folders, strings.Trim(at, "/"))
		}
	}
	return folders
}

// addHosting writes what hosts read into the site and into the folder beside.
func addHosting(p *project.Project, opt Options, site, beside string, result *Result) error {
	policy, err := policyOf(p, opt)
	if err != nil {
		return err
	}
	found, err := policy.CheckAssets(os.DirFS(site))
	if err != nil {
		return err
	}
	result.Diagnostics = append(result.Diagnostics, found...)
	insideFiles, besideFiles, err := policy.Write()
	if err != nil {
		return err
	}
	own, err := os.ReadFile(filepath.Join(site, filepath.FromSlash(hosting.SecurityName)))
	switch contact := p.Config.SecurityContact(); {
	case err == nil: // the project has one of its own, signed perhaps
		result.Diagnostics = append(result.Diagnostics, hosting.CheckSecurity(staticFolder+"/"+hosting.SecurityName, own, opt.Date)...)
		if opt.Strict {
			result.Diagnostics.Strict()
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	case contact == "":
		result.NoSecurity = true
	default:
		to := insideFiles
		if policy.Base != "" { // it belongs to the root of the host
			to = besideFiles
		}
		to[hosting.SecurityName] = policy.SecurityText(hosting.Security{Contact: contact, Languages: readers(p), Date: opt.Date})
	}
	result.Hosting = filepath.Clean(opt.Out) + HostingSuffix
	for folder, files := range map[string]hosting.Files{site: insideFiles, beside: besideFiles} {
		found, err := writeFiles(folder, files)
		if err != nil {
			return err
		}
		result.Diagnostics = append(result.Diagnostics, found...)
	}
	return nil
}

// readers are the languages that a publisher can be written to in: those the
// body works in, else the reference.
func readers(p *project.Project) []string {
	var tags []string
	for _, key := range p.Config.SideBySide {
		if l, ok := p.Language(key); ok {
			tags = append(tags, l.Tag)
		}
	}
	if tags == nil {
		tags = []string{p.Reference.Tag}
	}
	return tags
}

// writeFiles writes new files. One that is there already is the project's own:
// it would take the policy's place, and readers would be served without it.
func writeFiles(folder string, files hosting.Files) (diag.List, error) {
	var list diag.List
	for _, name := range slices.Sorted(maps.Keys(files)) {
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return nil, err
		}
		err := publish.WriteNew(to, files[name])
		if errors.Is(err, fs.ErrExist) {
			list.Add(diag.Diagnostic{File: staticFolder + "/" + name, Line: 1, Column: 1, Rule: "hosting", Severity: diag.Error, ID: "hosting-own-file", Args: map[string]any{"Name": name}})
			continue
		}
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

// Watch holds the project's own security.txt, and the one in its published
// folder, to the day: what is published grows old without a build.
func Watch(root string, now time.Time) (diag.List, error) {
	var list diag.List
	for _, folder := range []string{staticFolder, "public"} {
		name := folder + "/" + hosting.SecurityName
		content, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		list = append(list, hosting.CheckSecurity(name, content, now)...)
	}
	return list, nil
}
