// Package manifestation writes a resolution in the formats that archives,
// reference managers and programs read.
//
// # Work, expression, manifestation
//
// The terms are those of FRBR, which Akoma Ntoso, ELI and libraries share. The
// work is the resolution itself, whatever its language; it is named by the
// address /akn/xx/statement/resolution/nato-pa/2024-11-25/491. An expression is
// its text in one language, …/491/fra@, authentic or a translation: an Edition
// is an expression with the place where it is published. A manifestation is an
// expression in one format: a File.
//
// # The files of an edition
//
// They lie beside the page of the resolution, so that their addresses are
// relative to it. Formats lists those that hold the whole text:
//
//	resolution.xml       Akoma Ntoso 3.0 (OASIS LegalDocML, 2018), lossless
//	resolution.json      the model with its styles, lossless; JSON Schema 2020-12
//	resolution.jsonld    schema.org Legislation with terms of ELI, as in the page
//	resolution.csl.json  CSL-JSON (citationstyles.org 1.0.2)
//	resolution.ris       RIS
//	resolution.bib       BibTeX, UTF-8, with biblatex's langid
//	resolution.txt       plain text, one line for each part
//	resolution.md        canonical Markdown below a head of YAML, lossless
//
// and for each recital, paragraph and point, under its permanent identity:
//
//	cite/p13-e.bib, cite/p13-e.ris, cite/p13-e.csl.json
//	text/p13-e.txt       its words, see below
//	checksums.txt        SHA-256 of every file of text/, in the form of sha256sum
//	manifest.json        all of these, with media type, size and checksum
//
// SchemaFile, the JSON Schema, lies at the root of the site. The same edition
// always gives the same bytes: no clock, no order of a map.
//
// # Lossless
//
// ReadXML, ReadJSON and resolution.ParseMarkdown read back what was written:
// for a text in normal form (resolution.Text.Normalize) writing and reading
// are inverse to each other, the lines of the source apart, which are no part
// of a text. ReadXML also reads files of others that keep to the same profile
// and refuses what it would otherwise have to drop.
//
// # Checksums
//
// The words of a part are its text without label, footnote calls and emphasis,
// and without the points below it, in UTF-8, in Unicode's normal form NFC, with
// no line feed at the end. Anyone can check a quotation with
//
//	printf %s 'to provide appropriate and long-term financial support for these efforts;' | sha256sum
//
// against checksums.txt, and the whole set with sha256sum -c.
package manifestation
