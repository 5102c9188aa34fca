package hosting

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template"
)

//go:embed templates/*.tmpl
var templates embed.FS

// Files are files by their slash-separated path.
type Files map[string][]byte

// Write returns the files that hosts read from the site itself and those that
// are for whoever configures a host.
func (p *Policy) Write() (inside, beside Files, err error) {
	inside, beside = Files{}, Files{}
	root := inside // of the host
	if p.Base != "" {
		root = beside
	}
	for _, f := range []struct {
		name, template string
		to             Files
	}{
		{"_headers", "headers", root},
		{"_redirects", "redirects", root},
		{".htaccess", "htaccess", inside},
		{"nginx.conf", "nginx", beside},
		{"Caddyfile", "Caddyfile", beside},
	} {
		t, err := template.ParseFS(templates, "templates/"+f.template+".tmpl")
		if err != nil {
			return nil, nil, err
		}
		var b bytes.Buffer
		if err := t.Execute(&b, sheet{p}); err != nil {
			return nil, nil, fmt.Errorf("hosting: write %s: %w", f.name, err)
		}
		f.to[f.name] = b.Bytes()
	}
	if err := p.cloudFront(beside); err != nil {
		return nil, nil, err
	}
	beside[RecordName], err = p.record()
	return inside, beside, err
}

// sheet is the policy as the templates see it.
type sheet struct{ *Policy }

// Below joins a path to the base.
func (s sheet) Below(elements ...string) string { return s.below(elements...) }

// Quoted is the base in a regular expression.
func (s sheet) Quoted() string { return regexp.QuoteMeta(s.Base) }

// Alternatives are the languages in a regular expression.
func (s sheet) Alternatives() string { return strings.Join(s.Languages, "|") }

// Variable begins the names that a server shares among its sites. It is short,
// whatever the address: nginx does not start with names longer than its tables.
func (s sheet) Variable() string {
	digest := sha256.Sum256([]byte(s.Host + s.Base))
	return "site_" + hex.EncodeToString(digest[:4])
}

// OnionHost is the name of the onion service.
func (s sheet) OnionHost() string { return strings.TrimPrefix(s.Onion, "http://") }

// Compressed are the extensions of files with compressed copies, in a regular
// expression.
func (s sheet) Compressed() string { return strings.Join(compressed(), "|") }

// After is the pattern of a class after a space.
func (s sheet) After(c Class) string { return " " + strings.TrimPrefix(s.Pattern(c), "^") }

// HelpAsked is the pattern of help in two addresses with a space between them,
// of which the first may have a query.
func (s sheet) HelpAsked() string {
	return "(?:^| )" + strings.TrimSuffix(strings.TrimPrefix(s.Pattern(Help), "^"), "(?:/|$)") + "(?:[/? ]|$)"
}

// HelpRequest is the pattern of help in the first line of a request.
func (s sheet) HelpRequest() string {
	return `^\S+ ` + strings.TrimSuffix(strings.TrimPrefix(s.Pattern(Help), "^"), "(?:/|$)") + "[/? ]"
}

// AssetOrCopy is the pattern of assets and their compressed copies.
func (s sheet) AssetOrCopy() string {
	return strings.TrimSuffix(s.Pattern(Asset), "$") + `(?:\.(?:br|gz))?$`
}

// TypeOf is the content type of a path.
func (s sheet) TypeOf(path string) string { return KindOf(path).ContentType() }

// servedType is a content type with what a server knows it by.
type servedType struct {
	ContentType string
	// Name is the end of the path as a regular expression, where that is no
	// extension alone.
	Name       string
	extensions []string
}

// Extensions are the extensions of the type.
func (t servedType) Extensions(between string) string { return strings.Join(t.extensions, between) }

// File is Name as a regular expression for the name of the file alone.
func (t servedType) File() string {
	if name, ok := strings.CutPrefix(t.Name, "/"); ok {
		return "^" + name
	}
	return t.Name
}

// Kinds are all kinds by the ends of their paths, the more special last.
func (s sheet) Kinds() []servedType {
	var list []servedType
	for _, k := range Kinds {
		if k.Extension() != "" {
			list = append(list, servedType{ContentType: k.ContentType(), Name: regexp.QuoteMeta(k.Suffix)})
		}
	}
	return append(list, s.Special()...)
}

// Special are the kinds that have no extension of their own.
func (s sheet) Special() []servedType {
	var list []servedType
	for _, k := range Kinds {
		if k.Extension() == "" {
			list = append(list, servedType{ContentType: k.ContentType(), Name: regexp.QuoteMeta(k.Suffix)})
		}
	}
	return list
}

// Types are the content types of all other kinds, each once.
func (s sheet) Types() []servedType {
	var list []servedType
	for _, k := range Kinds {
		if k.Extension() == "" {
			continue
		}
		i := slices.IndexFunc(list, func(t servedType) bool { return t.ContentType == k.ContentType() })
		if i < 0 {
			i = len(list)
			list = append(list, servedType{ContentType: k.ContentType()})
		}
		list[i].extensions = append(list[i].extensions, k.Extension())
	}
	return list
}
