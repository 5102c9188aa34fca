package command

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
)

func (a *app) localeAdd() *cobra.Command {
	var force bool
	cmd := &cobra.Command{
		Use:   "add TAG",
		Short: "Begin a language",
		Long: `Add brings a language to life: it writes i18n/<tag>.toml with every string of the
interface, in the plural forms that the language has, each empty and with the
original above it. The site shows the language at once; what is not translated is
shown in the nearest language that has it. Nothing else is written.

A language is named by its tag (BCP 47), such as pl, pt-br or sr-latn.`,
		Example: `  generator locale add pl
  generator locale add pt-br
  generator locale add pl --force    add what a catalogue lacks, and keep its texts`,
		Args: cobra.ExactArgs(1),
		RunE: run(func(cmd *cobra.Command, args []string) error { return a.runAdd(cmd.Context(), args[0], force) }),
		// Any language may be begun.
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	cmd.Flags().BoolVar(&force, "force", false, "write an existing catalogue anew; its texts are kept, its comments are not")
	return cmd
}

func (a *app) runAdd(ctx context.Context, tag string, force bool) error {
	l, err := locale.Parse(strings.TrimSpace(tag))
	if err != nil {
		return err
	}
	p, root, unlock, err := a.loadLocked(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	file := p.CatalogFile(l)
	reference, existing := p.Catalogs[p.Reference.Key], p.Catalogs[l.Key]
	refuse := func(file, id string) error {
		return &refusal{diag.Diagnostic{File: file, Rule: "locale", ID: id, Args: map[string]any{"Tag": l.Key}}}
	}
	switch {
	case l.Key == p.Config.ReferenceLanguage:
		return refuse("", "locale-reference")
	case reference == nil || reference.Broken():
		a.print(p.Problems.Only(diag.Error))
		return refuse("", "locale-add-reference")
	case existing != nil && existing.Broken():
		return refuse(file, "locale-unreadable")
	case existing != nil && !force:
		return refuse(file, "locale-add-exists")
	case existing == nil && exists(filepath.Join(root, filepath.FromSlash(file))):
		return refuse(file, "locale-unreadable") // what is neither a file nor a folder
	}
	args := map[string]any{"Language": l.Endonym, "Tag": l.Tag, "Example": "{{ .Count }}", "Reference": p.Reference.Endonym}
	content := p.NewCatalog(l, a.printer.Text("say-catalog-head", args), a.printer.Text("say-catalog-others", args))
	if err := os.MkdirAll(filepath.Join(root, "i18n"), 0o755); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return refuse("", "locale-interrupted")
	}
	if err := replaceFile(filepath.Join(root, filepath.FromSlash(file)), content); err != nil {
		return err
	}
	a.say("note", "say-written", map[string]any{"File": file})
	a.say("hint", "say-add-next", map[string]any{"File": file, "Folder": p.Folder(l), "Tag": l.Key})
	return nil
}
