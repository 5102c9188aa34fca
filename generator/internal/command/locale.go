package command

import "github.com/spf13/cobra"

// locale are the commands about languages and their translations.
func (a *app) locale() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "locale",
		Short: "Work on languages and translations",
		Example: `  generator locale status fr
  generator locale accept fr help
  generator locale export pl --format po > pl.po
  generator locale import pl.po
  generator locale pseudo            trial languages that show faults of the site`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(
		a.localeAccept(), a.localeAdd(), a.localeDiff(), a.localeExport(), a.localeImport(), a.localeList(), a.localePseudo(), a.localeStatus(),
	)
	return cmd
}
