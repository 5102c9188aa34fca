package exchange

import "slices"

// units collects the units of a file that is read.
type units struct {
	faults
	file File
	seen map[[2]string]int // the line of each page and id
}

// take adds a unit, after a look at everything that needs no other unit.
func (c *units) take(u Unit, line int) {
	name := named(u.Name())
	complete := u.State == Current
	u = u.normal(len(c.file.PluralForms))
	if !validPage(u.Page) {
		c.add(line, 0, "exchange-path", map[string]any{"Path": named(u.Page)})
	}
	if u.File != "" && !validPath(u.File) {
		c.add(line, 0, "exchange-path", map[string]any{"Path": named(u.File)})
	}
	if !validID(u.ID) {
		c.add(line, 0, "exchange-id", map[string]any{"Unit": name})
	}
	if u.Base != "" && !validID(u.Base) {
		c.add(line, 0, "exchange-base", map[string]any{"Unit": name, "Base": excerpt(u.Base)})
	}
	key := [2]string{u.Page, u.ID}
	if first, twice := c.seen[key]; twice {
		c.add(line, 0, "exchange-duplicate", map[string]any{"Unit": name, "Line": first})
	} else {
		c.seen[key] = line
	}
	if u.Source == "" {
		c.add(line, 0, "exchange-source-empty", map[string]any{"Unit": name})
	}
	if complete && u.State == Outdated {
		for i, form := range c.file.PluralForms {
			if u.Target[i] == "" {
				c.add(u.At, 0, "exchange-plural-missing", map[string]any{"Unit": name, "Form": form})
			}
		}
	}
	for _, text := range u.texts() {
		if id, character := unwanted(text); id != "" {
			c.add(u.At, 0, id, map[string]any{"Unit": name, "Character": character})
		}
	}
	for _, text := range slices.Compact(slices.Clone(u.Target)) {
		for _, braces := range strayBraces(&u, text) {
			c.add(u.At, 0, "exchange-braces", map[string]any{"Unit": name, "Text": excerpt(braces)})
		}
	}
	c.file.Units = append(c.file.Units, u)
}
