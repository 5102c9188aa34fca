package check

import (
	"bytes"
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
			if post.Message == "" || slices.Contains(messages, post.Message) || mayHold(p, "id: "+post.Message) {
				continue
			}
			line, column := page.PositionAt(fmt.Sprintf("posts.%d.message", i))
			reportNearest(func(id string, args map[string]any) {
				report(diag.Diagnostic{File: page.File, Line: line, Column: column, ID: id, Args: args})
			}, "post-message", map[string]any{"Message": post.Message}, project.Nearest(post.Message, messages))
		}
	}
}

// mayHold reports whether words stand in an original that could not be read, so
// that what they say is not missing.
func mayHold(p *project.Project, words string) bool {
	for _, page := range p.Pages {
		if page.Broken() && !isTranslation(p, page) && bytes.Contains(p.Text(page.File), []byte(words)) {
			return true
		}
	}
	return false
}
