package command

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
	"resolutionsite/generator/internal/translation"
)

// findUnits finds the unit that a name means: by the ID of one of its blocks, or
// the beginning of one; by the name of a field or string, which may leave out the
// plural form and then means all of them; or by the words that one of its blocks
// begins with. A name that could mean several is refused.
func findUnits(t *project.Translation, name string) ([]translation.Unit, error) {
	units := func(matches func(b translation.Block) bool) []translation.Unit {
		var found []translation.Unit
		for _, u := range t.Units {
			if slices.ContainsFunc(slices.Concat(u.Source, u.Target), matches) {
				found = append(found, u)
			}
		}
		return found
	}
	named := func(b translation.Block) bool { return b.Kind == translation.Field || b.Kind == translation.String }
	words := strings.ToLower(translation.Normalize(name))
	for _, way := range []struct {
		several bool
		matches func(b translation.Block) bool
	}{
		{false, func(b translation.Block) bool { return b.ID == name }},
		{true, func(b translation.Block) bool {
			key, _ := project.CutStringName(b.ID)
			return b.Kind == translation.String && key == name
		}},
		{false, func(b translation.Block) bool {
			const fewest = 4 // digits
			return !named(b) && len(name) >= fewest && strings.HasPrefix(b.ID, strings.ToLower(name))
		}},
		{false, func(b translation.Block) bool {
			return words != "" && strings.HasPrefix(strings.ToLower(translation.Normalize(b.Text)), words)
		}},
	} {
		found := units(way.matches)
		if len(found) == 1 || len(found) > 1 && way.several {
			return found, nil
		}
		if len(found) > 1 {
			return nil, &refusal{diag.Diagnostic{Rule: "locale", ID: "locale-block-several", Args: map[string]any{"Block": name, "Page": t.Path, "Have": blockNames(found)}}}
		}
	}
	args := map[string]any{"Block": name, "Page": t.Path, "Have": blockNames(t.Units)}
	id := "locale-block"
	if nearest := nearestBlock(t.Units, name); nearest != "" {
		id, args["Nearest"] = "locale-block-nearest", nearest
	}
	return nil, &refusal{diag.Diagnostic{Rule: "locale", ID: id, Args: args}}
}

// blockName is what a unit is called on the command line.
func blockName(u translation.Unit) string {
	if name := u.Name(); name != "" {
		return name
	}
	return slices.Concat(u.Source, u.Target)[0].ID
}

// blockNames are the names of the first units.
func blockNames(units []translation.Unit) string {
	const most = 12
	var names []string
	for i, u := range units {
		if i == most {
			names = append(names, "…")
			break
		}
		names = append(names, blockName(u))
	}
	return strings.Join(names, ", ")
}

// nearestBlock is the name that was probably meant, or words that begin a block.
func nearestBlock(units []translation.Unit, name string) string {
	var names []string
	for _, u := range units {
		names = append(names, blockName(u))
		for _, b := range slices.Concat(u.Source, u.Target) {
			words := strings.Fields(b.Text)
			names = append(names, strings.Join(words[:min(len(words), len(strings.Fields(name)))], " "))
		}
	}
	return project.Nearest(name, names)
}

// completeBlocks offers the names of the blocks of the page that was named.
func (a *app) completeBlocks(_ *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) != 2 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	p, root, err := a.load()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	l, err := findTranslation(p, args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	pages, err := findPages(p, root, l, args[1:])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var offered []string
	for _, u := range p.Translation(l, pages[0], true).Units {
		if name := blockName(u); strings.HasPrefix(name, begun) && len(u.Source) > 0 && len(u.Target) > 0 {
			offered = append(offered, cobra.CompletionWithDesc(name, glimpse(u.Source)))
		}
	}
	return offered, cobra.ShellCompDirectiveNoFileComp
}
