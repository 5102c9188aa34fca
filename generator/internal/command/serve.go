package command

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/site"
)

func (a *app) serve() *cobra.Command {
	var server site.Server
	var pseudo bool
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "See the site while you edit",
		Long: `Serve shows the site in your browser and keeps it current while you edit: every
time you save, the page reloads and problems are printed. It writes nothing
into the project and is seen on this machine only. Stop it with Ctrl+C.`,
		Example: `  generator serve
  generator serve --open --port 8080
  generator serve --components       for designers: /en/components/`,
		Args: cobra.NoArgs,
		RunE: run(func(cmd *cobra.Command, _ []string) error {
			return a.runServe(cmd.Context(), server, project.Options{Pseudo: pseudo})
		}),
	}
	cmd.Flags().IntVarP(&server.Port, "port", "p", 1313, "port to listen on")
	cmd.Flags().BoolVar(&server.Open, "open", false, "open the site in your browser")
	cmd.Flags().BoolVar(&server.Components, "components", false, "show every part of the design as well, at /<lang>/components/")
	cmd.Flags().BoolVar(&pseudo, "pseudo", false, "show the trial languages as well that locale pseudo makes")
	return cmd
}

func (a *app) runServe(ctx context.Context, server site.Server, options project.Options) (err error) {
	if server.Port < 1 || server.Port > 65535 {
		return usageError{fmt.Errorf("--port is a number from 1 to 65535, not %d", server.Port)}
	}
	switch err := free(server.Port); {
	case errors.Is(err, syscall.EADDRINUSE):
		return &portTaken{server.Port}
	case err != nil:
		return err
	}
	root, err := a.findProject()
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "generator-serve-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	p := &preview{app: a, root: root, dir: dir, server: server, options: options, changed: make(chan struct{}, 1)}
	if err := p.update(); err != nil {
		return err
	}
	watcher, err := p.watch()
	if err != nil {
		return err
	}
	followed := make(chan struct{})
	go func() {
		p.follow(ctx, watcher)
		close(followed)
	}()
	err = errors.Join(p.show(ctx), watcher.Close())
	<-followed // it writes into the folder that is removed next
	return err
}

// free reports whether a port can be listened on.
func free(port int) error {
	l, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return err
	}
	return l.Close()
}

type portTaken struct{ port int }

func (e *portTaken) Error() string { return fmt.Sprintf("port %d is in use", e.port) }

func (e *portTaken) Diagnostic() diag.Diagnostic {
	return diag.Diagnostic{Rule: "serve", ID: "serve-port", Severity: diag.Error, Args: map[string]any{"Port": e.port, "Next": e.port + 1}}
}

// preview keeps a stage current with the project.
type preview struct {
	*app
	root, dir string
	server    site.Server
	options   project.Options
	last      *string // the problems printed last, nil at first

	faulty  atomic.Bool   // whether there were errors among them
	changed chan struct{} // told of every change of the stage
}

// update reads the project again, prints its problems if they are others than
// before, and brings the stage up to date.
func (p *preview) update() error {
	loaded, _, err := p.loadWith(p.options)
	if err != nil {
		return err
	}
	found := check.Run(loaded)
	p.faulty.Store(found.HasErrors())
	p.printer.Fill(found)
	var now strings.Builder
	_ = found.Text(&now, p.escapes(p.StderrTerminal))
	if text := now.String(); p.last == nil || *p.last != text {
		p.last = &text
		fmt.Fprint(p.Stderr, text)
		if len(found) == 0 {
			p.say("note", "say-no-problems", nil)
		} else {
			p.summary(found, "say-warnings")
		}
	}
	if len(loaded.Languages) == 0 || loaded.Reference.Key == "" {
		return errRefused
	}
	today, err := p.buildDate("")
	if err != nil {
		return err
	}
	_, err = site.WriteStage(loaded, p.root, p.dir, site.Options{BaseURL: p.server.Address(), Components: p.server.Components, Date: today})
	return err
}

// watched are the parts of a project that decide what is staged.
var watched = []string{"content", "i18n"}

func (p *preview) watch() (*fsnotify.Watcher, error) {
	w, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	if err := w.Add(p.root); err != nil { // for the configuration
		return nil, errors.Join(err, w.Close())
	}
	for _, name := range watched {
		if err := addTree(w, filepath.Join(p.root, name)); err != nil {
			return nil, errors.Join(err, w.Close())
		}
	}
	return w, nil
}

// addTree watches a folder and every folder below it; a missing one is none.
func addTree(w *fsnotify.Watcher, folder string) error {
	return filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && entry.IsDir() {
			err = w.Add(name)
		}
		return err
	})
}

// settle is how long a burst of changes may last: editors write a file in
// several steps.
const settle = 80 * time.Millisecond

func (p *preview) follow(ctx context.Context, w *fsnotify.Watcher) {
	timer := time.NewTimer(time.Hour)
	timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case event, open := <-w.Events:
			if !open {
				return
			}
			if !p.matters(event.Name) {
				continue
			}
			if event.Has(fsnotify.Create) {
				if info, err := os.Stat(event.Name); err == nil && info.IsDir() {
					if err := addTree(w, event.Name); err != nil {
						fmt.Fprintln(p.Stderr, "error:", err)
					}
				}
			}
			timer.Reset(settle)
		case err, open := <-w.Errors:
			if !open {
				return
			}
			fmt.Fprintln(p.Stderr, "error:", err)
		case <-timer.C:
			if err := p.update(); err != nil {
				p.explain(err)
			}
			select {
			case p.changed <- struct{}{}:
			default: // told already
			}
		}
	}
}

// matters reports whether a change at name can change the stage.
func (p *preview) matters(name string) bool {
	rel, err := filepath.Rel(p.root, name)
	if err != nil || strings.HasPrefix(filepath.Base(rel), ".") {
		return false
	}
	first, _, _ := strings.Cut(filepath.ToSlash(rel), "/")
	return rel == project.ConfigFile || slices.Contains(watched, first)
}
