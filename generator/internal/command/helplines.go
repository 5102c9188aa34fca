package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/rewrite"
)

func (a *app) helplines() *cobra.Command {
	var format, date string
	cmd := &cobra.Command{
		Use:   "helplines",
		Short: "List the helplines and how long their numbers may be shown",
		Long: `Helplines lists every helpline of the directory with its state: whether its number
is shown, for how many days more, and who checked it when. A number that nobody has
checked on the page of who runs the line, or not for long, is not shown.`,
		Example: `  generator helplines
  generator helplines --format json
  generator helplines confirm fr-violences-femmes-info --by "A. Martin"`,
		Args: cobra.NoArgs,
		RunE: run(func(*cobra.Command, []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return a.runHelplines(date, format == "json")
		}),
	}
	cmd.Flags().StringVar(&format, "format", "text", "form of the list: text or json")
	cmd.Flags().StringVar(&date, "date", "", "day to look at, as 2024-11-25 (default: SOURCE_DATE_EPOCH, else today in UTC)")
	complete(cmd, "format", "text", "json")
	cmd.AddCommand(a.helplinesConfirm())
	return cmd
}

// listedHelpline is a helpline in the JSON of helplines. Left is how many days more
// the number is shown, below zero since when it is not; it is null where nobody has
// checked.
type listedHelpline struct {
	ID        string                `json:"id"`
	Countries []string              `json:"countries"`
	Name      string                `json:"name"`
	Site      string                `json:"site"`
	Numbers   []string              `json:"numbers"`
	State     project.HelplineState `json:"state"`
	Left      *int                  `json:"daysLeft"`
	Seen      string                `json:"seen"`
	Checked   string                `json:"checked"`
	CheckedBy string                `json:"checkedBy"`
}

// sayState is what people are told of a state.
var sayState = map[project.HelplineState]string{
	project.HelplineCurrent:     "say-helpline-current",
	project.HelplineExpired:     "say-helpline-expired",
	project.HelplineUnconfirmed: "say-helpline-unconfirmed",
	project.HelplineSiteOnly:    "say-helpline-site-only",
}

func (a *app) runHelplines(date string, asJSON bool) error {
	day, err := a.buildDate(date)
	if err != nil {
		return err
	}
	p, _, err := a.load()
	if err != nil {
		return err
	}
	list := []listedHelpline{}
	if p.Helplines != nil {
		for _, h := range p.Helplines.Entries {
			listed := listedHelpline{ID: h.ID, Countries: h.Countries, Name: h.Name, Site: h.Site, Numbers: []string{}, Seen: h.Seen, Checked: h.Checked, CheckedBy: h.CheckedBy}
			for _, n := range h.Numbers {
				listed.Numbers = append(listed.Numbers, n.Number)
			}
			state, left := h.StateOn(day, p.Config.ShelfLife)
			if listed.State = state; state == project.HelplineCurrent || state == project.HelplineExpired {
				listed.Left = &left
			}
			list = append(list, listed)
		}
	}
	if asJSON {
		return writeJSON(a.Stdout, list)
	}
	w := tabwriter.NewWriter(a.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, a.printer.Text("say-helplines", nil))
	for _, h := range list {
		left, checked := "–", "–"
		if h.Left != nil {
			left, checked = strconv.Itoa(*h.Left), h.Checked+" "+h.CheckedBy
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\n", h.ID, strings.Join(h.Countries, " "), strings.Join(h.Numbers, ", "), a.printer.Text(sayState[h.State], nil), left, checked)
	}
	return w.Flush()
}

func (a *app) helplinesConfirm() *cobra.Command {
	var by, date string
	cmd := &cobra.Command{
		Use:   "confirm ID...",
		Short: "Record that you have checked the number of a helpline",
		Long: `Confirm writes the day and your name into the directory of helplines, and changes
no other byte of it. Call up the live page of who runs the line before, and compare
number, hours and languages: readers in need rely on it.`,
		Example: `  generator helplines confirm fr-violences-femmes-info --by "A. Martin"
  generator helplines confirm fi-nollalinja --by "A. Martin" --date 2026-11-25`,
		Args: cobra.MinimumNArgs(1),
		RunE: run(func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(by) == "" {
				return usageError{errors.New("--by needs the name of who checked the number")}
			}
			return a.runConfirm(cmd.Context(), args, strings.TrimSpace(by), date)
		}),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			p, _, err := a.load()
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return p.Helplines.IDs(), cobra.ShellCompDirectiveNoFileComp
		},
	}
	cmd.Flags().StringVar(&by, "by", "", "name of who checked the number")
	cmd.Flags().StringVar(&date, "date", "", "day of the check, as 2024-11-25 (default: SOURCE_DATE_EPOCH, else today in UTC)")
	return cmd
}

func (a *app) runConfirm(ctx context.Context, ids []string, by, date string) error {
	today, err := a.buildDate("")
	if err != nil {
		return err
	}
	day, err := a.buildDate(date)
	if err != nil {
		return err
	}
	if day.After(today) {
		return &helplineRefused{"helpline-future", map[string]any{"Date": day.Format(time.DateOnly), "Today": today.Format(time.DateOnly)}}
	}
	p, root, unlock, err := a.loadLocked(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	known := p.Helplines.IDs()
	var edits []rewrite.FieldEdit
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		i := slices.Index(known, id)
		if i < 0 {
			return &helplineRefused{"helpline-unknown", map[string]any{"Helpline": id, "Nearest": project.Nearest(id, known)}}
		}
		if len(p.Helplines.Entries[i].Numbers) == 0 {
			return &helplineRefused{"helpline-without-number", map[string]any{"Helpline": id}}
		}
		at := "helplines." + strconv.Itoa(p.Helplines.Entries[i].Index) + "."
		edits = append(edits, rewrite.FieldEdit{Path: at + "checked", Text: day.Format(time.DateOnly)}, rewrite.FieldEdit{Path: at + "checkedBy", Text: by})
	}
	name := p.Helplines.File
	old, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	changed, err := rewrite.Data(old, edits)
	if err != nil {
		return err
	}
	if err := rewrite.Files(root, map[string][]byte{name: changed}, map[string][]byte{name: old}); err != nil {
		return err
	}
	for _, id := range ids {
		until := day.AddDate(0, 0, p.Config.ShelfLife)
		a.say("note", "say-helpline-confirmed", map[string]any{"Helpline": id, "Until": until.Format(time.DateOnly)})
	}
	return nil
}

// helplineRefused is a confirmation that cannot be written.
type helplineRefused struct {
	id   string
	args map[string]any
}

func (e *helplineRefused) Error() string { return e.id }

func (e *helplineRefused) Diagnostic() diag.Diagnostic {
	d := diag.Diagnostic{Rule: "helpline", ID: e.id, Severity: diag.Error, Args: e.args}
	if nearest := e.args["Nearest"]; nearest != nil && nearest != "" {
		d.ID += "-nearest"
	}
	return d
}
