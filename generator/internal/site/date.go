package site

import (
	"strings"
	"time"

	"github.com/bep/golocales"

	"resolutionsite/generator/internal/locale"
)

// longDate writes an ISO 8601 date as readers of l write dates ("25 November
// 2024"), or leaves it as it is where CLDR does not say how.
func longDate(l locale.Language, iso string) string {
	date, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	if t := golocales.New(strings.ToLower(l.DateBase)); t != nil {
		return t.FormatDateLong(date)
	}
	return iso
}
