package exchange

import (
	"slices"
	"unicode/utf8"
)

// Check reports what a translation does to its source that a translation must
// not, or seldom means to. Forms are the plural forms of the target language
// (File.PluralForms), for a unit that has some. An outdated translation is held
// to the present source or to the one that it was made from, whichever it fits
// better. The order of codes is free. What it reports, each with the argument
// Unit:
//
//	exchange-control           Character      as the readers do
//	exchange-bidi              Character
//	exchange-braces            Text
//	exchange-html              Tag            a tag that the source does not have
//	exchange-length            Length, Limit  more characters than there is room for
//	exchange-placeholder-lost  Placeholder    {{ .Name }}; the number itself may be
//	                                          left out of the forms zero, one, two
//	exchange-placeholder-added Placeholder
//	exchange-shortcode-lost    Shortcode      a call that stands alone
//	exchange-shortcode-added   Shortcode
//	exchange-shortcode-order   Shortcode      the same calls, but a pair is torn
//	exchange-pair-lost         Shortcode      a pair around words: it marks them as
//	exchange-pair-added        Shortcode      foreign or a name, as may be right
//	exchange-link-lost         Target         a link, an image, a note or an anchor
//	exchange-link-added        Target
//	exchange-number-lost       Number         digits of any script; words may be right
//	exchange-number-added      Number
//
// In texts of several forms, only numbers that are added are reported.
func Check(u Unit, forms []string) []Fault {
	u.Target, u.State = u.target(len(forms))
	if u.State == Missing {
		return nil
	}
	found := u.held(forms)
	if u.State == Outdated && u.Was != "" && len(found) > 0 {
		earlier := u
		earlier.Source, earlier.Was = u.Was, ""
		if u.WasPlural != "" {
			earlier.SourcePlural, earlier.WasPlural = u.WasPlural, ""
		}
		if other := earlier.held(forms); len(other) < len(found) {
			found = other
		}
	}
	return found
}

// held holds each text of a translation to the source.
func (u *Unit) held(forms []string) []Fault {
	var c checker
	c.name, c.line = named(u.Name()), u.At
	sources := []contents{u.contents(u.Source)}
	if u.Plural() {
		sources = append(sources, u.contents(u.SourcePlural))
	}
	for i, text := range u.Target {
		if text == "" {
			continue
		}
		form := ""
		if u.Plural() {
			form = forms[i]
		}
		c.text(u, text)
		c.contents(sources, u.contents(text), form)
	}
	return c.list
}

type checker struct {
	faults
	name string
	line int
}

func (c *checker) report(id string, argument string, value any) {
	c.add(c.line, 0, id, map[string]any{"Unit": c.name, argument: value})
}

// text looks at a translation alone.
func (c *checker) text(u *Unit, text string) {
	if id, character := unwanted(text); id != "" {
		c.report(id, "Character", character)
	}
	for _, braces := range strayBraces(u, text) {
		c.report("exchange-braces", "Text", excerpt(braces))
	}
	if n := utf8.RuneCountInString(text); u.MaxLength > 0 && n > u.MaxLength {
		c.add(c.line, 0, "exchange-length", map[string]any{"Unit": c.name, "Length": n, "Limit": u.MaxLength})
	}
}

// numberWords are the plural forms of one exact number, which a language may
// say in words.
var numberWords = []string{"zero", "one", "two"}

// contents compares a translation with its source, or with both forms of it.
func (c *checker) contents(sources []contents, got contents, form string) {
	want := sources[0]
	for _, s := range sources[1:] {
		want = want.with(s)
	}
	for _, p := range want.placeholders {
		if !slices.Contains(got.placeholders, p) && !(p == "{{ .Count }}" && slices.Contains(numberWords, form)) {
			c.report("exchange-placeholder-lost", "Placeholder", p)
		}
	}
	for _, p := range got.placeholders {
		if !slices.Contains(want.placeholders, p) {
			c.report("exchange-placeholder-added", "Placeholder", p)
		}
	}
	for _, tag := range beyond(got.tags, want.tags) {
		c.report("exchange-html", "Tag", tag)
	}
	c.differ(want.links, got.links, "Target", "exchange-link-lost", "exchange-link-added")
	c.shortcodes(want, got)
	if len(sources) > 1 {
		for _, n := range beyond(got.numbers.values(), want.numbers.values()) {
			c.report("exchange-number-added", "Number", got.numbers.written(n))
		}
	} else if !got.numbers.same(want.numbers) {
		for _, n := range beyond(want.numbers.values(), got.numbers.values()) {
			c.report("exchange-number-lost", "Number", want.numbers.written(n))
		}
		for _, n := range beyond(got.numbers.values(), want.numbers.values()) {
			c.report("exchange-number-added", "Number", got.numbers.written(n))
		}
	}
}

func (c *checker) differ(want, got []string, argument, lost, added string) {
	for _, s := range beyond(want, got) {
		c.report(lost, argument, named(s))
	}
	for _, s := range beyond(got, want) {
		c.report(added, argument, named(s))
	}
}

// shortcodes compares calls that stand alone, and pairs.
func (c *checker) shortcodes(want, got contents) {
	if len(beyond(want.calls, got.calls)) == 0 && len(beyond(got.calls, want.calls)) == 0 {
		for _, s := range beyond(want.opening, got.opening) {
			c.report("exchange-shortcode-order", "Shortcode", named(s))
		}
		return
	}
	c.differ(want.alone, got.alone, "Shortcode", "exchange-shortcode-lost", "exchange-shortcode-added")
	c.differ(want.opening, got.opening, "Shortcode", "exchange-pair-lost", "exchange-pair-added")
}

// beyond are the members of a that b does not have as often, in a's order; not
// more than are reported.
func beyond(a, b []string) []string {
	if len(a) == 0 {
		return nil
	}
	count := map[string]int{}
	for _, s := range b {
		count[s]++
	}
	var rest []string
	for _, s := range a {
		if count[s]--; count[s] < 0 && len(rest) <= maxFaults {
			rest = append(rest, s)
		}
	}
	return rest
}
