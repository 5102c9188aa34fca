package command

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/resolution"
)

// lowConfidence is the confidence below which --strict refuses a repair.
const lowConfidence = 0.8

func (a *app) importing() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "import",
		Short: "Bring a text into the project",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.importResolution())
	return cmd
}

// importOptions are the flags of import resolution.
type importOptions struct {
	lang, status, format  string
	dryRun, strict, force bool
}

func (a *app) importResolution() *cobra.Command {
	var opt importOptions
	cmd := &cobra.Command{
		Use:   "resolution FILE",
		Short: "Read a resolution as it was supplied and make its page",
		Long: `Import reads the text of a resolution from FILE (- for standard input), in
whatever layout it was supplied: copied from a PDF, an OCR or a web page. It
mends what such texts have broken and reports every repair with its line, what
stood there and how sure it is. No word is lost or changed without a report.

The result is content/<lang>/resolution/_index.md, to be read and edited; the
text as it was supplied is kept beside it. An existing page is not overwritten
unless you say --force. In the reference language the addresses of the parts are
added to the register of addresses, ids.txt.`,
		Example: `  generator import resolution text.txt --lang en --dry-run
  generator import resolution text.txt --lang en --status official
  pdftotext -layout res.pdf - | generator import resolution - --lang fr`,
		Args: cobra.ExactArgs(1),
		RunE: run(func(_ *cobra.Command, args []string) error {
			if err := errors.Join(oneOf("format", opt.format, "text", "json"), oneOf("status", opt.status, "official", "unofficial")); err != nil {
				return usageError{err}
			}
			if opt.lang == "" {
				return usageError{errors.New("--lang is missing: the language of the text, such as en")}
			}
			return a.runImport(args[0], opt)
		}),
	}
	f := cmd.Flags()
	f.StringVar(&opt.lang, "lang", "", "language of the text, by tag (required)")
	f.StringVar(&opt.status, "status", "unofficial", "official (the text as adopted) or unofficial")
	f.BoolVar(&opt.dryRun, "dry-run", false, "read and report, write nothing")
	f.StringVar(&opt.format, "format", "text", "form of the report: text or json")
	f.BoolVar(&opt.strict, "strict", false, "refuse repairs of low confidence")
	f.BoolVar(&opt.force, "force", false, "overwrite an existing page")
	complete(cmd, "format", "text", "json")
	complete(cmd, "status", "official", "unofficial")
	_ = cmd.RegisterFlagCompletionFunc("lang", a.completeLanguages)
	return cmd
}

func (a *app) runImport(file string, opt importOptions) error {
	lang, err := locale.Parse(opt.lang)
	if err != nil {
		return usageError{err}
	}
	src, err := a.readInput(file)
	if err != nil {
		return err
	}
	text, repairs, err := resolution.Read(src, resolution.Options{Language: lang.Tag, Official: opt.status == "official"})
	var refusal *resolution.Refusal
	if errors.As(err, &refusal) {
		a.print(diag.List{{File: file, Line: refusal.Line, Rule: "import", Severity: diag.Error, ID: refusal.ID, Args: refusal.Args}})
		return errRefused
	}
	if err != nil {
		return err
	}
	log := repairLog(file, repairs, opt.strict)
	if opt.format == "text" || log.HasErrors() {
		a.print(log)
	}
	if log.HasErrors() {
		return errRefused
	}
	if !opt.dryRun {
		if err := a.writeImport(lang, text, src, opt.force); err != nil {
			return err
		}
	}
	if opt.format == "json" {
		report, err := text.JSON(repairs)
		if err == nil {
			_, err = a.Stdout.Write(report)
		}
		return err
	}
	points := 0
	for _, e := range text.Elements() {
		if e.Role == resolution.ListPoint {
			points++
		}
	}
	_, err = fmt.Fprintln(a.Stdout, a.printer.Text("say-imported", map[string]any{
		"Title": text.Title, "Number": text.Number,
		"Recitals": len(text.Recitals), "Operative": len(text.Operative), "Points": points, "Repairs": len(repairs),
	}))
	return err
}

