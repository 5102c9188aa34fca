package command

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
)

// findTranslation finds the language that a command works on, by its tag. The
// reference language is none that is translated.
func findTranslation(p *project.Project, tag string) (locale.Language, error) {
	found, ok := p.Language(strings.ToLower(strings.TrimSpace(tag)))
	if !ok {
		if _, err := locale.Parse(tag); err != nil {
			return found, err
		}
		_, _, err := p.Select([]string{tag})
		return found, err
	}
	if found.Key == p.Reference.Key {
		return found, &refusal{diag.Diagnostic{Rule: "locale", ID: "locale-reference", Args: map[string]any{"Tag": found.Tag}}}
	}
	return found, nil
}

// findPages finds the pages that arguments name; StringsPath among them where
// they name the strings.
func findPages(p *project.Project, root string, l locale.Language, names []string) ([]string, error) {
	var found []string
	for _, name := range names {
		at, nearest, ok := p.FindTranslatable(l, inProject(root, name))
		if !ok {
			args := map[string]any{"Page": name, "Nearest": nearest, "Tag": l.Tag}
			id := "locale-page"
			if nearest != "" {
				id = "locale-page-nearest"
			}
			return nil, &refusal{diag.Diagnostic{Rule: "locale", ID: id, Args: args}}
		}
		found = append(found, at)
	}
	return found, nil
}

// inProject makes the name of a file that is there, wherever it is seen from,
// one from the project's root; other names stay as they are.
func inProject(root, name string) string {
	full, err := filepath.Abs(name)
	if err != nil || !strings.Contains(filepath.Base(name), ".") || !exists(full) {
		return name
	}
	// Both without symbolic links: the root may have been found through one.
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	}
	if real, err := filepath.EvalSymlinks(root); err == nil {
		root = real
	}
	rel, err := filepath.Rel(root, full)
	if err != nil || !filepath.IsLocal(rel) {
		return name
	}
	return filepath.ToSlash(rel)
}

// refusal is an error that is said as a diagnostic.
type refusal struct{ d diag.Diagnostic }

func (e *refusal) Error() string { return fmt.Sprintf("%s %v", e.d.ID, e.d.Args) }

func (e *refusal) Diagnostic() diag.Diagnostic {
	e.d.Severity = diag.Error
	return e.d
}

// completeTranslations offers the languages but the reference.
func (a *app) completeTranslations(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	p, _, err := a.load()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var tags []string
	for _, l := range p.Languages {
		if l.Key != p.Reference.Key {
			tags = append(tags, cobra.CompletionWithDesc(l.Key, l.Endonym))
		}
	}
	return tags, cobra.ShellCompDirectiveNoFileComp
}

// completePages offers a language for the first argument and its pages for the
// next, as many as the command takes.
func (a *app) completePages(most int) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		switch {
		case len(args) == 0:
			return a.completeTranslations(cmd, args, begun)
		case most > 0 && len(args) > most:
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		p, _, err := a.load()
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		l, err := findTranslation(p, args[0])
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var offered []string
		for _, at := range append(p.Translatable(l), project.StringsPath) {
			if strings.HasPrefix(at, begun) {
				offered = append(offered, at)
			}
		}
		return offered, cobra.ShellCompDirectiveNoFileComp
	}
}
