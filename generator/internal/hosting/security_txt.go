package hosting

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"resolutionsite/generator/internal/diag"
)

// SecurityName is where those who find a weakness look for whom to tell
// (RFC 9116), below the root of the host.
const SecurityName = ".well-known/security.txt"

// A security.txt that outlives its truth is worse than none: the standard
// advises less than a year, and whoever keeps a site builds it more often than
// twice a year.
const (
	securityLife    = 182 * 24 * time.Hour
	securityMost    = 366 * 24 * time.Hour
	securityWarning = 30 * 24 * time.Hour
)

// Security is what security.txt says.
type Security struct {
	// Contact is a mailto or https address.
	Contact string
	// Languages are the tags of those that its readers understand.
	Languages []string
	// Date is the day of the build.
	Date time.Time
}

// SecurityText writes security.txt for the host of the policy.
func (p *Policy) SecurityText(s Security) []byte {
	return fmt.Appendf(nil, "Contact: %s\nExpires: %s\nPreferred-Languages: %s\nCanonical: https://%s/%s\n",
		s.Contact, s.Date.Add(securityLife).UTC().Format(time.RFC3339), strings.Join(s.Languages, ", "), p.Host, SecurityName)
}

// CheckSecurity holds a security.txt to the standard, and its date to the day
// now. The file is the name it has in diagnostics.
func CheckSecurity(file string, content []byte, now time.Time) diag.List {
	var list diag.List
	add := func(line int, severity diag.Severity, id string, args map[string]any) {
		list.Add(diag.Diagnostic{File: file, Line: max(1, line), Column: 1, Rule: "security-txt", Severity: severity, ID: id, Args: args})
	}
	contact, expires := false, 0
	for i, line := range bytes.Split(content, []byte("\n")) {
		name, value, _ := strings.Cut(strings.TrimRight(string(line), "\r"), ":")
		value = strings.TrimSpace(value)
		switch strings.ToLower(name) {
		case "contact":
			contact = true
		case "expires":
			if expires++; expires > 1 {
				add(i+1, diag.Error, "security-txt-repeated", nil)
				continue
			}
			until, err := time.Parse(time.RFC3339, value)
			args := map[string]any{"Expires": value}
			switch left := until.Sub(now); {
			case err != nil:
				add(i+1, diag.Error, "security-txt-date", args)
			case left <= 0:
				add(i+1, diag.Error, "security-txt-expired", args)
			case left < securityWarning:
				add(i+1, diag.Warning, "security-txt-soon", args)
			case left > securityMost:
				add(i+1, diag.Warning, "security-txt-late", args)
			}
		}
	}
	if !contact {
		add(1, diag.Error, "security-txt-contact", nil)
	}
	if expires == 0 {
		add(1, diag.Error, "security-txt-expires", nil)
	}
	return list
}
