package site

import (
	"strconv"
	"strings"

	"resolutionsite/generator/internal/resolution"
)

// partName names a part in a citation: "13e". Square brackets are how a
// citation marks what its writer supplied: a part without a label is named by
// its position, "[3]" or, below another, "13[2]". above is the name of the
// part above it.
func partName(e resolution.Element, above string, position int) string {
	switch {
	case e.Label == "":
		return above + "[" + strconv.Itoa(position) + "]"
	case strings.HasPrefix(e.Cite, above):
		return e.Cite
	default: // what stands above has no label, which Cite leaves out
		return above + "(" + e.Label + ")"
	}
}
