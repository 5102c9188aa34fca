package locale

import (
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Number writes a whole number as readers of l write it: "3,688", "3.688", or in
// Spanish "3688". Its digits are the European ones, as on the whole site.
func (l Language) Number(n int) string {
	if -10_000 < n && n < 10_000 && overrides[l.Key].together {
		return l.printer().Sprint(number.Decimal(n, number.NoSeparator()))
	}
	return l.printer().Sprint(number.Decimal(n))
}

// Percent writes a number of hundredths as readers of l write it: "96%", "96 %".
func (l Language) Percent(n int) string {
	return l.printer().Sprint(number.Percent(float64(n) / 100))
}

func (l Language) printer() *message.Printer {
	tag, err := language.Make(l.PluralBase).SetTypeForKey("nu", "latn")
	if err != nil { // a tag that nothing can be added to
		tag = language.Make(l.PluralBase)
	}
	return message.NewPrinter(tag)
}
