package site

import (
	"fmt"
	"io"
	"path/filepath"

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
// a process: Hugo keeps global state.
func Render(s *Stage, out string) (diag.List, error) {
	out, err := filepath.Abs(out)
	if err != nil {
		return nil, err
	}
	log := &log{root: s.Root}
	logger := loggers.New(loggers.Options{
		Level: logg.LevelWarn, StdOut: io.Discard, StdErr: io.Discard, HandlerPost: log.handle,
	})
	flags := config.New()
	flags.Set("workingDir", s.Root)
	flags.Set("publishDir", out)

	fs := afero.NewOsFs()
	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs: fs, Filename: s.configFiles(), Flags: flags, Logger: logger,
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
	err = sites.Build(hugolib.BuildCfg{NoBuildLock: true})
	if closeErr := sites.Close(); closeErr != nil && err == nil {
		return nil, fmt.Errorf("close Hugo: %w", closeErr)
	}
	return log.result(err), nil
}
