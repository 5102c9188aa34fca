package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/pseudo"
)

func (a *app) localePseudo() *cobra.Command {
	var out string
	var force bool
	cmd := &cobra.Command{
		Use:   "pseudo [TAG…]",
		Short: "Make trial languages that show faults of the site",
		Long: `Pseudo makes languages that nobody speaks, from the strings and pages of the
reference language: en-XA, with accents, in brackets and two fifths longer, and
ar-XB, from right to left. Where a page of theirs shows a plain word, cuts text
off or keeps a side, a layout is wrong, or will be in some language.

They are files of the project like those of any language, i18n/en-xa.toml and
content/en-xa/, but no part of it: git passes over them, and build, serve and
check leave them out unless you say --pseudo. Made again, they follow what has
changed in the reference language. What somebody wrote or changed there is not
overwritten unless you say --force.`,
		Example: `  generator locale pseudo            both, then: generator serve --pseudo
  generator locale pseudo en-XA      one of them
  generator locale pseudo --out /tmp/trial`,
		RunE: run(func(cmd *cobra.Command, tags []string) error {
			chosen, err := pseudoLocales(tags)
			if err != nil {
				return usageError{err}
			}
			return a.runPseudo(cmd.Context(), chosen, out, force)
		}),
	}
	var tags []string
	for _, l := range pseudo.Locales() {
		tags = append(tags, l.Tag)
	}
	cmd.ValidArgsFunction = cobra.FixedCompletions(tags, cobra.ShellCompDirectiveNoFileComp)
	cmd.Flags().StringVarP(&out, "out", "o", "", "folder to write to, in place of the project")
	cmd.Flags().BoolVar(&force, "force", false, "overwrite what somebody wrote or changed by hand")
	return cmd
}

// pseudoLocales finds those of the tags, or all.
func pseudoLocales(tags []string) ([]pseudo.Locale, error) {
	if len(tags) == 0 {
		return pseudo.Locales(), nil
	}
	var chosen []pseudo.Locale
	for _, tag := range tags {
		l, ok := pseudo.Find(tag)
		if !ok {
			var have []string
			for _, l := range pseudo.Locales() {
				have = append(have, l.Tag)
			}
			return nil, fmt.Errorf("the pseudo-locales are %s, not %q", strings.Join(have, " and "), tag)
		}
		chosen = append(chosen, l)
	}
	return chosen, nil
}

func (a *app) runPseudo(ctx context.Context, chosen []pseudo.Locale, out string, force bool) error {
	p, root, err := a.load()
	if err != nil {
		return err
	}
	if out == "" {
		out = root
	}
	sources := pseudoSources(p)
	// A broken source would make broken files.
	found := slices.DeleteFunc(check.Run(p), func(d diag.Diagnostic) bool {
		return d.Severity != diag.Error || !slices.ContainsFunc(sources, func(s pseudoSource) bool { return s.file == d.File })
	})
	if len(found) > 0 {
		a.print(found)
		return errRefused
	}
	files, err := a.makePseudo(ctx, p, chosen, sources)
	if err != nil {
		return err
	}
	if !force {
		if found, err = changedByHand(out, files); err != nil {
			return err
		}
		if len(found) > 0 {
			a.print(found)
			return errRefused
		}
	}
	for _, l := range chosen {
		removed, err := removeMade(out, path.Join("content", strings.ToLower(l.Tag)), files)
		if err != nil {
			return err
		}
		for _, name := range removed {
			a.say("note", "say-removed", map[string]any{"File": name})
		}
	}
	written := 0
	for _, f := range files {
		if err := ctx.Err(); err != nil {
			return err
		}
		name := filepath.Join(out, filepath.FromSlash(f.name))
		if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, f.content) {
			continue // a preview reloads only for a reason
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		if err := replaceFile(name, f.content); err != nil {
			return err
		}
		written++
	}
	_, err = fmt.Fprintln(a.Stdout, a.printer.Text("say-pseudo", map[string]any{"Count": len(files), "Written": written, "Folder": out}))
	a.say("note", "say-pseudo-unpublished", nil)
	return err
}

