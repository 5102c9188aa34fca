package locale

import (
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// IsCountry reports whether a code is that of a country in ISO 3166-1, in capital
// letters.
func IsCountry(code string) bool {
	region, err := language.ParseRegion(code)
	return err == nil && region.IsCountry() && region.Canonicalize().String() == code
}

// NameOfRegion returns the name of a country, by its code, or of the European
// Union, "EU", as readers of l say it; "" where CLDR does not know it.
func (l Language) NameOfRegion(code string) string {
	region, err := language.ParseRegion(code)
	if err != nil {
		return ""
	}
	for key := l.Key; key != ""; key = parent(key) {
		reader, err := language.Raw.Parse(key)
		if err != nil {
			break
		}
		if namer := display.Regions(reader); namer != nil {
			if name := namer.Name(region); name != "" {
				return name
			}
		}
	}
	return ""
}
