package project

import (
	"net/url"
	"regexp"
	"strings"

	"resolutionsite/generator/internal/diag"
)

// hostingFields are those of params.hosting.
var hostingFields = []string{"onion", "includeSubDomains", "preload", "security"}

// onion is the address of an onion service of the third version, the only one
// in use.
var onion = regexp.MustCompile(`^http://[a-z2-7]{56}\.onion$`)

func (p *Project) checkHosting(data []byte) {
	h := &p.Config.Hosting
	p.unknownFields(data, "hosting", "config-hosting-field", hostingFields)
	problem := func(field, id string, args map[string]any) {
		p.configProblem(data, "params.hosting."+field, diag.Diagnostic{Rule: "config", ID: id, Args: args})
	}
	if h.Onion = strings.TrimSuffix(h.Onion, "/"); h.Onion != "" && !onion.MatchString(h.Onion) {
		problem("onion", "config-onion", map[string]any{"Onion": h.Onion})
	}
	if h.Preload && !h.IncludeSubDomains {
		problem("preload", "config-preload", nil)
	}
	if h.Security != "" && securityURL(h.Security) == "" {
		problem("security", "config-security", map[string]any{"Contact": h.Security})
	}
	// Whoever says who publishes can be told of a weakness.
	if p.Config.Publisher.Name != "" && p.Config.SecurityContact() == "" {
		p.configNote(data, "params.publisher", diag.Diagnostic{Rule: "security-contact", Severity: diag.Warning, ID: "security-contact"})
	}
}

// SecurityContact is the address that security.txt names, or "" where there is
// none.
func (c Config) SecurityContact() string {
	if c.Hosting.Security != "" {
		return securityURL(c.Hosting.Security)
	}
	return securityURL(c.Publisher.Contact)
}

// securityURL is a contact's address where it is one that security.txt may
// name: not over http (RFC 9116).
func securityURL(contact string) string {
	address := contactURL(contact)
	if u, err := url.Parse(address); err != nil || u.Scheme == "http" {
		return ""
	}
	return address
}
