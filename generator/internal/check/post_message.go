package check

import (
	"fmt"
	"slices"

	"resolutionsite/generator/internal/diag"
	"resolutionsite/generator/internal/project"
)

// postMessage wants every post to name a key message that there is: its card goes
// with it.
func postMessage(p *project.Project, report func(diag.Diagnostic)) {
	var messages []string
	for _, page := range p.Pages {
		if !isTranslation(p, page) {
			for _, m := range page.Messages {
				messages = append(messages, m.ID)
			}
		}
	}
	for _, page := range p.Pages {
		if isTranslation(p, page) {
			continue
		}
		for i, post := range page.Posts {
			if post.Message == "" || slices.Contains(messages, post.Message) {
				continue
			}
			line, column := page.PositionAt(fmt.Sprintf("posts.%d.message", i))
			reportNearest(func(id string, args map[string]any) {
				report(diag.Diagnostic{File: page.File, Line: line, Column: column, ID: id, Args: args})
			}, "post-message", map[string]any{"Message": post.Message}, project.Nearest(post.Message, messages))
		}
	}
}
