package command

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// acceptOptions are the flags of locale accept.
type acceptOptions struct {
	blocks      []string
	all, dryRun bool
}

func (a *app) localeAccept() *cobra.Command {
	var opt acceptOptions
	cmd := &cobra.Command{
		Use:   "accept TAG [PAGE... | strings]",
		Short: "Say that a translation says what the original says now",
		Long: `Accept records, of every block of the pages, what the original says now: from
then on the translation counts as current, until the original changes again. Look
at the difference first (generator locale diff) and change the translation where
it needs it.

A page is named by its address or its file; strings means the strings of the
interface. Without a page, all of the language is accepted, if you say so. A block
is named by its ID, by the name of the field or string, or by the words it begins
with, in either language.

What has no translation, or no original any more, cannot be accepted: it is listed
and stays as it is.`,
		Example: `  generator locale accept fr /help/ --dry-run
  generator locale accept fr help campaign/messages
  generator locale accept fr help --block title --block "You decide"
  generator locale accept fr strings
  generator locale accept fr --all`,
		Args: cobra.MinimumNArgs(1),
		RunE: run(func(cmd *cobra.Command, args []string) error {
			if len(opt.blocks) > 0 && len(args) != 2 {
				return usageError{errors.New("--block needs one page: the page that the blocks stand on")}
			}
			return a.runAccept(cmd.Context(), args[0], args[1:], opt)
		}),
		ValidArgsFunction: a.completePages(0),
	}
	f := cmd.Flags()
	f.StringArrayVar(&opt.blocks, "block", nil, "accept this block only: its ID, its name, or the words it begins with; several times for several")
	f.BoolVar(&opt.all, "all", false, "without a page: accept all of the language without asking")
	f.BoolVar(&opt.dryRun, "dry-run", false, "list what would be accepted, write nothing")
	_ = cmd.RegisterFlagCompletionFunc("block", a.completeBlocks)
	return cmd
}

func (a *app) runAccept(ctx context.Context, tag string, pages []string, opt acceptOptions) error {
	spacious()
	p, root, unlock, err := a.loadLocked(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	l, err := findTranslation(p, tag)
	if err != nil {
		return err
	}
	work := &acceptance{app: a, project: p, root: root, language: l, whole: len(pages) == 0, dryRun: opt.dryRun}
	if work.whole {
		pages = append(p.Translatable(l), project.StringsPath)
	} else if pages, err = findPages(p, root, l, pages); err != nil {
		return err
	}
	if err := work.read(pages); err != nil {
		return err
	}
	if err := work.choose(opt.blocks); err != nil {
		return err
	}
	if work.whole && !opt.all && !opt.dryRun && len(work.changed()) > 0 {
		if err := a.confirm(ctx, "say-accept-confirm", map[string]any{"Count": work.count(), "Language": l.Endonym}); err != nil {
			return err
		}
	}
	if err := work.list(); err != nil || opt.dryRun {
		return err
	}
	return work.write(ctx)
}

// confirm asks a person whether to go on. Where nobody can answer, it is a
// mistake not to have said so by a flag.
func (a *app) confirm(ctx context.Context, id string, args map[string]any) error {
	if !a.StdinTerminal || !a.StderrTerminal {
		return usageError{errors.New("without a page, say --all to accept all of the language, or --dry-run to see what that is")}
	}
	fmt.Fprintf(a.Stderr, "%s ", a.printer.Text(id, args))
	answer := make(chan string, 1)
	go func() {
		line, _ := bufio.NewReader(a.Stdin).ReadString('\n') // no line is no
		answer <- strings.ToLower(strings.TrimSpace(line))
	}()
	select {
	case <-ctx.Done():
		fmt.Fprintln(a.Stderr)
		return &refusal{diag.Diagnostic{Rule: "accept", ID: "accept-interrupted"}}
	case said := <-answer:
		if !slices.Contains(strings.Fields(a.printer.Text("say-yes", nil)), said) {
			return &refusal{diag.Diagnostic{Rule: "accept", ID: "accept-declined"}}
		}
		return nil
	}
}
