package command

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/exchange"
	"resolutionsite/generator/internal/transfer"
)

func (a *app) localeImport() *cobra.Command {
	var format string
	var dryRun, differences bool
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Bring a translated file back into the project",
		Long: `Import reads a PO or XLIFF file that "locale export" made and puts the
translations into the pages and strings of its language (- reads standard input).

Everything is looked at before anything is written: placeholders, shortcodes,
links, numbers, plural forms, and whether the site could be published with it. If
something is wrong all of it is listed, with the line of your file, and nothing is
written. A translation that somebody changed in the project since the export is a
conflict: it is shown, and never overwritten. What comes back unchanged changes
nothing.`,
		Example: `  generator locale import pl.po --dry-run    see what would happen
  generator locale import pl.po
  generator locale import uk.xlf --accept-differences`,
		Args: cobra.ExactArgs(1),
		RunE: run(func(cmd *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return a.runLocaleImport(cmd.Context(), args[0], format, dryRun, differences)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&format, "format", "text", "form of the report: text or json")
	f.BoolVar(&dryRun, "dry-run", false, "look and report, write nothing")
	f.BoolVar(&differences, "accept-differences", false, "numbers and links that differ from the source are meant")
	complete(cmd, "format", "text", "json")
	return cmd
}

func (a *app) runLocaleImport(ctx context.Context, name, format string, dryRun, differences bool) error {
	src, err := a.readExchange(name)
	if err != nil {
		return err
	}
	file, faults := readExchange(src)
	if len(faults) > 0 {
		a.print(faultsOf(name, faults))
		return errRefused
	}
	p, root, unlock, err := a.loadLocked(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	step, end := a.counting()
	plan := transfer.Import(p, file, transfer.ImportOptions{Name: name, Differences: differences, Progress: step})
	end()
	refused := plan.Found.HasErrors()
	if !refused && !dryRun && ctx.Err() == nil {
		if err := plan.Write(root); err != nil {
			return err
		}
	}
	if err := a.reportImport(plan, format, dryRun); err != nil {
		return err
	}
	if refused {
		return errRefused
	}
	return ctx.Err()
}

// readExchange reads a file of translations up to the size that is looked at.
func (a *app) readExchange(name string) (src []byte, err error) {
	in := a.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close() // read only: nothing to lose
		in = f
	}
	return io.ReadAll(io.LimitReader(in, exchange.MaxSize+1))
}

// readExchange tells the format by how the text begins.
func readExchange(src []byte) (exchange.File, []exchange.Fault) {
	begin := bytes.TrimLeft(bytes.TrimPrefix(src[:min(len(src), 4096)], []byte("\ufeff")), " \t\r\n")
	if bytes.HasPrefix(begin, []byte("<")) {
		return exchange.ReadXLIFF(src)
	}
	return exchange.ReadPO(src)
}

func faultsOf(name string, faults []exchange.Fault) diag.List {
	var list diag.List
	for _, f := range faults {
		list.Add(diag.Diagnostic{
			File: name, Line: max(1, f.Line), Column: max(1, f.Column), Rule: "exchange", Severity: diag.Error, ID: f.ID, Args: f.Args,
		})
	}
	list.Sort()
	return list
}

// importReport is the report of an import for tools.
type importReport struct {
	Language  string          `json:"language"`
	New       int             `json:"new"`
	Changed   int             `json:"changed"`
	Confirmed int             `json:"confirmed"`
	Unchanged int             `json:"unchanged"`
	Files     []string        `json:"files"`
	Problems  json.RawMessage `json:"problems"`
}

func (a *app) reportImport(plan *transfer.Plan, format string, dryRun bool) error {
	files := slices.Sorted(maps.Keys(plan.Files))
	a.printer.Fill(plan.Found)
	if format == "json" {
		var problems bytes.Buffer
		if err := plan.Found.JSON(&problems); err != nil {
			return err
		}
		if files == nil {
			files = []string{}
		}
		return writeJSON(a.Stdout, importReport{plan.Language.Tag, plan.New, plan.Changed, plan.Confirmed, plan.Unchanged, files, problems.Bytes()})
	}
	_ = plan.Found.Text(a.Stderr, a.escapes(a.StderrTerminal))
	if plan.Found.HasErrors() {
		a.say("error", "say-import-refused", map[string]any{"Count": plan.Found.Count(diag.Error)})
		return nil
	}
	for _, name := range files {
		id := "say-written"
		if dryRun {
			id = "say-import-would-write"
		}
		a.say("note", id, map[string]any{"File": name})
	}
	_, err := fmt.Fprintln(a.Stdout, a.printer.Text("say-import-done", map[string]any{
		"Language": plan.Language.Tag, "New": plan.New, "Changed": plan.Changed, "Confirmed": plan.Confirmed, "Unchanged": plan.Unchanged,
	}))
	return err
}
