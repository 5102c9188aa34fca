package locale

import (
	"slices"
	"strconv"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
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

// pluralSamples are decimal numbers, as go-i18n takes them: 0 to 120, round
// numbers up to a million, and fractions.
var pluralSamples = func() []string {
	samples := []string{"1000", "10000", "100000", "1000000", "2000000", "0.0", "0.1", "0.5", "1.0", "1.5", "2.0", "2.1", "5.5", "10.1", "11.1"}
	for n := range 121 {
		samples = append(samples, strconv.Itoa(n))
	}
	return samples
}()
