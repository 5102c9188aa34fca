package command

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/manifestation"
	"resolutionsite/generator/internal/site"
)

func (a *app) exporting() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Take a text out of the project",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.exportResolution())
	return cmd
}

func (a *app) exportResolution() *cobra.Command {
	var lang, format, out string
	formats := manifestation.Formats()
	var ids, described []string
	for _, f := range formats {
		ids = append(ids, f.ID)
		described = append(described, fmt.Sprintf("  %-9s %s (%s)", f.ID, f.Name, f.MediaType))
	}
	cmd := &cobra.Command{
		Use:   "resolution",
		Short: "Write the resolution in another format",
		Long: `Export writes the resolution in one language and one format to standard output,
the same bytes that a build publishes beside its page:

` + strings.Join(described, "\n"),
		Example: `  generator export resolution --lang fr --format akn --out resolution-fr.xml
  generator export resolution --lang en --format bibtex >> library.bib
  generator export resolution --lang uk --format text | less`,
		Args: cobra.NoArgs,
		RunE: run(func(*cobra.Command, []string) error {
			if err := oneOf("format", format, ids...); err != nil {
				return usageError{err}
			}
			if lang == "" {
				return usageError{errors.New("--lang is missing: the language of the text, such as en")}
			}
			i := slices.Index(ids, format)
			return a.runExport(lang, formats[i], out)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&lang, "lang", "", "language of the text, by tag (required)")
	f.StringVar(&format, "format", "akn", "format: "+strings.Join(ids, ", "))
	f.StringVar(&out, "out", "", "file to write (default: standard output)")
	complete(cmd, "format", ids...)
	_ = cmd.RegisterFlagCompletionFunc("lang", a.completeLanguages)
	return cmd
}

func (a *app) runExport(lang string, format manifestation.Format, out string) error {
	p, _, err := a.load()
	if err != nil {
		return err
	}
	// A text that is broken is not given away.
	if found := check.Run(p); found.HasErrors() {
		a.print(found)
		return errRefused
	}
	selected, _, err := p.Select([]string{lang})
	if err != nil {
		return err
	}
	key := strings.ToLower(strings.TrimSpace(lang))
	if selected.Resolutions[key] == nil {
		l, _ := p.Language(key)
		return &noText{l.Tag}
	}
	editions, err := site.Editions(p, p.Config.BaseURL)
	if err != nil {
		return err
	}
	content, err := format.Write(editions[key])
	if err != nil {
		return err
	}
	if out != "" {
		return replaceFile(out, content)
	}
	_, err = a.Stdout.Write(content)
	return err
}

// noText is the error for a language that borrows its text from another.
type noText struct{ tag string }

func (e *noText) Error() string { return "no resolution in " + e.tag }

func (e *noText) Diagnostic() diag.Diagnostic {
	return diag.Diagnostic{Rule: "export", ID: "export-no-text", Severity: diag.Error, Args: map[string]any{"Tag": e.tag, "File": "content/" + strings.ToLower(e.tag) + "/resolution/_index.md"}}
}
