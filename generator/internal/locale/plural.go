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

// selections is the plural category that go-i18n selects for each number;
// "other" for all where it has no rule for the language. go-i18n does not
// export its tables, and those of x/text are older (CLDR 32, without "many" for
// French, Spanish, Italian and Portuguese).
func selections(tag string, numbers []string) []string {
	selected := slices.Repeat([]string{"other"}, len(numbers))
	parsed, err := language.Parse(tag)
	if err != nil {
		return selected
	}
	bundle := i18n.NewBundle(parsed)
	probe := &i18n.Message{ID: "form", Zero: "zero", One: "one", Two: "two", Few: "few", Many: "many", Other: "other"}
	if bundle.AddMessages(parsed, probe) != nil {
		return selected
	}
	localizer := i18n.NewLocalizer(bundle, tag)
	for i, n := range numbers {
		if form, err := localizer.Localize(&i18n.LocalizeConfig{MessageID: "form", PluralCount: n}); err == nil {
			selected[i] = form
		}
	}
	return selected
}

// pluralForms are the categories that a language uses, in CLDR's order; every
// language has "other".
func pluralForms(tag string) []string {
	selected := append(selections(tag, pluralSamples), "other")
	return slices.DeleteFunc(slices.Clone(allForms), func(f string) bool { return !slices.Contains(selected, f) })
}

// PluralFormOf returns the plural form that goes with each of the decimal
// numbers, such as "21" or "1.5".
func (l Language) PluralFormOf(numbers ...string) []string { return selections(l.PluralBase, numbers) }

// SamePlurals finds a language that has the plural rules of l and is none of
// the taken ones: a renderer that tells languages apart by their base alone
// can render l under its name. It is "" where there is none.
func (l Language) SamePlurals(taken func(base string) bool) string {
	want := selections(l.PluralBase, pluralSamples)
	candidates := []string{l.PluralBase}
	for _, tag := range display.Supported.Tags() {
		candidates = append(candidates, tag.String())
	}
	for _, c := range candidates {
		if !strings.Contains(c, "-") && !taken(c) && slices.Equal(selections(c, pluralSamples), want) {
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

// maxSample is the number up to which every whole number is a sample.
const maxSample = 120

// pluralSamples are decimal numbers, as go-i18n takes them, that tell every
// CLDR rule apart: round numbers up to
// two millions, fractions, and 0 to maxSample in their order.
var pluralSamples = func() []string {
	samples := []string{"1000", "10000", "100000", "1000000", "2000000", "0.0", "0.1", "0.5", "1.0", "1.5", "2.0", "2.1", "5.5", "10.1", "11.1"}
	for n := range maxSample + 1 {
		samples = append(samples, strconv.Itoa(n))
	}
	return samples
}()
