package hosting

import (
	"strings"
	"testing"
	"time"
)

var today = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)

func TestSecurityTextKeepsTheStandardForHalfAYear(t *testing.T) {
	content := policies(t)["root"].SecurityText(Security{Contact: "mailto:a@example.org", Languages: []string{"en", "fr"}, Date: today})
	want := "Contact: mailto:a@example.org\nExpires: 2027-05-24T00:00:00Z\nPreferred-Languages: en, fr\nCanonical: https://example.org/.well-known/security.txt\n"
	if string(content) != want {
		t.Errorf("got %q, want %q", content, want)
	}
	for days, want := range map[int]string{0: "", 150: "", 153: "warning security-txt-soon", 182: "error security-txt-expired", 400: "error security-txt-expired"} {
		if got := said(content, today.AddDate(0, 0, days)); got != want {
			t.Errorf("after %d days: %q, want %q", days, got, want)
		}
	}
}

// said is what a check finds, without places.
func said(content []byte, now time.Time) string {
	var all []string
	for _, d := range CheckSecurity("security.txt", content, now) {
		all = append(all, d.Severity.String()+" "+d.ID)
	}
	return strings.Join(all, ", ")
}

func TestASecurityTextOfOnesOwnIsHeldToTheStandard(t *testing.T) {
	for content, want := range map[string]string{
		"Contact: mailto:a@example.org\r\nExpires: 2027-01-01T00:00:00.000Z\r\n": "",
		"# x\ncontact: x\nEXPIRES: 2027-01-01T00:00:00+01:00\n":                  "",
		"":                                  "error security-txt-contact, error security-txt-expires",
		"Contact: x\nExpires: 2027-01-01\n": "error security-txt-date",
		"Contact: x\nExpires: 2028-01-01T00:00:00Z\n":                                       "warning security-txt-late",
		"Contact: x\nExpires: 2027-01-01T00:00:00Z\nExpires: 2027-01-01T00:00:00Z\n":        "error security-txt-repeated",
		"-----BEGIN PGP SIGNED MESSAGE-----\n\nContact: x\nExpires: 2026-11-23T00:00:00Z\n": "error security-txt-expired",
	} {
		if got := said([]byte(content), today); got != want {
			t.Errorf("%q: %q, want %q", content, got, want)
		}
	}
}
