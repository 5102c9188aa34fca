package locale

import (
	"slices"
	"strconv"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// allForms are CLDR's plural categories in CLDR's order.
var allForms = []string{"zero", "one", "two", "few", "many", "other"}

// pluralForms finds the plural categories of a language by asking go-i18n
// which form it selects for numbers that tell every CLDR rule apart. go-i18n
// does not export its tables, and those of x/text are older (CLDR 32, without
// "many" for French, Spanish, Italian and Portuguese).
func pluralForms(tag string) []string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return []string{"other"}
	}
	bundle := i18n.NewBundle(parsed)
	probe := &i18n.Message{ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	if err := bundle.AddMessages(parsed, probe); err != nil {
		return []string{"other"} // go-i18n has no rule for the language
	}
	localizer := i18n.NewLocalizer(bundle, tag)
	found := map[string]bool{"other": true}
	for _, n := range pluralSamples {
		if form, err := localizer.Localize(&i18n.LocalizeConfig{MessageID: "form", PluralCount: n}); err == nil {
			found[form] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(allForms), func(f string) bool { return !found[f] })
}

// signature is the form that a language selects for each sample: two languages
// with one signature have the same plural rules.
func signature(tag string) string {
	parsed, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	bundle := i18n.NewBundle(parsed)
	probe := &i18n.Message{ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	if bundle.AddMessages(parsed, probe) != nil {
		return strings.Repeat("other ", len(pluralSamples))
	}
	localizer := i18n.NewLocalizer(bundle, tag)
	var b strings.Builder
	for _, n := range pluralSamples {
		form, _ := localizer.Localize(&i18n.LocalizeConfig{MessageID: "form", PluralCount: n})
		b.WriteString(form + " ")
	}
	return b.String()
}

// SamePlurals finds a language that has the plural rules of l and is none of
// the taken ones: a renderer that tells languages apart by their base alone
// can render l under its name. It is "" where there is none.
func (l Language) SamePlurals(taken func(base string) bool) string {
	want := signature(l.PluralBase)
	candidates := []string{l.PluralBase}
	for _, tag := range display.Supported.Tags() {
		candidates = append(candidates, tag.String())
	}
	for _, c := range candidates {
		if !strings.Contains(c, "-") && !taken(c) && signature(c) == want {
			return c
		}
	}
	return ""
}

// Plain reports whether the tag is no more than language, script and region
// and has plural rules of its own.
func (l Language) Plain() bool {
	return l.PluralBase == l.Tag && len(l.tag.Variants()) == 0 && len(l.tag.Extensions()) == 0
}

// Base is the language subtag, without script, region and what follows.
func (l Language) Base() string {
	base, _, _ := strings.Cut(l.Key, "-")
	return base
}

// pluralSamples are decimal numbers, as go-i18n takes them: 0 to 120, round
// numbers up to a million, and fractions.
var pluralSamples = func() []string {
	samples := []string{"1000", "10000", "100000", "1000000", "2000000", "0.0", "0.1", "0.5", "1.0", "1.5", "2.0", "2.1", "5.5", "10.1", "11.1"}
	for n := range 121 {
		samples = append(samples, strconv.Itoa(n))
	}
	return samples
}()
