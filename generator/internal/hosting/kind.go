package hosting

import (
	"slices"
	"strings"
)

// Kind is a kind of file, by the end of its path.
type Kind struct {
	// Suffix is the end of the path; the longest that fits decides.
	Suffix string `json:"suffix"`
	// Media is the media type without parameters.
	Media string `json:"media"`
	// Charset says that the type has a parameter charset, which is always
	// UTF-8. JSON has none: it is always UTF-8 (RFC 8259).
	Charset bool `json:"charset,omitempty"`
	// Compress says that it is not compressed by itself.
	Compress bool `json:"compress,omitempty"`
	// uncommon says that hosts with a table of their own do not know it, or
	// know it otherwise.
	uncommon bool
}

// Kinds are all kinds of files that a site publishes.
var Kinds = []Kind{
	{".html", "text/html", true, true, false},
	{".css", "text/css", true, true, false},
	{".js", "text/javascript", true, true, false},
	{".mjs", "text/javascript", true, true, false},
	{".txt", "text/plain", true, true, false},
	{".md", "text/markdown", true, true, true},
	{".csv", "text/csv", true, true, true},
	{".ics", "text/calendar", true, true, true},
	{".vtt", "text/vtt", true, true, true},
	{".xml", "application/xml", true, true, false},
	{".atom", "application/atom+xml", true, true, false},
	{"/resolution.xml", "application/akn+xml", true, true, true},
	{".xlf", "application/xliff+xml", true, true, true},
	{".svg", "image/svg+xml", true, true, false},
	{".bib", "application/x-bibtex", true, true, true},
	{".ris", "application/x-research-info-systems", true, true, true},
	{".json", "application/json", false, true, false},
	{".csl.json", "application/vnd.citationstyles.csl+json", false, true, true},
	{".jsonld", "application/ld+json", false, true, true},
	{".webmanifest", "application/manifest+json", false, true, true},
	{".pdf", "application/pdf", false, false, false},
	{".png", "image/png", false, false, false},
	{".jpg", "image/jpeg", false, false, false},
	{".webp", "image/webp", false, false, false},
	{".avif", "image/avif", false, false, true},
	{".ico", "image/x-icon", false, false, false},
	{".woff2", "font/woff2", false, false, false},
	{".ttf", "font/ttf", false, true, false},
	{".zip", "application/zip", false, false, false},
}

// other is what the table does not know; a browser saves it and runs nothing.
var other = Kind{Media: "application/octet-stream"}

// KindOf finds the kind of what a path leads to: of a folder, its page.
func KindOf(path string) Kind {
	if strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	best := other
	for _, k := range Kinds {
		if strings.HasSuffix(path, k.Suffix) && len(k.Suffix) > len(best.Suffix) {
			best = k
		}
	}
	return best
}

// Known reports whether the table has the kind.
func (k Kind) Known() bool { return k.Suffix != "" }

// ContentType is the value of the header.
func (k Kind) ContentType() string {
	if k.Charset {
		return k.Media + "; charset=utf-8"
	}
	return k.Media
}

// Extension is the suffix without its dot, where it is one extension; the
// servers' tables of types know no other suffixes.
func (k Kind) Extension() string {
	if ext, ok := strings.CutPrefix(k.Suffix, "."); ok && !strings.Contains(ext, ".") {
		return ext
	}
	return ""
}

// compressed are the extensions of the kinds that have compressed copies.
func compressed() []string {
	var extensions []string
	for _, k := range Kinds {
		if ext := k.Extension(); ext != "" && k.Compress {
			extensions = append(extensions, ext)
		}
	}
	slices.Sort(extensions)
	return extensions
}
