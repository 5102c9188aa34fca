package project

import (
	"net/url"
	"regexp"
	"strings"

	"resolutionsite/generator/internal/diag"
)

// Hosting is what hosts are told of the site beyond what follows from it.
type Hosting struct {
	// Onion is the address of the same site as an onion service, without a
	// slash at its end.
	Onion string `toml:"onion"`
	// IncludeSubDomains and Preload bind the whole domain to https.
	IncludeSubDomains bool `toml:"includeSubDomains"`
	Preload           bool `toml:"preload"`
	// Security is where weaknesses of the site are reported, a mail address or
	// an https address; where it is empty, that is the publisher's contact.
	Security string `toml:"security"`
}

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
	// Whoever says who publishes wants to be told of a weakness. A contact that
	// is none has been reported.
	publisher := p.Config.Publisher
	broken := h.Security != "" || publisher.Contact != "" && contactURL(publisher.Contact) == ""
	if publisher.Name != "" && p.Config.SecurityContact() == "" && !broken {
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
