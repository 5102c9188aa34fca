package command

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

func (a *app) localeStatus() *cobra.Command {
	var format string
	var all bool
	cmd := &cobra.Command{
		Use:   "status [TAG...]",
		Short: "Show what is translated, and what is left to do",
		Long: `Status counts the blocks of every language, that is the headings, paragraphs, list
items, fields and strings: those that are translated from what the original says
now (current), those whose original has changed since (outdated), those without a
translation (missing), and those whose original is gone (orphan).

For one language it lists the pages that need work, the most needed first: pages
whose readers must be able to rely on every word (class: critical), then by
importance, then by how much there is to do.`,
		Example: `  generator locale status
  generator locale status fr
  generator locale status fr --all
  generator locale status fr --format json | jq .blocks`,
		RunE: run(func(_ *cobra.Command, tags []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return a.runStatus(tags, format == "json", all)
		}),
		ValidArgsFunction: a.completeTranslations,
	}
	cmd.Flags().StringVar(&format, "format", "text", "form of the report: text or json")
	cmd.Flags().BoolVar(&all, "all", false, "of one language, list the pages with nothing left to do, too")
	complete(cmd, "format", "text", "json")
	return cmd
}

func (a *app) runStatus(tags []string, asJSON, all bool) error {
	spacious()
	p, _, err := a.load()
	if err != nil {
		return err
	}
	var languages []locale.Language
	for _, tag := range tags {
		l, err := findTranslation(p, tag)
		if err != nil {
			return err
		}
		if !slices.ContainsFunc(languages, func(o locale.Language) bool { return o.Key == l.Key }) {
			languages = append(languages, l)
		}
	}
	if len(tags) == 0 {
		languages = translations(p)
	}
	step, end := a.counting()
	progress := p.Progress(languages, step)
	end()
	var problems diag.List
	for _, l := range progress {
		problems = append(problems, l.Problems...)
	}
	problems.Sort()
	a.print(problems)
	if p.Problems.HasErrors() {
		a.say("note", "say-status-problems", nil)
	}
	switch {
	case asJSON && len(languages) == 1 && len(tags) > 0:
		return writeJSON(a.Stdout, statusOf(progress[0]))
	case asJSON:
		reports := []statusReport{}
		for _, l := range progress {
			reports = append(reports, statusOf(l))
		}
		return writeJSON(a.Stdout, reports)
	case len(languages) == 1 && len(tags) > 0:
		return a.statusDetail(progress[0], all)
	default:
		return a.statusTable(p, progress, len(tags) == 0)
	}
}

// translations are the languages but the reference.
func translations(p *project.Project) []locale.Language {
	return slices.DeleteFunc(slices.Clone(p.Languages), func(l locale.Language) bool { return l.Key == p.Reference.Key })
}

// statusReport is the JSON of locale status for one language.
type statusReport struct {
	Language string             `json:"language"`
	Blocks   translation.Counts `json:"blocks"`
	Pages    []statusPage       `json:"pages"`
	Strings  translation.Counts `json:"strings"`
}

type statusPage struct {
	Path   string             `json:"path"`
	Review string             `json:"review"`
	Blocks translation.Counts `json:"blocks"`
}

func statusOf(l project.Progress) statusReport {
	r := statusReport{Language: l.Language.Tag, Blocks: l.Blocks, Pages: make([]statusPage, len(l.Pages)), Strings: l.Strings}
	for i, page := range l.Pages {
		r.Pages[i] = statusPage{page.Path, page.Review, page.Blocks}
	}
	return r
}

func writeJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// statusTable prints a line for each language.
func (a *app) statusTable(p *project.Project, progress []project.Progress, withReference bool) error {
	w := tabwriter.NewWriter(a.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, a.printer.Text("say-status", nil))
	if withReference && p.Reference.Key != "" {
		fmt.Fprintf(w, "%s\t%s\t%s\t–\t–\t–\t–\t–\n", p.Reference.Tag, p.Reference.Endonym, a.printer.Text("say-original", nil))
	}
	for _, l := range progress {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", l.Language.Tag, l.Language.Endonym, outOf(translatedPages(l), len(l.Pages)), counts(l.Blocks), stringsDone(l))
	}
	return w.Flush()
}

// statusDetail prints what is left to do in one language.
func (a *app) statusDetail(l project.Progress, all bool) error {
	fmt.Fprintf(a.Stdout, "%s  %s\n", l.Language.Tag, l.Language.Endonym)
	for _, line := range []struct {
		id   string
		args map[string]any
	}{
		{"say-status-pages", map[string]any{"Count": translatedPages(l), "Total": len(l.Pages)}},
		{"say-status-blocks", countArgs(l.Blocks)},
		{"say-status-strings", countArgs(l.Strings)},
	} {
		fmt.Fprintln(a.Stdout, a.printer.Text(line.id, line.args))
	}
	pages := slices.Clone(l.Pages)
	if !all {
		pages = slices.DeleteFunc(pages, project.PageProgress.Complete)
	}
	if len(pages) == 0 {
		_, err := fmt.Fprintln(a.Stdout, "\n"+a.printer.Text("say-status-done", nil))
		return err
	}
	slices.SortStableFunc(pages, byNeed)
	w := tabwriter.NewWriter(a.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\n"+a.printer.Text("say-status-page", nil))
	for _, page := range pages {
		class, review := project.ClassOrdinary, page.Review
		if page.Critical {
			class = project.ClassCritical
		}
		if review == "" {
			review = "–"
		}
		if page.Draft {
			review += " (" + a.printer.Text("say-draft", nil) + ")"
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%s\t%s\n", page.Path, class, page.Importance, review, counts(page.Blocks))
	}
	if err := w.Flush(); err != nil {
		return err
	}
	adopted := 0
	for _, page := range l.Pages {
		if page.Adopted {
			adopted++
		}
	}
	if adopted > 0 {
		a.say("note", "say-status-adopted", map[string]any{"Count": adopted})
	}
	if i := slices.IndexFunc(pages, func(p project.PageProgress) bool { return p.Translated() && !p.Complete() }); i >= 0 {
		a.say("hint", "say-status-next", map[string]any{"Tag": l.Language.Key, "Page": pages[i].Path})
	}
	return nil
}

// byNeed orders pages by how much their translation is needed.
func byNeed(a, b project.PageProgress) int {
	open := func(p project.PageProgress) int { return p.Blocks.Missing + p.Blocks.Outdated + p.Blocks.Orphan }
	rank := func(p project.PageProgress) int {
		if p.Critical {
			return 1
		}
		return 0
	}
	return cmp.Or(
		cmp.Compare(rank(b), rank(a)), cmp.Compare(b.Importance, a.Importance),
		cmp.Compare(open(b), open(a)), cmp.Compare(a.Path, b.Path),
	)
}

func translatedPages(l project.Progress) int {
	n := 0
	for _, page := range l.Pages {
		if page.Translated() {
			n++
		}
	}
	return n
}

func outOf(n, total int) string { return fmt.Sprintf("%d/%d", n, total) }

func stringsDone(l project.Progress) string {
	return outOf(l.Strings.Current, l.Strings.Translatable())
}

// counts are the columns of a table with the four counts.
func counts(c translation.Counts) string {
	return fmt.Sprintf("%d\t%d\t%d\t%d", c.Current, c.Outdated, c.Missing, c.Orphan)
}

func countArgs(c translation.Counts) map[string]any {
	return map[string]any{"Count": c.Translatable(), "Current": c.Current, "Outdated": c.Outdated, "Missing": c.Missing, "Orphan": c.Orphan}
}