func (a *app) readInput(file string) ([]byte, error) {
	if file == "-" {
		return io.ReadAll(io.LimitReader(a.Stdin, resolution.MaxSize+1))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close() // read only: nothing to lose
	return io.ReadAll(io.LimitReader(f, resolution.MaxSize+1))
}

// repairLog turns repairs into diagnostics: notes, or errors where the repair
// is doubtful and doubt is not allowed.
func repairLog(file string, repairs []resolution.Repair, strict bool) diag.List {
	var log diag.List
	for _, r := range repairs {
		d := diag.Diagnostic{
			File: file, Line: r.Line, Rule: "repair", Severity: diag.Note, ID: "repair",
			Args: map[string]any{"Rule": r.Rule, "Before": strconv.Quote(r.Before), "After": strconv.Quote(r.After), "Confidence": strconv.FormatFloat(r.Confidence, 'f', 2, 64)},
		}
		switch r.After {
		case "":
			d.ID = "repair-left-out"
		case r.Before:
			d.ID = "repair-moved"
		}
		if strict && r.Confidence < lowConfidence {
			d.Severity, d.ID = diag.Error, "repair-doubtful"
		}
		log.Add(d)
	}
	return log
}

// writeImport puts the page and the supplied text into the project. The
// supplied text is written first: a page never stands without it.
func (a *app) writeImport(lang locale.Language, text *resolution.Text, src []byte, force bool) error {
	root, err := a.findProject()
	if err != nil {
		return err
	}
	folder := filepath.Join("content", lang.Key, "resolution")
	page := filepath.Join(folder, "_index.md")
	if !force && exists(filepath.Join(root, page)) {
		a.print(diag.List{{File: filepath.ToSlash(page), Rule: "import", Severity: diag.Error, ID: "import-exists"}})
		return errRefused
	}
	if err := os.MkdirAll(filepath.Join(root, folder), 0o755); err != nil {
		return err
	}
	type file struct {
		name    string
		content []byte
	}
	files := []file{
		{filepath.Join(folder, project.SuppliedText), src},
		{page, project.ResolutionPage(text)},
	}
	register := filepath.Join(folder, project.RegisterFile)
	if reference, err := a.isReference(root, lang); err != nil {
		return err
	} else if reference {
		old, err := os.ReadFile(filepath.Join(root, register))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if content := project.ExtendRegister(old, text); !bytes.Equal(content, old) {
			files = append(files, file{register, content})
		}
	}
	for _, f := range files {
		if err := replaceFile(filepath.Join(root, f.name), f.content); err != nil {
			return err
		}
		a.say("note", "say-written", map[string]any{"File": filepath.ToSlash(f.name)})
	}
	return nil
}

// isReference reports whether lang is the language that the others are
// translated from.
func (a *app) isReference(root string, lang locale.Language) (bool, error) {
	p, err := project.Load(os.DirFS(root))
	if err != nil {
		return false, err
	}
	return p.Config.ReferenceLanguage == lang.Key, nil
}

// replaceFile writes a file whole or not at all. A link leads to the file that is
// replaced; what is no file, such as a pipe or a device, is written to.
func replaceFile(name string, content []byte) (err error) {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	if info, err := os.Stat(name); err == nil && !info.Mode().IsRegular() {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		_, err = f.Write(content)
		return errors.Join(err, f.Close())
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".part-*")
	if err != nil {
		// The name that was asked for, not that of the part.
		if cause := (*fs.PathError)(nil); errors.As(err, &cause) {
			err = cause.Err
		}
		return fmt.Errorf("write %s: %w", name, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if _, err = f.Write(content); err != nil {
		return errors.Join(err, f.Close())
	}
	if err = errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

// exists reports whether a file is there.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
