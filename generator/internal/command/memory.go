package command

import "runtime/debug"

// spacious lets memory grow before it is cleared up: what a command about all
// translations reads, it needs until it ends.
func spacious() {
	const percent, limit = 400, 768 << 20 // bytes
	debug.SetGCPercent(percent)
	debug.SetMemoryLimit(limit)
}
