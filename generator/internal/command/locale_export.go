package command

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/transfer"
)

// exchangeFormat is a format in which translations leave and come back.
type exchangeFormat struct {
	name, endings string
	write         func(io.Writer, exchange.File) error
}

var exchangeFormats = []exchangeFormat{
	{"po", ".po .pot", exchange.WritePO},
	{"xliff", ".xlf .xliff", exchange.WriteXLIFF},
	{"tmx", ".tmx", exchange.WriteTMX},
}

func (a *app) localeExport() *cobra.Command {
	var format, out string
	var todo, copySource bool
	cmd := &cobra.Command{
		Use:   "export TAG [PAGE…]",
		Short: "Take texts out for translation in Poedit, OmegaT or another program",
		Long: `Export writes the texts of the reference language with their translations in one
file: the strings of the interface and every page, or only the pages that are
named ("strings" names the strings). What is outdated comes with the words that
it was translated from. Bring the file back with "locale import".

  po     GNU gettext: Poedit, Weblate, Lokalise and most others
  xliff  XLIFF 1.2: OmegaT, Trados, memoQ; links and emphasis are protected
  tmx    a translation memory of what is current; it cannot be brought back

OmegaT shows a text of an XLIFF file only if it has a translation: --copy-source
puts the original there, marked as not translated. What comes back unchanged counts
as missing.

The file goes to standard output, or to the file that --out names, whose ending
then decides the format.`,
		Example: `  generator locale export pl --out pl.po
  generator locale export uk --todo --out uk.xlf    only what is missing or outdated
  generator locale export fr /help/ /about/safety/ --out help.po
  generator locale export uk --copy-source --out uk.xlf    for OmegaT
  generator locale export fr --format tmx > fr.tmx`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: a.completePages(-1),
		RunE: run(func(_ *cobra.Command, args []string) error {
			if format == "" {
				format = formatOf(out)
			}
			if err := oneOf("format", format, "po", "xliff", "tmx"); err != nil {
				return err
			}
			return a.runLocaleExport(args[0], args[1:], format, out, todo, copySource)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", "", "po, xliff or tmx (default: by the ending of --out, else po)")
	f.StringVar(&out, "out", "", "file to write (default: standard output)")
	f.BoolVar(&todo, "todo", false, "leave out what is current")
	f.BoolVar(&copySource, "copy-source", false, "put the original where a translation is missing (xliff, for OmegaT)")
	complete(cmd, "format", "po", "xliff", "tmx")
	return cmd
}

// formatOf is the format that a file's name stands for, PO where none does.
func formatOf(name string) string {
	for _, f := range exchangeFormats {
		if ending := strings.ToLower(filepath.Ext(name)); ending != "" && strings.Contains(f.endings+" ", ending+" ") {
			return f.name
		}
	}
	return exchangeFormats[0].name
}

func (a *app) runLocaleExport(tag string, pages []string, format, out string, todo, copySource bool) error {
	p, root, err := a.load()
	if err != nil {
		return err
	}
	l, err := findTranslation(p, tag)
	if err != nil {
		return err
	}
	paths, err := findPages(p, root, l, pages)
	if err != nil {
		return err
	}
	// What cannot be read would be missing from the file without a word.
	if found := p.Problems.Only(diag.Error); len(found) > 0 {
		found.Sort()
		a.print(found)
		return errRefused
	}
	step, end := a.counting()
	file := transfer.Export(p, l, transfer.ExportOptions{Paths: paths, Todo: todo, Say: a.printer.Text, Progress: step})
	end()
	file.CopySource = copySource
	if len(file.Units) == 0 {
		a.say("note", "say-export-nothing", map[string]any{"Tag": l.Tag})
	}
	var b bytes.Buffer
	for _, f := range exchangeFormats {
		if f.name == format {
			if err := f.write(&b, file); err != nil {
				return fmt.Errorf("write %s: %w", format, err)
			}
		}
	}
	if b.Len() > exchange.MaxSize && format != "tmx" {
		a.print(diag.List{{Rule: "export", ID: "export-large", Severity: diag.Warning, Args: map[string]any{"Size": b.Len() >> 20, "Limit": exchange.MaxSize >> 20}}})
	}
	if out == "" {
		_, err = a.Stdout.Write(b.Bytes())
		return err
	}
	if err := replaceFile(out, b.Bytes()); err != nil {
		return err
	}
	a.say("note", "say-export-written", map[string]any{"Count": len(file.Units), "File": out})
	return nil
}
