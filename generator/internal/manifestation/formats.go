package manifestation

import (
	"fmt"

	"resolutionsite/generator/internal/resolution"
)

// Use is what a format is for. Lists of formats are grouped by it.
type Use string

// The uses, in the order in which they are shown.
const (
	Law        Use = "law"        // lawyers and archives
	References Use = "references" // reference managers
	Programs   Use = "programs"
	Reading    Use = "reading"
)

// Uses lists them in that order.
func Uses() []Use { return []Use{Law, References, Programs, Reading} }

// Format is one way to write a whole edition.
type Format struct {
	// ID names the format on the command line: "akn".
	ID string
	// Name is how people call it, the same in every language.
	Name      string
	MediaType string
	// File is the name of its file beside the page.
	File string
	Use  Use
	// Write writes the edition.
	Write func(*Edition) ([]byte, error)
	// Extension is that of the files that cite one part each, cite/p13-e.bib;
	// "" where the format is not for parts.
	Extension string
	part      func(*Edition, *resolution.Element) ([]byte, error)
}

// Formats lists every format. Links, the manifest, the command line and the
// files themselves all come from it.
func Formats() []Format {
	text := func(f func(*Edition) []byte) func(*Edition) ([]byte, error) {
		return func(e *Edition) ([]byte, error) { return f(e), nil }
	}
	reference := func(f func(reference) []byte) (whole func(*Edition) ([]byte, error), part func(*Edition, *resolution.Element) ([]byte, error)) {
		part = func(e *Edition, p *resolution.Element) ([]byte, error) { return f(e.reference(p)), nil }
		return func(e *Edition) ([]byte, error) { return part(e, nil) }, part
	}
	bib, bibPart := reference(bibTeX)
	ris, risPart := reference(ris)
	csl, cslPart := reference(cslJSON)
	return []Format{
		{ID: "akn", Name: "Akoma Ntoso 3.0", MediaType: "application/akn+xml", File: "resolution.xml", Use: Law, Write: text(XML)},
		{ID: "bibtex", Name: "BibTeX", MediaType: "application/x-bibtex", File: "resolution.bib", Use: References, Write: bib, part: bibPart, Extension: "bib"},
		{ID: "ris", Name: "RIS", MediaType: "application/x-research-info-systems", File: "resolution.ris", Use: References, Write: ris, part: risPart, Extension: "ris"},
		{ID: "csl", Name: "CSL-JSON", MediaType: "application/vnd.citationstyles.csl+json", File: "resolution.csl.json", Use: References, Write: csl, part: cslPart, Extension: "csl.json"},
		{ID: "json", Name: "JSON", MediaType: "application/json", File: "resolution.json", Use: Programs, Write: JSON},
		{ID: "jsonld", Name: "JSON-LD", MediaType: "application/ld+json", File: "resolution.jsonld", Use: Programs, Write: JSONLD},
		{ID: "text", Name: "TXT", MediaType: "text/plain", File: "resolution.txt", Use: Reading, Write: text(PlainText)},
		{ID: "markdown", Name: "Markdown", MediaType: "text/markdown", File: "resolution.md", Use: Reading, Write: text(Markdown)},
	}
}

// File is one file of an edition. Name is its path from the page's folder,
// with slashes.
type File struct {
	Name, MediaType string
	// Format is the ID of the format, "" for a file that is in none of them.
	Format string
	// Part is the identity of the part it is about, "" for the whole text.
	Part    string
	Content []byte
}

// The files that are in none of the formats.
const (
	ManifestFile  = "manifest.json"
	ChecksumsFile = "checksums.txt"
)

// Files writes every file of the edition: the whole text in each format, the
// citations and words of each part, the checksums and, last, the manifest.
func (e *Edition) Files() ([]File, error) {
	var files []File
	add := func(f File, content []byte, err error) error {
		if err != nil {
			return fmt.Errorf("write %s in %s: %w", f.Name, e.Text.Language, err)
		}
		f.Content = content
		files = append(files, f)
		return nil
	}
	formats := Formats()
	for _, f := range formats {
		content, err := f.Write(e)
		if err := add(File{Name: f.File, MediaType: f.MediaType, Format: f.ID}, content, err); err != nil {
			return nil, err
		}
	}
	elements := e.Text.Elements()
	for _, f := range formats {
		if f.Extension == "" {
			continue
		}
		for _, part := range elements {
			content, err := f.part(e, &part)
			file := File{Name: "cite/" + part.ID + "." + f.Extension, MediaType: f.MediaType, Format: f.ID, Part: part.ID}
			if err := add(file, content, err); err != nil {
				return nil, err
			}
		}
	}
	for _, part := range elements {
		_ = add(File{Name: wordsFile(part), MediaType: "text/plain", Part: part.ID}, Words(part), nil)
	}
	_ = add(File{Name: ChecksumsFile, MediaType: "text/plain"}, checksums(elements), nil)
	content, err := e.manifest(elements, files)
	err = add(File{Name: ManifestFile, MediaType: "application/json"}, content, err)
	return files, err
}
