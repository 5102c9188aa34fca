package command

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/build"
	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/publish"
)

func (a *app) build() *cobra.Command {
	var out, baseURL, date, report string
	var languages []string
	var strict, withoutNode, withoutKit, components, pseudo bool
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Make the site in public/",
		Long: `Build checks the project, renders it into a new folder, verifies every page of
the result and then puts the new folder in the place of the old one in a single
step. If anything is wrong, the published folder stays exactly as it was.

At the end stands a table of what the pages weigh: for every kind of page the
median and the maximum of the first view, that is of the bytes of HTML, style
sheets and scripts, each compressed with gzip -9, beside what it may be; the
most requests and bytes of scripts of any page; and the heaviest page. A page
over its budget is an error.`,
		Example: `  generator build
  generator build --out /srv/www/site --base-url https://www.example.org/
  generator build --lang en,fr       only these languages (and the reference)
  generator build --strict           refuse warnings, too
  generator build --report weight.json
                                     write what every page weighs, the heaviest
                                     first: [{"page", "kind", "firstView", …}]`,
		Args: cobra.NoArgs,
		RunE: run(func(cmd *cobra.Command, _ []string) error {
			day, err := a.buildDate(date)
			if err != nil {
				return err
			}
			opt := build.Options{Date: day, Strict: strict, Languages: languages, WithoutNode: withoutNode, WithoutKit: withoutKit, Components: components, Pseudo: pseudo, Progress: a.progress()}
			if baseURL != "" {
				if opt.BaseURL, err = project.NormalizeBaseURL(baseURL); err != nil {
					return usageError{fmt.Errorf("--base-url: %w", err)}
				}
			}
			if opt.Root, err = a.findProject(); err != nil {
				return err
			}
			if opt.Out = out; out == "" {
				opt.Out = filepath.Join(opt.Root, "public")
			}
			return a.runBuild(cmd.Context(), opt, report)
		}),
	}
	f := cmd.Flags()
	f.StringVarP(&out, "out", "o", "", "folder to publish in (default: public/ in the project)")
	f.StringVar(&baseURL, "base-url", "", "address of the site (default: baseURL of hugo.toml)")
	f.StringSliceVar(&languages, "lang", nil, "languages to build, by tag (default: all)")
	f.BoolVar(&strict, "strict", false, "treat warnings as errors")
	f.StringVar(&date, "date", "", "day of the build, as 2024-11-25 (default: SOURCE_DATE_EPOCH, else today in UTC)")
	f.BoolVar(&withoutNode, "without-node", false, "leave out what needs Node, even where it is installed")
	f.BoolVar(&withoutKit, "without-kit", false, "leave out the PDFs, posters and cards, for a quick build")
	f.BoolVar(&components, "components", false, "add a page in each language, /<lang>/components/, that shows every part of the design")
	f.BoolVar(&pseudo, "pseudo", false, "build the trial languages as well that locale pseudo makes: not to be published")
	f.StringVar(&report, "report", "", "file to write the weight of every page to, as JSON")
	_ = cmd.RegisterFlagCompletionFunc("lang", a.completeLanguages)
	return cmd
}

func (a *app) runBuild(ctx context.Context, opt build.Options, report string) error {
	start := time.Now()
	pieces, end := a.countingAs("say-kit-step")
	opt.Pieces = pieces
	result, err := build.Run(ctx, opt)
	end()
	if result != nil {
		a.print(shownByBuild(result.Diagnostics))
		a.summary(result.Diagnostics, "say-warnings-listed")
	}
	if err != nil {
		if result != nil && result.HostingAhead {
			a.say("note", "say-hosting-ahead", map[string]any{"Folder": result.Hosting, "Site": opt.Out})
		}
		return err
	}
	if result.Diagnostics.HasErrors() {
		a.say("error", "say-not-published", map[string]any{"Folder": opt.Out})
		return errors.Join(errRefused, a.report(report, "", result))
	}
	if err := a.published(result, opt, start); err != nil {
		return err
	}
	return a.report(report, opt.Out, result)
}

// report writes what the pages weigh, if the file was asked for; published is
// the folder of the site, "" where it was not published.
func (a *app) report(name, published string, result *build.Result) error {
	if name == "" || result.Output.Weights == nil {
		return nil
	}
	if err := build.WriteWeights(name, published, result.Output.Weights); err != nil {
		id := "say-report-failed"
		if published == "" {
			id = "say-report-failed-too"
		}
		a.say("error", id, map[string]any{"Folder": published, "Detail": err.Error()})
		return errRefused
	}
	a.say("note", "say-report", map[string]any{"File": name})
	return nil
}

