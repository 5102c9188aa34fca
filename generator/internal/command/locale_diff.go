package command

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

func (a *app) localeDiff() *cobra.Command {
	var format string
	var all bool
	cmd := &cobra.Command{
		Use:   "diff TAG PAGE|strings",
		Short: "Show what the original says now and said before, beside the translation",
		Long: `Diff shows each block of a page whose translation is not current: where it stands,
what the original said when it was translated and what it says now, with the words
that changed marked, and the translation. Words that are gone stand in [-…-], new
ones in {+…+}; on a terminal they are coloured, too.`,
		Example: `  generator locale diff fr /help/
  generator locale diff fr content/fr/help/_index.md --all
  generator locale diff fr strings
  generator locale diff fr / --format json`,
		Args: cobra.ExactArgs(2),
		RunE: run(func(_ *cobra.Command, args []string) error {
			if err := oneOf("format", format, "text", "json"); err != nil {
				return err
			}
			return a.runDiff(args[0], args[1], format == "json", all)
		}),
		ValidArgsFunction: a.completePages(1),
	}
	cmd.Flags().StringVar(&format, "format", "text", "form of the report: text or json")
	cmd.Flags().BoolVar(&all, "all", false, "show the blocks that are current, too")
	complete(cmd, "format", "text", "json")
	return cmd
}

func (a *app) runDiff(tag, page string, asJSON, all bool) error {
	p, root, err := a.load()
	if err != nil {
		return err
	}
	l, err := findTranslation(p, tag)
	if err != nil {
		return err
	}
	pages, err := findPages(p, root, l, []string{page})
	if err != nil {
		return err
	}
	t := p.Translation(l, pages[0], true)
	a.print(t.Problems)
	if file := t.Broken(p); file != "" {
		return &refusal{diag.Diagnostic{File: file, Line: 1, Column: 1, Rule: "locale", ID: "locale-unreadable"}}
	}
	report := diffReport{Language: l.Tag, Path: t.Path, Blocks: []diffBlock{}}
	for _, u := range t.Units {
		if all || u.State != translation.Current {
			report.Blocks = append(report.Blocks, diffOf(p, t, u))
		}
	}
	if asJSON {
		return writeJSON(a.Stdout, report)
	}
	return a.diffText(p, t, report)
}

// diffReport is the JSON of locale diff.
type diffReport struct {
	Language string      `json:"language"`
	Path     string      `json:"path"`
	Blocks   []diffBlock `json:"blocks"`
}

// diffBlock is a unit of a page. Source and Translation are null where there is
// none; Was is "" where nothing is recorded, and Changes then are empty.
type diffBlock struct {
	ID          string              `json:"id"`
	State       translation.State   `json:"state"`
	Recorded    bool                `json:"recorded"`
	Source      *diffText           `json:"source"`
	Was         string              `json:"was"`
	Changes     []translation.Piece `json:"changes"`
	Translation *diffText           `json:"translation"`
}

type diffText struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Column int    `json:"column"`
	Text   string `json:"text"`
}

func diffOf(p *project.Project, t *project.Translation, u translation.Unit) diffBlock {
	b := diffBlock{ID: blockName(u), State: u.State, Recorded: u.Recorded, Was: strings.Join(u.Was, "\n"), Changes: []translation.Piece{}}
	now := ""
	if len(u.Source) > 0 {
		now = textOf(u.Source)
		at := t.SourcePlace(p, u.Source[0])
		b.Source = &diffText{at.File, at.Line, at.Column, now}
	}
	if len(u.Target) > 0 {
		at := t.TargetPlace(p, u.Target[0])
		b.Translation = &diffText{at.File, at.Line, at.Column, textOf(u.Target)}
	}
	if len(u.Was) > 0 {
		b.Changes = translation.Differences(b.Was, now)
	}
	return b
}

