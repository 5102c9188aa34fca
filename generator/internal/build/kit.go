package build

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"resolutionsite/generator/internal/press"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/site"
)

// kitFolder is the folder of the stage where the kit waits for the site.
func kitFolder(w *publish.Workspace) string { return filepath.Join(w.Stage(), "kit") }

// makeKit makes the kit before the site, whose pages lead to it. It returns what
// layouts are told, nil where there is no kit.
func makeKit(ctx context.Context, p *project.Project, opt Options, w *publish.Workspace, result *Result) (any, error) {
	if opt.WithoutKit {
		return nil, nil
	}
	if opt.WithoutNode || !press.Available(opt.Root) {
		result.LeftOut = append(result.LeftOut, press.Name)
		if opt.Strict && !opt.WithoutNode { // nobody has asked to leave it out
			result.Diagnostics.Add(press.Unavailable())
		}
		return nil, nil
	}
	opt.Progress("kit")
	editions, err := site.PrintedEditions(p, opt.BaseURL)
	if err != nil {
		return nil, err
	}
	kit, found, err := press.Make(ctx, p, press.Options{
		Root: opt.Root, Out: kitFolder(w), BaseURL: opt.BaseURL, Date: opt.Date, Editions: editions, Bleed: true, Strict: opt.Strict, Progress: opt.Pieces,
	})
	result.Diagnostics = append(result.Diagnostics, found...)
	if err != nil || len(kit) == 0 {
		return nil, err
	}
	return kit, nil
}

// addKit puts the kit, if there is one, into the site.
func addKit(w *publish.Workspace) error {
	folder := kitFolder(w)
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return publish.CopyStatic(os.DirFS(folder), w.Site(), nil)
}