// pseudoSource is a file of the reference language; target is its path below
// the folder of content, "" for the catalogue.
type pseudoSource struct {
	file, target string
	make         func(pseudo.Locale, []byte) ([]byte, error)
}

// pseudoSources are the files that pseudo-locales are made of.
func pseudoSources(p *project.Project) []pseudoSource {
	key := p.Reference.Key
	sources := []pseudoSource{}
	if c := p.Catalogs[key]; c != nil {
		sources = append(sources, pseudoSource{c.File, "", pseudo.Locale.Strings})
	}
	below := func(file string) string { return strings.TrimPrefix(file, p.Folders[key]+"/") }
	for _, page := range slices.Concat(p.Pages, p.Drafts) {
		if page.Language.Key == key {
			sources = append(sources, pseudoSource{page.File, below(page.File), pseudo.Locale.Page})
		}
	}
	if r := p.Resolutions[key]; r != nil && r.References != nil {
		sources = append(sources, pseudoSource{r.References.File, below(r.References.File), pseudo.Locale.References})
	}
	return sources
}

// pseudoFile is a file to write, by its path in the project.
type pseudoFile struct {
	name    string
	content []byte
}

// makePseudo makes all files of the pseudo-locales.
func (a *app) makePseudo(ctx context.Context, p *project.Project, chosen []pseudo.Locale, sources []pseudoSource) ([]pseudoFile, error) {
	step, end := a.counting()
	defer end()
	var files []pseudoFile
	for _, l := range chosen {
		key := strings.ToLower(l.Tag)
		for _, s := range sources {
			if step != nil {
				step(len(files), len(chosen)*len(sources))
			}
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			source, err := fs.ReadFile(p.FS, s.file)
			if err != nil {
				return nil, err
			}
			content, err := s.make(l, source)
			if err != nil {
				return nil, fmt.Errorf("%s in %s: %w", s.file, l.Tag, err)
			}
			name := path.Join("i18n", key+".toml")
			if s.target != "" {
				name = path.Join("content", key, s.target)
			}
			files = append(files, pseudoFile{name, content})
		}
	}
	return files, nil
}

// changedByHand finds files in the way that were not made here, or were changed
// since.
func changedByHand(out string, files []pseudoFile) (diag.List, error) {
	var found diag.List
	for _, f := range files {
		old, err := os.ReadFile(filepath.Join(out, filepath.FromSlash(f.name)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if !pseudo.Made(old) {
			found.Add(diag.Diagnostic{File: f.name, Line: 1, Column: 1, Rule: "pseudo", ID: "pseudo-changed", Severity: diag.Error})
		}
	}
	return found, nil
}

// removeMade removes what was made in a folder earlier and is no more, and folders
// that are empty then. What was not made here, or was changed since, stays.
func removeMade(out, folder string, files []pseudoFile) (removed []string, err error) {
	keep := map[string]bool{}
	for _, f := range files {
		keep[f.name] = true
	}
	var folders []string
	err = fs.WalkDir(os.DirFS(out), folder, func(name string, entry fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case entry.IsDir():
			folders = append(folders, name)
			return nil
		case keep[name] || !entry.Type().IsRegular():
			return nil
		}
		at := filepath.Join(out, filepath.FromSlash(name))
		old, err := os.ReadFile(at)
		if err != nil || !pseudo.Made(old) {
			return err
		}
		removed = append(removed, name)
		return os.Remove(at)
	})
	for _, name := range slices.Backward(folders) {
		at := filepath.Join(out, filepath.FromSlash(name))
		if entries, readErr := os.ReadDir(at); readErr == nil && len(entries) == 0 {
			err = errors.Join(err, os.Remove(at))
		}
	}
	return removed, err
}