// textOf is the text of the blocks of a unit.
func textOf(blocks []translation.Block) string { return translation.TextOf(blocks, "\n") }

// diffText prints the blocks one after the other:
//
//	content/fr/help/_index.md:12:1: outdated 4f1c9a3e21
//	  en  content/en/help/_index.md:14:1
//	      You are [-not-]{+never+} alone.
//	  fr  Vous n’êtes pas seule.
func (a *app) diffText(p *project.Project, t *project.Translation, report diffReport) error {
	var out strings.Builder
	colour := a.escapes(a.StdoutTerminal)
	width := max(len(p.Reference.Tag), len(t.Language.Tag))
	line := func(label, text string) {
		for i, l := range strings.Split(text, "\n") {
			if i > 0 {
				label = ""
			}
			fmt.Fprintf(&out, "  %-*s  %s\n", width, label, l)
		}
	}
	for _, b := range report.Blocks {
		at := b.Translation
		if at == nil {
			at = b.Source
		}
		fmt.Fprintf(&out, "%s: %s  %s\n", paint(colour, "1", diag.Visible(at.place())), paint(colour, stateColour[b.State], a.printer.Text("say-state-"+string(b.State), nil)), diag.Visible(b.ID))
		if b.Source != nil && b.Translation != nil {
			line(p.Reference.Tag, diag.Visible(b.Source.place()))
			line("", a.marked(b, colour))
		} else if words := a.marked(b, colour); words != "" {
			line(p.Reference.Tag, words)
		}
		if b.Translation != nil {
			line(t.Language.Tag, visibleLines(b.Translation.Text))
		}
		out.WriteByte('\n')
	}
	counts := translation.Count(t.Units)
	out.WriteString(a.printer.Text("say-diff", countArgs(counts)) + "\n")
	if _, err := fmt.Fprint(a.Stdout, out.String()); err != nil {
		return err
	}
	switch {
	case t.Adopted():
		a.say("note", "say-diff-adopted", map[string]any{"Tag": t.Language.Key, "Page": t.Path})
	case counts.Outdated > 0:
		a.say("hint", "say-diff-next", map[string]any{"Tag": t.Language.Key, "Page": t.Path})
	}
	return nil
}

var stateColour = map[translation.State]string{
	translation.Current: "32", translation.Outdated: "1;33", translation.Missing: "1;31", translation.Orphan: "1;35",
}

func (t *diffText) place() string {
	return diag.Diagnostic{File: t.File, Line: t.Line, Column: t.Column}.Place()
}

// marked is what the original says now and said before, in one.
func (a *app) marked(b diffBlock, colour bool) string {
	if b.Recorded && b.State == translation.Current || len(b.Changes) == 0 {
		if b.Source == nil {
			return ""
		}
		text := visibleLines(b.Source.Text)
		if b.State == translation.Outdated {
			text += "\n" + a.printer.Text("say-diff-unrecorded", nil)
		}
		return text
	}
	var out strings.Builder
	for _, piece := range b.Changes {
		text := visibleLines(piece.Text)
		switch piece.Change {
		case translation.Gone:
			out.WriteString(mark(colour, "31", "[-", text, "-]"))
		case translation.New:
			out.WriteString(mark(colour, "1;32", "{+", text, "+}"))
		default:
			out.WriteString(text)
		}
	}
	return out.String()
}

// mark puts a change in its brackets, coloured line by line.
func mark(colour bool, code, open, text, end string) string {
	lines := strings.Split(open+text+end, "\n")
	for i := range lines {
		lines[i] = paint(colour, code, lines[i])
	}
	return strings.Join(lines, "\n")
}

func paint(colour bool, code, s string) string {
	if !colour || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// visibleLines is a text in which only its line feeds are obeyed.
func visibleLines(text string) string {
	lines := strings.Split(text, "\n")
	for i := range lines {
		lines[i] = diag.Visible(lines[i])
	}
	return strings.Join(lines, "\n")
}
