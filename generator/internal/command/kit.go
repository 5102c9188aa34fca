package command

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/build"
	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/press"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/publish"
	"resolutionsite/generator/internal/site"
)

func (a *app) kit() *cobra.Command {
	var out, baseURL, date string
	var languages []string
	var bleed, strict bool
	cmd := &cobra.Command{
		Use:   "kit",
		Short: "Make what can be printed and shared, alone",
		Long: `Kit makes, for each language, what a build publishes in /<lang>/kit/: the
resolution, the summary and the handout as tagged PDF (PDF/UA-1), the posters, the
cards for social media with their alternative texts, and a zip file of it all.

A piece is made of one language's own words. What a language lacks, or what does
not fit, is left out; manifest.json says so. Of an earlier kit in the same folder,
pieces that this one has not are removed; other files stay. Pieces whose words have
not changed come from a cache in node_modules/.cache/kit.`,
		Example: `  generator kit                        every language, into kit/
  generator kit --lang fr,ar --out ~/Desktop/kit
  generator kit --lang en --bleed      posters for the printer as well: 3 mm of
                                       bleed, and marks where they are cut`,
		Args: cobra.NoArgs,
		RunE: run(func(cmd *cobra.Command, _ []string) error {
			day, err := a.buildDate(date)
			if err != nil {
				return err
			}
			opt := press.Options{Date: day, Out: out, Bleed: bleed, Strict: strict}
			if baseURL != "" {
				if opt.BaseURL, err = project.NormalizeBaseURL(baseURL); err != nil {
					return usageError{fmt.Errorf("--base-url: %w", err)}
				}
			}
			return a.runKit(cmd.Context(), opt, languages)
		}),
	}
	f := cmd.Flags()
	f.StringVarP(&out, "out", "o", "", "folder to write to (default: kit/ in the current folder)")
	f.StringSliceVar(&languages, "lang", nil, "languages to make, by tag (default: all)")
	f.BoolVar(&bleed, "bleed", false, "add posters with 3 mm of bleed and marks where they are cut")
	f.BoolVar(&strict, "strict", false, "treat warnings as errors")
	f.StringVar(&baseURL, "base-url", "", "address of the site (default: baseURL of hugo.toml)")
	f.StringVar(&date, "date", "", "day that the files name as theirs, as 2024-11-25 (default: SOURCE_DATE_EPOCH, else today in UTC)")
	_ = cmd.RegisterFlagCompletionFunc("lang", a.completeLanguages)
	return cmd
}

func (a *app) runKit(ctx context.Context, opt press.Options, languages []string) error {
	start := time.Now()
	p, root, err := a.load()
	if err != nil {
		return err
	}
	if found := check.Run(p); found.HasErrors() {
		a.print(shownByBuild(found))
		return errRefused
	}
	selected, _, err := p.Select(languages)
	if err != nil {
		return err
	}
	for _, tag := range languages {
		opt.Languages = append(opt.Languages, strings.ToLower(strings.TrimSpace(tag)))
	}
	if opt.Root = root; opt.Out == "" {
		opt.Out = "kit"
	}
	if opt.BaseURL == "" {
		opt.BaseURL = p.Config.BaseURL
	}
	if err := publish.Apart(opt.Out, build.Sources(root)); err != nil {
		return err
	}
	if !press.Available(root) {
		a.print(diag.List{press.Unavailable()})
		return errRefused
	}
	if opt.Editions, err = site.PrintedEditions(selected, opt.BaseURL); err != nil {
		return err
	}
	step, end := a.countingAs("say-kit-step")
	opt.Progress = step
	kit, found, err := press.Make(ctx, selected, opt)
	end()
	a.print(found)
	if err != nil {
		return err
	}
	if found.HasErrors() {
		return errRefused
	}
	for _, key := range slices.Sorted(maps.Keys(kit)) {
		k := kit[key]
		fmt.Fprintln(a.Stdout, a.printer.Text("say-kit", map[string]any{
			"Language": key, "Files": len(k.Files), "Made": k.Made, "Missing": len(k.Missing), "Zip": filepath.Join(opt.Out, filepath.FromSlash(k.Zip.Href)),
		}))
	}
	_, err = fmt.Fprintln(a.Stdout, a.printer.Text("say-kit-made", map[string]any{"Folder": opt.Out, "Seconds": strconv.FormatFloat(time.Since(start).Seconds(), 'f', 1, 64)}))
	return err
}
