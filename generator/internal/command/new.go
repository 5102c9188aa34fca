package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/archetypes"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/rewrite"
)

func (a *app) newPage() *cobra.Command {
	var title string
	var described []string
	for _, class := range project.PageClasses() {
		place := class.Place
		if place == "" {
			place = "anywhere else"
		}
		described = append(described, fmt.Sprintf("  %-11s %s (%s)", class.Name, class.About, place))
	}
	cmd := &cobra.Command{
		Use:   "new CLASS PATH",
		Short: "Begin a page",
		Long: `New writes a page in the original's language, with the fields that pages of its
class have and comments that say what to write. It is a draft: nobody sees it
before you delete that line. Nothing that is there is written over.

A page is of one of these classes:

` + strings.Join(described, "\n") + `

What it begins with is generator/archetypes/CLASS.md; a project may have its own
in archetypes/.`,
		Example: `  generator new article /learn/children/ --title "Children and young people"
  generator new session learn/teachers/media
  generator new messages /campaign/messages-2026/`,
		Args: cobra.ExactArgs(2),
		RunE: run(func(cmd *cobra.Command, args []string) error { return a.runNew(cmd.Context(), args[0], args[1], title) }),
		ValidArgsFunction: func(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
			var offered []string
			for _, class := range project.PageClasses() {
				if len(args) == 0 && strings.HasPrefix(class.Name, begun) {
					offered = append(offered, class.Name+"\t"+class.About)
				}
			}
			return offered, cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().StringVar(&title, "title", "", "title of the page (default: made from its address)")
	_ = cmd.RegisterFlagCompletionFunc("title", cobra.NoFileCompletions)
	return cmd
}

func (a *app) runNew(ctx context.Context, name, where, title string) error {
	class, err := findClass(name)
	if err != nil {
		return err
	}
	p, root, unlock, err := a.loadLocked(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	page, d := p.Place(class, inProject(root, where))
	if d != nil {
		return &refusal{*d}
	}
	if title == "" {
		title = page.Title
	}
	from, content, err := archetype(root, class)
	if err != nil {
		return err
	}
	content, err = rewrite.Fields(content, []rewrite.FieldEdit{{Path: "title", Text: title}, {Path: "draft", Text: "true"}})
	// Draft is no text that could be in quotation marks.
	content = bytes.Replace(content, []byte("\ndraft: \"true\""), []byte("\ndraft: true"), 1)
	if err == nil {
		_, err = project.ParsePage(content)
	}
	if err != nil {
		return &refusal{diag.Diagnostic{File: from, Rule: "new", ID: "new-archetype", Args: map[string]any{"Detail": err.Error()}}}
	}
	if err := ctx.Err(); err != nil {
		return &refusal{diag.Diagnostic{Rule: "locale", ID: "locale-interrupted"}}
	}
	err = createFile(filepath.Join(root, filepath.FromSlash(page.File)), content)
	if errors.Is(err, fs.ErrExist) {
		return &refusal{diag.Diagnostic{File: page.File, Rule: "new", ID: "new-taken", Args: map[string]any{"Address": page.Path}}}
	}
	if err != nil {
		return err
	}
	a.say("note", "say-written", map[string]any{"File": page.File})
	a.say("hint", "say-new-next", map[string]any{"File": page.File})
	return nil
}

func findClass(name string) (*project.PageClass, error) {
	if class := project.FindClass(strings.ToLower(strings.TrimSpace(name))); class != nil {
		return class, nil
	}
	names := project.ClassNames()
	d := diag.Diagnostic{Rule: "new", ID: "new-class", Args: map[string]any{"Class": name, "Classes": strings.Join(names, ", ")}}
	if nearest := project.Nearest(name, names); nearest != "" {
		d.ID, d.Args["Nearest"] = "new-class-nearest", nearest
	}
	return nil, &refusal{d}
}

// archetype is what a page of a class begins with: the project's own, or the
// program's.
func archetype(root string, class *project.PageClass) (file string, content []byte, err error) {
	file = "archetypes/" + class.Name + ".md"
	content, err = os.ReadFile(filepath.Join(root, filepath.FromSlash(file)))
	if errors.Is(err, fs.ErrNotExist) {
		content, err = archetypes.Files.ReadFile(class.Name + ".md")
		return "generator/" + file, content, err
	}
	return file, content, err
}

// createFile writes a file that is not there yet, whole or not at all, and the
// folders above it.
func createFile(name string, content []byte) (err error) {
	made, err := makeFolders(filepath.Dir(name))
	if err != nil {
		return err
	}
	defer func() {
		for _, folder := range made {
			if err != nil {
				_ = os.Remove(folder) // only if nothing else is in it
			}
		}
	}()
	f, err := os.CreateTemp(filepath.Dir(name), ".part-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer func() { err = errors.Join(err, os.Remove(f.Name())) }()
	if _, err = f.Write(content); err != nil {
		return errors.Join(err, f.Close())
	}
	if err = errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Link(f.Name(), name) // unlike a renaming, it takes nobody's place
}

// makeFolders makes a folder and those above it, and returns those that it made,
// the innermost first.
func makeFolders(name string) (made []string, err error) {
	for at := name; !exists(at); at = filepath.Dir(at) {
		made = append(made, at)
	}
	return made, os.MkdirAll(name, 0o755)
}
