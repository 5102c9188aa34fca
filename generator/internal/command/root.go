package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/messages"
	"resolutionsite/generator/internal/project"
)

// Env is the world a command runs in.
type Env struct {
	Args           []string
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	// Which of the three a person types into and reads.
	StdinTerminal, StdoutTerminal, StderrTerminal bool
}

// Exit codes.
const (
	exitDone    = 0
	exitRefused = 1
	exitUsage   = 2
)

// errRefused ends a command whose diagnostics have been printed.
var errRefused = errors.New("refused")

// usageError is a mistake in the way a command was called.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// app is one run of the program.
type app struct {
	Env
	printer *messages.Printer
	uiLang  string
	folder  string
}

// Main runs the program and returns its exit code.
func Main(env Env) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The first interruption asks for a clean end, the second ends the process.
	context.AfterFunc(ctx, stop)
	a := &app{Env: env}
	root := a.root()
	root.SetArgs(env.Args)
	root.SetIn(env.Stdin)
	root.SetOut(env.Stdout)
	root.SetErr(env.Stderr)
	if err := a.language(""); err != nil {
		fmt.Fprintln(env.Stderr, "error:", err)
		return exitRefused
	}
	cmd, err := root.ExecuteContextC(ctx)
	var failure *runError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &failure):
		a.explain(failure.err)
		var usage usageError
		if errors.As(err, &usage) {
			return exitUsage
		}
		return exitRefused
	default: // cobra's own: an unknown command or flag, a missing argument
		fmt.Fprintf(env.Stderr, "error: %s\nhint: %s\n", a.misuse(cmd, err), a.printer.Text("say-usage", map[string]any{"Command": cmd.CommandPath() + " --help"}))
		return exitUsage
	}
}

// misuse is what is wrong with a call. Of arguments that are missing or too many
// cobra only gives the numbers.
func (a *app) misuse(cmd *cobra.Command, err error) string {
	if strings.Contains(cmd.Use, " ") && cmd.Args != nil {
		if counted := cmd.Args(cmd, cmd.Flags().Args()); counted != nil && counted.Error() == err.Error() {
			return a.printer.Text("say-arguments", map[string]any{"Call": strings.TrimSuffix(cmd.UseLine(), " [flags]")})
		}
	}
	return err.Error()
}

// runError marks an error as coming from a command that was called rightly.
type runError struct{ err error }

func (e *runError) Error() string { return e.err.Error() }
func (e *runError) Unwrap() error { return e.err }

// run wraps what a command does, so that its errors are told from cobra's.
func run(f func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		if err := f(cmd, args); err != nil {
			return &runError{err}
		}
		return nil
	}
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "generator",
		Short: "Publish a parliamentary resolution as a multilingual static site",
		Long: `Generator turns the text of a parliamentary resolution and the campaign around
it into a multilingual, accessible, safe static site.

It works on the project in the current folder, or in the nearest folder above
it that has a hugo.toml.`,
		Example: `  generator serve                  see the site while you edit
  generator check                  list everything that must be mended
  generator build                  make the site in public/
  generator new article /learn/x/  begin a page
  generator import resolution text.txt --lang en --dry-run
                                   see how a resolution is read`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          cobra.NoArgs,
		PersistentPreRunE: func(*cobra.Command, []string) error {
			if err := a.language(a.uiLang); err != nil {
				return &runError{err}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentFlags().StringVar(&a.uiLang, "ui-lang", "", "language of messages, such as fr (default: your locale's)")
	root.PersistentFlags().StringVarP(&a.folder, "project", "C", "", "folder of the project (default: the nearest one with a hugo.toml)")
	root.AddCommand(a.build(), a.check(), a.exporting(), a.helplines(), a.importing(), a.kit(), a.locale(), a.newPage(), a.renderPreview(), a.serve())
	return root
}

// language chooses the language of messages: the flag, else the locale.
func (a *app) language(flag string) error {
	preferred := messages.Environment(a.Getenv)
	if flag != "" {
		preferred = []string{flag}
	}
	printer, err := messages.New(preferred...)
	a.printer = printer
	return err
}

// escapes reports whether escape sequences may go to a stream: colour, and
// lines that are written over.
func (a *app) escapes(terminal bool) bool {
	return terminal && a.Getenv("NO_COLOR") == "" && a.Getenv("TERM") != "dumb"
}

// say prints a message to standard error.
func (a *app) say(kind, id string, args map[string]any) {
	fmt.Fprintf(a.Stderr, "%s: %s\n", kind, a.printer.Text(id, args))
}

// print fills in and prints diagnostics to standard error.
func (a *app) print(list diag.List) {
	a.printer.Fill(list)
	_ = list.Text(a.Stderr, a.escapes(a.StderrTerminal))
}

// explain prints the error a command ended with, unless it has said all.
func (a *app) explain(err error) {
	var own interface{ Diagnostic() diag.Diagnostic }
	var tag *locale.InvalidTag
	switch {
	case errors.As(err, &tag):
		a.print(diag.List{project.InvalidTag("", tag)})
	case errors.Is(err, errRefused):
	case errors.As(err, &own):
		a.print(diag.List{own.Diagnostic()})
	case errors.Is(err, context.Canceled):
		a.say("error", "say-interrupted", nil)
	default:
		fmt.Fprintln(a.Stderr, "error:", err)
	}
}

// findProject returns the folder named by --project, or the nearest one from
// the current folder upwards that has a configuration.
func (a *app) findProject() (string, error) {
	start := a.folder
	if start == "" {
		start = "."
	}
	dir, err := filepath.Abs(start)
	if err != nil {
		return "", err
	}
	for here := dir; ; here = filepath.Dir(here) {
		if _, err := os.Stat(filepath.Join(here, project.ConfigFile)); err == nil {
			return here, nil
		}
		if a.folder != "" || here == filepath.Dir(here) {
			return "", &noProject{dir}
		}
	}
}

type noProject struct{ folder string }

func (e *noProject) Error() string { return "no project in " + e.folder }

func (e *noProject) Diagnostic() diag.Diagnostic {
	return diag.Diagnostic{Rule: "project", ID: "project-missing", Severity: diag.Error, Args: map[string]any{"Folder": e.folder, "File": project.ConfigFile}}
}

// load reads the project, without pseudo-locales.
func (a *app) load() (p *project.Project, root string, err error) {
	return a.loadWith(project.Options{})
}

func (a *app) loadWith(options project.Options) (p *project.Project, root string, err error) {
	if root, err = a.findProject(); err != nil {
		return nil, "", err
	}
	if options.Date, err = a.buildDate(""); err != nil {
		return nil, "", err
	}
	p, err = project.LoadWith(os.DirFS(root), options)
	return p, root, err
}
