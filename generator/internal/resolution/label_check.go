package resolution

import (
	"strconv"

	"resolutionsite/generator/internal/diag"
)

// checkLabels reports labels that repeat or go backwards in their list. Gaps
// are no fault: a translation may lack a point.
func checkLabels(recitals, operative []Paragraph, diags *diag.List) {
	for _, list := range [][]Paragraph{recitals, operative} {
		c := labelChecker{diags: diags, seen: map[string]int{}}
		for _, p := range list {
			c.label(p.Label, p.Line)
			checkPointLabels(p.Points, diags)
		}
	}
}

func checkPointLabels(points []Point, diags *diag.List) {
	c := labelChecker{diags: diags, seen: map[string]int{}}
	for _, p := range points {
		c.label(p.Label, p.Line)
		checkPointLabels(p.Points, diags)
	}
}

type labelChecker struct {
	diags    *diag.List
	seen     map[string]int
	previous string
}

func (c *labelChecker) label(label string, line int) {
	if label == "" {
		return
	}
	add := func(rule string, severity diag.Severity, args map[string]any) {
		c.diags.Add(diag.Diagnostic{Line: line, Column: 1, Rule: rule, Severity: severity, ID: rule, Args: args})
	}
	if first, ok := c.seen[label]; ok {
		add("resolution-label-repeated", diag.Error, map[string]any{"label": label, "first": first})
		return
	}
	if c.previous != "" && !follows(c.previous, label) {
		add("resolution-label-order", diag.Warning, map[string]any{"label": label, "previous": c.previous})
	}
	c.seen[label], c.previous = line, label
}

// follows reports whether label comes after previous in some counting that
// both belong to; labels that share none are not compared.
func follows(previous, label string) bool {
	compared := false
	for _, value := range []func(string) int{decimalValue, romanValue, letterValue} {
		a, b := value(previous), value(label)
		if a == 0 || b == 0 {
			continue
		}
		if b > a {
			return true
		}
		compared = true
	}
	return !compared
}

func decimalValue(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}
