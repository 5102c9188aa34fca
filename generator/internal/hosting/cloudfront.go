package hosting

import (
	"encoding/json"
	"fmt"
	"strings"
)

// The configuration of a response headers policy, as the operation
// CreateResponseHeadersPolicy of CloudFront takes it.
type cloudFrontPolicy struct {
	Name                  string
	Comment               string
	SecurityHeadersConfig cloudFrontSecurity
	CustomHeadersConfig   cloudFrontCustom
}

type cloudFrontSecurity struct {
	ContentSecurityPolicy struct {
		Override              bool
		ContentSecurityPolicy string
	}
	ContentTypeOptions struct{ Override bool }
	FrameOptions       struct {
		Override    bool
		FrameOption string
	}
	ReferrerPolicy struct {
		Override       bool
		ReferrerPolicy string
	}
	StrictTransportSecurity struct {
		Override               bool
		IncludeSubdomains      bool
		Preload                bool
		AccessControlMaxAgeSec int
	}
}

type cloudFrontCustom struct {
	Quantity int
	Items    []cloudFrontHeader
}

type cloudFrontHeader struct {
	Header   string
	Value    string
	Override bool
}

// cloudFront writes a policy for each class: a cache behaviour has one.
func (p *Policy) cloudFront(to Files) error {
	for _, c := range Classes {
		name := "cloudfront.json"
		if c != Page {
			name = "cloudfront-" + string(c) + ".json"
		}
		policy, err := p.cloudFrontOf(c)
		if err != nil {
			return err
		}
		content, err := json.MarshalIndent(policy, "", "  ")
		if err != nil {
			return err
		}
		to[name] = append(content, '\n')
	}
	return nil
}

func (p *Policy) cloudFrontOf(c Class) (*cloudFrontPolicy, error) {
	policy := &cloudFrontPolicy{
		Name:    strings.Trim(strings.NewReplacer(".", "-", "/", "-", "~", "-").Replace(p.Host+p.Base), "-") + "-" + string(c),
		Comment: "for the default cache behaviour",
	}
	if c != Page {
		policy.Comment = "for the path pattern " + strings.Join(p.cloudFrontPaths(c), " and ")
	}
	s := &policy.SecurityHeadersConfig
	s.ContentSecurityPolicy.Override, s.ContentSecurityPolicy.ContentSecurityPolicy = true, p.ContentSecurity(c)
	s.ContentTypeOptions.Override = true
	s.FrameOptions.Override, s.ReferrerPolicy.Override, s.StrictTransportSecurity.Override = true, true, true
	for _, h := range p.Common() {
		switch h.Name {
		case "X-Content-Type-Options": // has the one value
		case "X-Frame-Options":
			s.FrameOptions.FrameOption = h.Value
		case "Referrer-Policy":
			s.ReferrerPolicy.ReferrerPolicy = h.Value
		default:
			policy.custom(h)
		}
	}
	policy.custom(Header{"Cache-Control", p.CacheControl(c)})
	hsts := &s.StrictTransportSecurity
	for _, directive := range strings.Split(p.Transport, "; ") {
		switch directive {
		case "includeSubDomains":
			hsts.IncludeSubdomains = true
		case "preload":
			hsts.Preload = true
		default:
			if _, err := fmt.Sscanf(directive, "max-age=%d", &hsts.AccessControlMaxAgeSec); err != nil {
				return nil, fmt.Errorf("hosting: read %s: %w", directive, err)
			}
		}
	}
	return policy, nil
}

func (policy *cloudFrontPolicy) custom(h Header) {
	policy.CustomHeadersConfig.Items = append(policy.CustomHeadersConfig.Items, cloudFrontHeader{h.Name, h.Value, true})
	policy.CustomHeadersConfig.Quantity++
}

// cloudFrontPaths are the globs of a class; a star is the only wild card, and
// stands for slashes, too. None covers a folder's address without its slash:
// /*/help* would fit other pages as well.
func (p *Policy) cloudFrontPaths(c Class) []string {
	var paths []string
	for _, glob := range p.globs(c) {
		if glob = strings.Replace(glob, ":lang", "*", 1); strings.HasSuffix(glob, "*") {
			paths = append(paths, glob)
		}
	}
	return paths
}
