package command

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/locale"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

func (a *app) localeList() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the languages of the project",
		Long: `List shows every language of the project: its tag and its own name, the direction
of its script, the plural forms that it has, and the languages whose texts stand in
for what it lacks. Of pages, those that are translated are counted, those of them
that are outdated in part, and those that are missing.`,
		Example: `  generator locale list
  generator locale list --format json`,
		Args: cobra.NoArgs,
		RunE: run(func(*cobra.Command, []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return a.runList(format == "json")
		}),
	}
	cmd.Flags().StringVar(&format, "format", "text", "form of the list: text or json")
	complete(cmd, "format", "text", "json")
	return cmd
}

// listedLanguage is a language in the JSON of locale list. Pages and Strings are
// null for the reference.
type listedLanguage struct {
	Tag         string              `json:"tag"`
	Endonym     string              `json:"endonym"`
	Direction   locale.Direction    `json:"direction"`
	PluralForms []string            `json:"pluralForms"`
	Fallback    []string            `json:"fallback"`
	Reference   bool                `json:"reference"`
	Pages       *listedPages        `json:"pages"`
	Strings     *translation.Counts `json:"strings"`
}

// listedPages counts pages: Outdated are some of those that are Translated.
type listedPages struct {
	Translated int `json:"translated"`
	Outdated   int `json:"outdated"`
	Missing    int `json:"missing"`
}

func (a *app) runList(asJSON bool) error {
	spacious()
	p, _, err := a.load()
	if err != nil {
		return err
	}
	step, end := a.counting()
	progress := p.Progress(translations(p), step)
	end()
	list := []listedLanguage{}
	for _, l := range p.Languages {
		listed := listedLanguage{
			Tag: l.Tag, Endonym: l.Endonym, Direction: l.Direction, PluralForms: l.PluralForms,
			Fallback: []string{}, Reference: l.Key == p.Reference.Key,
		}
		for _, c := range l.Chain(p.Languages, p.Reference) {
			listed.Fallback = append(listed.Fallback, c.Tag)
		}
		for _, done := range progress {
			if done.Language.Key == l.Key {
				listed.Pages, listed.Strings = pagesOf(done), &done.Strings
			}
		}
		list = append(list, listed)
	}
	if asJSON {
		return writeJSON(a.Stdout, list)
	}
	return a.listText(list)
}

func pagesOf(l project.Progress) *listedPages {
	var pages listedPages
	for _, page := range l.Pages {
		switch {
		case !page.Translated():
			pages.Missing++
		default:
			pages.Translated++
			if page.Blocks.Outdated > 0 {
				pages.Outdated++
			}
		}
	}
	return &pages
}

func (a *app) listText(list []listedLanguage) error {
	w := tabwriter.NewWriter(a.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, a.printer.Text("say-list", nil))
	for _, l := range list {
		fallback := strings.Join(l.Fallback, " → ")
		if fallback == "" {
			fallback = "–"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t", l.Tag, l.Endonym, l.Direction, strings.Join(l.PluralForms, " "), fallback)
		if l.Reference {
			fmt.Fprintf(w, "%s\t–\t–\t–\n", a.printer.Text("say-original", nil))
		} else {
			fmt.Fprintf(w, "%d\t%d\t%d\t%s\n", l.Pages.Translated, l.Pages.Outdated, l.Pages.Missing, outOf(l.Strings.Current, l.Strings.Translatable()))
		}
	}
	return w.Flush()
}
