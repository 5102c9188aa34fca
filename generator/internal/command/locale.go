package command

import "github.com/spf13/cobra"

// locales are the commands about languages and their translations.
func (a *app) locales() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "locale",
		Short: "Work with languages and translations",
		Example: `  generator locale pseudo            make trial languages that show faults of the site
  generator build --pseudo           build the site with them`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		a.localePseudo(),
	)
	return cmd
}
