// Package archetypes holds what a new page of each class begins with: its fields,
// and comments that say what to write. A project may have its own in archetypes/.
package archetypes

import "embed"

// Files are the archetypes, by the name of their class: article.md.
//
//go:embed *.md
var Files embed.FS
