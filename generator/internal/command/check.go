package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/build"
	"resolutionsite/generator/internal/check"
	"resolutionsite/generator/internal/project"
)

func (a *app) check() *cobra.Command {
	var format string
	var strict, pseudo bool
	cmd := &cobra.Command{
		Use:   "check",
		Short: "List everything that must be mended before the site can be published",
		Long: `Check reads the whole project and reports every problem at once, each with
file, line and remedy. It changes nothing. An error keeps the site from being
built; a warning does not.`,
		Example: `  generator check
  generator check --ui-lang fr
  generator check --format sarif > check.sarif   for a code host`,
		Args: cobra.NoArgs,
		RunE: run(func(*cobra.Command, []string) error {
			if err := oneOf("format", format, "text", "json", "sarif"); err != nil {
				return err
			}
			p, root, err := a.loadWith(project.Options{Pseudo: pseudo})
			if err != nil {
				return err
			}
			today, err := a.buildDate("")
			if err != nil {
				return err
			}
			found, err := build.Watch(root, today)
			if err != nil {
				return err
			}
			found = append(found, check.Run(p)...)
			found.Sort()
			if strict {
				found.Strict()
			}
			a.printer.Fill(found)
			switch format {
			case "json":
				err = found.JSON(a.Stdout)
			case "sarif":
				err = found.SARIF(a.Stdout)
			default:
				if err = found.Text(a.Stdout, a.escapes(a.StdoutTerminal)); err == nil {
					a.summary(found, "say-warnings")
				}
			}
			if err == nil && found.HasErrors() {
				err = errRefused
			}
			return err
		}),
	}
	cmd.Flags().StringVar(&format, "format", "text", "form of the report: text, json or sarif")
	cmd.Flags().BoolVar(&strict, "strict", false, "treat warnings as errors")
	cmd.Flags().BoolVar(&pseudo, "pseudo", false, "check the trial languages as well that locale pseudo makes")
	complete(cmd, "format", "text", "json", "sarif")
	return cmd
}

// oneOf refuses a flag's value that is not among the choices.
func oneOf(flag, value string, choices ...string) error {
	if slices.Contains(choices, value) {
		return nil
	}
	return usageError{fmt.Errorf("--%s is %s, not %q", flag, strings.Join(choices, " or "), value)}
}

// complete offers a flag's choices to shell completion.
func complete(cmd *cobra.Command, flag string, choices ...string) {
	_ = cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(choices, cobra.ShellCompDirectiveNoFileComp))
}
