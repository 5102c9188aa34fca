package transfer

import "resolutionsite/generator/internal/rewrite"

// Write puts the plan into the project at root, whole or not at all. A file that
// no longer holds what the plan was made from gives a *rewrite.Error.
func (p *Plan) Write(root string) error { return rewrite.Files(root, p.Files, p.Expect) }
