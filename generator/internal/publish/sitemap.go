package publish

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"strings"
)

// readSitemap collects the addresses in a sitemap or an index of sitemaps
// (sitemaps.org protocol, with the alternates of the xhtml namespace).
func readSitemap(site fs.FS, path string) (*document, error) {
	src, err := fs.ReadFile(site, path)
	if err != nil {
		return nil, err
	}
	doc := &document{path: path, src: src}
	decoder := xml.NewDecoder(bytes.NewReader(src))
	var loc strings.Builder
	inLoc, locAt := false, 0
	for {
		offset := int(decoder.InputOffset())
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return doc, nil
		}
		if err != nil {
			doc.add(offset, "output-sitemap", "output-sitemap-malformed", map[string]any{"Detail": err.Error()})
			return doc, nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "loc":
				inLoc, locAt = true, offset
				loc.Reset()
			case "link":
				doc.addAlternate(offset, t)
			}
		case xml.CharData:
			if inLoc {
				loc.Write(t)
			}
		case xml.EndElement:
			if inLoc && t.Name.Local == "loc" {
				inLoc = false
				doc.links = append(doc.links, link{kind: linkSitemap, offset: locAt, href: strings.TrimSpace(loc.String()), element: "loc"})
			}
		}
	}
}

func (d *document) addAlternate(offset int, t xml.StartElement) {
	l := link{kind: linkSitemap, offset: offset, element: "link"}
	for _, a := range t.Attr {
		switch a.Name.Local {
		case "href":
			l.href = strings.TrimSpace(a.Value)
		case "hreflang":
			if !validTag(a.Value) {
				d.add(offset, "output-hreflang", "output-hreflang-invalid", map[string]any{"Lang": a.Value, "Link": l.href})
			}
		}
	}
	d.links = append(d.links, l)
}