// published says what was published.
func (a *app) published(result *build.Result, opt build.Options, start time.Time) error {
	if opt.Pseudo {
		id := "say-pseudo-missing"
		if slices.ContainsFunc(result.Languages, func(l build.LanguageRecord) bool { return isPseudo(l.Tag) }) {
			id = "say-pseudo-built"
		}
		a.say("note", id, nil)
	}
	for _, key := range result.Added {
		a.say("note", "say-language-added", map[string]any{"Language": key})
	}
	if result.NoSecurity {
		a.say("note", "say-no-security", nil)
	}
	if len(result.LeftOut) > 0 {
		a.say("note", "say-left-out", map[string]any{"What": strings.Join(result.LeftOut, ", ")})
	}
	for _, lang := range slices.Sorted(maps.Keys(result.Output.Unjudged)) {
		a.say("note", "say-unjudged", map[string]any{"Language": lang, "Count": result.Output.Unjudged[lang]})
	}
	w := tabwriter.NewWriter(a.Stdout, 0, 0, 2, ' ', 0)
	for _, l := range result.Languages {
		fmt.Fprintf(w, "%s\t%s\t%s\n", l.Tag, l.Endonym, a.printer.Text("say-pages", map[string]any{"Count": l.Pages, "Borrowed": l.Borrowed}))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := a.weights(result.Output.Weights); err != nil {
		return err
	}
	for _, line := range []string{
		a.printer.Text("say-compressed", compressed(result.Compression)),
		a.printer.Text("say-hosting", map[string]any{"Folder": result.Hosting}),
		a.printer.Text("say-published", map[string]any{
			"Folder": opt.Out, "Count": result.Output.Files, "Seconds": strconv.FormatFloat(time.Since(start).Seconds(), 'f', 1, 64),
		}),
	} {
		if _, err := fmt.Fprintln(a.Stdout, line); err != nil {
			return err
		}
	}
	return nil
}

// compressed says how much the compressed copies save.
func compressed(c publish.Compression) map[string]any {
	all := max(1, c.Bytes)
	return map[string]any{"Count": c.Files, "Brotli": c.Brotli * 100 / all, "Gzip": c.Gzip * 100 / all}
}

// weights prints what the kinds of pages weigh.
func (a *app) weights(weights []publish.Weight) error {
	w := tabwriter.NewWriter(a.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\n"+a.printer.Text("say-weights", nil))
	for _, k := range build.KindWeights(weights) {
		most := "–"
		if k.Most > 0 {
			most = strconv.Itoa(k.Most)
		}
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%s\t%d\t%d\t%s\n", k.Kind, k.Pages, k.Median, k.Maximum, most, k.Requests, k.JS, k.Heaviest)
	}
	if err := w.Flush(); err != nil {
		return err
	}
	_, err := fmt.Fprintln(a.Stdout, a.printer.Text("say-weights-note", nil)+"\n")
	return err
}

// shownByBuild are the errors, and the warnings about rendered pages: those no
// other command lists.
func shownByBuild(found diag.List) diag.List {
	return slices.DeleteFunc(slices.Clone(found), func(d diag.Diagnostic) bool {
		return d.Severity != diag.Error && !strings.HasPrefix(d.Rule, "output-")
	})
}

// summary says how many errors and warnings there are, if any. The warnings
// have been printed, or the text says where to find them.
func (a *app) summary(found diag.List, warnings string) {
	if n := found.Count(diag.Error); n > 0 {
		a.say("error", "say-errors", map[string]any{"Count": n})
	}
	if n := found.Count(diag.Warning); n > 0 {
		a.say("note", warnings, map[string]any{"Count": n})
	}
}

// buildDate is the day that the site takes for today.
func (a *app) buildDate(flag string) (time.Time, error) {
	if flag != "" {
		day, err := time.Parse(time.DateOnly, flag)
		if err != nil {
			return day, usageError{fmt.Errorf("--date is a day such as 2024-11-25, not %q", flag)}
		}
		return day, nil
	}
	if epoch := a.Getenv("SOURCE_DATE_EPOCH"); epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return time.Time{}, usageError{fmt.Errorf("SOURCE_DATE_EPOCH is a number of seconds, not %q", epoch)}
		}
		return time.Unix(seconds, 0).UTC().Truncate(24 * time.Hour), nil
	}
	return time.Now().UTC().Truncate(24 * time.Hour), nil
}

// progress shows the step a build is at, on a terminal only.
func (a *app) progress() func(step string) {
	if !a.escapes(a.StderrTerminal) {
		return func(string) {}
	}
	return func(step string) {
		if step == "" {
			fmt.Fprint(a.Stderr, "\r\x1b[K")
			return
		}
		fmt.Fprintf(a.Stderr, "\r\x1b[K%s …", a.printer.Text("say-step-"+step, nil))
	}
}

func (a *app) completeLanguages(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	root, err := a.findProject()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	names, err := filepath.Glob(filepath.Join(root, "i18n", "*.toml"))
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	for i, name := range names {
		names[i] = strings.TrimSuffix(filepath.Base(name), ".toml")
	}
	return slices.DeleteFunc(names, isPseudo), cobra.ShellCompDirectiveNoFileComp
}

func isPseudo(tag string) bool {
	l, err := locale.Parse(tag)
	return err == nil && l.Pseudo()
}
