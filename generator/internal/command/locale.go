package command

import "github.com/spf13/cobra"

func (a *app) locale() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "locale",
		Short: "Work on translations",
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.localeAccept(), a.localeExport(), a.localeImport(), a.localeStatus())
	return cmd
}
