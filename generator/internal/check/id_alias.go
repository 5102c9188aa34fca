package check

import (
	"regexp"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// ownAnchor are the anchors that the layouts give to places of the page.
var ownAnchor = regexp.MustCompile(`^(?:section|page|line|repair|alone|fn)-|^copy$`)

// idAlias wants every alias of the register to end at a part that the
// resolution has, and no part or other place of the pages to be an alias itself:
// its address would be that of two places.
func idAlias(p *project.Project, report func(diag.Diagnostic)) {
	live := liveIDs(p)
	if p.Register == nil || live == nil {
		return
	}
	for _, entry := range p.Register.Entries {
		if entry.To == "" {
			continue
		}
		at := func(id string, args map[string]any) {
			args["Part"], args["To"] = entry.ID, entry.To
			report(diag.Diagnostic{File: p.Register.File, Line: entry.Line, Column: 1, ID: id, Args: args})
		}
		end, ends := p.Register.Resolve(entry.ID)
		_, registered := p.Register.Entry(end)
		switch {
		case ownAnchor.MatchString(entry.ID):
			at("id-alias-reserved", map[string]any{})
		case live[entry.ID]:
			at("id-alias-live", map[string]any{})
		case !ends:
			at("id-alias-circle", map[string]any{})
		case !live[end] && !registered: // a registered one is lost, which rule id-lost says
			reportNearest(at, "id-alias", map[string]any{"End": end}, project.Nearest(end, sortedKeys(live)))
		}
	}
}
