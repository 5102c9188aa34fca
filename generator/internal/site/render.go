package site

import (
	"context"
	"errors"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/bep/logg"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"

	"resolutionsite/generator/internal/diag"
)

// Render renders the stage into the folder out, which must exist and be empty.
// What Hugo finds wrong is returned as diagnostics; after an error among them
// out holds an unusable part of the site. Only one Render may run at a time in
// a process: Hugo keeps global state. Where ctx ends, Render returns at once;
// what Hugo was at is abandoned.
func Render(ctx context.Context, s *Stage, out string) (diag.List, error) {
	found, err := s.render(ctx, out)
	if !errors.Is(err, errStuck) {
		return found, err
	}
	// The faults are in what many pages share: a few pages show them.
	few, err := s.few()
	if err != nil {
		return nil, err
	}
	found, err = few.render(ctx, filepath.Join(few.Dir, "out"))
	if errors.Is(err, errStuck) || err == nil && !found.HasErrors() {
		return diag.List{{Rule: "hugo", Severity: diag.Error, ID: "hugo-many"}}, nil
	}
	return found, err
}

// errStuck is Hugo's silence after ten errors: its renderer stops reading them
// while its workers still write, and Build never returns (seen in v0.165.0).
var errStuck = errors.New("hugo is stuck")

// patience is how long Hugo may take to end after it has given up.
const patience = 2 * time.Second

func (s *Stage) render(ctx context.Context, out string) (diag.List, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	log := &log{root: s.Root, stage: s}
	logger := loggers.New(loggers.Options{
		Level: logg.LevelWarn, StdOut: io.Discard, StdErr: io.Discard, HandlerPost: log.handle,
	})
	flags := config.New()
	flags.Set("workingDir", s.Root)
	flags.Set("publishDir", out)

	fs := afero.NewOsFs()
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: fs, Filename: configFiles(s.Root, s.Dir), Flags: flags, Logger: logger,
		Environment: "production",
		Environ:     []string{"GENERATOR=1"}, // not empty, or Hugo reads the process's own
	})
	if err != nil {
		return log.result(err), nil
	}
	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs: configs, Fs: hugofs.NewFrom(fs, configs.LoadingInfo.BaseConfig),
		// Named for Hugo's own tests, and the only way to its log: without it
		// Hugo makes a logger that prints.
		TestLogger: logger,
	})
	if err != nil {
		return log.result(err), nil
	}
	built := make(chan error, 1)
	go func() {
		err := sites.Build(hugolib.BuildCfg{NoBuildLock: true})
		if closeErr := sites.Close(); err == nil { // an error of the build says more
			err = closeErr
		}
		built <- err
	}()
	select {
	case err = <-built:
		return log.result(err), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-sites.Done(): // it has given up
	}
	select {
	case err = <-built:
		return log.result(err), nil
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(patience):
		return nil, errStuck
	}
}

// few is the same stage with one page of each kind: the home page, the
// resolution, one page below it, one other, and of each that the program makes.
func (s *Stage) few() (*Stage, error) {
	chosen := map[string]string{}
	for _, page := range s.project.Pages {
		kind := "other"
		switch {
		case page.Path == "/":
			kind = "home"
		case page.Resolution != nil:
			kind = "resolution"
		case strings.Count(page.Path, "/") > 2:
			kind = "below"
		}
		if chosen[kind] == "" {
			chosen[kind] = strings.TrimPrefix(page.File, s.project.Folders[page.Language.Key]+"/")
		}
	}
	for _, l := range s.project.Languages {
		for _, m := range s.made[l.Key] {
			if chosen[m.Layout] == "" {
				chosen[m.Layout] = m.file()
			}
		}
	}
	few := *s
	few.Dir = filepath.Join(s.Dir, "few")
	few.only = slices.Sorted(maps.Values(chosen))
	return &few, few.write()
}
