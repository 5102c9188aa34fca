package locale

import "strings"

// override says what CLDR, as golang.org/x/text and go-i18n carry it, lacks or
// gets wrong about one language. Empty fields change nothing.
type override struct {
	endonym   string
	script    string // ISO 15924, where CLDR has no likely script
	pluralsOf string // the language whose plural rules are the same
	parent    string // the next language of the fallback chain
	datesOf   string // the language whose date format is the usual one
	// namedAs is the tag that CLDR has a name for in other languages; the
	// language alone where the script is to be told as well.
	namedAs string
	// together says that four digits stand without a separator, which
	// golang.org/x/text does not know (CLDR: minimumGroupingDigits).
	together bool
}

// overrideOf is what the table says of a tag; what holds for a language holds
// for it in another region too, except its name for itself.
func overrideOf(key string) override {
	if o, ok := overrides[key]; ok {
		return o
	}
	base, _, _ := strings.Cut(key, "-")
	o := overrides[base]
	return override{script: o.script, pluralsOf: o.pluralsOf, parent: o.parent}
}

// overrides is the only table of languages in the program, by lower-case tag.
// Sources: Unicode CLDR 46 (likely subtags, plural rules), ISO 639-3.
var overrides = map[string]override{
	// The pseudo-locales, "trial" in Arabic.
	"ar-xb": {endonym: "العربية (تجريبية)", datesOf: "ar"},
	"en-xa": {endonym: "English (pseudo)", datesOf: "en-gb"},
	// International English writes 25 November 2024, as parliaments do.
	"en":      {datesOf: "en-gb"},
	"be":      {together: true},
	"bg":      {together: true},
	"cnr":     {endonym: "crnogorski", script: "Latn", pluralsOf: "sr", parent: "sr-latn", datesOf: "sr-latn"},
	"es":      {together: true},
	"et":      {together: true},
	"hu":      {together: true},
	"hy":      {together: true},
	"it":      {together: true},
	"ka":      {together: true},
	"kmr":     {endonym: "kurdî (kurmancî)", script: "Latn", pluralsOf: "ku"},
	"ku":      {endonym: "kurdî"},
	"lv":      {together: true},
	"pl":      {together: true},
	"prs":     {endonym: "دری", script: "Arab", pluralsOf: "fa", parent: "fa", datesOf: "fa-af", namedAs: "fa-AF"},
	"pt-br":   {endonym: "português (Brasil)"},
	"pt-pt":   {endonym: "português (Portugal)", together: true},
	"sl":      {together: true},
	"sq":      {together: true},
	"sr-latn": {endonym: "srpski (latinica)", namedAs: "sr"},
}
