package locale

import (
	"slices"
	"strings"

	"golang.org/x/text/language"
)

// Chain returns the languages whose texts may stand in for one missing in l,
// nearest first and the reference language last: the parents of l by CLDR and
// by overrides.go (pt-BR → pt, cnr → sr-Latn), as far as they are available.
// l itself is not in it.
func (l Language) Chain(available []Language, reference Language) []Language {
	var chain []Language
	add := func(key string) {
		i := slices.IndexFunc(available, func(a Language) bool { return a.Key == key })
		if i < 0 || key == l.Key || slices.ContainsFunc(chain, func(c Language) bool { return c.Key == key }) {
			return
		}
		chain = append(chain, available[i])
	}
	for key := parent(l.Key); key != ""; key = parent(key) {
		if key != reference.Key {
			add(key)
		}
	}
	if reference.Key != l.Key {
		add(reference.Key)
	}
	return chain
}

// parent is the next broader language, or "" at the root.
func parent(key string) string {
	if p := overrideOf(key).parent; p != "" {
		return p
	}
	tag, err := language.Raw.Parse(key)
	if err != nil {
		return ""
	}
	p := tag.Parent()
	if p == language.Und || p == tag {
		return ""
	}
	return strings.ToLower(p.String())
}
